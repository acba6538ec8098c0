// One side of the comparison in a process of its own: a Bolt app that says the question back (`echo`) or what the bot
// said to it, word for word (`repeat`), or the bot.
// node scripts/run.mjs bench/bolt-side.ts echo|repeat|bot API_URL BOT_TOKEN APP_TOKEN [DATABASE_URL]
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { compose } from '../src/app.ts';
import { startBot } from '../src/bot.ts';
import { systemClock } from '../src/calendar/clock.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/open.ts';
import { createLog } from '../src/log.ts';
import { loadShipped } from '../src/registry/load-shipped.ts';
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
const side = kind === 'bot' ? await startOurs() : await startBare(kind === 'repeat');
process.on('message', async (wish: 'rest' | 'close' | Said) => {
  if (typeof wish === 'object') {
    side.learn?.(wish);
    process.send?.('learned');
  } else if (wish === 'rest') {
    await side.rest();
    process.send?.('rested');
  } else {
    await side.close();
    process.exit(0);
  }
});
process.send?.('ready');

async function startBare(repeats: boolean): Promise<Side> {
  let learned: Said = { text: '', blocks: [] };
  const clientOptions = () => ({ slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  const logLevel = LogLevel.ERROR;
  const receiver = new SocketModeReceiver({ appToken, logLevel, installerOptions: { clientOptions: clientOptions() } });
  const app = new App({ token: botToken, receiver, logLevel, clientOptions: clientOptions() });
  app.command('/tonari', async ({ ack, command, respond }) => {
    await ack();
    await respond(repeats ? learned : command.text);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say(repeats ? { ...learned, thread_ts: event.ts } : { text: event.text, thread_ts: event.ts });
  });
  await app.start();
  return {
    learn(message) {
      learned = message;
    },
    rest: async () => {},
    close: async () => void (await app.stop()),
  };
}

async function startOurs(): Promise<Side> {
  const log = createLog('error', () => {});
  const database = databaseUrl ? await openServerDatabase(databaseUrl) : await openDatabase({});
  await loadShipped(database.prisma);
  const config = readConfig({ TONARI_DATA: 'none' });
  const app = await compose(config, log, systemClock(), database);
  const transport = { mode: 'socket' as const, appToken };
  const bot = await startBot({ app, config, botToken, transport, apiUrl, onFault: 'mend', log });
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
