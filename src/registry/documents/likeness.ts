/** How much of the shorter of two texts stands in the other one, by pairs of characters: 0 to 1. */
export function likeness(one: string, other: string): number {
  const [few, many] = [pairsOf(one), pairsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  if (few.size === 0) return 0;
  return [...few].filter((pair) => many.has(pair)).length / few.size;
}

/** As texts are compared: the same where only blanks, marks and widths of letters differ. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

function pairsOf(text: string): Set<string> {
  const letters = [...comparable(text)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** From here on two statements are taken for one that was written anew. */
const ALIKE = 0.6;

/** For each text the one of `others` that it continues, each of them once; the most alike first. */
export function continued<T>(
  texts: readonly string[],
  others: readonly T[],
  textOf: (other: T) => string,
): (T | null)[] {
  const pairs = texts.flatMap((text, at) =>
    others.map((other) => ({
      at,
      other,
      like: comparable(text) === comparable(textOf(other)) ? 2 : likeness(text, textOf(other)),
    })),
  );
  const found = texts.map((): T | null => null);
  const taken = new Set<T>();
  for (const { at, other, like } of pairs.sort((a, b) => b.like - a.like)) {
    if (like < ALIKE || found[at] !== null || taken.has(other)) continue;
    found[at] = other;
    taken.add(other);
  }
  return found;
}
