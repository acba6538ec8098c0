import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type FoundDate, findDates } from '../calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf } from '../calendar/fiscal-year.ts';

/** A date, month, year or range that a question names. */
export interface SpokenDate extends FoundDate {
  /** The fiscal years it covers, as R8; a day or a month gives the one it lies in. */
  fiscalYears: string[];
}

/** The dates in a question; `today` gives relative ones their meaning. */
export function findSpokenDates(text: string, today: CalendarDate): SpokenDate[] {
  return findDates(text, today).map((date) => ({ ...date, fiscalYears: fiscalYearsOf(date) }));
}

function fiscalYearsOf(date: FoundDate): string[] {
  if (date.fiscalYear !== undefined) return [fiscalYearLabel(date.fiscalYear)];
  // 「令和7年」 in a question about figures means the fiscal year of that number.
  const first = date.precision === 'year' ? Number(date.from.slice(0, 4)) : fiscalYearOf(date.from);
  const last = date.precision === 'year' ? Number(date.to.slice(0, 4)) : fiscalYearOf(date.to);
  return Array.from({ length: Math.min(last - first + 1, 20) }, (_, offset) => fiscalYearLabel(first + offset));
}
