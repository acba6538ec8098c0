import type { Store } from './store.ts';

/**
 * What a person typed, as Slack stores it: `&`, `<` and `>` escaped, `@name` of a person as `<@U…>`, `#name` of a channel as
 * `<#C…|name>`, addresses in angle brackets.
 */
export function typedText(store: Store, typed: string): string {
  const escaped = escapeText(typed).replace(ADDRESS, '<$&>');
  return withChannels(store, withPeople(store, escaped));
}

/** Up to what cannot belong to it: blanks, brackets (escaped by then), Japanese punctuation. */
const ADDRESS = /https?:\/\/(?:(?!&[lg]t;)[^\s「」『』（）、。])+/g;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The longest name first, so that a name which begins like another is not cut. */
function withPeople(store: Store, text: string): string {
  const names = store.state.people
    .flatMap(({ id, handle, name }) => [name, handle].map((called) => ({ called, id })))
    .filter(({ called }) => called !== '')
    .sort((a, b) => b.called.length - a.called.length);
  return names.reduce((said, { called, id }) => said.replace(mentionOf(escapeText(called)), `<@${id}>`), text);
}

/** `@name`, but not within a mail address, and not as the beginning of a longer word. */
const mentionOf = (name: string) =>
  new RegExp(`(?<![\\w.])@${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${/\w$/.test(name) ? '(?!\\w)' : ''}`, 'g');

function withChannels(store: Store, text: string): string {
  const channels = store.state.conversations
    .filter(({ kind }) => kind === 'public')
    .sort((a, b) => b.name.length - a.name.length);
  return channels.reduce((said, { id, name }) => said.replaceAll(`#${name}`, `<#${id}|${name}>`), text);
}
