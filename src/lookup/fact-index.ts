import type { Concept, Dictionary } from './dictionary.ts';
import type { Fact } from './facts.ts';
import { stem } from './normalize.ts';
import { intersect, Postings } from './postings.ts';

const WORDS = /[a-z0-9][a-z0-9'’-]*/g;
const EMPTY = new Uint32Array(0);

/**
 * The facts in memory, findable by concept, area, text and English word. Facts are appended and never moved; a changed
 * record's facts are marked gone and its new ones appended, so a change costs what the record costs.
 */
export class FactIndex {
  readonly facts: Fact[] = [];
  readonly #gone = new Set<number>();
  readonly #byRecord = new Map<string, number[]>();
  readonly #byConcept = new Map<string, Postings>();
  readonly #byArea = new Map<string, Postings>();
  readonly #byKind = new Map<string, Postings>();
  readonly #byBigram = new Map<string, Postings>();
  readonly #byStem = new Map<string, Postings>();

  constructor(
    readonly dictionary: Dictionary,
    facts: Iterable<Fact> = [],
  ) {
    for (const fact of facts) this.add(fact);
  }

  /** How many facts stand. */
  get size(): number {
    return this.facts.length - this.#gone.size;
  }

  add(fact: Fact): void {
    const number = this.facts.length;
    this.facts.push(fact);
    push(this.#byKind, fact.kind, number);
    for (const area of fact.areaIds) push(this.#byArea, area, number);
    for (const concept of this.dictionary.conceptsIn(fact)) push(this.#byConcept, concept.id, number);
    for (let i = 0; i + 1 < fact.search.length; i += 1) push(this.#byBigram, fact.search.slice(i, i + 2), number);
    for (const word of fact.english.match(WORDS) ?? []) push(this.#byStem, stem(word), number);
    const numbers = this.#byRecord.get(fact.id);
    if (numbers) numbers.push(number);
    else this.#byRecord.set(fact.id, [number]);
  }

  /** Takes a record's facts out; its new ones are added afterwards. */
  remove(recordId: string): void {
    for (const number of this.#byRecord.get(recordId) ?? []) this.#gone.add(number);
    this.#byRecord.delete(recordId);
  }

  fact(number: number): Fact {
    const fact = this.facts[number];
    if (!fact) throw new RangeError(`there is no fact ${number}`);
    return fact;
  }

  ofConcept(concept: Concept | string): Uint32Array {
    return this.#live(this.#byConcept.get(typeof concept === 'string' ? concept : concept.id));
  }

  ofArea(areaId: string): Uint32Array {
    return this.#live(this.#byArea.get(areaId));
  }

  ofKind(kind: Fact['kind']): Uint32Array {
    return this.#live(this.#byKind.get(kind));
  }

  ofStem(word: string): Uint32Array {
    return this.#live(this.#byStem.get(stem(word)));
  }

  /** Facts whose text holds `part`, a normalised string of two characters or more. */
  ofText(part: string): Uint32Array {
    const lists: Uint32Array[] = [];
    for (let i = 0; i + 1 < part.length; i += 1) {
      const postings = this.#byBigram.get(part.slice(i, i + 2));
      if (!postings) return EMPTY;
      lists.push(postings.list());
    }
    const candidates = intersect(lists);
    // A bigram is the whole of a word of two characters; those of a longer one may stand apart, and only adjacency makes a hit.
    const found =
      part.length === 2 ? candidates : candidates.filter((number) => this.facts[number]?.search.includes(part));
    return this.#gone.size === 0 ? found : found.filter((number) => !this.#gone.has(number));
  }

  all(): Uint32Array {
    const numbers = Uint32Array.from(this.facts, (_, number) => number);
    return this.#gone.size === 0 ? numbers : numbers.filter((number) => !this.#gone.has(number));
  }

  #live(postings: Postings | undefined): Uint32Array {
    if (!postings) return EMPTY;
    const list = postings.list();
    return this.#gone.size === 0 ? list : list.filter((number) => !this.#gone.has(number));
  }
}

function push(map: Map<string, Postings>, key: string, fact: number): void {
  let postings = map.get(key);
  if (!postings) {
    postings = new Postings();
    map.set(key, postings);
  }
  postings.push(fact);
}
