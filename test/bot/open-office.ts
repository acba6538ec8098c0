import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type App, compose } from '../../src/app.ts';
import { type RunningBot, startBot } from '../../src/bot.ts';
import { fixedClock } from '../../src/calendar/clock.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/open.ts';
import { createLog } from '../../src/log.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { openTestDatabase } from '../database/open-test-database.ts';
import { fewRecords } from '../registry/few-records.ts';
import { freePort, type Transport } from '../workspace/open-workspace.ts';

/** The whole bot on a database of its own, connected with a workspace in which people act. */
export interface Office extends RunningWorkspace {
  app: App;
  bot: RunningBot;
  database: Database;
  /** Every line that was logged. */
  logged: string[];
  /** Waits until the bot, each copy of it, has done all that it was asked for, and what it does after. */
  quiet(): Promise<void>;
  /** A second copy of the bot beside the first, connected by Socket Mode, with connections of its own to the database. */
  addCopy(): Promise<void>;
  /** The bot ends and starts anew, on the same database; `meanwhile` happens while it is down. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
}

export interface OfficeOptions {
  records?: 'few' | 'shipped';
  now?: string;
  env?: Record<string, string>;
  /** Where `/healthz` and calendar feeds are answered: on Socket Mode nowhere unless given. */
  port?: number;
  /** The workspace hands out the feeds, as it does for `npm start` without Slack. */
  feeds?: boolean;
}

export async function openOffice(
  transport: Transport,
  { records = 'few', now = '2026-11-24T09:00:00+09:00', env = {}, port, feeds = false }: OfficeOptions = {},
): Promise<Office> {
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line));
  const database = await openTestDatabase();
  await loadShipped(database.prisma, { records: records === 'few' ? fewRecords() : await readShippedRecords() });
  const botPort = transport === 'http' ? (port ?? (await freePort())) : 0;
  const running = await startWorkspace({
    manifest: parse(readFileSync('manifest.yml', 'utf8')),
    clock: fixedClock(now),
    log,
    ...(transport === 'http' ? { botUrl: `http://127.0.0.1:${botPort}/slack/events` } : {}),
  });
  const config: Config = readConfig({ TONARI_DATA: 'none', ...env });
  const { apiUrl, secrets, workspace } = running;
  const copies: Pick<Office, 'app' | 'bot'>[] = [];
  const start = async (own: Database = { ...database, close: async () => {} }) => {
    const app = await compose(config, log, workspace.clock, own);
    const bot = await startBot({
      app,
      config,
      botToken: secrets.botToken,
      transport:
        transport === 'http'
          ? { mode: 'http', signingSecret: secrets.signingSecret, port: botPort }
          : { mode: 'socket', appToken: secrets.appToken, port },
      apiUrl,
      onFault: 'throw',
      log,
      outbox: { paceMs: 0 },
      ...(feeds ? { feedsAt: running.origin } : {}),
    });
    workspace.attend(bot.timed);
    if (feeds) workspace.offerFeeds(bot.feed);
    return { app, bot };
  };
  const office: Office = {
    ...running,
    ...(await start()),
    database,
    logged,
    async quiet() {
      await running.settled();
      for (const { app, bot } of [office, ...copies]) {
        await bot.idle();
        await bot.delivery.drain();
        await app.desk.settled();
        await app.questions.settled();
      }
    },
    async addCopy() {
      const copy = await start(await database.another());
      copies.push(copy);
    },
    async restart(meanwhile = async () => {}) {
      await office.bot.stop();
      await office.app.close();
      await meanwhile();
      Object.assign(office, await start());
    },
    async close() {
      for (const { app, bot } of [...copies, office]) {
        await bot.stop();
        await app.close();
      }
      await running.close();
      await database.close();
    },
  };
  return office;
}

/** What the referee of the workspace said against payloads of the bot. */
export const faultsOn = ({ workspace }: Office): string[] =>
  workspace.wire.entries.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
