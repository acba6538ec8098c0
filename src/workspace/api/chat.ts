import { z } from 'zod';
import { BOT } from '../cast.ts';
import { messagePayload } from '../payloads.ts';
import { edit, post, remove } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import { type Conversation, type Message, Metadata } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { Blocks, conversationOf, flag, json, judge, messageAt, method } from './method.ts';

/** Slack cuts longer texts; a bot that sends them has a mistake. */
const LONGEST_TEXT = 40_000;

const Content = z.object({
  text: z.string().optional(),
  blocks: Blocks.optional(),
  metadata: json(Metadata).optional(),
});
const Post = Content.extend({
  channel: z.string(),
  thread_ts: z.string().optional(),
  reply_broadcast: flag.optional(),
});

export const chat = [
  method('chat.postMessage', ['chat:write'], Post, (workspace, args) => {
    const place = writable(workspace, args.channel);
    const content = contentOf(workspace, args);
    const threadTs = threadOf(workspace, place, args.thread_ts);
    const message = post(workspace, {
      ...content,
      channel: place.id,
      author: BOT.userId,
      threadTs,
      broadcast: threadTs !== null && args.reply_broadcast === true,
      metadata: args.metadata ?? null,
    });
    return { channel: place.id, ts: message.ts, message: messagePayload(workspace, message) };
  }),
  method('chat.postEphemeral', ['chat:write'], Post.extend({ user: z.string() }), (workspace, args) => {
    const place = writable(workspace, args.channel);
    if (!place.members.includes(args.user)) throw new Refusal('user_not_in_channel');
    const message = post(workspace, {
      ...contentOf(workspace, args),
      channel: place.id,
      author: BOT.userId,
      threadTs: threadOf(workspace, place, args.thread_ts),
      onlyFor: args.user,
    });
    return { message_ts: message.ts };
  }),
  method(
    'chat.update',
    ['chat:write'],
    Content.extend({ channel: z.string(), ts: z.string() }),
    (workspace, { channel, ts, ...said }) => {
      const message = ownMessage(workspace, channel, ts, 'cant_update_message');
      const content = contentOf(workspace, said);
      edit(workspace, message, {
        text: content.text,
        // Text alone takes the blocks away, as with Slack.
        blocks: content.blocks,
        ...(said.metadata ? { metadata: said.metadata } : {}),
      });
      return { channel: message.channel, ts, text: message.text, message: messagePayload(workspace, message) };
    },
  ),
  method(
    'chat.delete',
    ['chat:write'],
    z.object({ channel: z.string(), ts: z.string() }),
    (workspace, { channel, ts }) => {
      const message = ownMessage(workspace, channel, ts, 'cant_delete_message');
      remove(workspace, message);
      return { channel: message.channel, ts };
    },
  ),
  method(
    'chat.getPermalink',
    [],
    z.object({ channel: z.string(), message_ts: z.string() }),
    (workspace, { channel, message_ts }) => {
      const message = messageAt(workspace, conversationOf(workspace, channel).id, message_ts);
      const permalink = `${workspace.origin}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
      return { channel: message.channel, permalink };
    },
  ),
];

/** A conversation that the bot may write to. Throws `channel_not_found`, `is_archived`, `not_in_channel`. */
export function writable(workspace: Workspace, channel: string): Conversation {
  const place = conversationOf(workspace, channel);
  if (place.archived) throw new Refusal('is_archived');
  const mayAnywhere = place.kind === 'public' && workspace.app.scopes.includes('chat:write.public');
  if (!place.members.includes(BOT.userId) && !mayAnywhere) throw new Refusal('not_in_channel');
  return place;
}

/** What a message says, judged. Throws `no_text`, `msg_too_long`, `invalid_blocks`. */
export function contentOf(
  workspace: Workspace,
  { text = '', blocks = [], metadata }: z.infer<typeof Content>,
): Pick<Message, 'text' | 'blocks'> {
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > LONGEST_TEXT) throw new Refusal('msg_too_long');
  judge(workspace, 'message', {
    ...(text === '' ? {} : { text }),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(metadata ? { metadata } : {}),
  });
  return { text, blocks };
}

/** The root of the thread that is answered; an answer to a reply goes to the same thread. */
export function threadOf(workspace: Workspace, place: Conversation, threadTs: string | undefined): string | null {
  if (threadTs === undefined) return null;
  const root = workspace.store.message(place.id, threadTs);
  if (!root) throw new Refusal('thread_not_found');
  return root.threadTs ?? root.ts;
}

function ownMessage(workspace: Workspace, channel: string, ts: string, otherwise: string): Message {
  const message = messageAt(workspace, conversationOf(workspace, channel).id, ts);
  if (message.author !== BOT.userId) throw new Refusal(otherwise);
  return message;
}
