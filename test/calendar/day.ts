import { type CalendarDate, parseIso } from '../../src/calendar/calendar-date.ts';

/** A day for a test; throws when it does not exist. */
export function day(iso: string): CalendarDate {
  const date = parseIso(iso);
  if (!date) throw new Error(`No such day: ${iso}`);
  return date;
}
