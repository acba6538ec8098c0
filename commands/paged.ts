/** One page of a list, counted from 0: the nearest there is to the one that is wanted. */
export function paged<T>(all: readonly T[], wanted: number, size: number): { at: number; pages: number; shown: T[] } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.max(0, Math.min(wanted, pages - 1));
  return { at, pages, shown: all.slice(at * size, (at + 1) * size) };
}
