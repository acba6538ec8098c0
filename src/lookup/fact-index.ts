import type { Facet } from '../records/vocabulary.ts';
import type { Concept, Dictionary } from './dictionary.ts';
import { FactTraits } from './fact-traits.ts';
import type { Fact } from './facts.ts';
import { stem } from './normalize.ts';
import { EMPTY, Postings } from './postings.ts';
import { TextPostings } from './text-postings.ts';

const WORDS = /[a-z0-9][a-z0-9'’-]*/g;

/**
 * The facts in memory, findable by concept, area, text and English word. Facts are appended and never moved; a changed
 * record's facts are marked gone and its new ones appended, so a change costs what the record costs.
 */
export class FactIndex {
  readonly facts: Fact[] = [];
  readonly traits = new FactTraits();
  readonly #all = new Postings();
  /** 1 for a fact that was taken out. */
  #gone = new Uint8Array(1024);
  /** Lists drop what has gone when they are next asked for. */
  #goneCount = 0;
  readonly #byRecord = new Map<string, number[]>();
  readonly #lists = new Map<string, Postings>();
  readonly #concepts = new Map<string, Postings>();
  readonly #stems = new Map<string, Postings>();
  /** By word the list of its stem, so that a word is stemmed once. */
  readonly #words = new Map<string, Postings>();
  readonly #texts = new TextPostings();

  constructor(
    readonly dictionary: Dictionary,
    facts: Iterable<Fact> = [],
  ) {
    for (const fact of facts) this.add(fact);
  }

  /** How many facts stand. */
  get size(): number {
    return this.facts.length - this.#goneCount;
  }

  add(fact: Fact): void {
    const number = this.facts.length;
    this.facts.push(fact);
    this.traits.add(fact);
    this.#all.push(number);
    if (number >= this.#gone.length) {
      const grown = new Uint8Array(this.#gone.length * 2);
      grown.set(this.#gone);
      this.#gone = grown;
    }
    for (const key of this.#keysOf(fact)) listFor(this.#lists, key).push(number);
    for (const concept of this.dictionary.conceptsIn(fact)) listFor(this.#concepts, concept.id).push(number);
    for (const word of fact.english.match(WORDS) ?? []) this.#ofWord(word).push(number);
    this.#texts.add(fact.search);
    const numbers = this.#byRecord.get(fact.id);
    if (numbers) numbers.push(number);
    else this.#byRecord.set(fact.id, [number]);
  }

  /** Takes a record's facts out; its new ones are added afterwards. */
  remove(recordId: string): void {
    for (const number of this.#byRecord.get(recordId) ?? []) {
      this.#gone[number] = 1;
      this.#goneCount += 1;
    }
    this.#byRecord.delete(recordId);
  }

  ofRecord(recordId: string): Fact[] {
    return (this.#byRecord.get(recordId) ?? []).map((number) => this.fact(number));
  }

  fact(number: number): Fact {
    const fact = this.facts[number];
    if (!fact) throw new RangeError(`there is no fact ${number}`);
    return fact;
  }

  ofConcept(concept: Concept | string): Uint32Array {
    return this.#standingIn(this.#concepts.get(typeof concept === 'string' ? concept : concept.id));
  }

  ofArea(areaId: string): Uint32Array {
    return this.#list(`area:${areaId}`);
  }

  ofKind(kind: Fact['kind']): Uint32Array {
    return this.#list(`kind:${kind}`);
  }

  /** Facts that belong to a column, as where they stand or besides. */
  ofFacet(facet: Facet | 'vision'): Uint32Array {
    return this.#list(`facet:${facet}`);
  }

  /** Facts that stand in a column. */
  inColumn(column: Facet | 'vision'): Uint32Array {
    return this.#list(`column:${column}`);
  }

  withFigures(): Uint32Array {
    return this.#list('figures');
  }

  ofStem(word: string): Uint32Array {
    return this.#standingIn(this.#stems.get(stem(word)));
  }

  /** Facts whose text holds `part`, a normalised string of two characters or more. */
  ofText(part: string): Uint32Array {
    return this.#standing(this.#texts.find(part));
  }

  all(): Uint32Array {
    return this.#all.withoutGone(this.#gone, this.#goneCount).list();
  }

  /** Those of `facts` that have not been taken out. */
  #standing(facts: Uint32Array): Uint32Array {
    if (this.#goneCount === 0) return facts;
    const out = new Uint32Array(facts.length);
    let length = 0;
    for (let i = 0; i < facts.length; i += 1) {
      const number = facts[i] as number;
      out[length] = number;
      length += 1 - (this.#gone[number] as number);
    }
    return out.subarray(0, length);
  }

  #list(key: string): Uint32Array {
    return this.#standingIn(this.#lists.get(key));
  }

  #standingIn(postings: Postings | undefined): Uint32Array {
    return postings?.withoutGone(this.#gone, this.#goneCount).list() ?? EMPTY;
  }

  #ofWord(word: string): Postings {
    let postings = this.#words.get(word);
    if (!postings) {
      postings = listFor(this.#stems, stem(word));
      this.#words.set(word, postings);
    }
    return postings;
  }

  *#keysOf(fact: Fact): Iterable<string> {
    yield `kind:${fact.kind}`;
    if (fact.facet) yield `column:${fact.facet}`;
    for (const facet of fact.facets) yield `facet:${facet}`;
    if (fact.numbers.length > 0) yield 'figures';
    for (const area of fact.areaIds) yield `area:${area}`;
  }
}

/** The list of a key, a new one where there is none. */
function listFor<K>(lists: Map<K, Postings>, key: K): Postings {
  let postings = lists.get(key);
  if (!postings) {
    postings = new Postings();
    lists.set(key, postings);
  }
  return postings;
}
