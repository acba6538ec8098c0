import FlexSearch from 'flexsearch';
import { bigrams, type Corpus, type Engine } from './engine.ts';

/** Given pairs of characters like MiniSearch. It cuts a result off at `limit`, so that is all texts. */
export class FlexSearchPeer implements Engine {
  readonly name = 'FlexSearch 0.8.212, bigrams';
  readonly #index = new FlexSearch.Index({ encode: pairs, tokenize: 'strict', cache: false });
  #size = 0;

  build({ texts }: Corpus): void {
    texts.forEach((text, id) => {
      this.#index.add(id, text);
    });
    this.#size = texts.length;
  }

  search(terms: readonly string[]): number[] {
    const query = terms.join(' ');
    return this.#index.search({ query, limit: this.#size }) as number[];
  }
}

const pairs = (text: string): string[] => text.split(' ').flatMap(bigrams);
