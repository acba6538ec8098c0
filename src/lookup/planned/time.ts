import type { Span } from '../../calendar/date-reading.ts';
import type { DateRange } from '../../calendar/fiscal-year.ts';
import type { Inquiry } from '../inquiry.ts';
import { reaches } from './dates.ts';

const NEXT = /次(の|回)|今度の|直近の|一番近い|いちばん近い|\b(the )?next(?! (week|month|year|fiscal))\b|\bupcoming\b/;
const NEAR =
  /今日|本日|明日|あした|明後日|あさって|今週|来週|再来週|今月|来月|再来月|\b(today|tomorrow|(this|next) (week|month))\b/;

/** Whether the next one is asked for: 次の会議, 次回. */
export const asksNext = ({ u }: Inquiry): boolean => NEXT.test(u.text);

/** Whether a time is named that only what is registered here speaks of: 今週, 来月. */
export const asksNear = ({ u }: Inquiry): boolean => u.dates.some(({ text }) => NEAR.test(text));

/** Whether something lies in one of the times that are named, or none is. */
export const inTime = ({ u }: Inquiry, when: Span | null): boolean =>
  u.dates.length === 0 || u.dates.some((date) => reaches(when, date));

/** From the first to the last day that is named. */
export function timeAsked({ u }: Inquiry): DateRange | null {
  const [first, ...others] = u.dates;
  if (!first) return null;
  return others.reduce(
    (range, { from, to }) => ({ from: from < range.from ? from : range.from, to: to > range.to ? to : range.to }),
    { from: first.from, to: first.to },
  );
}

/** The times as they were said: 今月, 11月. */
export const timeWords = ({ u }: Inquiry): string =>
  u.dates.map(({ text }) => text).join(u.language === 'ja' ? '・' : ', ');
