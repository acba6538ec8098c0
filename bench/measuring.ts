/** Times of many runs, in milliseconds. */
export class Times {
  readonly #values: number[] = [];

  add(milliseconds: number): void {
    this.#values.push(milliseconds);
  }

  get count(): number {
    return this.#values.length;
  }

  summary(): Summary {
    const sorted = Float64Array.from(this.#values).sort();
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
    return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
  }
}

export interface Summary {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

export interface Memory {
  /** The heap and the buffers beside it. */
  heap: number;
  rss: number;
}

/** What is held after the garbage has gone. Needs --expose-gc. */
export function memoryNow(): Memory {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

export const growth = (before: Memory, after: Memory): Memory => ({
  heap: Math.max(0, after.heap - before.heap),
  // What the garbage of before made room for is no growth.
  rss: Math.max(0, after.rss - before.rss),
});
