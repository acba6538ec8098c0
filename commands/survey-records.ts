import { countBusinessDays } from '../src/calendar/business-days.ts';
import { type CalendarDate, daysBetween } from '../src/calendar/calendar-date.ts';
import { formatSpan } from '../src/calendar/span-text.ts';
import { lastAnswers } from '../src/records/survey-prefill.ts';
import {
  ANSWERED_STATUSES,
  type ReplyAnswers,
  ROUND_COLUMNS,
  type RoundColumn,
  replyIds,
  type SurveyReplyRow,
  type SurveyRoundRow,
} from '../src/records/survey-round.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import { whenDue } from '../src/schedule/due.ts';
import { dueWords } from '../src/words/due.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import type { Bot } from './bot.ts';
import { result } from './outcomes.ts';
import type { Sitting, Step } from './record-form.ts';
import { areaName, calendarsOf, recordsOf } from './records.ts';
import { isSame } from './shown-reply.ts';

// Survey rounds and their replies as forms find them, and who may see what of them (rules 1.6).

export const roundOf = (bot: Pick<Bot, 'lookup'>, id: string): SurveyRoundRow | undefined =>
  recordsOf(bot).surveyRounds.find((each) => each.id === id);

export const replyOf = (bot: Pick<Bot, 'lookup'>, id: string | null): SurveyReplyRow | undefined =>
  recordsOf(bot).surveyReplies.find((each) => each.id === id);

/** The replies of a round's groups as they are now. */
export function repliesIn(bot: Pick<Bot, 'lookup'>, roundId: string): SurveyReplyRow[] {
  const round = roundOf(bot, roundId);
  const ids = new Set(round ? replyIds(round) : []);
  return recordsOf(bot).surveyReplies.filter((each) => ids.has(each.id));
}

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

/** By when a reply is to come, where it has a day of its own: it was returned, or its day was put off. */
export function ownDayOf(bot: Pick<Bot, 'lookup'>, reply: SurveyReplyRow, round: SurveyRoundRow): CalendarDate | null {
  if (ANSWERED_STATUSES.includes(reply.status)) return null;
  const back = reply.status === 'returned' ? reply.ownDay : null;
  return back ?? submissionsOf(bot, reply, round).find(({ ownDay }) => ownDay !== null)?.ownDay ?? null;
}

/** How late a reply was sent in, or for how long it has been owed; null where it is in time. */
export function lateness(
  bot: Pick<Bot, 'lookup' | 'clock'>,
  reply: SurveyReplyRow,
  round: SurveyRoundRow,
  language: Language,
): string | null {
  if (ANSWERED_STATUSES.includes(reply.status)) {
    const late = submissionsOf(bot, reply, round).find(({ lateDays }) => lateDays !== null);
    return late ? plannedTalk[language].late(late.lateDays ?? 0, late.lateBusinessDays ?? 0) : null;
  }
  const deadline = recordsOf(bot).deadlines.find(({ id }) => id === round.deadlineId);
  const day = ownDayOf(bot, reply, round) ?? (deadline && whenDue(deadline, calendarsOf(bot)))?.to;
  const today = bot.clock.today();
  if (round.state !== 'open' || !day || day >= today) return null;
  const office = calendarsOf(bot).ofAreas(reply.areaIds);
  return dueWords[language].late(daysBetween(day, today), countBusinessDays(day, today, office));
}

const submissionsOf = (bot: Pick<Bot, 'lookup'>, { areaIds }: SurveyReplyRow, { deadlineId }: SurveyRoundRow) =>
  recordsOf(bot).submissions.filter((row) => row.deadlineId === deadlineId && areaIds.includes(row.areaId));

/** What a reply says, with last year's answers where nobody wrote anything yet (rules 5.8). */
export function filledAnswers(bot: Pick<Bot, 'lookup'>, reply: SurveyReplyRow): ReplyAnswers {
  const last = lastAnswers(recordsOf(bot), reply.areaIds);
  const said = ROUND_COLUMNS.map((column) => [column, reply[column] ?? last[column]] as const);
  return Object.fromEntries(said) as ReplyAnswers;
}

/** The columns that say what was said last time: as long as the round is open, and nothing newer is published. */
export function sameAsBefore(bot: Pick<Bot, 'lookup'>, reply: SurveyReplyRow): RoundColumn[] {
  const last = lastAnswers(recordsOf(bot), reply.areaIds);
  return ROUND_COLUMNS.filter((column) => reply[column] === null || isSame(column, reply[column], last[column]));
}

/** Whether nothing at all is said in a column. */
export function isEmpty(answers: ReplyAnswers, column: RoundColumn): boolean {
  const said = answers[column];
  if (said === null) return true;
  return Array.isArray(said) ? said.every(({ stated }) => stated === 'blank') : said.stated === 'blank';
}

/** The round of a sitting, for whoever acts as the prefecture there; else what is said instead. */
export async function roundHere({ bot, who, state }: Sitting): Promise<SurveyRoundRow | Step> {
  await bot.lookup.refresh();
  const round = roundOf(bot, state.about.round ?? '');
  const words = surveyTalk[state.language];
  if (!round) return result({ kind: 'notice', text: words.noneOpen });
  if (isPrefectures(bot, await bot.registrar.rights(who), round.areaIds)) return round;
  await bot.registrar.refused(who, 'surveyRound', round.id, 'not-your-area');
  return result({ kind: 'notice', text: words.notYours });
}

export const isStep = <T extends object>(found: T | Step): found is Step => 'kind' in found;
