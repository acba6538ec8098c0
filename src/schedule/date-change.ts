import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Moment } from './lateness.ts';
import type { NoticeFacts } from './planned-notice.ts';

/** The last change of a date that people are told of. */
export interface DateChange {
  kind: 'moved' | 'postponed' | 'in-writing' | 'cancelled' | 'returned';
  at: Date;
  /** The number of the change to this record: each is an occasion of its own. */
  revision: number;
  /** The day and the hour until then; null where there was none: a meeting that is on again, or has its date at last, is moved. */
  formerly: Moment | null;
}

/** What a notice of a change says of it. */
export function changeFacts(
  { formerly }: DateChange,
  day: CalendarDate | null,
  time: string | null,
): Partial<NoticeFacts> {
  return { day, time, formerDay: formerly?.day ?? null, formerTime: formerly?.time ?? null };
}
