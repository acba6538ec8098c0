import { createServer } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type RunningWorkspace, startWorkspace, type WorkspaceOptions } from '../../src/workspace/start.ts';

export const TRANSPORTS = ['socket', 'http'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** A workspace with a bot connected to it, in this process. */
export interface OpenWorkspace extends RunningWorkspace {
  app: App;
  /** Where the bot takes signed requests; null on Socket Mode. */
  botUrl: string | null;
}

/** Starts a workspace and a Bolt app, on which `register` hangs its listeners, joined by the named transport. */
export async function openWorkspace(
  transport: Transport,
  register: (app: App) => void,
  options: Partial<WorkspaceOptions> = {},
): Promise<OpenWorkspace> {
  const botPort = transport === 'http' ? await freePort() : 0;
  const botUrl = transport === 'http' ? `http://127.0.0.1:${botPort}/slack/events` : null;
  const running = await startWorkspace({ manifest: TEST_MANIFEST, ...options, ...(botUrl === null ? {} : { botUrl }) });
  const app = boltApp(transport, running);
  register(app);
  await app.start(botPort);
  await authenticated(running);
  return {
    ...running,
    app,
    botUrl,
    close: async () => {
      await app.stop();
      await running.close();
    },
  };
}

/** Bolt asks who it is on its own time; a workspace that closes before would leave that question unanswered. */
function authenticated({ workspace: { wire } }: RunningWorkspace): Promise<void> {
  if (wire.entries.some(({ name }) => name === 'auth.test')) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = wire.onEntry(({ name }) => {
      if (name !== 'auth.test') return;
      stop();
      resolve();
    });
  });
}

function boltApp(transport: Transport, { apiUrl, secrets }: RunningWorkspace): App {
  const logLevel = LogLevel.ERROR;
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret: secrets.signingSecret, logLevel, unhandledRequestTimeoutMillis: 3_500 })
      : new SocketModeReceiver({
          appToken: secrets.appToken,
          logLevel,
          clientPingTimeout: 1_000,
          installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 3 } } },
        });
  return new App({
    token: secrets.botToken,
    receiver,
    logLevel,
    clientOptions: { slackApiUrl: apiUrl, timeout: 2_000, rejectRateLimitedCalls: true, retryConfig: { retries: 0 } },
    extendedErrorHandler: false,
  });
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A small app's manifest. */
export const TEST_MANIFEST = {
  display_information: { name: 'となりまち' },
  features: {
    slash_commands: [
      { command: '/ask', description: '尋ねます', usage_hint: '[質問]' },
      { command: '/尋ねる', description: '尋ねます', should_escape: true },
      { command: '/form', description: '様式を開きます' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'im:history',
        'im:write',
        'app_mentions:read',
        'users:read',
        'assistant:write',
        'channels:read',
        'channels:history',
        'files:read',
        'files:write',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_mention', 'message.im', 'message.channels', 'app_home_opened'] },
  },
};
