import type { Part } from '../src/forms/sheet.ts';

/** So many lines of each kind are shown. */
export const SHOWN = 8;

/** Something to be handed over, under its heading; of many the first ones, and how many more there are. */
export function listed(
  heading: string,
  pairs: readonly (readonly [string, string])[],
  more: (count: number) => string,
): Part[] {
  const shown = pairs.slice(0, SHOWN);
  const rest = pairs.length - shown.length;
  return [
    { kind: 'heading', text: heading },
    ...(shown.length > 0 ? [{ kind: 'pairs' as const, pairs: shown }] : []),
    ...(rest > 0 ? [{ kind: 'said' as const, text: more(rest) }] : []),
  ];
}
