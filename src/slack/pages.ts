/** What may stand on one page: rows of a table, and characters in all. */
export const PAGE = { rows: 100, characters: 8_000 } as const;

/** Things of known length in pages, in order; something too long for a page has one of its own. */
export function pagesOf<T>(items: readonly T[], lengthOf: (item: T) => number): T[][] {
  const pages: T[][] = [];
  let left = 0;
  for (const item of items) {
    const length = lengthOf(item);
    const page = pages.at(-1);
    if (page && page.length < PAGE.rows && length <= left) {
      page.push(item);
      left -= length;
    } else {
      pages.push([item]);
      left = PAGE.characters - length;
    }
  }
  return pages.length > 0 ? pages : [[]];
}
