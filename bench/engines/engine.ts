import type { Dictionary } from '../../src/lookup/dictionary.ts';
import type { Fact } from '../../src/lookup/facts.ts';

/** What an engine is given. A text's place in the list is its id. */
export interface Corpus {
  texts: readonly string[];
  facts: readonly Fact[];
  dictionary: Dictionary;
}

/** A way of finding the texts that hold all of some words. */
export interface Engine {
  name: string;
  build(corpus: Corpus): void | Promise<void>;
  /** Ids of all texts found, in any order. */
  search(terms: readonly string[]): Iterable<number> | Promise<Iterable<number>>;
  /** Bytes that the index takes outside this process's memory, where that can be told. */
  outside?(): Promise<number>;
  close?(): Promise<void>;
}

export const bigrams = (text: string): string[] => {
  const pairs: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) pairs.push(text.slice(at, at + 2));
  return pairs;
};
