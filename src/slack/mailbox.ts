import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api';
import { z } from 'zod';
import type { Found, Mailbox, Posted, Wait } from '../delivery/mailbox.ts';
import { RefusedPayload } from './gate.ts';
import type { Message } from './voice.ts';

/** Marks our notices; the key stands beside it. */
const EVENT_TYPE = 'tonari_notice';

const PAGE = 200;
/** Read in any case: the clocks that tell how far to look back may have been set wrong. */
const LEAST_PAGES = 2;
const MOST_PAGES = 50;

const Marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.literal(EVENT_TYPE), event_payload: z.object({ key: z.string() }) }),
});

/** The way of notices to Slack: one request a call, no repetition, and an exact word on what became of it. */
export class SlackMailbox implements Mailbox<Message> {
  constructor(readonly client: WebClient) {}

  async post(to: string, key: string, message: Message): Promise<Posted> {
    try {
      const { channel, ts } = await this.client.chat.postMessage({
        channel: to,
        ...message,
        metadata: { event_type: EVENT_TYPE, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
      });
      return { outcome: 'posted', channel: channel ?? to, ts: ts ?? '' };
    } catch (error) {
      return whyNotPosted(error);
    }
  }

  async find(to: string, key: string, since: Date): Promise<Found> {
    try {
      const channel = /^[UW]/.test(to) ? await this.#directMessages(to) : to;
      const ts = await this.#tsOf(channel, key, since.getTime() / 1_000);
      return ts === null ? { outcome: 'absent' } : { outcome: 'found', channel, ts };
    } catch (error) {
      const why = whyNotPosted(error);
      if (why.outcome === 'unreachable' || why.outcome === 'wait') return why;
      return { outcome: 'wait', code: 'code' in why ? why.code : 'unknown' };
    }
  }

  async #directMessages(user: string): Promise<string> {
    const { channel } = await this.client.conversations.open({ users: user });
    return channel?.id ?? user;
  }

  async #tsOf(channel: string, key: string, since: number): Promise<string | null> {
    let cursor: string | undefined;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { messages = [], response_metadata: more } = await this.client.conversations.history({
        channel,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor ? { cursor } : {}),
      });
      const marked = messages.map((message) => Marked.safeParse(message).data);
      const found = marked.find((message) => message?.metadata.event_payload.key === key);
      if (found) return found.ts;
      cursor = more?.next_cursor;
      const oldest = Number(messages.at(-1)?.ts ?? 0);
      if (!cursor || (page >= LEAST_PAGES && oldest < since)) return null;
    }
    return null;
  }
}

const UNREACHABLE =
  /^(channel_not_found|not_in_channel|is_archived|user_not_found|user_disabled|user_not_in_channel|messages_tab_disabled|cannot_dm_bot|restricted_action\w*|channel_is_limited_access)$/;
/** Slack says of these that part of the work may be done. */
const DOUBTFUL = /^(internal_error|fatal_error|service_unavailable)$/;
/** The whole bot is at fault, or kept out: no notice can help it. */
const BOT_WIDE =
  /^(invalid_auth|not_authed|account_inactive|token_\w+|missing_scope|no_permission|not_allowed_token_type|team_\w+|ekm_access_denied|access_denied|accesslimited|org_login_required|request_timeout)$/;
const REFUSED = /^(invalid_blocks\w*|invalid_arg\w*|invalid_metadata\w*|metadata_\w+|msg_\w+|no_text|too_many_\w+)$/;

/** Nothing of the request has reached Slack. */
const NEVER_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error says of a post; where nobody can tell, it is in doubt. */
export function whyNotPosted(error: unknown): Exclude<Posted, { outcome: 'posted' }> {
  if (error instanceof RefusedPayload) return { outcome: 'refused', code: error.code };
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error.retryAfter);
  if (error instanceof WebAPIPlatformError) return byCode(String((error.data as { error?: unknown }).error));
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode === 429) return rateLimited(undefined);
    const code = `http_${error.statusCode}`;
    return error.statusCode >= 500 ? { outcome: 'doubt', code } : { outcome: 'wait', code, fault: true };
  }
  if (error instanceof WebAPIRequestError) return whyNotPosted(error.original);
  const code = systemCode(error);
  return NEVER_REACHED.has(code) ? { outcome: 'wait', code } : { outcome: 'doubt', code };
}

const rateLimited = (seconds: number | undefined): Wait => ({ outcome: 'wait', code: 'ratelimited', seconds });

function byCode(code: string): Exclude<Posted, { outcome: 'posted' }> {
  if (code === 'ratelimited' || code === 'rate_limited') return rateLimited(undefined);
  if (UNREACHABLE.test(code)) return { outcome: 'unreachable', code };
  if (DOUBTFUL.test(code)) return { outcome: 'doubt', code };
  if (REFUSED.test(code)) return { outcome: 'refused', code };
  return { outcome: 'wait', code, fault: !BOT_WIDE.test(code) };
}

/** Of the system or of `fetch`, which wraps it. */
function systemCode(error: unknown): string {
  const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  if (cause !== undefined) return systemCode(cause);
  return typeof name === 'string' ? name : 'unknown';
}
