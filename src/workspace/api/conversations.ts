import { z } from 'zod';
import { BOT } from '../cast.ts';
import { conversationPayload, messagePayload } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { Conversation, Message } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { conversationOf, flag, method, ownConversation, Paging, page } from './method.ts';

const SLACK_KINDS = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' } as const;
const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' } as const;
const HISTORY = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const;

const Channel = z.object({ channel: z.string() });
const History = Channel.extend({
  ...Paging,
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
});

export const conversations = [
  method(
    'conversations.list',
    Object.values(READ),
    z.object({ ...Paging, types: z.string().default('public_channel'), exclude_archived: flag.optional() }),
    (workspace, { types, exclude_archived, ...paging }) => {
      const asked = types.split(',').map((type) => type.trim());
      for (const kind of ['public', 'private', 'im', 'mpim'] as const) {
        if (asked.includes(SLACK_KINDS[kind])) need(workspace, READ[kind]);
      }
      const seen = workspace.store.state.conversations.filter(
        (one) =>
          asked.includes(SLACK_KINDS[one.kind]) &&
          (one.kind === 'public' || one.members.includes(BOT.userId)) &&
          !(exclude_archived && one.archived),
      );
      const { items, next } = page(seen, paging, ({ id }) => id);
      return { channels: items.map(conversationPayload), response_metadata: { next_cursor: next } };
    },
  ),
  method('conversations.info', Object.values(READ), Channel, (workspace, { channel }) => {
    const conversation = readable(workspace, channel);
    return { channel: conversationPayload(conversation) };
  }),
  method('conversations.members', Object.values(READ), Channel.extend(Paging), (workspace, { channel, ...paging }) => {
    const { items, next } = page(readable(workspace, channel).members, paging, (id) => id);
    return { members: items, response_metadata: { next_cursor: next } };
  }),
  method('conversations.history', Object.values(HISTORY), History, (workspace, args) => {
    const place = historyOf(workspace, args.channel);
    const top = workspace.store.history(place.id).filter((message) => message.threadTs === null || message.broadcast);
    const { items, next } = page(between(top, args).reverse(), args, ({ ts }) => ts);
    return listed(workspace, items, next, args.include_all_metadata);
  }),
  method('conversations.replies', Object.values(HISTORY), History.extend({ ts: z.string() }), (workspace, args) => {
    const place = historyOf(workspace, args.channel);
    const asked = workspace.store.message(place.id, args.ts);
    if (!asked || asked.onlyFor !== null) throw new Refusal('thread_not_found');
    const root = asked.threadTs ?? asked.ts;
    const thread = workspace.store.history(place.id).filter(({ ts, threadTs }) => ts === root || threadTs === root);
    const { items, next } = page(between(thread, args), args, ({ ts }) => ts);
    return listed(workspace, items, next, args.include_all_metadata);
  }),
  method(
    'conversations.open',
    ['im:write', 'mpim:write'],
    z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag.optional() }),
    (workspace, { users, channel, return_im }) => {
      const place = channel ? conversationOf(workspace, channel) : withPeople(workspace, users ?? '');
      return { channel: return_im ? conversationPayload(place) : { id: place.id } };
    },
  ),
  method('conversations.join', ['channels:join'], Channel, (workspace, { channel }) => {
    const place = conversationOf(workspace, channel);
    if (place.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
    if (place.archived) throw new Refusal('is_archived');
    if (!place.members.includes(BOT.userId)) place.members.push(BOT.userId);
    workspace.store.changed();
    return { channel: conversationPayload(place) };
  }),
  method('conversations.mark', [], Channel.extend({ ts: z.string() }), () => ({})),
  method(
    'conversations.setTopic',
    ['channels:manage', 'channels:write.topic'],
    Channel.extend({ topic: z.string() }),
    (workspace, { channel, topic }) => {
      const place = ownConversation(workspace, channel);
      place.topic = topic;
      workspace.store.changed();
      return { channel: conversationPayload(place) };
    },
  ),
];

/** Throws `missing_scope`; some methods need another scope for each kind of conversation. */
function need(workspace: Workspace, scope: string): void {
  if (workspace.app.scopes.includes(scope)) return;
  throw new Refusal('missing_scope', { needed: scope, provided: workspace.app.scopes.join(',') });
}

function readable(workspace: Workspace, channel: string): Conversation {
  const place = conversationOf(workspace, channel);
  if (place.kind !== 'public' && !place.members.includes(BOT.userId)) throw new Refusal('channel_not_found');
  need(workspace, READ[place.kind]);
  return place;
}

function historyOf(workspace: Workspace, channel: string): Conversation {
  const place = ownConversation(workspace, channel);
  need(workspace, HISTORY[place.kind]);
  return place;
}

function between(messages: Message[], { oldest, latest, inclusive }: z.infer<typeof History>): Message[] {
  const after = (ts: string, bound: string) => ts > bound || (inclusive === true && ts === bound);
  return messages.filter(({ ts }) => (!oldest || after(ts, oldest)) && (!latest || after(latest, ts)));
}

function listed(
  workspace: Workspace,
  messages: Message[],
  next: string,
  withMetadata = false,
): Record<string, unknown> {
  const here = messages[0] ? workspace.store.history(messages[0].channel) : [];
  return {
    messages: messages.map((message) => messagePayload(workspace, message, withMetadata, here)),
    has_more: next !== '',
    ...(next ? { response_metadata: { next_cursor: next } } : {}),
  };
}

/** The conversation of the bot with one person, or with several. */
function withPeople(workspace: Workspace, users: string): Conversation {
  const ids = users.split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new Refusal('users_list_not_supplied');
  for (const id of ids) {
    const person = workspace.store.person(id);
    if (!person) throw new Refusal('user_not_found');
    if (person.deleted) throw new Refusal('user_disabled');
    if (person.id === BOT.userId) throw new Refusal('cannot_dm_bot');
  }
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    need(workspace, 'im:write');
    return workspace.store.directMessages(only);
  }
  need(workspace, 'mpim:write');
  const members = [BOT.userId, ...ids];
  const same = workspace.store.state.conversations.find(
    (one) =>
      one.kind === 'mpim' && one.members.length === members.length && members.every((id) => one.members.includes(id)),
  );
  return same ?? workspace.store.addConversation({ kind: 'mpim', name: `mpdm-${ids.length}`, members });
}
