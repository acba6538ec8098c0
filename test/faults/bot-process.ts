// The bot in a process of its own, to be killed: bot-process.ts API_URL BOT_TOKEN APP_TOKEN RECORD; the database is that of
// the environment. Says how the record and its history stand when it is asked, since nobody else may open the folder.
// Told a number, it kills itself when it asks the database for that many'th time from then on.
import pg from 'pg';
import { openApp } from '../../src/app.ts';
import { startBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

const [apiUrl = '', botToken = '', appToken = '', id = ''] = process.argv.slice(2);
const config = readConfig(process.env);
const log = createLog('error');
const app = await openApp(config, log);
await startBot({ app, config, botToken, transport: { mode: 'socket', appToken }, apiUrl, onFault: 'throw', log });

let left = Number.POSITIVE_INFINITY;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(this: pg.Client, ...asked: unknown[]) {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  return Reflect.apply(query, this, asked);
} as typeof query;

process.on('message', async (word) => {
  if (typeof word === 'number') {
    left = word;
    return;
  }
  const record = await app.database.prisma.initiative.findUniqueOrThrow({ where: { id } });
  const history = await app.database.prisma.history.findMany({ orderBy: { seq: 'asc' } });
  process.send?.({ record, history: history.map(({ seq, ...entry }) => ({ ...entry, seq: String(seq) })) });
});
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
