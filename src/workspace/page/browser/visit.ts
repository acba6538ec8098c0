import type { Sight } from '../../sight.ts';
import { perform } from './server.ts';
import { conversation, go, state } from './state.ts';

let seen = '';

/** Tells the workspace what is being looked at, so that it counts as read and Home is published. */
export function noteVisit(): void {
  const { place, sight } = state;
  if (!sight || document.hidden) return;
  const key = visitKey(sight);
  if (key === seen) return;
  seen = key;
  if (place.at === 'home') void perform({ act: 'open-home' }, { quiet: true });
  if (place.at !== 'conversation' || !conversation(place.channel)) return;
  const { channel, thread } = place;
  if (thread === null) void perform({ act: 'open-conversation', channel }, { quiet: true });
  else void perform({ act: 'open-thread', channel, ts: thread }, { quiet: true });
}

/** The same place with something unread is another visit. */
function visitKey({ me }: Sight): string {
  const { place } = state;
  if (place.at !== 'conversation') return `${me.id} ${place.at}`;
  const here = conversation(place.channel);
  const root = here?.messages.find(({ ts }) => ts === place.thread);
  return [me.id, place.channel, place.thread, here?.unread, root?.unreadReplies].join(' ');
}

/** An answer that opens a thread is shown, when the question was asked here. */
export function showAwaitedThread({ me }: Sight): void {
  const { awaiting, place } = state;
  if (!awaiting || place.at !== 'conversation' || place.channel !== awaiting.channel) return;
  const here = conversation(awaiting.channel);
  const asked = here?.messages.find(({ ts, author }) => Number(ts) > Number(awaiting.after) && author.id === me.id);
  if (!here || !asked || (asked.replies.length === 0 && !here.status[asked.ts])) return;
  state.awaiting = null;
  const wasWriting = document.activeElement?.id === 'composer' && !state.drafts.get(`${here.id}/`);
  go({ at: 'conversation', channel: here.id, thread: asked.ts });
  if (wasWriting) queueMicrotask(() => document.getElementById('thread-composer')?.focus());
}
