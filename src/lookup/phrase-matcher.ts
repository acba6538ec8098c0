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

/** Whether a-z or 0-9 stands there. */
function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/**
 * Finds all phrases of a fixed set in a normalised text, each phrase with what it stands for. The phrases make a tree of
 * characters that is walked from each position, so it is built in milliseconds and finds in microseconds
 * (docs/decisions/0003).
 */
export class PhraseMatcher<T> {
  /** From a node of the tree and a character, as one number, to the next node; 0 is the root. */
  readonly #next = new Map<number, number>();
  /** By node: what the phrase that ends there stands for. */
  readonly #payloads: (T[] | undefined)[] = [undefined];

  /** `entries`: normalised phrases of two characters or more, and their payloads; a phrase may stand for several things. */
  constructor(entries: Iterable<readonly [phrase: string, payload: T]>) {
    for (const [phrase, payload] of entries) {
      if (phrase.length < 2) continue;
      const node = this.#nodeOf(phrase);
      const list = this.#payloads[node];
      if (!list) this.#payloads[node] = [payload];
      else if (!list.includes(payload)) list.push(payload);
    }
  }

  #nodeOf(phrase: string): number {
    let node = 0;
    for (let at = 0; at < phrase.length; at += 1) {
      const step = node * 0x10000 + phrase.charCodeAt(at);
      const next = this.#next.get(step);
      node = next ?? this.#payloads.push(undefined) - 1;
      if (next === undefined) this.#next.set(step, node);
    }
    return node;
  }

  /** Every occurrence, overlapping ones included, from left to right. */
  all(text: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (let begin = 0; begin + 1 < text.length; begin += 1) {
      if (isLatin(text, begin) && isLatin(text, begin - 1)) continue; // inside a Latin word nothing begins
      let node: number | undefined = 0;
      for (let at = begin; at < text.length; at += 1) {
        node = this.#next.get(node * 0x10000 + text.charCodeAt(at));
        if (node === undefined) break;
        const payloads = this.#payloads[node];
        if (!payloads) continue;
        const phrase = text.slice(begin, at + 1);
        const end = wholeEnd(text, begin, at + 1, phrase);
        if (end >= 0) hits.push({ begin, end, phrase, payloads });
      }
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
