import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import type { OfficeCalendars } from '../records/office-calendars.ts';
import type { ChainLink, DeadlineRow } from '../records/planned.ts';
import { readWrittenDate } from '../records/written-dates.ts';
import type { ChainStep } from './chain.ts';
import { type DueDay, dueDay } from './due-day.ts';
import { ownerOfStep } from './step-owner.ts';

/** What a due day follows from. */
export type Dated = Pick<DeadlineRow, 'date' | 'event' | 'closedDays' | 'confirmed' | 'recipient' | 'areaIds'>;

const officesOf = ({ recipient, areaIds }: Pick<Dated, 'recipient' | 'areaIds'>, calendars: OfficeCalendars) => ({
  sender: calendars.ofAreas(areaIds),
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

/** The prefecture, as whoever reports to it names it. */
const PREFECTURE = '県';

/** The steps that lead to a deadline, each in the business days of its office: the prefecture's, or its areas'. */
export function chainOf(
  { chain, areaIds }: { chain: readonly ChainLink[]; areaIds: readonly string[] },
  calendars: OfficeCalendars,
): ChainStep[] {
  const [sender, prefecture] = [calendars.ofAreas(areaIds), calendars.ofRecipient(PREFECTURE, areaIds)];
  return chain.map((link) => ({ ...link, office: ownerOfStep(link.name) === 'prefecture' ? prefecture : sender }));
}
