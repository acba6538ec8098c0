import { z } from 'zod';
import { BOT } from '../cast.ts';
import { newId } from '../ids.ts';
import { messagePayload } from '../payloads.ts';
import { addReaction, removeReaction } from '../reactions.ts';
import { Refusal } from '../refusal.ts';
import type { Mark } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { conversationOf, messageAt, method, ownConversation } from './method.ts';

const Reaction = z.object({ channel: z.string(), timestamp: z.string(), name: z.string().min(1) });
const OnMessage = z.object({ channel: z.string(), timestamp: z.string() });

/** Reactions, and the small things that are only kept: pins, bookmarks, reminders. */
export const marks = [
  method('reactions.add', ['reactions:write'], Reaction, (workspace, { channel, timestamp, name }) => {
    const message = messageAt(workspace, conversationOf(workspace, channel).id, timestamp);
    if (!addReaction(workspace, message, BOT.userId, name)) throw new Refusal('already_reacted');
    return {};
  }),
  method('reactions.remove', ['reactions:write'], Reaction, (workspace, { channel, timestamp, name }) => {
    const message = messageAt(workspace, conversationOf(workspace, channel).id, timestamp);
    if (!removeReaction(workspace, message, BOT.userId, name)) throw new Refusal('no_reaction');
    return {};
  }),
  method('pins.add', ['pins:write'], OnMessage, (workspace, { channel, timestamp }) => {
    const place = ownConversation(workspace, channel);
    messageAt(workspace, place.id, timestamp);
    const isPinned = marksIn(workspace, 'pin', place.id).some(({ what }) => what.timestamp === timestamp);
    if (isPinned) throw new Refusal('already_pinned');
    keep(workspace, 'pin', place.id, { timestamp });
    return {};
  }),
  method('pins.list', ['pins:read'], z.object({ channel: z.string() }), (workspace, { channel }) => ({
    items: marksIn(workspace, 'pin', ownConversation(workspace, channel).id).flatMap(
      ({ channel: at, what, created }) => {
        const message = workspace.store.message(at ?? '', String(what.timestamp));
        return message ? [{ type: 'message', channel: at, created, message: messagePayload(workspace, message) }] : [];
      },
    ),
  })),
  method(
    'bookmarks.add',
    ['bookmarks:write'],
    z.object({ channel_id: z.string(), title: z.string().min(1), type: z.literal('link'), link: z.url() }),
    (workspace, { channel_id, title, type, link }) => {
      const place = ownConversation(workspace, channel_id);
      const { id } = keep(workspace, 'bookmark', place.id, { title, type, link });
      return { bookmark: { id, channel_id: place.id, title, type, link } };
    },
  ),
  method(
    'reminders.add',
    ['reminders:write'],
    z.object({ text: z.string().min(1), time: z.coerce.string(), user: z.string().optional() }),
    (workspace, { text, time, user }) => {
      const { id } = keep(workspace, 'reminder', null, { text, time, user: user ?? BOT.userId });
      return { reminder: { id, creator: BOT.userId, user: user ?? BOT.userId, text, time, recurring: false } };
    },
  ),
];

const marksIn = ({ store }: Workspace, kind: Mark['kind'], channel: string) =>
  store.state.marks.filter((mark) => mark.kind === kind && mark.channel === channel);

function keep({ store }: Workspace, kind: Mark['kind'], channel: string | null, what: Mark['what']): Mark {
  const mark: Mark = { id: newId('Bk'), kind, channel, by: BOT.userId, created: store.seconds(), what };
  store.state.marks.push(mark);
  store.changed();
  return mark;
}
