import { distance } from 'fastest-levenshtein';

const LIKE = 0.5;

/** How much two texts differ, from 0 (the same) to 1 (nothing in common). */
export const difference = (one: string, other: string): number =>
  distance(one, other) / Math.max(one.length, other.length, 1);

/** Whether most of their characters are the same. */
export const alike = (one: string, other: string): boolean => difference(one, other) < LIKE;
