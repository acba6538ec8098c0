import { type Logger, LogLevel, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../log.ts';
import type { Gate, Kind } from './gate.ts';
import { isNode } from './referee/walk.ts';
import { viewKind } from './sender.ts';

// How we talk to Slack. No client repeats a post by itself: one lost answer would make two posts, and the pause after a
// 429 would hold up every reply that people wait for. Patience is the job's.

export type Fetch = NonNullable<WebClientOptions['fetch']>;

export interface ClientParts {
  /** Ends in `/api/`; Slack's own when absent. */
  slackApiUrl?: string | undefined;
  gate: Gate;
  log: Log;
  /** Through a proxy, or the host's own. */
  fetch?: Fetch | undefined;
}

/** A person waits: an error within two seconds is better than an answer after ten. */
export const FOR_PEOPLE_MS = 2_000;
const FOR_JOBS_MS = 8_000;

export const forPeople = (parts: ClientParts): WebClientOptions => options(parts, FOR_PEOPLE_MS);

export const forJobs = (parts: ClientParts): WebClientOptions => options(parts, FOR_JOBS_MS);

/**
 * For the receiver's socket alone, whose `apps.connections.open` must outlast an outage: an error there ends the process.
 * The receiver must not share an object with the app, as it writes its retries into it.
 */
export const forSocket = ({ slackApiUrl, log, fetch }: ClientParts): WebClientOptions => ({
  ...(slackApiUrl ? { slackApiUrl } : {}),
  ...(fetch ? { fetch } : {}),
  logger: quietLogger(log),
  timeout: FOR_JOBS_MS,
  retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 },
});

function options(parts: ClientParts, timeout: number): WebClientOptions {
  const { slackApiUrl, gate, log, fetch = globalThis.fetch } = parts;
  return {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    fetch: gated(fetch, gate, slackApiUrl ?? 'https://slack.com/api/', timeout),
    logger: quietLogger(log),
    timeout,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  };
}

const METHODS: Record<string, Kind | 'view'> = {
  'chat.postMessage': 'message',
  'chat.postEphemeral': 'message',
  'chat.update': 'message',
  'chat.scheduleMessage': 'message',
  'views.open': 'view',
  'views.push': 'view',
  'views.update': 'view',
  'views.publish': 'view',
};

/**
 * Every call of the general client and every `respond()` of Bolt goes through here, and so past the referee: what we send
 * ourselves was checked before (`sender.ts`).
 */
function gated(fetch: Fetch, gate: Gate, apiUrl: string, timeout: number): Fetch {
  return async (address, init) => {
    // `respond` brings no time limit of its own.
    const limited = { ...init, signal: init?.signal ?? AbortSignal.timeout(timeout) };
    const { body } = limited;
    if (typeof body !== 'string') return fetch(address, limited);
    const url = String(address);
    const checked = url.startsWith(apiUrl)
      ? checkCall(url.slice(apiUrl.length), body, gate)
      : checkResponse(body, gate);
    return fetch(address, { ...limited, body: checked });
  };
}

/** A form, as the Web API gets it: what is no string in the arguments is JSON in its field. */
function checkCall(method: string, body: string, gate: Gate): string {
  const kind = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (method === 'files.getUploadURLExternal') return withAltText(body);
  if (!kind) return body;
  const form = new URLSearchParams(body);
  const before = kind === 'view' ? parsed(form.get('view')) : Object.fromEntries([...form].map(argument));
  const after = gate(kind === 'view' ? viewKind(before) : kind, before);
  if (after === before) return body;
  const fields = kind === 'view' ? { ...Object.fromEntries(form), view: after } : (after as Record<string, unknown>);
  return String(new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, written(value)])));
}

/** The client writes `alt_text`, which Slack does not know: its argument is `alt_txt` (documented). */
function withAltText(body: string): string {
  const form = new URLSearchParams(body);
  const alt = form.get('alt_text');
  if (alt === null) return body;
  form.delete('alt_text');
  form.set('alt_txt', alt);
  return String(form);
}

const STRUCTURED = new Set(['blocks', 'metadata', 'attachments']);

const argument = ([name, value]: [string, string]): [string, unknown] => [
  name,
  STRUCTURED.has(name) ? parsed(value) : value === 'true' || value === 'false' ? value === 'true' : value,
];

const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** JSON, as a `response_url` gets it. */
function checkResponse(body: string, gate: Gate): string {
  const before = parsed(body);
  if (!isNode(before)) return body;
  const after = gate('message', before);
  return after === before ? body : JSON.stringify(after);
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return json;
  }
}

/** Slack's packages would log whole bodies; only that something went wrong is kept, and where. */
export function quietLogger(log: Log): Logger {
  let name = 'slack';
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.debug('slack.warning', { from: name }),
    error: (first: unknown) =>
      log.warn('slack.error', { from: name, error: first instanceof Error ? first.name : undefined }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: (given) => {
      name = given;
    },
  };
}
