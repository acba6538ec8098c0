import type { SeenConversation } from '../../sight.ts';
import { composer } from './composer.ts';
import { h, type Wanted } from './dom.ts';
import { messageList, statusLine } from './message.ts';
import { go, words } from './state.ts';
import { sticky } from './sticky.ts';

/** One thread, beside its conversation. */
export function threadPane(place: SeenConversation, ts: string): Wanted | null {
  const root = place.messages.find((message) => message.ts === ts);
  if (!root) return null;
  const w = words();
  return h(
    'aside',
    { class: 'side pane', key: `thread-${ts}`, 'aria-label': w.thread },
    h(
      'header',
      { class: 'pane-head with-close' },
      h('h2', null, w.thread),
      h('p', { class: 'quiet' }, place.kind === 'channel' ? `# ${place.name}` : place.name),
      h(
        'button',
        { type: 'button', class: 'close', 'aria-label': w.closeThread, onclick: () => closeThread(place.id) },
        '×',
      ),
    ),
    h(
      'div',
      { class: 'scroll', ...sticky(`thread-${ts}`) },
      messageList(place, [root], true),
      h('div', { class: 'reply-line quiet' }, w.replies(root.replies.length)),
      messageList(place, root.replies, true),
      statusLine(place, ts),
    ),
    composer(place, ts),
  );
}

export function closeThread(channel: string): void {
  go({ at: 'conversation', channel, thread: null });
  document.getElementById('composer')?.focus();
}
