import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { Agent, type Dispatcher } from 'undici';
import { errorFields, type Log } from '../log.ts';
import { type ClientParts, FOR_PEOPLE_MS, forJobs, forPeople, forSocket, quietLogger } from './client.ts';
import type { Gate } from './gate.ts';
import { SlackMailbox } from './mailbox.ts';
import { proxyFrom } from './proxy.ts';
import { Sender } from './sender.ts';
import { Voice } from './voice.ts';

/** A host that is held up for some seconds has not lost its connection: what is on its way there would be lost instead. */
const PONG_MS = 15_000;

/** How the bot is connected with Slack. */
export type Transport =
  | {
      mode: 'socket';
      appToken: string /** Where `/healthz` is answered; absent: nowhere. */;
      port?: number | undefined;
    }
  | { mode: 'http'; signingSecret: string; port: number };

export interface ConnectionOptions {
  transport: Transport;
  botToken: string;
  /** Ends in `/api/`; absent: Slack's own. */
  apiUrl?: string | undefined;
  gate: Gate;
  log: Log;
  /** How the bot's work goes, for `/healthz`. */
  health: () => Promise<WorkHealth>;
  /** A calendar feed by its path; `known`: the ETags that the other side has. */
  feed: Feed;
}

/** What is answered over HTTP. */
interface Served {
  status: number;
  headers: Record<string, string>;
  body: Buffer | null;
}
export type Feed = (path: string, known: string | undefined) => Promise<Served>;

/** Whether the work that nobody waits for is done, and what stands in its way, a line each. */
export interface WorkHealth {
  ready: boolean;
  trouble: readonly string[];
}

export interface Connection {
  app: App;
  voice: Voice;
  /** The way of notices. */
  mailbox: SlackMailbox;
  start(): Promise<void>;
  /** Takes nothing more; does not wait for what is under way. */
  stop(): Promise<void>;
}

/** Connects the bot. Throws what `auth.test` answers when the token is no good, before anything else is begun. */
export async function connect({
  transport,
  botToken,
  apiUrl,
  gate,
  log,
  health: work,
  feed,
}: ConnectionOptions): Promise<Connection> {
  const proxy = proxyFrom(process.env);
  const parts: ClientParts = { slackApiUrl: apiUrl, gate, log, fetch: proxy?.fetch };
  const clientOptions = forPeople(parts);
  const client = new WebClient(botToken, clientOptions);
  const { bot_id: botId, user_id: botUserId } = await client.auth.test();
  let started = false;
  const isReady = (): boolean =>
    started && (!(receiver instanceof SocketModeReceiver) || receiver.client.websocket?.isActive() === true);
  const health = async (): Promise<WorkHealth> => {
    const { ready, trouble } = isReady() ? await work() : { ready: false, trouble: [] };
    return { ready, trouble };
  };
  const receiver = receiverFor(transport, parts, { dispatcher: proxy?.dispatcher, health, feed, log });
  const app = new App({
    token: botToken,
    ...(botId === undefined ? {} : { botId }),
    ...(botUserId === undefined ? {} : { botUserId }),
    receiver,
    convoStore: false, // conversations are ours, and kept in the database
    clientOptions,
    logger: quietLogger(log),
  });
  app.error(async (error) => log.error('slack.unhandled', errorFields(error))); // the listeners handle their own
  const dispatcher = proxy?.dispatcher ?? new Agent({ connect: { timeout: FOR_PEOPLE_MS } });
  const sender = new Sender({ token: botToken, apiUrl: client.slackApiUrl, gate, dispatcher, timeout: FOR_PEOPLE_MS });
  const server = transport.mode === 'socket' ? ownServer(transport.port, { health, feed, log }) : null;
  return {
    app,
    voice: new Voice(client, sender),
    mailbox: new SlackMailbox(new WebClient(botToken, forJobs(parts))),
    async start() {
      await server?.listen();
      if (transport.mode === 'http') await app.start(transport.port);
      else await app.start();
      started = true;
    },
    async stop() {
      started = false;
      await app.stop();
      await server?.close();
    },
  };
}

function receiverFor(
  transport: Transport,
  parts: ClientParts,
  { dispatcher, ...pages }: Pages & { dispatcher: Dispatcher | undefined },
) {
  const logger = quietLogger(parts.log);
  if (transport.mode === 'socket') {
    return new SocketModeReceiver({
      appToken: transport.appToken,
      installerOptions: { clientOptions: forSocket(parts) },
      ...(dispatcher ? { dispatcher } : {}),
      clientPingTimeout: PONG_MS,
      logger,
    });
  }
  return new HTTPReceiver({
    signingSecret: transport.signingSecret,
    logger,
    customRoutes: [
      { path: '/healthz', method: 'GET', handler: (_request, response) => void answerHealth(response, pages.health) },
      {
        path: '/calendar/:file',
        method: 'GET',
        handler: (request, response) => void answerFeed(request, response, pages),
      },
    ],
  });
}

interface HealthResponse {
  writeHead(status: number, headers: Record<string, string>): { end(body: string): unknown };
}

type Health = () => Promise<WorkHealth>;

/** 200 only when the bot is ready to work; what stands in the way of notices follows, a line each. */
async function answerHealth(response: HealthResponse, health: Health): Promise<void> {
  const { ready, trouble } = await health();
  const lines = [ready ? 'ready' : 'not ready', ...trouble];
  response.writeHead(ready ? 200 : 503, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${lines.join('\n')}\n`);
}

/** What is answered over HTTP beside Slack. */
interface Pages {
  health: Health;
  feed: Feed;
  log: Log;
}

/** Nothing of the path is logged: whoever knows it reads the calendar. */
async function answerFeed(request: IncomingMessage, response: ServerResponse, { feed, log }: Pages): Promise<void> {
  try {
    const { status, headers, body } = await feed(request.url ?? '', request.headers['if-none-match']);
    response.writeHead(status, headers).end(body ?? undefined);
  } catch (error) {
    log.error('feed.failed', errorFields(error));
    response.writeHead(503, { 'Retry-After': '60' }).end();
  }
}

function ownServer(port: number | undefined, pages: Pages) {
  if (port === undefined) return null;
  const server = createServer((request, response) => {
    if (request.url === '/healthz') void answerHealth(response, pages.health);
    else if (request.method === 'GET' && request.url?.startsWith('/calendar/'))
      void answerFeed(request, response, pages);
    else response.writeHead(404).end();
  });
  return {
    listen: () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, resolve);
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
