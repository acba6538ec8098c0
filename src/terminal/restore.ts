// npm run restore -- FILE: puts a backup in the place of the embedded database. No bot may run on it.
import path from 'node:path';
import { clockOf } from '../app.ts';
import { restoreBackup } from '../database/backup.ts';
import { BACKUP_USAGE, backupWords } from '../words/exchange.ts';
import { writeOut } from './output.ts';
import { type ExitCode, type Running, run } from './run.ts';

async function main({ config }: Running): Promise<ExitCode> {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) {
    process.stderr.write(`${BACKUP_USAGE}\n`);
    return 2;
  }
  if (config.databaseUrl) {
    process.stderr.write(`${backupWords.server(`pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${file}`)}\n`);
    return 1;
  }
  const former = await restoreBackup(config.dataDir, path.resolve(file), clockOf(config).now());
  await writeOut(`${backupWords.restored(former && path.relative('', former))}\n`);
  return 0;
}

await run(main);
