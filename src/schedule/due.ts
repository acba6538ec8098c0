import { defaultOffice, type OfficeCalendar } from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import type { OfficeCalendars } from '../records/office-calendars.ts';
import type { DeadlineRow } from '../records/planned.ts';
import { readWrittenDate } from '../records/written-dates.ts';
import type { ChainStep } from './chain.ts';
import { type DueDay, dueDay } from './due-day.ts';

/** What a due day follows from. */
export type Dated = Pick<DeadlineRow, 'date' | 'event' | 'closedDays' | 'confirmed' | 'recipient' | 'areaIds'>;

/** The office that works through a deadline's steps and submits: its area's; the law's where several do. */
export const senderOf = ([only, ...others]: readonly string[], calendars: OfficeCalendars): OfficeCalendar =>
  only !== undefined && others.length === 0 ? calendars.ofArea(only) : defaultOffice;

const officesOf = ({ recipient, areaIds }: Pick<Dated, 'recipient' | 'areaIds'>, calendars: OfficeCalendars) => ({
  sender: senderOf(areaIds, calendars),
  recipient: calendars.ofRecipient(recipient, areaIds),
});

/**
 * When a deadline is due, with what its rule for closed days makes of it by the calendars of its recipient and of the
 * area that submits; null as long as no day is known. Where several areas submit, each has days of its own.
 */
export function dueOf(deadline: Dated, calendars: OfficeCalendars): DueDay | null {
  const { date, event, closedDays, confirmed } = deadline;
  if (!confirmed) return null;
  const offices = officesOf(deadline, calendars);
  if (event) return dueDay({ event: event.day, daysAfter: event.daysAfter }, closedDays, offices);
  const span = date === null ? null : readWrittenDate(date);
  return span?.precision === 'day' ? dueDay({ day: span.from }, closedDays, offices) : null;
}

/** The day on which it is due; as long as that is not confirmed, the days in which it may lie. */
export function whenDue(row: Dated, calendars: OfficeCalendars): Span | null {
  const due = dueOf({ ...row, confirmed: row.confirmed || row.event !== null }, calendars);
  if (due) return { from: due.day, to: due.day, precision: 'day' };
  return row.date === null ? null : readWrittenDate(row.date);
}

/** When the day of one area's own is due: it stands as it was given. */
export const ownDue = (day: CalendarDate, deadline: Dated, calendars: OfficeCalendars): DueDay =>
  dueDay({ day }, 'as-is', officesOf(deadline, calendars));

/** The steps that lead to a deadline, each in the business days of its office. */
export function chainOf(
  { chain, areaIds }: Pick<DeadlineRow, 'chain' | 'areaIds'>,
  calendars: OfficeCalendars,
): ChainStep[] {
  const office = senderOf(areaIds, calendars);
  return chain.map((link) => ({ ...link, office }));
}
