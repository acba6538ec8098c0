import MiniSearch from 'minisearch';
import { bigrams, type Corpus, type Engine } from './engine.ts';

/** Its own tokenizer finds no Japanese words, so it is given pairs of characters, all of which must be there. */
export class MiniSearchPeer implements Engine {
  readonly name = 'MiniSearch 7.2.0, bigrams';
  readonly #index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: bigrams,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND' },
  });

  build({ texts }: Corpus): void {
    this.#index.addAll(texts.map((text, id) => ({ id, text })));
  }

  search(terms: readonly string[]): number[] {
    const hits = this.#index.search({ combineWith: 'AND', queries: [...terms] });
    return hits.map((hit) => hit.id as number);
  }
}
