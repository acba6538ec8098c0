// node scripts/run.mjs FILE.ts [ARGUMENT …]: runs a TypeScript file in this process, so that signals arrive.
import './ready.mjs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const file = process.argv[2];
if (!file) {
  process.stderr.write('usage: node scripts/run.mjs FILE.ts [ARGUMENT …]\n');
  process.exit(2);
}
process.argv.splice(1, 1);
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(path.resolve(file)).href);
