import { register } from '../commands/all.ts';
import type { Bot } from '../commands/bot.ts';
import { DocumentReader } from '../commands/document-reader.ts';
import { daily } from '../jobs/daily.ts';
import { deliver } from '../jobs/deliver.ts';
import { digests, planDigests } from '../jobs/digests.ts';
import { drafts } from '../jobs/drafts.ts';
import { imports, tidyImports } from '../jobs/imports.ts';
import { startJobs } from '../jobs/job.ts';
import { joining } from '../jobs/joining.ts';
import { neighbours as aboutNeighbours, tidyNeighbours } from '../jobs/neighbours.ts';
import { nightly } from '../jobs/nightly.ts';
import { objections as aboutObjections } from '../jobs/objections.ts';
import { deadlines, initiatives, meetings } from '../jobs/planned.ts';
import { redraw } from '../jobs/redraw.ts';
import { surveys } from '../jobs/surveys.ts';
import { yearlyTemplate } from '../jobs/yearly-template.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { Delivery } from './delivery/delivery.ts';
import type { Settings } from './delivery/settings.ts';
import { serveFeed } from './documents/calendar-feed.ts';
import { workHealth } from './health.ts';
import { errorFields, type Log } from './log.ts';
import { DocumentSittings } from './registry/documents/sittings.ts';
import { Members } from './registry/members/members.ts';
import { NeighbourRequests } from './registry/neighbours/neighbour-requests.ts';
import { UselessMatches } from './registry/neighbours/useless-matches.ts';
import { CalendarFeeds } from './registry/planned/calendar-feeds.ts';
import { OfficeClosures } from './registry/planned/closed-days.ts';
import { OfficeSettingsBook } from './registry/planned/office-settings.ts';
import { Words } from './registry/words.ts';
import { Admins } from './slack/admins.ts';
import { type Connection, connect, type Feed, type Transport } from './slack/connection.ts';
import { createGate } from './slack/gate.ts';
import { Listeners } from './slack/listeners.ts';
import { Locales } from './slack/locales.ts';
import { noticeWording } from './slack/notice-view.ts';
import { Trouble } from './slack/trouble.ts';
import type { Message } from './slack/voice.ts';
import { Working } from './slack/working.ts';

export interface BotOptions {
  app: App;
  config: Config;
  botToken: string;
  transport: Transport;
  apiUrl?: string | undefined;
  /** What becomes of a payload that Slack would refuse. */
  onFault: 'throw' | 'mend';
  log: Log;
  /** Other times of the outbox, for tests. */
  outbox?: Partial<Settings>;
  /** Where calendar feeds are answered that somebody else hands through; else `PUBLIC_URL` says it. */
  feedsAt?: string;
}

/** The bot in Slack, connected and answering. */
export interface RunningBot {
  connection: Connection;
  /** The outbox: every message that nobody asked for just now. */
  delivery: Delivery<Message>;
  /** A calendar feed by its path, for whoever else answers over HTTP. */
  feed: Feed;
  /** For a clock that is moved in jumps. */
  timed: { nextAfter(since: Date): Promise<Date | null>; work(): Promise<void> };
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing more, and finishes what is under way. */
  stop(): Promise<void>;
}

/** Whether anything can be asked of the bot over HTTP. */
const hasPort = (transport: Transport): boolean => transport.mode === 'http' || transport.port !== undefined;

/** Connects the bot with Slack. Throws when Slack does not take its tokens. */
export async function startBot({
  app,
  config,
  botToken,
  transport,
  apiUrl,
  onFault,
  log,
  outbox = {},
  feedsAt,
}: BotOptions): Promise<RunningBot> {
  const health = () => workHealth(app.database.prisma, app.clock, delivery.sinceTick, log);
  const feed = (path: string, known: string | undefined) => serveFeed(feeds, path, known);
  const gate = createGate(onFault, log);
  const connection = await connect({ transport, botToken, apiUrl, gate, log, health, feed });
  const { voice, mailbox } = connection;
  const working = new Working();
  const locales = new Locales(async (user) => {
    const { user: found } = await voice.client.users.info({ user, include_locale: true });
    return found?.locale;
  }, log);
  const trouble = new Trouble(log, (user) => locales.of(user));
  const listeners = new Listeners(connection.app, voice, working, trouble);
  const { desk, lookup, people, objections, notices, agenda, questions, clock } = app;
  const admins = new Admins(voice.client, config.admins, log);
  // Without Slack's list of administrators the members still work.
  const administrators = async () => ({ ids: await admins.all().catch(() => []), named: config.admins.length > 0 });
  const registrar = app.registrar(administrators);
  const administration = { prisma: app.database.prisma, clock, administrators };
  const feeds = new CalendarFeeds(administration);
  const neighbours = new NeighbourRequests(administration, config.keptDays);
  const documents = new DocumentSittings(administration);
  const members = new Members(app.database.prisma, clock, administrators);
  const delivery = new Delivery<Message>({
    prisma: app.database.prisma,
    clock,
    mailbox,
    wording: noticeWording,
    subjects: [
      ...[aboutObjections(lookup), drafts(lookup), joining(lookup), aboutNeighbours(lookup)],
      ...[meetings, deadlines, initiatives, digests(lookup), surveys, imports],
    ],
    languageOf: async (to) => (/^[UW]/.test(to) ? locales.of(to) : 'ja'),
    log,
    settings: outbox,
  });
  const bot: Bot = {
    desk,
    lookup,
    people,
    members,
    registrar,
    objections,
    notices,
    agenda,
    neighbours,
    documents,
    reader: new DocumentReader((file) => voice.fetchFile(file)),
    matches: new UselessMatches(app.database.prisma, clock),
    questions,
    words: new Words(administration),
    closures: new OfficeClosures(administration),
    settings: new OfficeSettingsBook(administration),
    feeds,
    publicUrl: feedsAt ?? (hasPort(transport) ? (config.publicUrl ?? null) : null),
    admins,
    voice,
    locales,
    clock,
    log,
    confirmMonths: config.confirmMonths,
    delivery,
  };
  register(listeners, bot);
  await connection.start();
  const redrawing = redraw(bot);
  // What the last run could not write anew any more does not wait for the job's time.
  void working.track(redrawing.run().catch((error: unknown) => log.warn('redraw.failed', errorFields(error))));
  const { prisma } = app.database;
  const days = [nightly(app.database, config.dataDir, clock), tidyNeighbours(neighbours), tidyImports(documents)];
  if (config.data === 'shipped') days.push(yearlyTemplate(prisma, clock, config.homePrefecture));
  const jobs = [
    deliver(delivery),
    redrawing,
    planDigests(prisma, clock),
    ...days.map((each) => daily(prisma, clock, each)),
  ];
  const stopJobs = startJobs(jobs, log);
  return {
    connection,
    delivery,
    feed,
    timed: { nextAfter: (since) => delivery.nextAfter(since), work: () => delivery.drain() },
    idle: () => working.settled(),
    async stop() {
      await connection.stop();
      await stopJobs();
      await working.settled();
      await delivery.stop();
    },
  };
}
