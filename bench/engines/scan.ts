import type { Corpus, Engine } from './engine.ts';

/** Looks at every text. */
export class Scan implements Engine {
  readonly name = 'plain scan (`String.includes`)';
  #texts: readonly string[] = [];

  build({ texts }: Corpus): void {
    this.#texts = texts;
  }

  search(terms: readonly string[]): number[] {
    const found: number[] = [];
    this.#texts.forEach((text, id) => {
      if (terms.every((term) => text.includes(term))) found.push(id);
    });
    return found;
  }
}
