import { type CalendarDate, parseIso } from '../calendar/calendar-date.ts';
import { type ClockTime, instantAt, parseClockTime } from '../calendar/office-time.ts';
import { replyIds, type SurveyReplyRow, type SurveyRoundRow } from '../records/survey-round.ts';

/** When a hearing of the prefecture's survey is held. */
export interface HearingTime {
  day: CalendarDate;
  time: ClockTime;
  begins: Date;
}

/** When a hearing is, by the id of its slot; null where that says none. */
export function hearingAt(slot: string): HearingTime | null {
  const [date = '', hour = ''] = slot.split('T');
  const [day, time] = [parseIso(date), parseClockTime(hour)];
  return day && time ? { day, time, begins: instantAt(day, time) } : null;
}

/** When the hearing is that a reply took; null where it took none, or where its round has another grouping by now. */
export function hearingOf(
  { id, slot }: Pick<SurveyReplyRow, 'id' | 'slot'>,
  round: Pick<SurveyRoundRow, 'id' | 'groups'>,
): HearingTime | null {
  return slot !== null && replyIds(round).includes(id) ? hearingAt(slot) : null;
}
