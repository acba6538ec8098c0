// One side of the comparison in a process of its own: a Bolt app that says the question back, or the bot.
// node scripts/run.mjs bench/bolt-side.ts echo|bot API_URL BOT_TOKEN APP_TOKEN [DATABASE_URL]
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { compose } from '../src/app.ts';
import { startBot } from '../src/bot.ts';
import { systemClock } from '../src/calendar/clock.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/open.ts';
import { createLog } from '../src/log.ts';
import { loadShipped } from '../src/registry/load-shipped.ts';
import { openServerDatabase } from './server-database.ts';

interface Side {
  /** Waits until what is done after an answer is done: it is not part of the next one's time. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

const [kind, apiUrl = '', botToken = '', appToken = '', databaseUrl] = process.argv.slice(2);
const side = kind === 'echo' ? await startEcho() : await startOurs();
process.on('message', async (wish) => {
  if (wish === 'rest') {
    await side.rest();
    process.send?.('rested');
  } else {
    await side.close();
    process.exit(0);
  }
});
process.send?.('ready');

async function startEcho(): Promise<Side> {
  const clientOptions = () => ({ slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  const logLevel = LogLevel.ERROR;
  const receiver = new SocketModeReceiver({ appToken, logLevel, installerOptions: { clientOptions: clientOptions() } });
  const app = new App({ token: botToken, receiver, logLevel, clientOptions: clientOptions() });
  app.command('/tonari', async ({ ack, command, respond }) => {
    await ack();
    await respond(command.text);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: event.text, thread_ts: event.ts });
  });
  await app.start();
  return { rest: async () => {}, close: async () => void (await app.stop()) };
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
