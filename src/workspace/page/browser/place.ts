/** Where a person is in the page; kept in the address, so that "back" works. */
export type Place = { at: 'welcome' } | { at: 'home' } | { at: 'conversation'; channel: string; thread: string | null };

/** `#/`, `#/home`, `#/C01`, `#/C01/1763.0001`. */
export function readPlace(hash: string): Place {
  const [first = '', thread = ''] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (first === '') return { at: 'welcome' };
  if (first === 'home') return { at: 'home' };
  return { at: 'conversation', channel: first, thread: thread === '' ? null : thread };
}

export function writePlace(place: Place): string {
  if (place.at === 'welcome') return '#/';
  if (place.at === 'home') return '#/home';
  const parts = place.thread === null ? [place.channel] : [place.channel, place.thread];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
