import { countBusinessDays, type Offices } from '../calendar/business-days.ts';
import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { ClockTime } from '../calendar/office-time.ts';

/** A day, and its time where one is known. */
export interface Moment {
  day: CalendarDate;
  time: ClockTime | null;
}

/** How late a report is. On the due day itself, after its time, it is late by no days. */
export interface Lateness {
  days: number;
  businessDays: number;
}

/**
 * How late a report is, in calendar days and in business days; null where it is on time, as it is until its due time,
 * that minute included, and on its due day where either time is not known (rule 8.3).
 */
export function lateness(due: Moment, submitted: Moment, offices?: Offices): Lateness | null {
  if (submitted.day < due.day) return null;
  const afterTime = due.time !== null && submitted.time !== null && submitted.time > due.time;
  if (submitted.day === due.day && !afterTime) return null;
  return {
    days: daysBetween(due.day, submitted.day),
    businessDays: countBusinessDays(due.day, submitted.day, offices),
  };
}
