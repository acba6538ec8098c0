import type { Weekday } from '../calendar/calendar-date.ts';
import { numeralValue } from '../calendar/grammar/numerals.ts';
import { ENGLISH_WEEKDAY, WEEKDAYS, weekdayNumber } from '../calendar/grammar/weekdays.ts';
import { Recurrence } from '../records/recurrence.ts';

// A rhythm as people write it: 毎月第3水曜, 隔週金曜日, 毎月15日, 年4回（日程未定）, every 3rd Wednesday.

/** A rhythm out of a text. */
export interface RhythmRead {
  recurrence: Recurrence;
  /** Of weeks: the weekday that was written. */
  weekday: Weekday | null;
  /** What says it, and the text without that. */
  said: string;
  rest: string;
}

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const W = `([${WEEKDAYS}])(?:曜日?)`;
const MONTHS = `(毎月|隔月|${N}(?:か|ヶ|ヵ|ケ|カ|箇|個)月(?:ごと|毎))[のに]? ?`;
const WEEKS = `(毎週|隔週|${N}週間?(?:ごと|毎))[のに]? ?`;
const YEARS = `(毎年|隔年|${N}年(?:ごと|毎))[のに]? ?`;
const ORDINALS = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 } as const;
const ORDINAL = '([1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth|last)';

type Pieces = readonly (string | undefined)[];

interface Pattern {
  pattern: RegExp;
  /** What Zod is to judge: a rhythm that no calendar has (毎月32日) is none. */
  rhythm(pieces: Pieces): { recurrence: unknown; weekday?: number };
}

const interval = (said: string | undefined, number: string | undefined): number => {
  if (number !== undefined) return numeralValue(number);
  return said?.startsWith('隔') ? 2 : 1;
};

/** 第2・第4, 第1と3, 最終. */
const nthsIn = (text: string): (number | 'last')[] =>
  text.startsWith('最終') ? ['last'] : [...text.matchAll(/\d|[一二三四五]/g)].map(([nth]) => numeralValue(nth));

const ordinal = (text: string): number | 'last' =>
  text === 'last' ? 'last' : (ORDINALS[text as keyof typeof ORDINALS] ?? Number(text[0]));

const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(?:${MONTHS})?(最終|第 ?[1-5一二三四五](?:(?:[・,、と]|及び)? ?第? ?[1-5一二三四五])*)(?:週の?)? ?${W}`,
    ),
    rhythm: ([months, count, nths = '', weekday = '']) => ({
      recurrence: {
        rhythm: 'weekday-of-month',
        nths: nthsIn(nths),
        weekday: weekdayNumber(weekday),
        months: interval(months, count),
      },
    }),
  },
  {
    pattern: new RegExp(`${MONTHS}(?:${N}日(?!間)|(?:月?末日?))`),
    rhythm: ([months, count, day]) => ({
      recurrence: {
        rhythm: 'day-of-month',
        day: day === undefined ? 31 : numeralValue(day),
        months: interval(months, count),
      },
    }),
  },
  {
    pattern: new RegExp(`${WEEKS}(?:${W})?`),
    rhythm: ([weeks, count, weekday]) => ({
      recurrence: { rhythm: 'weeks', interval: interval(weeks, count) },
      ...(weekday === undefined ? {} : { weekday: weekdayNumber(weekday) }),
    }),
  },
  {
    pattern: new RegExp(YEARS),
    rhythm: ([years, count]) => ({ recurrence: { rhythm: 'years', interval: interval(years, count) } }),
  },
  {
    pattern: new RegExp(`(?:年度?(?:に|内に)?|年間) ?${N} ?回 ?(?:\\(?日程は?未定\\)?)?`),
    rhythm: ([times = '']) => ({ recurrence: { rhythm: 'times-a-year', times: numeralValue(times), days: [] } }),
  },
  {
    pattern: new RegExp(
      `(?:every |each |the )*${ORDINAL}(?: (?:and|&) ${ORDINAL})? ${ENGLISH_WEEKDAY}\\b(?: (?:of|in))?(?: (?:every|each|the) month)?`,
    ),
    rhythm: ([first = '', second, weekday = '']) => ({
      recurrence: {
        rhythm: 'weekday-of-month',
        nths: [first, second].filter((each) => each !== undefined).map(ordinal),
        weekday: weekdayNumber(weekday),
        months: 1,
      },
    }),
  },
  {
    pattern: /(?:day (\d{1,2})|(?:the )?(\d{1,2})(?:st|nd|rd|th)) of (?:every|each) month/,
    rhythm: ([day, ordinalDay]) => ({
      recurrence: { rhythm: 'day-of-month', day: Number(day ?? ordinalDay), months: 1 },
    }),
  },
  {
    pattern: new RegExp(`every (?:(\\d{1,2}) weeks?|(other) week|week)(?: on ${ENGLISH_WEEKDAY}\\b)?`),
    rhythm: ([count, other, weekday]) => ({
      recurrence: { rhythm: 'weeks', interval: count ? Number(count) : other ? 2 : 1 },
      ...(weekday === undefined ? {} : { weekday: weekdayNumber(weekday) }),
    }),
  },
  {
    pattern: new RegExp(`every ${ENGLISH_WEEKDAY}\\b`),
    rhythm: ([weekday = '']) => ({
      recurrence: { rhythm: 'weeks', interval: 1 },
      weekday: weekdayNumber(weekday),
    }),
  },
  {
    pattern: /every (?:(\d{1,2}) years|year)/,
    rhythm: ([count]) => ({ recurrence: { rhythm: 'years', interval: count ? Number(count) : 1 } }),
  },
  {
    pattern: /(\d{1,2}) times a year(?: ?\(?dates? open\)?)?/,
    rhythm: ([times]) => ({ recurrence: { rhythm: 'times-a-year', times: Number(times), days: [] } }),
  },
];

/** The first rhythm in a text; null where it names none. `text`: NFKC, lower case. */
export function findRhythm(text: string): RhythmRead | null {
  for (const { pattern, rhythm } of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { recurrence, weekday } = rhythm(match.slice(1));
    const read = Recurrence.safeParse(recurrence);
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    if (read.success)
      return { recurrence: read.data, weekday: (weekday ?? null) as Weekday | null, said: match[0], rest };
  }
  return null;
}
