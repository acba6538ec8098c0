/** A growing list of fact numbers in ascending order; facts are only ever appended, so it stays sorted by itself. */
export class Postings {
  #data = new Uint32Array(4);
  #length = 0;
  #version = 0;

  get length(): number {
    return this.#length;
  }

  push(fact: number): void {
    if (this.#length > 0 && this.#data[this.#length - 1] === fact) return;
    this.append(fact);
  }

  /** Also where the last number was the same. */
  append(number: number): void {
    this.#grow();
    this.#data[this.#length] = number;
    this.#length += 1;
  }

  /** Keeps the numbers that do not stand in `gone`, if anything has gone since. Lists given out before keep what they had. */
  withoutGone(gone: Uint8Array, version: number): this {
    if (this.#version === version) return this;
    this.#version = version;
    const list = this.list();
    let first = 0;
    while (first < list.length && gone[list[first] as number] === 0) first += 1;
    if (first === list.length) return this;
    const data = new Uint32Array(this.#data.length);
    data.set(list.subarray(0, first));
    let length = first;
    for (let i = first; i < list.length; i += 1) {
      const number = list[i] as number;
      data[length] = number;
      if (gone[number] === 0) length += 1;
    }
    this.#data = data;
    this.#length = length;
    return this;
  }

  #grow(): void {
    if (this.#length < this.#data.length) return;
    const grown = new Uint32Array(this.#data.length * 2);
    grown.set(this.#data);
    this.#data = grown;
  }

  list(): Uint32Array {
    return this.#data.subarray(0, this.#length);
  }
}

export const EMPTY = new Uint32Array(0);

/** The facts that stand in all lists. */
export function intersect(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 0) return EMPTY;
  const sorted = [...lists].sort((a, b) => a.length - b.length);
  let current = sorted[0] ?? EMPTY;
  for (const next of sorted.slice(1)) {
    if (current.length === 0) return EMPTY;
    current = next.length > current.length * 16 ? intersectBySearch(current, next) : intersectByMerge(current, next);
  }
  return current;
}

function intersectByMerge(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(Math.min(a.length, b.length));
  let length = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) {
      out[length] = x;
      length += 1;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return out.subarray(0, length);
}

/** For a short list against a long one: a binary search for each, from where the last one ended. */
function intersectBySearch(short: Uint32Array, long: Uint32Array): Uint32Array {
  const out = new Uint32Array(short.length);
  let length = 0;
  let from = 0;
  for (let i = 0; i < short.length; i += 1) {
    const fact = short[i] as number;
    from = lowerBound(long, fact, from);
    if (long[from] === fact) {
      out[length] = fact;
      length += 1;
    }
  }
  return out.subarray(0, length);
}

/** The facts of a list that do not stand in another. */
export function subtract(list: Uint32Array, away: Uint32Array): Uint32Array {
  if (away.length === 0) return list;
  const out = new Uint32Array(list.length);
  let length = 0;
  const leap = away.length > list.length * 16;
  for (let i = 0, j = 0; i < list.length; i += 1) {
    const fact = list[i] as number;
    if (leap) j = lowerBound(away, fact, j);
    else while (j < away.length && (away[j] as number) < fact) j += 1;
    if (away[j] === fact) continue;
    out[length] = fact;
    length += 1;
  }
  return out.subarray(0, length);
}

/** More lists than this are united by marking: merging one after another would walk the result again for each. */
const FEW = 4;

/** The facts that stand in any list, each once. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 0) return EMPTY;
  if (lists.length === 1) return lists[0] ?? EMPTY;
  return lists.length <= FEW ? lists.reduce(mergeTwo) : marked(lists);
}

/** Lists one after another, as they are. */
export function inSequence(lists: readonly Uint32Array[]): Uint32Array {
  const out = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    out.set(list, length);
    length += list.length;
  }
  return out;
}

function marked(lists: readonly Uint32Array[]): Uint32Array {
  let end = 0;
  let most = 0;
  for (const list of lists) {
    end = Math.max(end, (list.at(-1) ?? -1) + 1);
    most += list.length;
  }
  const marks = new Uint8Array(end);
  for (const list of lists) for (let i = 0; i < list.length; i += 1) marks[list[i] as number] = 1;
  const out = new Uint32Array(Math.min(most, end));
  let length = 0;
  // Written in any case and kept where it is marked: quicker than to ask.
  for (let number = 0; number < end; number += 1) {
    out[length] = number;
    length += marks[number] as number;
  }
  return out.subarray(0, length);
}

function mergeTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as number;
    const y = b[j] as number;
    out[length] = x < y ? x : y;
    length += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  const left = i < a.length ? a.subarray(i) : b.subarray(j);
  out.set(left, length);
  return out.subarray(0, length + left.length);
}

/** The place of the first number from `from` on that is not below `wanted`: strides that double, then a binary search. */
export function lowerBound(list: Uint32Array, wanted: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < list.length && (list[low + step] as number) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, list.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
