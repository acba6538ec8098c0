import { businessDaysAfter, isBusinessDay, type OfficeCalendar, shift } from '../calendar/business-days.ts';
import { addDays, type CalendarDate, weekdayOf } from '../calendar/calendar-date.ts';

/** How often a person wants a digest (rule 9.6). */
export type DigestRhythm = 'monday' | 'daily';

/** Whether a digest goes out on a day: on every business day, or on the week's first one where Monday is closed. */
export function isDigestDay(day: CalendarDate, rhythm: DigestRhythm, office: OfficeCalendar): boolean {
  if (rhythm === 'daily') return isBusinessDay(day, office);
  const sunday = addDays(day, -weekdayOf(day));
  return shift(sunday, 'next', office) === day;
}

/** The first day after `after` on which a digest goes out. */
export function nextDigestDay(after: CalendarDate, rhythm: DigestRhythm, office: OfficeCalendar): CalendarDate {
  const next = businessDaysAfter(after, 1, office);
  return isDigestDay(next, rhythm, office) ? next : nextDigestDay(next, rhythm, office);
}
