import { addDays, type CalendarDate, todayIn } from './calendar-date.ts';

/** A time of day in Asia/Tokyo, written HH:MM, 00:00 to 23:59. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

const TOKYO = '+09:00'; // Japan keeps no summer time

/** Reads HH:MM and nothing else; null for another form or an hour that does not exist. */
export function parseClockTime(text: string): ClockTime | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : null;
}

/** The instant at which it is this day and time in Asia/Tokyo. */
export function instantAt(date: CalendarDate, time: ClockTime): Date {
  return new Date(`${date}T${time}:00${TOKYO}`);
}

/** The instant at which a day is over in Asia/Tokyo: the first one of the next day. */
export function endOfDay(date: CalendarDate): Date {
  return instantAt(addDays(date, 1), '00:00' as ClockTime);
}

/** The instant of a day's hour; where no hour is known, the one at which the day is over. */
export function instantOrEnd(date: CalendarDate, time: ClockTime | null): Date {
  return time === null ? endOfDay(date) : instantAt(date, time);
}

/** The time it is in Asia/Tokyo at an instant, wherever the host stands, without its seconds. */
export function timeIn(instant: Date): ClockTime {
  const sinceMidnight = instant.getTime() - instantAt(todayIn(instant), '00:00' as ClockTime).getTime();
  const minutes = Math.floor(sinceMidnight / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime;
}
