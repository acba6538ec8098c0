// npm run backup -- FILE: all of the embedded database in one file, also while a bot runs on it.
import path from 'node:path';
import { BACKUP_USAGE, backupWords } from '../words/exchange.ts';
import { openAsker } from './open-asker.ts';
import { writeOut } from './output.ts';
import { type ExitCode, type Running, run } from './run.ts';

async function main({ config, log }: Running): Promise<ExitCode> {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) {
    process.stderr.write(`${BACKUP_USAGE}\n`);
    return 2;
  }
  if (config.databaseUrl) {
    process.stderr.write(`${backupWords.server(`pg_dump --format=custom --file=${file} "$DATABASE_URL"`)}\n`);
    return 1;
  }
  const asker = await openAsker(config, log);
  try {
    const reply = await asker.carryOut({ backup: path.resolve(file) });
    if (!('written' in reply)) return 1;
    await writeOut(`${backupWords.written(file, (reply.written / 1e6).toFixed(1))}\n`);
    return 0;
  } finally {
    await asker.close();
  }
}

await run(main);
