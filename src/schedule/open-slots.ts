import { type CalendarDate, firstOfMonth } from '../calendar/calendar-date.ts';
import { type FiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Recurrence } from '../records/recurrence.ts';

const APRIL = 4;
const MONTHS = 12;

/**
 * The dates that N times a year still has open, each by the first day of its share of the fiscal year: with four times,
 * of April, July, October and January. A known date takes the share in which it lies.
 */
export function openSlots(recurrence: Recurrence, fiscalYear: FiscalYear): CalendarDate[] {
  if (recurrence.rhythm !== 'times-a-year') return [];
  const { times } = recurrence;
  const shares = Array.from({ length: times }, (_, share) =>
    firstOfMonth(fiscalYear, APRIL + Math.floor((share * MONTHS) / times)),
  );
  const known = [...new Set(recurrence.days)].filter((day) => fiscalYearOf(day) === fiscalYear);
  const taken = new Set(known.map((day) => shares.findLastIndex((begin) => begin <= day)));
  return shares.filter((_, share) => !taken.has(share)).slice(0, Math.max(0, times - known.length));
}
