import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type FoundDate, findDates } from '../calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf, inFiscalYear, parseFiscalYearLabel } from '../calendar/fiscal-year.ts';

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

/** Whether the year itself is named; 「今年度」 is that of the document as much as that of the day of asking. */
export const namesYear = (date: SpokenDate): boolean => date.yearGiven && /[\d元]/.test(date.text);

/** A date without a year, in the fiscal year (R7) that was spoken of. */
export function inYear(date: SpokenDate, label: string): SpokenDate {
  const year = parseFiscalYearLabel(label);
  if (year === null) return date;
  const [from, to] = [inFiscalYear(date.from, year), inFiscalYear(date.to, year)];
  return { ...date, from, to, yearGiven: true, fiscalYears: [label] };
}
