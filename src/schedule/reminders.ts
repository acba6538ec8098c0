import { businessDaysBefore, type OfficeCalendar, shift } from '../calendar/business-days.ts';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { type ClockTime, instantAt } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';

/** One reminder, and when it goes out. */
export interface Reminder {
  lead: LeadTime;
  day: CalendarDate;
  dueAt: Date;
}

/** What is reminded of: its day, and the instant from which a reminder of it would be too late. */
export interface Reminded {
  day: CalendarDate;
  over: Date;
}

/**
 * When the reminders of something go out: on business days of the office, at its delivery time, always before the thing
 * itself. What a closed day or an early hour moves, it moves to an earlier business day (rule 9.1). Two that come to the
 * same day are one, the shorter. Earliest first.
 */
export function remindersOf(
  thing: Reminded,
  leads: readonly LeadTime[],
  office: OfficeCalendar,
  deliveryTime: ClockTime,
): Reminder[] {
  const found = new Map<CalendarDate, Reminder>();
  for (const lead of [...leads].sort((one, other) => other.count - one.count)) {
    const day = deliveryDay(thing, lead, office, deliveryTime);
    found.set(day, { lead, day, dueAt: instantAt(day, deliveryTime) });
  }
  return [...found.values()].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

function deliveryDay({ day, over }: Reminded, lead: LeadTime, office: OfficeCalendar, deliveryTime: ClockTime) {
  let at = leadDay(day, lead, office);
  while (instantAt(at, deliveryTime) >= over) at = businessDaysBefore(at, 1, office);
  return at;
}

function leadDay(day: CalendarDate, { unit, count }: LeadTime, office: OfficeCalendar): CalendarDate {
  if (unit === 'business-days' && count > 0) return businessDaysBefore(day, count, office);
  return shift(addDays(day, -count), 'previous', office);
}
