import { MentionEvent } from '../src/slack/bodies.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { questionText } from '../src/slack/question-text.ts';
import { answerThere } from './answering.ts';
import type { Bot } from './bot.ts';

/** A mention in a channel is answered in its thread. */
export function mention(listeners: Listeners, bot: Bot): void {
  listeners.event('app_mention', MentionEvent, {
    place: ({ user, channel, ts, thread_ts }) => ({ user, channel, thread: thread_ts ?? ts, direct: false }),
    async lazy(call) {
      const { channel, ts, thread_ts, text } = call.body.event;
      const follows = thread_ts ? 'thread' : undefined;
      const where = { channel, thread: thread_ts ?? ts, direct: false, follows } as const;
      await answerThere(bot, call, questionText(text), where);
    },
  });
}
