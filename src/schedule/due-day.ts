import {
  type ClosedBecause,
  daysAfterEvent,
  type OfficeCalendar,
  type ShiftRule,
  shift,
  whyClosed,
} from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';

/** How the due day of a report is given: by itself, or so many days after an event, whose own day is not counted. */
export type DueRule = { day: CalendarDate } | { event: CalendarDate; daysAfter: number };

/** What the rule for closed days is where nobody says otherwise: the law grants a later day, an enquiry none. */
export const CLOSED_DAYS_OF = { law: 'next', enquiry: 'as-is' } as const satisfies Record<string, ShiftRule>;

/** When a report is due. */
export interface DueDay {
  /** As it is given. */
  written: CalendarDate;
  /** As it counts, by the rule for closed days. */
  day: CalendarDate;
  /** Why the recipient is closed on the written day. */
  closed: ClosedBecause | null;
  /** The last day up to it on which both can be reached (実質は○日): the one that sends and the one that receives. */
  practical: CalendarDate;
}

/** The due day of a report, which goes by the calendar of its recipient (rule 8.1). */
export function dueDay(
  rule: DueRule,
  closedDays: ShiftRule,
  offices: { sender: OfficeCalendar; recipient: OfficeCalendar },
): DueDay {
  const written = 'day' in rule ? rule.day : daysAfterEvent(rule.event, rule.daysAfter);
  const day = shift(written, closedDays, offices.recipient);
  const practical = shift(day, 'previous', [offices.sender, offices.recipient]);
  return { written, day, closed: whyClosed(written, offices.recipient), practical };
}
