import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { SubmissionRow } from '../../records/planned.ts';
import type { Inquiry } from '../inquiry.ts';
import type { Due } from './dates.ts';

const OF_HUBS = /委託先|受託|連携拠点|拠点(の|が|から)|\bhubs?\b|\bcontractors?\b/;

/** Where the hubs' (委託先) own reports are meant: those; null where they are not, or there are none. */
export function ofHubs({ u }: Pick<Inquiry, 'u'>, dues: readonly Due[]): Due[] | null {
  const theirs = OF_HUBS.test(u.text) ? dues.filter(({ row }) => row.submitters === 'hubs') : [];
  return theirs.length > 0 ? theirs : null;
}

/** Whether a submission is still owed: 未提出, or 差戻し (rules 8.4). */
export const isOwed = ({ status }: SubmissionRow): boolean => status === 'open' || status === 'returned';

/** Its due day: its own, where the date was put off or the report came back, else the deadline's. */
export const ownDayOf = ({ ownDay }: SubmissionRow, { row, when }: Due): CalendarDate | null =>
  ownDay ?? (row.confirmed ? (when?.to ?? null) : null);
