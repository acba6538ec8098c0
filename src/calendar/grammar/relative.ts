import { ALONE, LATIN_END, matchAt, type Piece, sticky } from './match.ts';
import { thirdNumber } from './months.ts';
import { SMALL_NUMBER as N, numeralValue } from './numerals.ts';
import { ENGLISH_WEEKDAY, WEEKDAYS, weekdayNumber, withWeekday } from './weekdays.ts';
import type { Written } from './written.ts';

const DAY_WORDS: Record<string, number> = {
  今日: 0,
  本日: 0,
  明日: 1,
  あした: 1,
  明後日: 2,
  あさって: 2,
  昨日: -1,
  きのう: -1,
  一昨日: -2,
  おととい: -2,
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
  'the day before yesterday': -2,
  'day before yesterday': -2,
};
const WEEK_WORDS: Record<string, number> = {
  今週: 0,
  来週: 1,
  再来週: 2,
  先週: -1,
  先々週: -2,
  this: 0,
  next: 1,
  last: -1,
};
const MONTH_WORDS: Record<string, number> = {
  今月: 0,
  来月: 1,
  再来月: 2,
  先月: -1,
  先々月: -2,
  this: 0,
  next: 1,
  last: -1,
};

const words = (table: Record<string, number>, of: RegExp) =>
  Object.keys(table)
    .filter((word) => of.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|');
const JAPANESE_WORD = /^[^a-z]/;
const ENGLISH_WORD = /^[a-z]/;

const DAY_JA = sticky(`(${words(DAY_WORDS, JAPANESE_WORD)})(?![的葉])`);
const DAY_EN = sticky(`${ALONE}(${words(DAY_WORDS, ENGLISH_WORD)})${LATIN_END}`);
const WEEK_JA = sticky(`(${words(WEEK_WORDS, JAPANESE_WORD)})(?:の?([${WEEKDAYS}])曜日?|の?(末))?`);
const WEEK_EN = sticky(`${ALONE}(this|next|last) (?:(weekend)|week|${ENGLISH_WEEKDAY})${LATIN_END}`);
const WEEKDAY_OF_WEEK_EN = sticky(`${ALONE}${ENGLISH_WEEKDAY} (this|next|last) week${LATIN_END}`);
const MONTH_JA = sticky(
  `(${words(MONTH_WORDS, JAPANESE_WORD)})(?:の?(${N})日(?![間目])|の?(上旬|中旬|下旬)|末|中(?![旬学間心]))?`,
);
const MONTH_EN = sticky(`${ALONE}(this|next|last) month${LATIN_END}`);

/** What counts from today in days, weeks and months: 明日, 来週の水曜, 来月末, next week. */
export function readRelative(text: string, at: number): Piece {
  const day = matchAt(DAY_JA, text, at) ?? matchAt(DAY_EN, text, at);
  if (day)
    return {
      end: day.end,
      written: { year: null, relative: { unit: 'day', offset: DAY_WORDS[day.groups[0] ?? ''] ?? 0 } },
    };
  const weekJa = matchAt(WEEK_JA, text, at);
  if (weekJa) return week(weekJa.end, weekJa.groups[0], weekJa.groups[1], weekJa.groups[2] !== undefined);
  const weekEn = matchAt(WEEK_EN, text, at);
  if (weekEn) return week(weekEn.end, weekEn.groups[0], weekEn.groups[2], weekEn.groups[1] !== undefined);
  const weekdayFirst = matchAt(WEEKDAY_OF_WEEK_EN, text, at);
  if (weekdayFirst) return week(weekdayFirst.end, weekdayFirst.groups[1], weekdayFirst.groups[0], false);
  const month = matchAt(MONTH_JA, text, at) ?? matchAt(MONTH_EN, text, at);
  if (!month) return null;
  const [word = '', dayOfMonth, third] = month.groups;
  const written: Written = { year: null, relative: { unit: 'month', offset: MONTH_WORDS[word] ?? 0 } };
  if (dayOfMonth !== undefined)
    return withWeekday(text, { end: month.end, written: { ...written, day: numeralValue(dayOfMonth) } });
  return { end: month.end, written: third ? { ...written, third: thirdNumber(third) } : written };
}

function week(end: number, word: string | undefined, weekday: string | undefined, weekendOnly: boolean): Piece {
  const relative = { unit: 'week' as const, offset: WEEK_WORDS[word ?? ''] ?? 0, weekendOnly };
  return {
    end,
    written: weekday ? { year: null, relative, weekday: weekdayNumber(weekday) } : { year: null, relative },
  };
}
