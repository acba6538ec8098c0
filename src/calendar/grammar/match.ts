import type { Written } from './written.ts';

/** What a reader found: where it ends and what it says; null where it found nothing. */
export type Piece = { end: number; written: Written } | null;

/** A Latin word begins here. */
export const ALONE = '(?<![a-z0-9])';
/** A Latin word ends here. */
export const LATIN_END = '(?![a-z0-9])';

/** A pattern that matches exactly where it is asked to. */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'y');
}

/** The match of a sticky pattern at a place. */
export function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): { end: number; groups: (string | undefined)[] } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && { end: at + match[0].length, groups: match.slice(1) };
}
