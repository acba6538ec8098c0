import { defaultOffice } from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import type { DeadlineRow } from '../records/planned.ts';
import { readWrittenDate } from '../records/written-dates.ts';
import type { ChainStep } from './chain.ts';
import { type DueDay, dueDay } from './due-day.ts';

const OFFICES = { sender: defaultOffice, recipient: defaultOffice };

/** When a deadline is due, with what its rule for closed days makes of it; null as long as no day is known. */
export function dueOf({
  date,
  event,
  closedDays,
  confirmed,
}: Pick<DeadlineRow, 'date' | 'event' | 'closedDays' | 'confirmed'>): DueDay | null {
  if (!confirmed) return null;
  if (event) return dueDay({ event: event.day, daysAfter: event.daysAfter }, closedDays, OFFICES);
  const span = date === null ? null : readWrittenDate(date);
  return span?.precision === 'day' ? dueDay({ day: span.from }, closedDays, OFFICES) : null;
}

/** The day on which it is due; as long as that is not confirmed, the days in which it may lie. */
export function whenDue(row: Pick<DeadlineRow, 'date' | 'event' | 'closedDays' | 'confirmed'>): Span | null {
  const due = dueOf({ ...row, confirmed: row.confirmed || row.event !== null });
  if (due) return { from: due.day, to: due.day, precision: 'day' };
  return row.date === null ? null : readWrittenDate(row.date);
}

/** When the day of one area's own is due: it stands as it was given. */
export const ownDue = (day: CalendarDate): DueDay => dueDay({ day }, 'as-is', OFFICES);

/** The steps that lead to a deadline, each in the business days of its office. */
export const chainOf = ({ chain }: Pick<DeadlineRow, 'chain'>): ChainStep[] =>
  chain.map((link) => ({ ...link, office: defaultOffice }));
