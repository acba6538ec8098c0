// npm run check: types, lint and format, import rules between rooms, schema and migrations, dead code.
// With --fix, what can be mended by itself is.
import './ready.mjs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const fix = process.argv.includes('--fix');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const steps = [
  ['types', bin('tsc'), ['--noEmit', '-p', '.']],
  ['types of the page', bin('tsc'), ['--noEmit', '-p', 'src/workspace/page/browser']],
  ['lint and format', bin('biome'), fix ? ['check', '--write', '.'] : ['check', '.']],
  ['import rules', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src', 'commands', 'jobs']],
  ['schema and migrations', process.execPath, ['scripts/run.mjs', 'scripts/drift-check.ts']],
  ['dead code', bin('knip'), []],
];
const failed = [];
for (const [name, command, args] of steps) {
  const run = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  process.stdout.write(`${run.status === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
  if (run.status !== 0) failed.push(name);
}
process.exit(failed.length === 0 ? 0 : 1);
