// One side of the comparison in a process of its own: a Bolt app that says the question back (`echo`) or what the bot
// said to it, word for word (`repeat`), one that saves in one transaction (`saving`), or the bot.
// node scripts/run.mjs bench/bolt-side.ts echo|repeat|saving|bot API_URL BOT_TOKEN APP_TOKEN [DATABASE_URL]
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { compose } from '../src/app.ts';
import { startBot } from '../src/bot.ts';
import { systemClock } from '../src/calendar/clock.ts';
import { readConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/database/open.ts';
import { createLog } from '../src/log.ts';
import { loadShipped } from '../src/registry/files/load-shipped.ts';
import { registerSaver, saveBarely } from './bare-saving.ts';
import { openServerDatabase } from './server-database.ts';

interface Side {
  /** What is to be said next. */
  learn?(message: Said): void;
  /** Waits until what is done after an answer is done: it is not part of the next one's time. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

interface Said {
  text: string;
  blocks: KnownBlock[];
}

const [kind, apiUrl = '', botToken = '', appToken = '', databaseUrl] = process.argv.slice(2);
/** When the last acknowledgement left, on the clock of the machine, which all processes share. */
let acknowledgedAt = 0;
const side = await start();
process.on('message', async (wish: 'rest' | 'close' | Said) => {
  if (typeof wish === 'object') {
    side.learn?.(wish);
    process.send?.('learned');
  } else if (wish === 'rest') {
    await side.rest();
    process.send?.(acknowledgedAt);
  } else {
    await side.close();
    process.exit(0);
  }
});
process.on('disconnect', () => process.exit(1)); // nobody measures any more
process.send?.('ready');

function start(): Promise<Side> {
  if (kind === 'bot') return startOurs();
  return kind === 'saving' ? startSaving() : startBare(kind === 'repeat');
}

/** Notes when acknowledgements leave. Bolt gives no way to its receiver. */
function watch(app: App): void {
  const receiver = Reflect.get(app, 'receiver') as SocketModeReceiver;
  receiver.client.on('outgoing_message', () => {
    acknowledgedAt = Number(process.hrtime.bigint()) / 1e6;
  });
}

function bareApp(): App {
  const clientOptions = () => ({ slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  const logLevel = LogLevel.ERROR;
  const receiver = new SocketModeReceiver({ appToken, logLevel, installerOptions: { clientOptions: clientOptions() } });
  return new App({ token: botToken, receiver, logLevel, clientOptions: clientOptions() });
}

async function startBare(repeats: boolean): Promise<Side> {
  let learned: Said = { text: '', blocks: [] };
  const app = bareApp();
  app.command('/tonari', async ({ ack, command, respond }) => {
    await ack();
    await respond(repeats ? learned : command.text);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say(repeats ? { ...learned, thread_ts: event.ts } : { text: event.text, thread_ts: event.ts });
  });
  watch(app);
  await app.start();
  return {
    learn(message) {
      learned = message;
    },
    rest: async () => {},
    close: async () => void (await app.stop()),
  };
}

async function startSaving(): Promise<Side> {
  const app = bareApp();
  const database = await openFilled();
  saveBarely(app, database.prisma);
  await app.start();
  return {
    rest: async () => {},
    async close() {
      await app.stop();
      await database.close();
    },
  };
}

/** A database with the shipped records, in which the bench's person works for the area of its record. */
async function openFilled(): Promise<Database> {
  const database = databaseUrl ? await openServerDatabase(databaseUrl) : await openDatabase({});
  await loadShipped(database.prisma);
  await registerSaver(database.prisma);
  return database;
}

async function startOurs(): Promise<Side> {
  const log = createLog('error', () => {});
  const database = await openFilled();
  const config = readConfig({ TONARI_DATA: 'none' });
  const app = await compose(config, log, systemClock(), database);
  const transport = { mode: 'socket' as const, appToken };
  const bot = await startBot({ app, config, botToken, transport, apiUrl, onFault: 'mend', log });
  watch(bot.connection.app);
  return {
    async rest() {
      await bot.idle();
      await app.desk.settled();
      await app.questions.settled();
    },
    async close() {
      await bot.stop();
      await app.close();
    },
  };
}
