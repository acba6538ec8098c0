import { FactIndex } from '../../src/lookup/fact-index.ts';
import { EMPTY, intersect } from '../../src/lookup/postings.ts';
import type { Corpus, Engine } from './engine.ts';

/** The product's index. It is built whole: concepts, areas and English words too, which its peers are not asked for. */
export class Ours implements Engine {
  readonly name = 'となりまち';
  #index: FactIndex | undefined;

  build({ dictionary, facts }: Corpus): void {
    this.#index = new FactIndex(dictionary, facts);
  }

  search(terms: readonly string[]): Uint32Array {
    const index = this.#index;
    return index ? intersect(terms.map((term) => index.ofText(term))) : EMPTY;
  }
}
