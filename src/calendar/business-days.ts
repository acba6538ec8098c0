import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts';
import { holidayName } from './holidays.ts';

/** A day of every year, written MM-DD. */
export type MonthDay = string;

/** When an office is closed, beside weekends and national holidays. Every office has its own. */
export interface OfficeCalendar {
  /** Single days: a local closure by 条例. */
  closures: ReadonlySet<CalendarDate>;
  /** The closure at the turn of the year, both days included; null where there is none. */
  yearEnd: { from: MonthDay; to: MonthDay } | null;
  /** Days closed every year, such as 06-23 in 沖縄. */
  yearlyClosures?: ReadonlySet<MonthDay>;
}

/** One office, or several that must all be open: the one that sends and the one that receives. */
export type Offices = OfficeCalendar | readonly OfficeCalendar[];

/** What happens to a day that falls on a closed one: そのまま／前開庁日／翌開庁日. */
export type ShiftRule = 'as-is' | 'previous' | 'next';

/** An office as the law has it: 12/29–1/3 and no local closures. */
export const defaultOffice: OfficeCalendar = { closures: new Set(), yearEnd: { from: '12-29', to: '01-03' } };

const LONGEST_CLOSURE = 366;

function closedAtYearEnd(day: MonthDay, yearEnd: OfficeCalendar['yearEnd']): boolean {
  if (!yearEnd) return false;
  const { from, to } = yearEnd;
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

/** Why an office is closed on a day: the weekday, a national holiday by its name, the turn of the year, its own closure. */
export type ClosedBecause =
  | { why: 'saturday' | 'sunday' | 'year-end' | 'own-closure' }
  | { why: 'holiday'; name: string };

function closedItself(date: CalendarDate, office: OfficeCalendar): ClosedBecause | null {
  const day = date.slice(5);
  if (closedAtYearEnd(day, office.yearEnd)) return { why: 'year-end' };
  return office.closures.has(date) || office.yearlyClosures?.has(day) ? { why: 'own-closure' } : null;
}

/** Why a day is no business day (開庁日): its holiday before its weekday, what all share before what is the office's own. */
export function whyClosed(date: CalendarDate, office: Offices = defaultOffice): ClosedBecause | null {
  const name = holidayName(date);
  if (name !== null) return { why: 'holiday', name };
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return { why: weekday === 0 ? 'sunday' : 'saturday' };
  if ('closures' in office) return closedItself(date, office);
  return office.map((each) => closedItself(date, each)).find((because) => because !== null) ?? null;
}

/** Whether a day is a business day (開庁日): Monday to Friday, no national holiday, no closure of the office. */
export function isBusinessDay(date: CalendarDate, office: Offices = defaultOffice): boolean {
  return whyClosed(date, office) === null;
}

/** The nth business day before a day, which is not counted itself: the first one before it is 1. 0 is the day itself. */
export function businessDaysBefore(date: CalendarDate, n: number, office: Offices = defaultOffice): CalendarDate {
  return walk(date, n, -1, office);
}

/** The nth business day after a day, which is not counted itself. 0 is the day itself. */
export function businessDaysAfter(date: CalendarDate, n: number, office: Offices = defaultOffice): CalendarDate {
  return walk(date, n, 1, office);
}

function walk(date: CalendarDate, n: number, step: 1 | -1, office: Offices): CalendarDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of business days: ${n}`);
  let at = date;
  for (let left = n; left > 0; left -= 1) at = nextOpen(addDays(at, step), step, office);
  return at;
}

function nextOpen(date: CalendarDate, step: 1 | -1, office: Offices): CalendarDate {
  let at = date;
  for (let tried = 0; tried <= LONGEST_CLOSURE; tried += 1) {
    if (isBusinessDay(at, office)) return at;
    at = addDays(at, step);
  }
  throw new RangeError('This office is never open.');
}

/**
 * How many business days `to` lies after `from`: `from` is not counted, `to` is where it is one. Negative where `to`
 * lies before, so that it undoes `businessDaysAfter` and `businessDaysBefore`.
 */
export function countBusinessDays(from: CalendarDate, to: CalendarDate, office: Offices = defaultOffice): number {
  const step = from <= to ? 1 : -1;
  let count = 0;
  for (let at = from; at !== to; ) {
    at = addDays(at, step);
    if (isBusinessDay(at, office)) count += step;
  }
  return count;
}

/** Moves a day that falls on a closed one by its rule; an open day stays. */
export function shift(date: CalendarDate, rule: ShiftRule, office: Offices = defaultOffice): CalendarDate {
  if (rule === 'as-is') return date;
  return nextOpen(date, rule === 'next' ? 1 : -1, office);
}

/** N days after an event, the day of the event not counted (calendar days). */
export function daysAfterEvent(event: CalendarDate, n: number): CalendarDate {
  return addDays(event, n);
}
