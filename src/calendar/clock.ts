import { type CalendarDate, parseIso, TOKYO_AHEAD_MS, todayIn } from './calendar-date.ts';

/** What time it is. Handed in wherever time matters: nothing but this file asks the host. */
export interface Clock {
  now(): Date;
  /** The day in Asia/Tokyo. */
  today(): CalendarDate;
}

function clockOf(milliseconds: () => number): Clock {
  const now = () => new Date(milliseconds());
  return { now, today: () => todayIn(now()) };
}

/** The host's clock. */
export function systemClock(): Clock {
  return clockOf(() => Date.now());
}

/** A clock that stands at `start` now and runs on at normal speed, for rehearsals. */
export function clockFrom(start: Date): Clock {
  const ahead = start.getTime() - Date.now();
  return clockOf(() => Date.now() + ahead);
}

/** A clock that stands still at an ISO 8601 instant with offset, for tests. */
export function fixedClock(iso: string): Clock {
  const instant = parseInstant(iso);
  if (!instant) throw new RangeError(`Not an ISO 8601 instant with offset: ${iso}`);
  return clockOf(() => instant.getTime());
}

/**
 * Reads an ISO 8601 instant. Null without an offset (it would mean the host's zone) and for a day or an hour that
 * does not exist.
 */
export function parseInstant(iso: string): Date | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(iso) ?? [];
  if (day === undefined || !parseIso(day)) return null;
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** The hour and minute in Asia/Tokyo, HH:MM, wherever the host stands. */
export function officeTime(instant: Date): string {
  return new Date(instant.getTime() + TOKYO_AHEAD_MS).toISOString().slice(11, 16);
}
