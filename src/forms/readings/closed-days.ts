import { addDays, type CalendarDate, calendarDate, daysBetween, partsOf } from '../../calendar/calendar-date.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { YearEnd } from '../../records/closed-days.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { closedDaysTalk, monthDayWords } from '../../words/closed-days.ts';
import { formWords } from '../../words/forms.ts';
import { type About, type Doubt, isRefused, type Reading, read, refused } from '../field.ts';
import { readDate } from './date.ts';

// Closed days as they are typed (rules 2.3): single days and periods, days of every year, the turn of the year.

const LONGEST = 366;
const MOST = 1_000;
const LEAP_YEAR = 2024;
const OPEN = 'なし';
const OPEN_SAID = /^(なし|無し|休まない|none|open)$/i;
const MONTH_DAY = /^(\d{1,2})(?:\/|-|\.|月)(\d{1,2})日?$/;
const BETWEEN = /[~〜～]|から/;

const linesOf = (text: string): string[] =>
  text
    .split(/[\n、,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Reads days and periods, one a line. */
export function readDays(typed: string, about: About): Reading<CalendarDate[]> {
  const { errors } = closedDaysTalk[about.language];
  const [days, doubts]: [Set<CalendarDate>, Doubt[]] = [new Set(), []];
  for (const line of linesOf(typed)) {
    const reading = readDate(line, about, 'next');
    if (isRefused(reading)) return reading;
    const span = readWrittenDate(reading.value);
    if (!span || (span.precision !== 'day' && span.precision !== 'range')) {
      return refused(formWords[about.language].errors.dayNeeded);
    }
    if (daysBetween(span.from, span.to) >= LONGEST) return refused(errors.period);
    for (const day of daysOf(span)) days.add(day);
    doubts.push(...reading.doubts);
  }
  return days.size > MOST ? refused(errors.tooMany) : read([...days].sort(), ...doubts);
}

function daysOf({ from, to }: { from: CalendarDate; to: CalendarDate }): CalendarDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
}

/** How days stand in a field: what follows one another as a period. */
export function writeDays(days: readonly CalendarDate[]): string {
  const periods: [CalendarDate, CalendarDate][] = [];
  for (const day of days) {
    const last = periods.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else periods.push([day, day]);
  }
  return periods
    .map(([from, to]) => (from === to ? formatDate(from, 'ja') : `${formatDate(from, 'ja')}～${formatDate(to, 'ja')}`))
    .join('\n');
}

function monthDay(text: string): CalendarDate | null {
  const [, month, day] = MONTH_DAY.exec(text.trim()) ?? [];
  return calendarDate(LEAP_YEAR, Number(month), Number(day));
}

const asMonthDay = (day: CalendarDate): string => day.slice(5);

function period(line: string): { from: CalendarDate; to: CalendarDate } | null {
  const [first = '', last = first, ...others] = line.normalize('NFKC').split(BETWEEN);
  const [from, to] = [monthDay(first), monthDay(last)];
  return from && to && others.length === 0 ? { from, to } : null;
}

/** Reads days of every year and periods of them, one a line, which may lie across the turn of the year. */
export function readYearlyDays(typed: string, { language }: About): Reading<string[]> {
  const { errors } = closedDaysTalk[language];
  const days = new Set<string>();
  for (const line of linesOf(typed)) {
    const found = period(line);
    if (!found) return refused(errors.monthDay);
    const to = found.to < found.from ? nextYear(found.to) : found.to;
    for (const day of daysOf({ ...found, to })) days.add(asMonthDay(day));
  }
  return days.size >= LONGEST ? refused(errors.never) : read([...days].sort());
}

function nextYear(day: CalendarDate): CalendarDate {
  const { month, day: of } = partsOf(day);
  return calendarDate(LEAP_YEAR + 1, month, of) ?? addDays(day, LONGEST);
}

export const writeYearlyDays = (days: readonly string[]): string => days.map(monthDayWords).join('\n');

/** Reads the closure at the turn of the year: 12/28～1/4, or なし. */
export function readYearEnd(typed: string, { language }: About): Reading<NonNullable<YearEnd>> {
  const { errors } = closedDaysTalk[language];
  const text = typed.normalize('NFKC').trim();
  if (OPEN_SAID.test(text)) return read('open' as const);
  const found = period(text);
  if (!found) return refused(errors.yearEnd);
  const { from, to } = found;
  const long = from <= to ? daysBetween(from, to) : LONGEST - daysBetween(to, from);
  // A turn of the year that lasts longer is more likely mistyped than meant.
  return long > 60 ? refused(errors.yearEnd) : read({ from: asMonthDay(from), to: asMonthDay(to) });
}

export const writeYearEnd = (turn: NonNullable<YearEnd>): string =>
  turn === 'open' ? OPEN : `${monthDayWords(turn.from)}～${monthDayWords(turn.to)}`;
