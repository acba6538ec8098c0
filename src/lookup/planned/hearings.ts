import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { ClockTime } from '../../calendar/office-time.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { SurveyReplyRow, SurveyRoundRow } from '../../records/survey-round.ts';
import { hearingOf } from '../../schedule/hearings.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import type { Row, RowGroup } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { left, registered } from './told.ts';

/** A hearing of the prefecture's survey that somebody booked. */
export interface Hearing {
  reply: SurveyReplyRow;
  round: SurveyRoundRow;
  day: CalendarDate;
  time: ClockTime;
}

/** All booked hearings, the earliest first. */
export function hearingsIn({ records: { surveyReplies, surveyRounds } }: Inquiry): Hearing[] {
  const rounds = new Map(surveyRounds.map((round) => [round.id, round]));
  return surveyReplies
    .flatMap((reply): Hearing[] => {
      const round = reply.slot === null ? undefined : rounds.get(reply.roundId);
      const hearing = round && hearingOf(reply, round);
      return round && hearing ? [{ reply, round, day: hearing.day, time: hearing.time }] : [];
    })
    .sort((one, other) => `${one.day} ${one.time}`.localeCompare(`${other.day} ${other.time}`));
}

/** Who booked is told, like who has submitted, to the area itself and to the prefecture that hears it (rules 1.6). */
export const isToldTo = (inquiry: Inquiry, { reply: { areaIds } }: Hearing): boolean =>
  areaIds.some((id) => inquiry.asker?.seesSubmissionsOf(inquiry.area(id)));

/** They stand in an answer under a heading of their own. */
export const hearingGroup = (inquiry: Inquiry, hearings: readonly Hearing[]): RowGroup => ({
  title: plannedAnswerWords[inquiry.u.language].hearings,
  rows: hearings.map((hearing) => hearingRow(inquiry, hearing)),
});

function hearingRow(inquiry: Inquiry, { reply, round, day, time }: Hearing): Row {
  const { language } = inquiry.u;
  const { entry } = plannedAnswerWords[language];
  const toCome = day >= inquiry.today && left(day, inquiry, reply.areaIds);
  return {
    ...registered(inquiry, reply.areaIds, reply.begunAt ?? inquiry.today),
    text: entry.hearing(round.title, `${formatDate(day, language)} ${time}`, toCome || null),
    recordId: reply.id,
  };
}
