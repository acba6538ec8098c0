import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  lastOfMonth,
  partsOf,
  type Weekday,
  weekdayOf,
} from '../calendar/calendar-date.ts';
import type { DateRange } from '../calendar/fiscal-year.ts';
import type { Nth, Recurrence } from '../records/recurrence.ts';

/** What a rhythm comes to within a range. */
export interface RhythmDays {
  /** In order, none twice. */
  days: CalendarDate[];
  /** The months that have no such day (no fifth Friday), each by its first day. */
  monthsWithout: CalendarDate[];
  /** Days of a list that lie outside the range. */
  outside: CalendarDate[];
}

/** The days of a rhythm that began on `start`, within a range that may begin later. */
export function rhythmDays(recurrence: Recurrence, start: CalendarDate, range: DateRange): RhythmDays {
  switch (recurrence.rhythm) {
    case 'weekday-of-month':
      return ofMonths(start, range, recurrence.months, (month) =>
        weekdaysOf(month, recurrence.weekday, recurrence.nths),
      );
    case 'day-of-month':
      return ofMonths(start, range, recurrence.months, (month) => [dayOrLast(month, recurrence.day)]);
    case 'weeks':
      return withDays(stepping(start, range, 7 * recurrence.interval));
    case 'years':
      return withDays(yearly(start, range, recurrence.interval));
    case 'dates':
    case 'times-a-year':
      return listed(recurrence.days, range);
  }
}

/** The same day so many years later; 29 February is the 28th where there is none. */
export function yearsLater(day: CalendarDate, years: number): CalendarDate {
  const { year, month, day: ofMonth } = partsOf(day);
  return dayOrLast(firstOfMonth(year + years, month), ofMonth);
}

const within = ({ from, to }: DateRange, day: CalendarDate) => from <= day && day <= to;
const withDays = (days: CalendarDate[]): RhythmDays => ({ days, monthsWithout: [], outside: [] });

function listed(days: readonly CalendarDate[], range: DateRange): RhythmDays {
  const once = [...new Set(days)].sort();
  return {
    ...withDays(once.filter((day) => within(range, day))),
    outside: once.filter((day) => !within(range, day)),
  };
}

function ofMonths(
  start: CalendarDate,
  range: DateRange,
  interval: number,
  daysOf: (month: CalendarDate) => CalendarDate[],
): RhythmDays {
  const found = withDays([]);
  for (let month = monthOf(start); month <= range.to; month = laterMonth(month, interval)) {
    const days = daysOf(month);
    if (days.length === 0 && month >= monthOf(range.from)) found.monthsWithout.push(month);
    found.days.push(...days.filter((day) => within(range, day)));
  }
  return found;
}

function monthOf(day: CalendarDate): CalendarDate {
  const { year, month } = partsOf(day);
  return firstOfMonth(year, month);
}

function laterMonth(first: CalendarDate, by: number): CalendarDate {
  const { year, month } = partsOf(first);
  return firstOfMonth(year, month + by);
}

function dayOrLast(firstDay: CalendarDate, day: number): CalendarDate {
  const { year, month } = partsOf(firstDay);
  return calendarDate(year, month, Math.min(day, daysInMonth(month, year))) as CalendarDate;
}

function weekdaysOf(month: CalendarDate, weekday: Weekday, nths: readonly Nth[]): CalendarDate[] {
  const found = nths.map((nth) => nthWeekday(month, weekday, nth)).filter((day) => day !== null);
  return [...new Set(found)].sort();
}

function nthWeekday(first: CalendarDate, weekday: Weekday, nth: Nth): CalendarDate | null {
  const { year, month } = partsOf(first);
  if (nth === 'last') {
    const last = lastOfMonth(year, month);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  return partsOf(day).month === month ? day : null;
}

function stepping(start: CalendarDate, range: DateRange, step: number): CalendarDate[] {
  const skipped = Math.max(0, Math.ceil(daysBetween(start, range.from) / step));
  const days: CalendarDate[] = [];
  for (let day = addDays(start, skipped * step); day <= range.to; day = addDays(day, step)) days.push(day);
  return days;
}

function yearly(start: CalendarDate, range: DateRange, interval: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  // Each from the first one, so that a 29 February comes back.
  for (let years = 0; yearsLater(start, years) <= range.to; years += interval) {
    const day = yearsLater(start, years);
    if (within(range, day)) days.push(day);
  }
  return days;
}
