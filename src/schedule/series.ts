import { addDays, type CalendarDate, partsOf } from '../calendar/calendar-date.ts';
import { type DateRange, fiscalYearOf, fiscalYearRange } from '../calendar/fiscal-year.ts';
import type { Recurrence } from '../records/recurrence.ts';
import { type RhythmDays, rhythmDays, yearsLater } from './rhythm.ts';

/** A rhythm with its first day, from which weeks, months and years are counted, and its last one. */
export interface Series {
  recurrence: Recurrence;
  from: CalendarDate;
  /** Missing: the end of the fiscal year in which it begins. */
  until?: CalendarDate;
}

/**
 * The days within which a series lies: its fiscal year unless said otherwise (rule 7.1). A rhythm of years says so by
 * itself: it reaches to its second day, so that there is always one to be reminded of.
 */
export function seriesRange({ recurrence, from, until }: Series): DateRange {
  if (until !== undefined) return { from, to: until };
  const fiscalYear = fiscalYearRange(fiscalYearOf(from));
  if (recurrence.rhythm === 'times-a-year') return fiscalYear;
  return { from, to: recurrence.rhythm === 'years' ? yearsLater(from, recurrence.interval) : fiscalYear.to };
}

/** The days of a series as its rhythm has them, before any shift. */
export function seriesDays(series: Series): RhythmDays {
  return rhythmDays(series.recurrence, series.from, seriesRange(series));
}

const LONGEST_WAIT_YEARS = 20;

/** The first day of a series after a day, whatever its end: the next kit after this one. Null for a list that is over. */
export function nextOfSeries({ recurrence, from }: Series, after: CalendarDate): CalendarDate | null {
  const begin = after < from ? from : addDays(after, 1);
  const to = yearsLater(begin, Math.min(LONGEST_WAIT_YEARS, 9999 - partsOf(begin).year));
  return rhythmDays(recurrence, from, { from: begin, to }).days[0] ?? null;
}
