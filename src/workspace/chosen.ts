import type { Values } from './elements.ts';

/** What people have chosen in messages and on their Home, each for themselves. In memory only, as on a page. */
export class Chosen {
  readonly #values = new Map<string, Values>();

  /** `surface`: a message's `ts` or the id of a Home. */
  of(surface: string, person: string): Values {
    return this.#values.get(`${surface}:${person}`) ?? {};
  }

  add(surface: string, person: string, values: Values): void {
    this.#values.set(`${surface}:${person}`, mergedValues(this.of(surface, person), values));
  }
}

/** What was typed or chosen before, with what came now. */
export function mergedValues(before: Values, now: Values): Values {
  const all = { ...before };
  for (const [blockId, actions] of Object.entries(now)) all[blockId] = { ...all[blockId], ...actions };
  return all;
}
