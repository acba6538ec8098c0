import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { BOT } from './cast.ts';
import type { Acknowledgement, Delivery, Parcel, Retry } from './delivery.ts';
import { newId, newSecret } from './ids.ts';

/** The client watches for our pings from the first one on, so they must keep coming. */
const PING_MS = 10_000;
const CLOSE_MS = 500;

const LOST: Acknowledgement = { ok: false, reason: 'connection_failed' };

const Reply = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Socket Mode: the bot comes to us, by an address that it got from `apps.connections.open`. */
export class SocketDelivery implements Delivery {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #open = new Set<WebSocket>();
  readonly #had = new WeakMap<Parcel, Set<WebSocket>>();
  readonly #waiting = new Map<string, { on: WebSocket; end: (outcome: Acknowledgement) => void }>();
  readonly #pings = setInterval(() => this.#ping(), PING_MS).unref();

  /** `changed`: a connection came or went. */
  constructor(private readonly changed: () => void = () => {}) {}

  get connected(): boolean {
    return this.#open.size > 0;
  }

  /** The path of a new connection, good for one. */
  ticket(): string {
    const ticket = newSecret();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${BOT.appId}`;
  }

  /** Takes an upgrade request over; one without a good ticket is ended. */
  welcome(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection));
  }

  async send(parcel: Parcel, retry: Retry | null, signal: AbortSignal): Promise<Acknowledgement> {
    const connection = this.#other(parcel);
    if (!connection) return LOST;
    const id = newId('').toLowerCase();
    const answer = this.#answerTo(id, connection, signal);
    connection.send(JSON.stringify(envelope(id, parcel, retry)));
    return answer;
  }

  /** The newest connection; where something is sent once more, one that has not had it. */
  #other(parcel: Parcel): WebSocket | undefined {
    const had = this.#had.get(parcel) ?? new Set();
    const all = [...this.#open].reverse();
    const connection = all.find((each) => !had.has(each)) ?? all[0];
    if (connection) this.#had.set(parcel, had.add(connection));
    return connection;
  }

  /** Asks the bot to connect anew, as Slack does every few hours. */
  refresh(): void {
    for (const connection of [...this.#open]) {
      this.#open.delete(connection);
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: DEBUG }));
    }
    this.changed();
  }

  /** Breaks all connections without a word. */
  cut(): void {
    for (const connection of [...this.#open]) connection.terminate();
  }

  async close(): Promise<void> {
    clearInterval(this.#pings);
    this.#open.clear();
    await Promise.all([...this.#server.clients].map(partFrom));
    this.#server.close();
  }

  #greet(connection: WebSocket): void {
    this.#open.add(connection);
    connection.on('message', (data) => this.#hear(String(data)));
    connection.on('error', () => connection.terminate());
    connection.on('close', () => {
      if (this.#open.delete(connection)) this.changed();
      // What was sent this way and not acknowledged never will be.
      for (const { on, end } of this.#waiting.values()) if (on === connection) end(LOST);
    });
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.size,
        debug_info: DEBUG,
        connection_info: { app_id: BOT.appId },
      }),
    );
    this.changed();
  }

  #hear(text: string): void {
    const reply = Reply.safeParse(parsed(text));
    if (!reply.success) return;
    this.#waiting.get(reply.data.envelope_id)?.end({ ok: true, body: reply.data.payload ?? {} });
  }

  #answerTo(id: string, on: WebSocket, signal: AbortSignal): Promise<Acknowledgement> {
    return new Promise((resolve) => {
      const end = (outcome: Acknowledgement) => {
        this.#waiting.delete(id);
        resolve(outcome);
      };
      this.#waiting.set(id, { on, end });
      signal.addEventListener('abort', () => end({ ok: false, reason: 'timeout' }), { once: true });
    });
  }

  #ping(): void {
    for (const connection of this.#open) connection.ping();
  }
}

/** Ends a connection with the handshake that the other side waits for; one that does not answer is cut. */
function partFrom(connection: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => connection.terminate(), CLOSE_MS);
    connection.once('close', () => {
      clearTimeout(patience);
      resolve();
    });
    connection.close();
  });
}

const DEBUG = { host: 'local-workspace', approximate_connection_time: 18_060 };

const envelope = (id: string, { kind, payload }: Parcel, retry: Retry | null) => ({
  envelope_id: id,
  type: kind,
  payload,
  accepts_response_payload: kind !== 'events_api',
  ...(kind === 'events_api' ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' } : {}),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
