import { EMPTY, lowerBound, Postings } from './postings.ts';

/** Texts are laid end to end; for each stretch of this many characters the first text in it is noted. */
const STRETCH = 64;

/**
 * Finds texts by what stands in them: for each pair of characters, the places where it stands. Pairs that stand side by
 * side make the word, so no text is looked at again and a hit is exact.
 */
export class TextPostings {
  readonly #places = new Map<number, Postings>();
  readonly #codes = new Uint16Array(0x10000);
  #known = 0;
  /** Where each text begins; one more at the end. */
  readonly #starts = new Postings();
  readonly #firsts = new Postings();
  #end = 0;

  constructor() {
    this.#starts.push(0);
  }

  /** Texts are numbered as they come. */
  add(text: string): void {
    let previous = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = this.#codeFor(text.charCodeAt(at));
      if (at > 0) {
        const pair = previous * 0x10000 + code;
        let places = this.#places.get(pair);
        if (!places) {
          places = new Postings();
          this.#places.set(pair, places);
        }
        places.push(this.#end + at - 1);
      }
      previous = code;
    }
    const number = this.#starts.length - 1;
    const end = this.#end + text.length + 1;
    for (let stretch = this.#firsts.length; stretch * STRETCH < end; stretch += 1) this.#firsts.append(number);
    this.#end = end;
    this.#starts.push(end);
  }

  /** The texts that hold `part`, which has two characters or more. */
  find(part: string): Uint32Array {
    if (part.length < 2) return EMPTY;
    const lists: { offset: number; places: Uint32Array }[] = [];
    for (let offset = 0; offset < part.length; offset += 2) {
      // Every other pair covers the word; the last may overlap.
      const at = Math.min(offset, part.length - 2);
      const places = this.#places.get(this.#pairAt(part, at));
      if (!places) return EMPTY;
      lists.push({ offset: at, places: places.list() });
    }
    lists.sort((a, b) => a.places.length - b.places.length);
    const [first, ...rest] = lists;
    if (!first) return EMPTY;
    let hits = first.places;
    for (const { offset, places } of rest) {
      hits = beside(hits, places, offset - first.offset);
      if (hits.length === 0) return EMPTY;
    }
    return this.#textsOf(hits);
  }

  #pairAt(part: string, at: number): number {
    const first = this.#codes[part.charCodeAt(at)] as number;
    const second = this.#codes[part.charCodeAt(at + 1)] as number;
    return first === 0 || second === 0 ? -1 : first * 0x10000 + second;
  }

  #codeFor(unit: number): number {
    const known = this.#codes[unit] as number;
    if (known > 0) return known;
    this.#known += 1;
    this.#codes[unit] = this.#known;
    return this.#known;
  }

  #textsOf(places: Uint32Array): Uint32Array {
    const starts = this.#starts.list();
    const firsts = this.#firsts.list();
    const texts = new Uint32Array(places.length);
    let length = 0;
    let end = 0;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] as number;
      if (place < end) continue;
      let text = firsts[(place / STRETCH) >>> 0] as number;
      while ((starts[text + 1] as number) <= place) text += 1;
      end = starts[text + 1] as number;
      texts[length] = text;
      length += 1;
    }
    return texts.subarray(0, length);
  }
}

/** The places that have one of `others` at `distance` from them. */
function beside(places: Uint32Array, others: Uint32Array, distance: number): Uint32Array {
  const out = new Uint32Array(places.length);
  let length = 0;
  const leap = others.length > places.length * 16;
  for (let i = 0, j = 0; i < places.length && j < others.length; i += 1) {
    const wanted = (places[i] as number) + distance;
    if (leap) j = lowerBound(others, wanted, j);
    else while (j < others.length && (others[j] as number) < wanted) j += 1;
    if (others[j] === wanted) {
      out[length] = places[i] as number;
      length += 1;
    }
  }
  return out.subarray(0, length);
}
