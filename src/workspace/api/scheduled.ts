import { z } from 'zod';
import { BOT } from '../cast.ts';
import { newId } from '../ids.ts';
import { post } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { contentOf, writable } from './chat.ts';
import { Blocks, conversationOf, count, json, method, Paging, page } from './method.ts';

/** Slack's horizon. */
const FARTHEST_DAYS = 120;

interface Scheduled {
  id: string;
  channel_id: string;
  post_at: number;
  date_created: number;
  text: string;
  callOff: () => void;
}

/** What waits, by workspace; a restart forgets it. Nothing of the bot rests on this. */
const waiting = new WeakMap<Workspace, Map<string, Scheduled>>();
const waitingIn = (workspace: Workspace) => {
  const known = waiting.get(workspace) ?? new Map<string, Scheduled>();
  waiting.set(workspace, known);
  return known;
};

const Schedule = z.object({
  channel: z.string(),
  post_at: count,
  text: z.string().optional(),
  blocks: Blocks.optional(),
  metadata: json(z.unknown()).optional(),
});

export const scheduled = [
  method('chat.scheduleMessage', ['chat:write'], Schedule, (workspace, args) => {
    const place = writable(workspace, args.channel);
    const { metadata, ...said } = args;
    const content = contentOf(workspace, said);
    const wait = args.post_at - workspace.store.seconds();
    if (wait <= 0) throw new Refusal('time_in_past');
    if (wait > FARTHEST_DAYS * 86_400) throw new Refusal('time_too_far');
    const id = newId('Q');
    const send = () => {
      waitingIn(workspace).delete(id);
      // As with Slack: one that carries metadata is taken and never posted.
      if (metadata === undefined) post(workspace, { ...content, channel: place.id, author: BOT.userId });
    };
    waitingIn(workspace).set(id, {
      id,
      channel_id: place.id,
      post_at: args.post_at,
      date_created: workspace.store.seconds(),
      text: content.text,
      callOff: workspace.clock.after(wait * 1_000, send),
    });
    return { channel: place.id, scheduled_message_id: id, post_at: args.post_at };
  }),
  method(
    'chat.scheduledMessages.list',
    [],
    z.object({ ...Paging, channel: z.string().optional() }),
    (workspace, { channel, ...paging }) => {
      const all = [...waitingIn(workspace).values()].filter(
        (one) => channel === undefined || one.channel_id === channel,
      );
      const { items, next } = page(all, paging, ({ id }) => id);
      return {
        scheduled_messages: items.map(({ callOff, ...shown }) => shown),
        response_metadata: { next_cursor: next },
      };
    },
  ),
  method(
    'chat.deleteScheduledMessage',
    ['chat:write'],
    z.object({ channel: z.string(), scheduled_message_id: z.string() }),
    (workspace, { channel, scheduled_message_id }) => {
      const one = waitingIn(workspace).get(scheduled_message_id);
      if (one?.channel_id !== conversationOf(workspace, channel).id) throw new Refusal('invalid_scheduled_message_id');
      one.callOff();
      waitingIn(workspace).delete(scheduled_message_id);
      return {};
    },
  ),
];
