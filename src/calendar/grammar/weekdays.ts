import { matchAt, sticky } from './match.ts';
import type { Written } from './written.ts';

export const WEEKDAYS = '日月火水木金土';
const ENGLISH_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
export const ENGLISH_WEEKDAY = '(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday|s|rs|r)?';
const WEEKDAY_AFTER = sticky(
  ` ?(?:\\(([${WEEKDAYS}])(?:曜日?)?(?:[・･,、. ]?[祝休振替]+日?)?\\)|([${WEEKDAYS}])曜日?|\\(${ENGLISH_WEEKDAY}\\.?\\))`,
);

/** 0 for 日 and sun, as in `weekdayOf`. */
export function weekdayNumber(text: string): number {
  return text.length === 1 ? WEEKDAYS.indexOf(text) : ENGLISH_WEEKDAYS.indexOf(text);
}

/** Takes in a weekday that follows: (水), （水・祝）, 水曜日, (Wed). */
export function withWeekday(text: string, piece: { end: number; written: Written }): { end: number; written: Written } {
  const after = matchAt(WEEKDAY_AFTER, text, piece.end);
  const name = after?.groups.find((group) => group !== undefined);
  return after && name ? { end: after.end, written: { ...piece.written, weekday: weekdayNumber(name) } } : piece;
}
