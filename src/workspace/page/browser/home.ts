import { blocks } from './blocks/blocks.ts';
import { type Child, h } from './dom.ts';
import { state, words } from './state.ts';

/** What the bot has published for this person. */
export function home(): Child {
  const seen = state.sight?.home;
  if (!seen)
    return h('p', { class: 'empty quiet' }, state.sight?.me.deleted ? words().noHomeAnyMore : words().noHomeYet);
  return blocks({ on: { in: 'home' }, id: 'home', files: [], values: {}, errors: {} }, seen.blocks);
}
