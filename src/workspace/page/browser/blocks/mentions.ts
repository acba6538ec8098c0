import { h, type Wanted } from '../dom.ts';
import { conversation, go, nameOf, state } from '../state.ts';

export function userMention(id: string): Wanted {
  return h('span', { class: id === state.sight?.me.id ? 'mention me' : 'mention' }, `@${nameOf(id)}`);
}

export function channelMention(id: string, label?: string): Wanted {
  const name = conversation(id)?.name ?? label ?? id;
  if (!conversation(id)) return h('span', { class: 'mention' }, `#${name}`);
  const onclick = () => go({ at: 'conversation', channel: id, thread: null });
  return h('button', { type: 'button', class: 'mention', onclick }, `#${name}`);
}

/** `@channel` and its like: rings everybody, so it stands out. */
export const broadcast = (range: string): Wanted => h('span', { class: 'mention me' }, `@${range}`);
