import { UTCDate } from '@date-fns/utc';
import { differenceInCalendarDays, addDays as plusDays } from 'date-fns';

/** A day of the calendar, written YYYY-MM-DD. It is no instant: it has neither hour nor time zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

/** A day of the week; 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const TOKYO_AHEAD_MS = 9 * 60 * 60 * 1000; // Japan keeps no summer time
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const atMidnight = (date: CalendarDate) => new UTCDate(`${date}T00:00:00Z`);

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month, of the longest February where no year is given; 0 for a month that does not exist. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && year !== undefined && !isLeapYear(year)) return 28;
  return LONGEST_MONTHS[month - 1] ?? 0;
}

/** The day of these numbers, or null where the calendar has no such day. Nothing rolls over. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(month, year)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** Reads YYYY-MM-DD and nothing else; null for another form or a day that does not exist. */
export function parseIso(text: string): CalendarDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return calendarDate(Number(year), Number(month), Number(day));
}

/** Year, month (1–12) and day of the month. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The first day of a month; months beyond the year count on, so month 13 is January of the year after. */
export function firstOfMonth(year: number, month: number): CalendarDate {
  const months = year * 12 + month - 1;
  return certain(calendarDate(Math.floor(months / 12), (months % 12) + 1, 1));
}

/** The last day of a month, counted as in `firstOfMonth`. */
export function lastOfMonth(year: number, month: number): CalendarDate {
  return addDays(firstOfMonth(year, month + 1), -1);
}

/** The day `days` later, or earlier where `days` is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = plusDays(atMidnight(date), days);
  return certain(calendarDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate()));
}

/** How many days after `from` lies `to`; negative where it lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(atMidnight(to), atMidnight(from));
}

/** The day of the week. */
export function weekdayOf(date: CalendarDate): Weekday {
  return atMidnight(date).getUTCDay() as Weekday;
}

/** The day it is in Asia/Tokyo at an instant, wherever the host stands. */
export function todayIn(instant: Date): CalendarDate {
  const tokyo = new Date(instant.getTime() + TOKYO_AHEAD_MS);
  return certain(calendarDate(tokyo.getUTCFullYear(), tokyo.getUTCMonth() + 1, tokyo.getUTCDate()));
}

function certain(date: CalendarDate | null): CalendarDate {
  if (date === null) throw new RangeError('The calendar reaches from year 1 to year 9999.');
  return date;
}
