import { AhoCorasick } from '@monyone/aho-corasick/fast';

/** A phrase found in a text; `begin` and `end` are offsets into the normalised text. */
export interface PhraseHit<T> {
  begin: number;
  end: number;
  phrase: string;
  payloads: readonly T[];
}

const LATIN = /[a-z0-9]/;

/** Where a phrase ends that stands as a whole word, a plural or simple ending included; -1 where it does not. */
function wholeEnd(text: string, begin: number, end: number, phrase: string): number {
  const first = phrase[0] ?? '';
  const last = phrase.at(-1) ?? '';
  if (LATIN.test(first) && LATIN.test(text[begin - 1] ?? '')) return -1;
  if (!LATIN.test(last) || !LATIN.test(text[end] ?? '')) return end;
  if (phrase.length < 4) return -1;
  const ending = text.slice(end, end + 4).match(/^(s|es|ed|ing|d)(?![a-z0-9])/)?.[0];
  return ending ? end + ending.length : -1;
}

/** Finds all phrases of a fixed set in a normalised text, each phrase with what it stands for. */
export class PhraseMatcher<T> {
  readonly #payloads: Map<string, T[]>;
  readonly #automaton: AhoCorasick;

  /** `entries`: normalised phrases and their payloads; a phrase may stand for several things. */
  constructor(entries: Iterable<readonly [phrase: string, payload: T]>) {
    this.#payloads = new Map();
    for (const [phrase, payload] of entries) {
      if (phrase === '') continue;
      const list = this.#payloads.get(phrase);
      if (!list) this.#payloads.set(phrase, [payload]);
      else if (!list.includes(payload)) list.push(payload);
    }
    this.#automaton = new AhoCorasick([...this.#payloads.keys()]);
  }

  /** Every occurrence, overlapping ones included. */
  all(text: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (const { begin, end, keyword } of this.#automaton.matchInText(text)) {
      const reach = wholeEnd(text, begin, end, keyword);
      if (reach >= 0) hits.push({ begin, end: reach, phrase: keyword, payloads: this.#payloads.get(keyword) ?? [] });
    }
    return hits;
  }
}

/** The longest hits from left to right that do not overlap. */
export function longestLeftmost<H extends { begin: number; end: number }>(hits: H[]): H[] {
  const sorted = [...hits].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const chosen: H[] = [];
  let reached = 0;
  for (const hit of sorted) {
    if (hit.begin < reached) continue;
    chosen.push(hit);
    reached = hit.end;
  }
  return chosen;
}
