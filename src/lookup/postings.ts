/** A growing list of fact numbers in ascending order; facts are only ever appended, so it stays sorted by itself. */
export class Postings {
  #data = new Uint32Array(4);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(fact: number): void {
    if (this.#length > 0 && this.#data[this.#length - 1] === fact) return;
    if (this.#length === this.#data.length) {
      const grown = new Uint32Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.#length] = fact;
    this.#length += 1;
  }

  list(): Uint32Array {
    return this.#data.subarray(0, this.#length);
  }
}

const EMPTY = new Uint32Array(0);

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
  for (const fact of short) {
    let low = from;
    let high = long.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((long[middle] as number) < fact) low = middle + 1;
      else high = middle;
    }
    if (long[low] === fact) {
      out[length] = fact;
      length += 1;
    }
    from = low;
  }
  return out.subarray(0, length);
}

/** The facts that stand in any list, each once. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 0) return EMPTY;
  if (lists.length === 1) return lists[0] ?? EMPTY;
  return lists.reduce(mergeTwo);
}

function mergeTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = b[j] ?? Number.POSITIVE_INFINITY;
    out[length] = Math.min(x, y);
    length += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return out.subarray(0, length);
}
