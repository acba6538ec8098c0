import { h, type Wanted } from '../dom.ts';
import { emoji } from './emoji.ts';

// The signs that the page itself offers, drawn by us: they show where no font has emoji.

const THUMB =
  'M2.5 10.5h4v10h-4zM8.5 20.5v-10l3.6-7.2c1.6 0 2.6 1.1 2.6 2.6 0 1.2-.4 2.4-.9 3.6h5.4c1.4 0 2.3 1.2 2 2.5l-1.6 6.7c-.3 1.1-1.2 1.8-2.3 1.8z';

const DRAWN: Readonly<Record<string, readonly string[]>> = {
  '+1': [THUMB],
  white_check_mark: ['M4 12.5l5.5 5.5L20.5 6'],
  eyes: [
    'M7 5.5c2.2 0 4 2.9 4 6.5s-1.8 6.5-4 6.5-4-2.9-4-6.5 1.8-6.5 4-6.5zM8.6 10.6v3.8',
    'M17 5.5c2.2 0 4 2.9 4 6.5s-1.8 6.5-4 6.5-4-2.9-4-6.5 1.8-6.5 4-6.5zM18.6 10.6v3.8',
  ],
  /** Somebody who bows: the head, the bent back, the legs. */
  bow: ['M7.2 10.4a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0z', 'M9.5 9.5c4-2.6 9.5-2 10.5 2.5v8.5', 'M10.5 13l-2 4.5'],
  trash: ['M4 6.5h16M9.5 6.5v-3h5v3M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6'],
};

/** A sign by its name: drawn, else the character; its name in colons where nobody knows it. It says nothing aloud. */
export function sign(name: string): Wanted | string {
  const isTurned = name === '-1';
  const paths = DRAWN[isTurned ? '+1' : name];
  if (!paths) return emoji(name) ?? `:${name}:`;
  return h(
    'svg',
    { class: 'sign', viewBox: '0 0 24 24', width: 16, height: 16, 'aria-hidden': true },
    h(
      'g',
      { transform: isTurned ? 'rotate(180 12 12)' : undefined },
      paths.map((d) => h('path', { d })),
    ),
  );
}
