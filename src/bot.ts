import { register } from '../commands/all.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { Members } from './registry/members.ts';
import { Admins } from './slack/admins.ts';
import { type Connection, connect, type Transport } from './slack/connection.ts';
import { createGate } from './slack/gate.ts';
import { Listeners } from './slack/listeners.ts';
import { Locales } from './slack/locales.ts';
import { Trouble } from './slack/trouble.ts';
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
}

/** The bot in Slack, connected and answering. */
export interface RunningBot {
  connection: Connection;
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing more, and finishes what is under way. */
  stop(): Promise<void>;
}

/** Connects the bot with Slack. Throws when Slack does not take its tokens. */
export async function startBot({
  app,
  config,
  botToken,
  transport,
  apiUrl,
  onFault,
  log,
}: BotOptions): Promise<RunningBot> {
  const connection = await connect({ transport, botToken, apiUrl, gate: createGate(onFault, log), log });
  const { voice } = connection;
  const working = new Working();
  const locales = new Locales(async (user) => {
    const { user: found } = await voice.client.users.info({ user, include_locale: true });
    return found?.locale;
  }, log);
  const trouble = new Trouble(log, (user) => locales.of(user));
  const listeners = new Listeners(connection.app, voice, working, trouble);
  const { desk, lookup, people, objections, clock } = app;
  const admins = new Admins(voice.client, config.admins, log);
  // Without Slack's list of administrators the members still work.
  const administrators = async () => ({ ids: await admins.all().catch(() => []), named: config.admins.length > 0 });
  const registrar = app.registrar(administrators);
  const members = new Members(app.database.prisma, clock, administrators);
  register(listeners, {
    desk,
    lookup,
    people,
    members,
    registrar,
    objections,
    admins,
    voice,
    locales,
    clock,
    log,
    confirmMonths: config.confirmMonths,
  });
  await connection.start();
  return {
    connection,
    idle: () => working.settled(),
    async stop() {
      await connection.stop();
      await working.settled();
    },
  };
}
