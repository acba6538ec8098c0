import type { SeenMessage, Sight } from '../../sight.ts';
import { unescaped } from './blocks/mrkdwn.ts';
import { nameOf, state } from './state.ts';

/** For screen readers: the newest message of the conversation that is open, when someone else wrote it. */
export function announcement(before: Sight | null, now: Sight): string | null {
  const { place } = state;
  if (place.at !== 'conversation' || before?.me.id !== now.me.id) return null;
  const newest = newestIn(now, place.channel);
  const former = newestIn(before, place.channel);
  if (!newest || newest.ts === former?.ts || newest.author.id === now.me.id) return null;
  const text = unescaped(newest.text.replace(/<@(U\w+)>/g, (_, id: string) => `@${nameOf(id)}`));
  return `${newest.author.name}: ${text}`;
}

function newestIn(sight: Sight, channel: string): SeenMessage | undefined {
  const messages = sight.conversations.find(({ id }) => id === channel)?.messages ?? [];
  return messages
    .flatMap((message) => [message, ...message.replies])
    .reduce<SeenMessage | undefined>(
      (last, other) => (!last || Number(other.ts) > Number(last.ts) ? other : last),
      undefined,
    );
}
