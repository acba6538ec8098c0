import { numeralValue } from '../../calendar/grammar/numerals.ts';
import { type ClockTime, parseClockTime } from '../../calendar/office-time.ts';
import { plannedErrors } from '../../words/planned-forms.ts';
import { type About, type Reading, read, refused } from '../field.ts';

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const JAPANESE = new RegExp(`^(午前|午後|am|pm)? ?${N}(?:時|:)(?: ?(半|\\d{1,2})分?)?(?: ?(am|pm))?$`);
const ENGLISH = /^()(\d{1,2}) ?()(am|pm)$/;

/** Reads a time of day: 19:00, 19時, 午後7時半, 7pm; null where it is none. */
export function clockTime(typed: string): ClockTime | null {
  const text = typed.normalize('NFKC').toLowerCase().trim();
  const match = JAPANESE.exec(text) ?? ENGLISH.exec(text);
  if (!match) return null;
  const [, before, hours = '', minutes, after] = match;
  const half = before || after;
  const isAfternoon = half === '午後' || half === 'pm';
  const hour = numeralValue(hours);
  if (half && hour > 12) return null;
  const shown = half ? (hour % 12) + (isAfternoon ? 12 : 0) : hour;
  const minute = minutes === '半' ? 30 : Number(minutes || 0);
  return parseClockTime(`${String(shown).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}

/** Reads a time of day in a field. */
export function readTime(typed: string, { language }: About): Reading<ClockTime> {
  const time = clockTime(typed);
  return time === null ? refused(plannedErrors[language].time) : read(time);
}

/** How a time stands in a running text. */
export const TIME_IN_TEXT =
  /(?:午前|午後)? ?(?<![\d./:])(?:\d{1,2}:\d{2}(?![\d:])|\d{1,2}時(?!間)(?:半|\d{1,2}分)?)(?:から|より|開始|[~〜])?/;
