import { defaultOffice } from '../calendar/business-days.ts';
import type { DeadlineRow } from '../records/planned.ts';
import { readWrittenDate } from '../records/written-dates.ts';
import { type DueDay, dueDay } from '../schedule/due-day.ts';

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
