import { type Child, h, type Wanted } from './dom.ts';

/** An address that a click may lead to; null for anything else, such as a script. */
export function webAddress(url: string): string | null {
  return /^(https?:\/\/|mailto:|tel:)/i.test(url.trim()) ? url.trim() : null;
}

/** A link that leaves the page only when someone clicks it, and tells the other side nothing. */
export function link(url: string, ...label: Child[]): Wanted {
  const address = webAddress(url);
  if (!address) return h('span', null, label);
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address }, label);
}
