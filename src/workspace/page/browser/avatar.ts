import { h, type Wanted } from './dom.ts';
import { state } from './state.ts';

/** A square with the first sign of a name; the bot's is a house. Names stand beside it, so it says nothing itself. */
export function avatar(id: string, name: string): Wanted {
  if (id === state.sight?.bot.userId) return h('span', { class: 'avatar bot', 'aria-hidden': true }, house());
  const colour = [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 6;
  return h('span', { class: `avatar colour-${colour}`, 'aria-hidden': true }, [...name][0] ?? '?');
}

/** Two neighbouring houses: the sign of the bot. */
export const house = (): Wanted =>
  h(
    'svg',
    { viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': true },
    h('path', { d: 'M2 12 8 6l6 6v8H2z', fill: 'currentColor' }),
    h('path', { d: 'M13 9.2 17 5l5 5.2V20h-6v-8.9z', fill: 'currentColor', opacity: 0.6 }),
  );
