import { MessageEvent } from '../src/slack/bodies.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { questionText } from '../src/slack/question-text.ts';
import { answerThere } from './answering.ts';
import type { Bot } from './bot.ts';

/**
 * A direct message is answered in its thread: one that is no reply begins a thread of its own, and goes on with what
 * the person asked a little before.
 */
export function directMessage(listeners: Listeners, bot: Bot): void {
  listeners.event('message', MessageEvent, {
    place: ({ user, channel, ts, thread_ts }) => ({ user: user ?? '', channel, thread: thread_ts ?? ts, direct: true }),
    async lazy(call) {
      const { channel, ts, thread_ts, text, channel_type, subtype, bot_id, user } = call.body.event;
      const fromPerson = user !== undefined && bot_id === undefined && (!subtype || subtype === 'file_share');
      if (channel_type !== 'im' || !fromPerson) return;
      const follows = thread_ts ? 'thread' : 'channel';
      const where = { channel, thread: thread_ts ?? ts, direct: true, follows } as const;
      await answerThere(bot, call, questionText(text), where);
    },
  });
}
