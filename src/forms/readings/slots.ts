import { parseClockTime } from '../../calendar/office-time.ts';
import { type HearingSlot, slotId } from '../../records/survey-round.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { surveyErrors } from '../../words/survey-forms.ts';
import { type About, type Doubt, type Reading, read, refused } from '../field.ts';
import { readDate } from './date.ts';
import { clockTime, TIME_IN_TEXT } from './time.ts';

/** More hearings than a prefecture has towns. */
const MOST = 100;

/** Reads hearings, one a line: R8.12.8 10:00. */
export function readSlots(typed: string, about: About): Reading<HearingSlot[]> {
  const errors = surveyErrors[about.language];
  const slots = new Map<string, HearingSlot>();
  const doubts: Doubt[] = [];
  for (const line of typed.normalize('NFKC').split('\n')) {
    if (line.trim() === '') continue;
    const time = TIME_IN_TEXT.exec(line);
    const at = time ? clockTime(time[0]) : null;
    if (!time || at === null || parseClockTime(at) === null) return refused(errors.slot);
    const date = readDate(line.replace(time[0], ' ').trim(), about, 'next');
    if ('error' in date) return date;
    const span = readWrittenDate(date.value);
    if (span?.precision !== 'day') return refused(errors.slot);
    const slot = { day: span.from, time: at };
    slots.set(slotId(slot), slot);
    doubts.push(...date.doubts);
  }
  return slots.size > MOST ? refused(errors.tooManySlots(MOST)) : read([...slots.values()], ...doubts);
}

/** As they stand in a field. */
export const writeSlots = (slots: readonly HearingSlot[]): string =>
  slots.map(({ day, time }) => `${day.replaceAll('-', '/')} ${time}`).join('\n');
