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

/** The first two characters of a stretch as one number. */
const startOf = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/**
 * Finds all phrases of a fixed set in a normalised text, each phrase with what it stands for. From each position only the
 * lengths of phrases that begin with its two characters are tried, so it is built in milliseconds and finds in
 * microseconds (docs/decisions/0003).
 */
export class PhraseMatcher<T> {
  readonly #payloads = new Map<string, T[]>();
  readonly #lengths = new Map<number, number[]>();

  /** `entries`: normalised phrases of two characters or more, and their payloads; a phrase may stand for several things. */
  constructor(entries: Iterable<readonly [phrase: string, payload: T]>) {
    for (const [phrase, payload] of entries) {
      if (phrase.length < 2) continue;
      const list = this.#payloads.get(phrase);
      if (!list) {
        this.#payloads.set(phrase, [payload]);
        this.#note(phrase);
      } else if (!list.includes(payload)) list.push(payload);
    }
  }

  #note(phrase: string): void {
    const start = startOf(phrase, 0);
    const lengths = this.#lengths.get(start);
    if (!lengths) this.#lengths.set(start, [phrase.length]);
    else if (!lengths.includes(phrase.length)) lengths.push(phrase.length);
  }

  /** Every occurrence, overlapping ones included, from left to right. */
  all(text: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (let begin = 0; begin + 1 < text.length; begin += 1) {
      if (isLatin(text, begin) && isLatin(text, begin - 1)) continue; // inside a Latin word nothing begins
      for (const length of this.#lengths.get(startOf(text, begin)) ?? NONE) {
        const phrase = text.slice(begin, begin + length);
        const payloads = phrase.length === length ? this.#payloads.get(phrase) : undefined;
        if (!payloads) continue;
        const end = wholeEnd(text, begin, begin + length, phrase);
        if (end >= 0) hits.push({ begin, end, phrase, payloads });
      }
    }
    return hits;
  }
}

const NONE: readonly number[] = [];

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
