import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysInMonth,
  firstOfMonth,
  lastOfMonth,
  partsOf,
  weekdayOf,
} from './calendar-date.ts';
import {
  type DateRange,
  fiscalYearOf,
  fiscalYearOfEra,
  fiscalYearRange,
  planPeriodYears,
  yearOfFiscalMonth,
} from './fiscal-year.ts';
import type { Written, WrittenYear } from './grammar/written.ts';
import { type Era, eraFit, eraNamed, type ImpossibleReason } from './wareki.ts';

/** How exactly something was dated. What was written as a month stays a month: no day is invented. */
export type Precision = 'day' | 'month' | 'range' | 'year' | 'fiscal-year';

/** The days a phrase stands for. */
export interface Span extends DateRange {
  precision: Precision;
}

/** A phrase that stands for no day, and the one that was plainly meant (平成40年 is 令和10年), never to be saved unasked. */
export interface Impossible {
  reason: ImpossibleReason;
  meant?: Span;
}

/** Which day a phrase without a year means: the next to come (today included), or the latest up to today. */
export type Prefer = 'next' | 'latest';

type Reading = Span | Impossible;

/** Whether a phrase stands for no day. */
export function isImpossible(reading: Reading): reading is Impossible {
  return 'reason' in reading;
}

const YEARS_ROUND_TODAY = 9; // a 29 February comes back within eight years, round 2100 included
const SHORT_YEARS_AHEAD = 15;

/** What a single expression stands for. Null where it turns out to be none (99年度 without an era). */
export function readWritten(written: Written, today: CalendarDate, prefer: Prefer): Reading | null {
  const wrong = wrongNumbers(written);
  if (wrong) return wrong;
  if (written.relative) return relativeSpan(written, today);
  if (written.period !== undefined) return periodSpan(written.period);
  if (written.year) return yearSpan(written, written.year, today);
  return preferred(
    candidateYears(today)
      .map((year) => spanIn(written, year))
      .filter((span) => span !== null),
    today,
    prefer,
  );
}

/**
 * What two expressions stand for that are the ends of a range; an end without a year takes it from the other one.
 * Null where the second would end before the first begins.
 */
export function readEnds(
  [first, second]: readonly [Written, Written],
  today: CalendarDate,
  prefer: Prefer,
): Span | null {
  if (anchored(first)) {
    const from = readWritten(first, today, prefer);
    return from && !isImpossible(from)
      ? joined(from, anchored(second) ? readWritten(second, today, prefer) : following(second, from))
      : null;
  }
  if (anchored(second)) {
    const to = readWritten(second, today, prefer);
    return to && !isImpossible(to) ? joined(preceding(first, to), to) : null;
  }
  const ranges = candidateYears(today).flatMap((year) => {
    const from = spanIn(first, year);
    const range = from && joined(from, following(second, from));
    return range ? [range] : [];
  });
  return preferred(ranges, today, prefer);
}

/** Whether the weekday that was written with a day is the right one; null where none was written. */
export function weekdayFits({ weekday }: Written, day: CalendarDate): boolean | null {
  return weekday === undefined ? null : weekday === weekdayOf(day);
}

function anchored(written: Written): boolean {
  return written.year !== null || written.relative !== undefined || written.period !== undefined;
}

function joined(from: Span | null, to: Reading | null): Span | null {
  if (!from || !to || isImpossible(to) || to.to < from.from || to.from < from.from) return null;
  return { from: from.from, to: to.to, precision: 'range' };
}

function following(written: Written, after: Span): Span | null {
  const year = partsOf(after.from).year + (written.yearLater ? 1 : 0);
  const spans = [year - 1, year, year + 1].map((each) => spanIn(written, each));
  return (
    spans.find((span) => span !== null && span.from >= after.from && (!written.yearLater || span.from > after.to)) ??
    null
  );
}

function preceding(written: Written, before: Span): Span | null {
  const { year } = partsOf(before.from);
  return (
    [year, year - 1].map((each) => spanIn(written, each)).find((span) => span !== null && span.from <= before.from) ??
    null
  );
}

function candidateYears(today: CalendarDate): number[] {
  const { year } = partsOf(today);
  return Array.from({ length: 2 * YEARS_ROUND_TODAY + 1 }, (_, index) => year - YEARS_ROUND_TODAY + index);
}

function preferred(spans: Span[], today: CalendarDate, prefer: Prefer): Span | null {
  const found =
    prefer === 'next' ? spans.find((span) => span.to >= today) : spans.findLast((span) => span.from <= today);
  return found ?? null;
}

/* ---- what is wrong in any year ---- */

function wrongNumbers({ month, monthTo, day, dayTo, period }: Written): Impossible | null {
  for (const each of [month, monthTo]) {
    if (each !== undefined && daysInMonth(each) === 0) return { reason: 'no-such-month' };
  }
  for (const each of [day, dayTo]) {
    if (each !== undefined && (each < 1 || each > (month === undefined ? 31 : daysInMonth(month))))
      return { reason: 'no-such-day' };
  }
  return period === 0 ? { reason: 'year-zero' } : null;
}

/* ---- years ---- */

function yearSpan(written: Written, year: WrittenYear, today: CalendarDate): Reading | null {
  if (year.kind === 'era') return eraSpan(written, year.era, year.year);
  const western = westernYear(year, written.fiscal === true, today);
  return western === null ? null : (spanIn(written, western) ?? { reason: 'no-such-day' });
}

function westernYear(year: Exclude<WrittenYear, { kind: 'era' }>, fiscal: boolean, today: CalendarDate): number | null {
  if (year.kind === 'western') return year.year;
  if (year.kind === 'relative') return (fiscal ? fiscalYearOf(today) : partsOf(today).year) + year.offset;
  const reiwa = fiscalYearOfEra(eraNamed('令和'), year.year);
  if (reiwa !== null && reiwa <= fiscalYearOf(today) + SHORT_YEARS_AHEAD) return reiwa;
  return fiscalYearOfEra(eraNamed('平成'), year.year);
}

function eraSpan(written: Written, era: Era, year: number): Reading {
  if (year < 1) return { reason: 'year-zero' };
  const western = era.firstYear + year - 1;
  const span = spanIn(written, western);
  if (!span) return { reason: 'no-such-day' };
  // A 年度 stands when any of its days does: 令和元年度 began in the last month of 平成.
  const judged = written.fiscal ? fiscalYearRange(western) : span;
  const fit = eraFit(era, judged.from, judged.to);
  if (fit !== 'fits') return { reason: fit, meant: span };
  if (written.fiscal) return span;
  const from = span.from < era.first ? era.first : span.from;
  const to = era.last !== null && era.last < span.to ? era.last : span.to;
  return { ...span, from, to };
}

/* ---- days within a year ---- */

// The span in a western year, or in the fiscal year of that April; null where that year has no such day.
function spanIn(written: Written, year: number): Span | null {
  const { month, monthTo, third, day, dayTo, quarter, half } = written;
  if (quarter !== undefined) return months(year, 3 * quarter + 1, 3 * quarter + 3, 'range');
  if (half !== undefined) return months(year, 6 * half - 2, 6 * half + 3, 'range');
  if (month === undefined) {
    return written.fiscal ? { ...fiscalYearRange(year), precision: 'fiscal-year' } : months(year, 1, 12, 'year');
  }
  const western = written.fiscal ? yearOfFiscalMonth(year, month) : year;
  if (day !== undefined) return days(western, month, day, dayTo);
  if (third !== undefined) return thirdOfMonth(western, month, third);
  if (monthTo === undefined) return months(western, month, month, 'month');
  return months(western, month, monthTo < month ? monthTo + 12 : monthTo, 'range');
}

function months(year: number, first: number, last: number, precision: Precision): Span {
  return { from: firstOfMonth(year, first), to: lastOfMonth(year, last), precision };
}

function days(year: number, month: number, day: number, dayTo: number | undefined): Span | null {
  const from = calendarDate(year, month, day);
  const to = calendarDate(year, month, dayTo ?? day);
  if (!from || !to || to < from) return null;
  return { from, to, precision: dayTo === undefined ? 'day' : 'range' };
}

function thirdOfMonth(year: number, month: number, third: number): Span {
  const from = addDays(firstOfMonth(year, month), (third - 1) * 10);
  return { from, to: third === 3 ? lastOfMonth(year, month) : addDays(from, 9), precision: 'range' };
}

/* ---- counted from today, plan periods ---- */

function relativeSpan(written: Written, today: CalendarDate): Reading | null {
  const { relative, weekday } = written;
  if (!relative) return null;
  if (relative.unit === 'day') {
    const date = addDays(today, relative.offset);
    return { from: date, to: date, precision: 'day' };
  }
  if (relative.unit === 'week') {
    // A week begins on Monday, so the Sunday of 今週 is still to come on a Saturday.
    const monday = addDays(today, -((weekdayOf(today) + 6) % 7) + 7 * relative.offset);
    if (relative.weekendOnly) return { from: addDays(monday, 5), to: addDays(monday, 6), precision: 'range' };
    if (weekday === undefined) return { from: monday, to: addDays(monday, 6), precision: 'range' };
    const date = addDays(monday, (weekday + 6) % 7);
    return { from: date, to: date, precision: 'day' };
  }
  const { year, month } = partsOf(firstOfMonth(partsOf(today).year, partsOf(today).month + relative.offset));
  return spanIn({ ...written, month }, year) ?? { reason: 'no-such-day' };
}

function periodSpan(period: number): Reading | null {
  const years = planPeriodYears(period);
  return years && { from: fiscalYearRange(years.first).from, to: fiscalYearRange(years.last).to, precision: 'range' };
}
