import { createHmac } from 'node:crypto';
import { systemClock } from '../calendar/clock.ts';
import type { Acknowledgement, Delivery, Parcel, Retry } from './delivery.ts';

/** What Slack calls the reasons in its header. */
const REASONS = { timeout: 'http_timeout', http_error: 'http_error', connection_failed: 'connection_failed' } as const;

/** Signed requests to the bot's own address, as Slack sends them to `/slack/events`. */
export class HttpDelivery implements Delivery {
  readonly connected = true;
  readonly #clock = systemClock();

  constructor(
    private readonly url: string,
    private readonly signingSecret: string,
  ) {}

  async send(parcel: Parcel, retry: Retry | null, signal: AbortSignal): Promise<Acknowledgement> {
    const { type, body } = encoded(parcel);
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': type, ...this.#signed(body), ...marks(retry) },
        body,
        signal,
      });
      const text = await response.text();
      return response.ok ? { ok: true, body: reading(response, text) } : { ok: false, reason: 'http_error' };
    } catch {
      return { ok: false, reason: signal.aborted ? 'timeout' : 'connection_failed' };
    }
  }

  async close(): Promise<void> {}

  /** With the host's time: the bot compares it with its own. */
  #signed(body: string): Record<string, string> {
    const timestamp = String(Math.floor(this.#clock.now().getTime() / 1_000));
    const digest = createHmac('sha256', this.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
  }
}

function encoded({ kind, payload }: Parcel): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

const marks = (retry: Retry | null): Record<string, string> =>
  retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': REASONS[retry.reason] } : {};

/** An answer is JSON, plain text or nothing. */
function reading(response: Response, text: string): unknown {
  if (text === '') return {};
  return response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as unknown) : { text };
}
