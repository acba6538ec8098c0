import { type CalendarDate, calendarDate, partsOf, weekdayOf } from './calendar-date.ts';

/** The eras since the calendar of today was taken over. */
export type EraName = '明治' | '大正' | '昭和' | '平成' | '令和';

/** An era: its letter in short forms, its first day, and its last one (null while it lasts). */
export interface Era {
  name: EraName;
  letter: 'M' | 'T' | 'S' | 'H' | 'R';
  english: string;
  first: CalendarDate;
  last: CalendarDate | null;
  /** The western year of its year 1. */
  firstYear: number;
}

/** A day in the Japanese calendar. */
export interface Wareki {
  era: EraName;
  year: number;
  month: number;
  day: number;
}

/** Why a day, a month or a year that somebody wrote does not exist. */
export type ImpossibleReason = 'no-such-month' | 'no-such-day' | 'year-zero' | 'before-era' | 'after-era';

export type Language = 'ja' | 'en';

function era(name: EraName, letter: Era['letter'], english: string, first: string, last: string | null): Era {
  const firstDay = first as CalendarDate;
  return {
    name,
    letter,
    english,
    first: firstDay,
    last: last as CalendarDate | null,
    firstYear: partsOf(firstDay).year,
  };
}

/** All eras, oldest first. */
export const ERAS: readonly Era[] = [
  era('明治', 'M', 'Meiji', '1868-01-25', '1912-07-29'),
  era('大正', 'T', 'Taisho', '1912-07-30', '1926-12-24'),
  era('昭和', 'S', 'Showa', '1926-12-25', '1989-01-07'),
  era('平成', 'H', 'Heisei', '1989-01-08', '2019-04-30'),
  era('令和', 'R', 'Reiwa', '2019-05-01', null),
];

/** The era of this name. */
export function eraNamed(name: EraName): Era {
  return ERAS.find((candidate) => candidate.name === name) as Era;
}

/** The era a day belongs to; null before Meiji. */
export function eraOf(date: CalendarDate): Era | null {
  return ERAS.findLast((candidate) => candidate.first <= date) ?? null;
}

/** The day in the Japanese calendar; null before Meiji. */
export function toWareki(date: CalendarDate): Wareki | null {
  const found = eraOf(date);
  if (!found) return null;
  const { year, month, day } = partsOf(date);
  return { era: found.name, year: year - found.firstYear + 1, month, day };
}

/** Whether a day, a month or a year (its first and last day) touches an era, lies before it or after it. */
export function eraFit(named: Era, from: CalendarDate, to: CalendarDate): 'fits' | 'before-era' | 'after-era' {
  if (to < named.first) return 'before-era';
  return named.last !== null && from > named.last ? 'after-era' : 'fits';
}

/** The day of a wareki date; null where there is none: year 0, 2/30, a day before the era began or after it ended. */
export function fromWareki(name: EraName, year: number, month: number, day: number): CalendarDate | null {
  const named = eraNamed(name);
  const date = year < 1 ? null : calendarDate(named.firstYear + year - 1, month, day);
  return date && eraFit(named, date, date) === 'fits' ? date : null;
}

/** A year of an era as it is written: 元 for the first. */
export function eraYear(year: number): string {
  return year === 1 ? '元' : String(year);
}

export const WEEKDAYS_JA = ['日', '月', '火', '水', '木', '金', '土'] as const;
export const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
export const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day as people read it: 令和8年3月25日（水）, or Wed 25 March 2026 (Reiwa 8). The weekday is computed. */
export function formatDate(date: CalendarDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  const wareki = toWareki(date);
  const weekday = weekdayOf(date);
  if (language === 'ja') {
    const shownYear = wareki ? `${wareki.era}${eraYear(wareki.year)}` : String(year);
    return `${shownYear}年${month}月${day}日（${WEEKDAYS_JA[weekday]}）`;
  }
  const western = `${WEEKDAYS_EN[weekday]} ${day} ${MONTHS_EN[month - 1]} ${year}`;
  return wareki ? `${western} (${eraNamed(wareki.era).english} ${wareki.year})` : western;
}
