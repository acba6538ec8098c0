import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { type App, clockOf } from './app.ts';
import { type BotOptions, startBot } from './bot.ts';
import { type Config, ConfigError } from './config.ts';
import type { Log } from './log.ts';
import { countedAreas } from './lookup/counted.ts';
import { instructionFor } from './slack/errors.ts';
import { readManifest } from './slack/manifest.ts';
import { openHeld } from './terminal/open-asker.ts';
import type { ExitCode, Running } from './terminal/run.ts';
import { startOf } from './transport.ts';
import { startWords } from './words/start.ts';
import { PREPARING } from './words/terminal.ts';
import { STAFF } from './workspace/cast.ts';
import { type RunningWorkspace, startWorkspace } from './workspace/start.ts';

/** What was opened, to be closed in the reverse order. */
type Closing = (() => Promise<void>)[];

/** `npm start`: the bot in Slack, or in a workspace of its own, until the process is asked to stop. */
export async function serve(running: Running): Promise<ExitCode> {
  const { config, stop } = running;
  const start = startOf(config);
  const closing: Closing = [];
  try {
    const ready =
      start.mode === 'local'
        ? await serveLocally(start.port, running, closing)
        : await serveSlack(start, running, closing);
    process.stdout.write(`${ready}\n`);
    if (!stop.aborted) await once(stop, 'abort');
    return 0;
  } catch (error) {
    throw explained(error, config);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function serveSlack(
  { botToken, transport }: Pick<BotOptions, 'botToken' | 'transport'>,
  { config, log }: Running,
  closing: Closing,
): Promise<string> {
  const { app, close } = await openHeld(config, log);
  closing.push(close);
  const apiUrl = config.slackApiUrl;
  const bot = await startBot({ app, config, botToken, transport, apiUrl, onFault: 'mend', log });
  closing.push(() => bot.stop());
  return startWords.connected;
}

async function serveLocally(port: number, { config, log }: Running, closing: Closing): Promise<string> {
  await tryPort(port);
  process.stderr.write(`${PREPARING}\n`);
  // The folder is opened, and so locked, first; then the bot lives by the workspace's clock, which people can move.
  let clock = clockOf(config);
  const { app, close } = await openHeld(config, log, { now: () => clock.now(), today: () => clock.today() });
  closing.push(close);
  const local = await openWorkspace(config, app, port, log);
  closing.push(() => local.close());
  await registerStaff(app);
  clock = local.workspace.clock;
  const { botToken, appToken } = local.secrets;
  const transport = { mode: 'socket' as const, appToken };
  const { apiUrl, origin: feedsAt } = local;
  const bot = await startBot({ app, config, botToken, transport, apiUrl, onFault: 'throw', log, feedsAt });
  local.workspace.attend(bot.timed);
  local.workspace.offerFeeds(bot.feed);
  closing.push(() => bot.stop());
  return startWords.local(local.origin);
}

/** A port that is taken is told at once, not after the records were loaded for the first time. */
async function tryPort(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

/** A folder as one would write it here: short when it lies below, in full elsewhere. */
function nearPath(folder: string): string {
  const near = path.relative('', folder);
  return near.startsWith('..') ? folder : near || '.';
}

/** The people of the local workspace work for their towns from the start, until somebody registers others. */
async function registerStaff({ database: { prisma }, lookup }: App): Promise<void> {
  if ((await prisma.membership.count()) > 0) return;
  const { areas } = lookup.lookup.records;
  const data = STAFF.flatMap(({ user, town, role }) => {
    const area = areas.find(({ name }) => name === town);
    return area ? [{ user, areaId: area.id, role }] : [];
  });
  await prisma.membership.createMany({ data });
}

async function openWorkspace(config: Config, app: App, port: number, log: Log): Promise<RunningWorkspace> {
  return startWorkspace({
    manifest: readManifest(),
    port,
    folder: config.dataDir,
    clock: clockOf(config),
    database: () => {
      const { records, index } = app.lookup.lookup;
      return {
        engine: app.database.engine,
        folder: config.databaseUrl ? null : nearPath(config.dataDir),
        ...countedAreas(records, config.homePrefecture),
        facts: index.size,
      };
    },
    log,
  });
}

/** What the operator can mend is said in so many words. */
function explained(error: unknown, { port }: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ConfigError([startWords.portTaken(port ?? 3000)]);
  const instruction = (['ja', 'en'] as const).map((language) => instructionFor(error, language));
  return instruction[0] ? new ConfigError(instruction.filter((each) => each !== undefined)) : error;
}
