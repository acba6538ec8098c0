import { RespondError } from '@slack/bolt';
import {
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { type Dispatcher, request } from 'undici';
import { z } from 'zod';
import type { Gate, Kind } from './gate.ts';
import { isNode } from './referee/walk.ts';

export const viewKind = (view: unknown): Kind => (isNode(view) && view.type === 'home' ? 'home' : 'modal');

/** A payload that passed the referee, as it goes over the wire. */
export type Letter = string & { readonly passed: true };

const Told = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  needed: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  view: z.object({ id: z.string(), hash: z.string().optional() }).optional(),
});
export type Told = z.infer<typeof Told>;

export interface SenderParts {
  token: string;
  /** Ends in `/api/`. */
  apiUrl: string;
  gate: Gate;
  /** The way out: a pool of connections, or the office's proxy. */
  dispatcher: Dispatcher;
  timeout: number;
}

/**
 * Sends messages and views. Each passes the referee as the object that it is, is written once, and goes out as JSON; the
 * general client would write it as a form, for its log and again to be read by the referee. Nothing is sent twice.
 */
export class Sender {
  constructor(readonly parts: SenderParts) {}

  /** A message or what carries a view, checked and written; whether it is sent may turn out later. */
  write(args: Record<string, unknown>): Letter {
    const { gate } = this.parts;
    const passed = 'view' in args ? { ...args, view: gate(viewKind(args.view), args.view) } : gate('message', args);
    return JSON.stringify(passed) as Letter;
  }

  send(method: string, args: Record<string, unknown>): Promise<Told> {
    return this.call(method, this.write(args));
  }

  /** Calls a method. Throws the errors of `@slack/web-api`. */
  async call(method: string, letter: Letter): Promise<Told> {
    const { apiUrl, token } = this.parts;
    const { status, retryAfter, body } = await this.#post(apiUrl + method, letter, {
      Authorization: `Bearer ${token}`,
    });
    if (status === 429 && retryAfter !== undefined) throw new WebAPIRateLimitedError(retryAfter);
    if (status !== 200) throw new WebAPIHTTPError(status, '', {}, body);
    const told = Told.parse(body);
    if (!told.ok) throw new WebAPIPlatformError(told as WebAPICallResult & { error: string });
    return told;
  }

  /** Says something through the `response_url` of a command or a press. Throws `RespondError`. */
  async respond(url: string, letter: Letter): Promise<void> {
    const { status } = await this.#post(url, letter, {});
    if (status < 200 || status > 299) throw new RespondError('the response address took nothing', status);
  }

  async #post(url: string, body: string, headers: Record<string, string>) {
    const { dispatcher, timeout } = this.parts;
    try {
      const response = await request(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
        body,
        dispatcher,
        signal: AbortSignal.timeout(timeout),
      });
      const retryAfter = Number.parseInt(String(response.headers['retry-after']), 10);
      return {
        status: response.statusCode,
        retryAfter: Number.isNaN(retryAfter) ? undefined : retryAfter,
        body: parsed(await response.body.text()),
      };
    } catch (error) {
      throw new WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** What an outage answers is often no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { ok: false, error: 'internal_error' };
  }
}
