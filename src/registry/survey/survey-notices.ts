import { z } from 'zod';
import { todayIn } from '../../calendar/calendar-date.ts';
import type { Span } from '../../calendar/date-reading.ts';
import type { KeptNotice, NewNotice } from '../../delivery/notice.ts';
import { plan } from '../../delivery/plan.ts';
import {
  ANSWERED_STATUSES,
  RoundColumn,
  replyId,
  replyIds,
  type SurveyReplyRow,
  type SurveyRoundRow,
} from '../../records/survey-round.ts';
import { whenDue } from '../../schedule/due.ts';
import type { Tx } from '../editing/editor.ts';
import { placeInArea } from '../notices/notice-place.ts';
import { readCalendars } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';
import { HEARING, HearingFacts } from './hearing-notices.ts';

// What towns are told of a survey round beside the reminders of its deadline: that it is open, once; that their answer is
// waited for, when the prefecture asks; and that something is asked anew of who had answered.

/** The `recordKind` of what is said about a round. */
export const SURVEY = 'surveyRound';

const OPENED = 'survey-opened';
const ASKED = 'survey-asked';
const CHANGED = 'survey-changed';

/** What is asked anew: columns that were not asked before, or all of it, by another group. */
const ChangedFacts = z.object({ columns: z.array(RoundColumn), regrouped: z.boolean() });
type ChangedFacts = z.infer<typeof ChangedFacts>;

const noticeOf = (roundId: string, kind: string, occasion: string, areaId: string, now: Date): NewNotice => ({
  key: `${occasion}:${areaId}`,
  occasion,
  kind,
  recordKind: SURVEY,
  recordId: roundId,
  areaId,
  audience: 'area-channel',
  dueAt: now,
  expiresAt: null,
  facts: {},
});

/** One notice that a round is open, to each of its areas; areas that share a channel get one. */
export async function planRoundOpened(tx: Tx, { id, areaIds }: SurveyRoundRow, now: Date): Promise<void> {
  const occasion = `${OPENED}:${id}`;
  const notices = areaIds.map((areaId) => noticeOf(id, OPENED, occasion, areaId, now));
  await plan(tx, notices, now);
}

/** Asks the areas of these replies for their answers, each once a day at most. Says how many are asked. */
export async function planAsked(
  tx: Tx,
  roundId: string,
  replies: readonly SurveyReplyRow[],
  now: Date,
): Promise<number> {
  const occasion = `${ASKED}:${roundId}:${todayIn(now)}`;
  const before = await tx.notice.findMany({ where: { occasion }, select: { areaId: true } });
  const areaIds = replies.flatMap((reply) => reply.areaIds).filter((id) => !before.some(({ areaId }) => areaId === id));
  const notices = areaIds.map((areaId) => noticeOf(roundId, ASKED, occasion, areaId, now));
  return plan(tx, notices, now);
}

/** What a change of a round means for those who had answered. */
export interface RoundChange {
  former: SurveyRoundRow;
  /** The areas whose answers went over into another group's reply. */
  carried: readonly string[];
  /** The round's version from this change on. */
  version: number;
}

/** Tells those who had answered, once, what is asked of them beside that. */
export async function planRoundChanged(
  tx: Tx,
  round: SurveyRoundRow,
  { former, carried, version }: RoundChange,
  now: Date,
): Promise<void> {
  const columns = round.columns.filter((column) => !former.columns.includes(column));
  const replies = columns.length > 0 ? await readers.surveyReply(tx, replyIds(round)) : [];
  const answered = replies.filter((reply) => isAnswered(reply) && lacking(round, reply, columns).length > 0);
  const occasion = `${CHANGED}:${round.id}:r${version}`;
  const told = (areaId: string, facts: ChangedFacts) => ({
    ...noticeOf(round.id, CHANGED, occasion, areaId, now),
    // What is asked of one town is not asked of all that share a channel with it.
    occasion: `${occasion}@${areaId}`,
    facts,
  });
  const regrouped = carried.map((areaId) => told(areaId, { columns, regrouped: true }));
  const further = answered.flatMap(({ areaIds }) => areaIds).filter((areaId) => !carried.includes(areaId));
  const asked = further.map((areaId) => told(areaId, { columns, regrouped: false }));
  await plan(tx, [...regrouped, ...asked], now);
}

/** What a notice of a round says. */
export interface SurveyTold {
  to: string;
  inCharge: string | null;
  kind: 'opened' | 'asked' | 'changed' | 'hearing';
  round: SurveyRoundRow;
  /** Those that answer with this area now, by name, where that is new. */
  together: string[];
  /** The columns that are asked anew and are not answered yet. */
  columns: RoundColumn[];
  /** By when it is to be answered. */
  due: Span | null;
  /** The hearing that comes near. */
  hearing: string | null;
  mention: string | null;
}

/** What there is to say of a round to an area; nothing where it is closed, gone or answered already. */
export async function readSurveyNotice(tx: Tx, notice: KeptNotice, now: Date): Promise<SurveyTold | { gone: string }> {
  const { recordId, kind, areaId, facts } = notice;
  if (kind === HEARING) return readHearing(tx, notice, now);
  const [round] = await readers.surveyRound(tx, [recordId]);
  if (!round || round.state === 'closed' || areaId === null) return { gone: round?.state ?? 'gone' };
  const group = round.groups.find((areaIds) => areaIds.includes(areaId));
  const [reply] = group ? await readers.surveyReply(tx, [replyId(round.id, group)]) : [];
  const anew = kind === CHANGED ? ChangedFacts.parse(facts) : { columns: [], regrouped: false };
  const columns = reply ? lacking(round, reply, anew.columns) : [];
  const isToAnswer = reply !== undefined && (!isAnswered(reply) || columns.length > 0);
  if (!group || !isToAnswer) return { gone: reply?.status ?? 'gone' };
  const [deadline] = await readers.deadline(tx, [round.deadlineId]);
  const place = await placeInArea(tx, notice, todayIn(now));
  if (!place) return { gone: 'nobody-to-tell' };
  const { to, user, manager } = place;
  return {
    to,
    inCharge: to === user ? manager : user,
    kind: kind === OPENED ? 'opened' : kind === CHANGED ? 'changed' : 'asked',
    round,
    together: anew.regrouped ? await areaNames(tx, group) : [],
    columns,
    due: deadline ? whenDue(deadline, await readCalendars(tx)) : null,
    hearing: null,
    mention: to === user ? null : user,
  };
}

/** A hearing that is still booked: told to who is in charge. */
async function readHearing(tx: Tx, notice: KeptNotice, now: Date): Promise<SurveyTold | { gone: string }> {
  const { recordId, areaId, facts } = notice;
  const [round] = await readers.surveyRound(tx, [recordId]);
  const group = round?.groups.find((areaIds) => areaId !== null && areaIds.includes(areaId));
  const [reply] = round && group ? await readers.surveyReply(tx, [replyId(round.id, group)]) : [];
  const { slot } = HearingFacts.parse(facts);
  if (!round || areaId === null || reply?.slot !== slot) return { gone: 'changed' };
  const place = await placeInArea(tx, notice, todayIn(now));
  if (!place) return { gone: 'nobody-to-tell' };
  const told = { together: [], columns: [], due: null, mention: null };
  return { ...told, kind: 'hearing', to: place.to, inCharge: place.manager, round, hearing: slot };
}

const isAnswered = ({ status }: SurveyReplyRow): boolean => ANSWERED_STATUSES.includes(status);

/** Those of these columns that the round asks and the reply says nothing of. */
const lacking = (round: SurveyRoundRow, reply: SurveyReplyRow, columns: readonly RoundColumn[]): RoundColumn[] =>
  columns.filter((column) => round.columns.includes(column) && reply[column] === null);

async function areaNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const areas = await tx.area.findMany({ where: { id: { in: [...ids] } }, orderBy: { position: 'asc' } });
  return areas.map(({ name }) => name);
}
