import { z } from 'zod';
import type { Fault } from '../../slack/referee.ts';
import { BOT } from '../cast.ts';

import { Refusal, refusalWith } from '../refusal.ts';
import { Block, type Conversation, type Message } from '../state.ts';
import type { Workspace } from '../workspace.ts';

/** One method of the Web API. */
export interface Method {
  name: string;
  /** Any one of these is enough; none are needed where the list is empty. */
  scopes: readonly string[];
  token: 'bot' | 'app' | 'any';
  call(workspace: Workspace, args: Record<string, unknown>): Record<string, unknown>;
}

/** Defines a method: its arguments are read by `args`, so `run` gets them right. */
export function method<S extends z.ZodType>(
  name: string,
  scopes: readonly string[],
  args: S,
  run: (workspace: Workspace, args: z.infer<S>) => Record<string, unknown>,
  token: Method['token'] = 'bot',
): Method {
  return { name, scopes, token, call: (workspace, given) => run(workspace, readArgs(args, given)) };
}

function readArgs<S extends z.ZodType>(schema: S, given: Record<string, unknown>): z.infer<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw refusalWith(
    'invalid_arguments',
    result.error.issues.map(({ path, message }) => {
      const absent = path.length === 1 && given[String(path[0])] === undefined;
      return absent ? `missing required field: ${String(path[0])}` : `${message} [json-pointer:/${path.join('/')}]`;
    }),
  );
}

/** In form bodies whatever is no text is written as JSON. */
export const json = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' ? parsed(value) : value), schema);

export const flag = z.preprocess(
  (value) => (typeof value === 'string' ? /^(1|true)$/i.test(value) : value),
  z.boolean(),
);
export const count = z.coerce.number().int();
export const Blocks = json(z.array(Block));

/** JSON, or the text itself where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A conversation by its id or `#name`, or the direct messages with a person. Throws `channel_not_found`. */
export function conversationOf(workspace: Workspace, channel: string): Conversation {
  const { store } = workspace;
  const found =
    store.conversation(channel) ??
    store.state.conversations.find(({ name, kind }) => kind === 'public' && channel === `#${name}`);
  if (found) return found;
  const person = store.person(channel);
  if (!person || person.isBot) throw new Refusal('channel_not_found');
  if (person.deleted) throw new Refusal('messages_tab_disabled');
  return store.directMessages(person.id);
}

/** A conversation that the bot is in. Throws `channel_not_found`, `not_in_channel`. */
export function ownConversation(workspace: Workspace, channel: string): Conversation {
  const conversation = conversationOf(workspace, channel);
  if (!conversation.members.includes(BOT.userId)) throw new Refusal('not_in_channel');
  return conversation;
}

/** A message that everybody in the conversation sees. Throws `message_not_found`. */
export function messageAt(workspace: Workspace, channel: string, ts: string): Message {
  const message = workspace.store.message(channel, ts);
  if (!message || message.onlyFor !== null || message.deleted) throw new Refusal('message_not_found');
  return message;
}

/** Lets the referee judge. Throws as Slack does, with every fault and its place. */
export function judge(workspace: Workspace, kind: 'message' | 'modal' | 'home', payload: unknown): void {
  const faults = workspace.referee(kind, payload);
  if (faults.length === 0) return;
  const own = faults.find(({ code }) => OWN_CODES.includes(code))?.code;
  throw refusalWith(own ?? (kind === 'message' ? 'invalid_blocks' : 'invalid_arguments'), faults.map(faultLine));
}

/** Faults for which Slack has an error code of their own. */
const OWN_CODES = ['msg_blocks_too_long', 'no_text', 'view_too_large'];

export const faultLine = ({ message, pointer }: Fault) => `${message} [json-pointer:${pointer}]`;

/**
 * A page of a list, and the cursor of the next one, which names its first item: what comes or goes before it moves nothing.
 * Throws `invalid_cursor`, `invalid_limit`.
 */
export function page<T>(
  items: readonly T[],
  { cursor, limit = 100 }: { cursor?: string | undefined; limit?: number | undefined },
  keyOf: (item: T) => string,
): { items: T[]; next: string } {
  if (limit < 1 || limit > 1_000) throw new Refusal('invalid_limit');
  const wanted = cursor ? Buffer.from(cursor, 'base64').toString() : null;
  const from = wanted === null ? 0 : items.findIndex((item) => cursorText(keyOf(item)) === wanted);
  if (from < 0) throw new Refusal('invalid_cursor');
  const after = items[from + limit];
  return {
    items: items.slice(from, from + limit),
    next: after === undefined ? '' : Buffer.from(cursorText(keyOf(after))).toString('base64'),
  };
}

const cursorText = (key: string) => `next:${key}`;

export const Paging = { cursor: z.string().optional(), limit: count.optional() };
