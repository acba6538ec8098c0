import { formatSpan } from '../src/calendar/span-text.ts';
import { lastAnswers } from '../src/records/survey-prefill.ts';
import {
  type ReplyAnswers,
  ROUND_COLUMNS,
  type RoundColumn,
  type SurveyReplyRow,
  type SurveyRoundRow,
} from '../src/records/survey-round.ts';
import type { Rights } from '../src/registry/permissions.ts';
import { whenDue } from '../src/schedule/due.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { areaName, calendarsOf, recordsOf } from './records.ts';

// Survey rounds and their replies as forms find them, and who may see what of them (rules 1.6).

export const roundOf = (bot: Pick<Bot, 'lookup'>, id: string): SurveyRoundRow | undefined =>
  recordsOf(bot).surveyRounds.find((each) => each.id === id);

export const replyOf = (bot: Pick<Bot, 'lookup'>, id: string | null): SurveyReplyRow | undefined =>
  recordsOf(bot).surveyReplies.find((each) => each.id === id);

export const repliesIn = (bot: Pick<Bot, 'lookup'>, roundId: string): SurveyReplyRow[] =>
  recordsOf(bot).surveyReplies.filter((each) => each.roundId === roundId);

export const namesOf = (bot: Pick<Bot, 'lookup'>, areaIds: readonly string[]): string =>
  areaIds.map(areaName(bot)).join('・');

/** Whether this person acts as the prefecture for a round or one of its replies. */
export function isPrefectures(bot: Pick<Bot, 'lookup'>, rights: Rights, areaIds: readonly string[]): boolean {
  return rights.isPrefectureOver(recordsOf(bot).areas.filter(({ id }) => areaIds.includes(id)));
}

/** A reply is seen by its own areas and the prefecture alone. */
export const maySeeReply = (bot: Pick<Bot, 'lookup'>, rights: Rights, { areaIds }: SurveyReplyRow): boolean =>
  !rights.deactivated && (rights.belongsTo(areaIds) || isPrefectures(bot, rights, areaIds));

/** By when a round is to be answered, in words. */
export function dueText(bot: Pick<Bot, 'lookup'>, round: SurveyRoundRow, language: Language): string {
  const deadline = recordsOf(bot).deadlines.find(({ id }) => id === round.deadlineId);
  const when = deadline && whenDue(deadline, calendarsOf(bot));
  return [when ? formatSpan(when, language) : null, deadline?.dueTime].filter(Boolean).join(' ');
}

/** What a reply says, with last year's answers where nobody wrote anything yet (rules 5.8). */
export function filledAnswers(bot: Pick<Bot, 'lookup'>, reply: SurveyReplyRow): ReplyAnswers {
  const last = lastAnswers(recordsOf(bot), reply.areaIds);
  const said = ROUND_COLUMNS.map((column) => [column, reply[column] ?? last[column]] as const);
  return Object.fromEntries(said) as ReplyAnswers;
}

/** Whether nothing at all is said in a column. */
export function isEmpty(answers: ReplyAnswers, column: RoundColumn): boolean {
  const said = answers[column];
  if (said === null) return true;
  return Array.isArray(said) ? said.every(({ stated }) => stated === 'blank') : said.stated === 'blank';
}
