import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { SubmissionRow } from '../../records/planned.ts';
import type { Due } from './dates.ts';

/** Whether a submission is still owed: 未提出, or 差戻し (rules 8.4). */
export const isOwed = ({ status }: SubmissionRow): boolean => status === 'open' || status === 'returned';

/** Its due day: its own, where the date was put off or the report came back, else the deadline's. */
export const ownDayOf = ({ ownDay }: SubmissionRow, { row, when }: Due): CalendarDate | null =>
  ownDay ?? (row.confirmed ? (when?.to ?? null) : null);
