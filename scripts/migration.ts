// npm run migration -- NAME: writes the next migration from prisma/schema.prisma. Read it before committing:
// a rename comes out as DROP and ADD, and nothing warns of lost data.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../src/database/open.ts';
import { drift } from './schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('usage: npm run migration -- NAME   (a-z, 0-9, _)\n');
  process.exit(2);
}
const database = await openDatabase({});
const sql = await drift(database.pool);
await database.close();
if (sql === '') {
  process.stdout.write('schema.prisma and the migrations agree; nothing to write.\n');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join('prisma/migrations', `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
  process.stdout.write(`${folder}/migration.sql\n`);
}
