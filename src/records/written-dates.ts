import { z } from 'zod';
import { type CalendarDate, firstOfMonth, lastOfMonth, partsOf } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import { findDates } from '../calendar/date-text.ts';
import { type FiscalYear, fiscalYearLabel, fiscalYearName, fiscalYearOf } from '../calendar/fiscal-year.ts';
import { formatSpan } from '../calendar/span-text.ts';
import { eraNamed, eraYear, type Language, toWareki } from '../calendar/wareki.ts';

// How days stand in records: as exact as they were said (R8.7.8, R8.7, R8.7.8〜R8.7.10, R8年度), never more exact.

// A date that names its year means the same on any day; 来月 does not.
const [ONE_DAY, ANOTHER_DAY] = ['2024-01-01', '2025-08-15'] as [CalendarDate, CalendarDate];

/** The days that a record's date stands for; null where it is no single date that names its year. */
export function readWrittenDate(text: string): Span | null {
  const one = readOn(text, ONE_DAY);
  const another = readOn(text, ANOTHER_DAY);
  return one && one.from === another?.from && one.to === another.to ? one : null;
}

function readOn(text: string, today: CalendarDate): Span | null {
  const [found, ...others] = findDates(text, today);
  if (!found?.yearGiven || others.length > 0 || found.weekdayFits === false) return null;
  const around = text.normalize('NFKC').toLowerCase().trim();
  if (around.length !== found.end - found.begin) return null;
  return { from: found.from, to: found.to, precision: found.precision };
}

/** A date as records hold it: R8.7.8, R8.7, R8.7.8〜R8.7.10, R8.4〜R8.6, R8年, R8年度. */
export function writtenDate({ from, to, precision }: Span): string {
  if (precision === 'fiscal-year') return `${fiscalYearLabel(fiscalYearOf(from))}年度`;
  if (precision === 'year') return `${shortYear(to)}年`;
  if (precision === 'day') return shortDay(from);
  if (precision === 'month') return shortMonth(from);
  return wholeMonths(from, to) ? `${shortMonth(from)}〜${shortMonth(to)}` : `${shortDay(from)}〜${shortDay(to)}`;
}

/** An as-of date (時点) as records hold it: 令和8年7月8日, 令和8年7月, 令和8年度. */
export function asOfDate({ from, to, precision }: Span): string {
  if (precision === 'fiscal-year') return fiscalYearName(fiscalYearOf(from), 'ja');
  if (precision === 'year') return longYear(to);
  if (precision === 'day') return longDay(from);
  if (precision === 'month') return longMonth(from);
  return wholeMonths(from, to) ? `${longMonth(from)}〜${longMonth(to)}` : `${longDay(from)}〜${longDay(to)}`;
}

/** An as-of text (「令和8年3月31日」) as records hold it; null where it names no one day, month or year. */
export function canonicalAsOfText(text: string): string | null {
  const span = readWrittenDate(text.replace(/(時点|現在)$/, ''));
  return span ? asOfDate(span) : null;
}

/** The time that an as-of text names first (「令和7年度末（案）」); null where it names no year. */
export const spanOf = (asOf: string): Span | null =>
  findDates(asOf, ANOTHER_DAY).find(({ yearGiven }) => yearGiven) ?? null;
export const firstDayOf = (asOf: string): CalendarDate | null => spanOf(asOf)?.from ?? null;
export const lastDayOf = (asOf: string): CalendarDate | null => spanOf(asOf)?.to ?? null;

/** The as-of date of what is said today. */
export const asOfDay = (day: CalendarDate): string => asOfDate({ from: day, to: day, precision: 'day' });

/** An as-of text in somebody's language; what it says beside its time (「令和7年度末（案）」) stays beside it. */
export function asOfIn(asOf: string, language: Language): string {
  if (language === 'ja') return asOf;
  const whole = readWrittenDate(asOf.replace(/(時点|現在)$/, ''));
  if (whole) return formatSpan(whole, language);
  const span = spanOf(asOf);
  return span ? `${formatSpan(span, language)}, ${asOf}` : asOf;
}

/** The fiscal years that a span reaches into. */
export function fiscalYearsOf({ from, to }: Pick<Span, 'from' | 'to'>): FiscalYear[] {
  const first = fiscalYearOf(from);
  return Array.from({ length: fiscalYearOf(to) - first + 1 }, (_, index) => first + index);
}

/** A date that names its year, in any form that the calendar reads. */
export const WrittenDate = z.string().refine((text) => readWrittenDate(text) !== null, 'not a date with its year');

function wholeMonths(from: CalendarDate, to: CalendarDate): boolean {
  const [first, last] = [partsOf(from), partsOf(to)];
  return from === firstOfMonth(first.year, first.month) && to === lastOfMonth(last.year, last.month);
}

const shortYear = (day: CalendarDate): string => {
  const wareki = toWareki(day);
  return wareki ? `${eraNamed(wareki.era).letter}${wareki.year}` : String(partsOf(day).year);
};
const longYear = (day: CalendarDate): string => {
  const wareki = toWareki(day);
  return wareki ? `${wareki.era}${eraYear(wareki.year)}年` : `${partsOf(day).year}年`;
};
const shortMonth = (day: CalendarDate) => `${shortYear(day)}.${partsOf(day).month}`;
const shortDay = (day: CalendarDate) => `${shortMonth(day)}.${partsOf(day).day}`;
const longMonth = (day: CalendarDate) => `${longYear(day)}${partsOf(day).month}月`;
const longDay = (day: CalendarDate) => `${longMonth(day)}${partsOf(day).day}日`;
