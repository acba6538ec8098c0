import { todayIn } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import type { KeptNotice, NewNotice } from '../delivery/notice.ts';
import { plan } from '../delivery/plan.ts';
import { ANSWERED_STATUSES, type SurveyReplyRow, type SurveyRoundRow } from '../records/survey-round.ts';
import { whenDue } from '../schedule/due.ts';
import type { Tx } from './editing/editor.ts';
import { readCalendars } from './office-calendars.ts';
import { readers } from './read-records.ts';
import { responsibleFor } from './responsible.ts';

// What towns are told of a survey round beside the reminders of its deadline: that it is open, once, and that their answer
// is waited for, when the prefecture asks.

/** The `recordKind` of what is said about a round. */
export const SURVEY = 'surveyRound';

const OPENED = 'survey-opened';
const ASKED = 'survey-asked';

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

/** What a notice of a round says. */
export interface SurveyTold {
  to: string;
  inCharge: string | null;
  kind: 'opened' | 'asked';
  round: SurveyRoundRow;
  /** By when it is to be answered. */
  due: Span | null;
  mention: string | null;
}

/** What there is to say of a round to an area; nothing where it is closed, gone or answered already. */
export async function readSurveyNotice(
  tx: Tx,
  { recordId, kind, areaId }: KeptNotice,
  now: Date,
): Promise<SurveyTold | { gone: string }> {
  const [round] = await readers.surveyRound(tx, [recordId]);
  if (!round || round.state === 'closed' || areaId === null) return { gone: round?.state ?? 'gone' };
  const reply = await tx.surveyReply.findFirst({ where: { roundId: round.id, areas: { some: { id: areaId } } } });
  if (!reply || (ANSWERED_STATUSES as readonly string[]).includes(reply.status))
    return { gone: reply?.status ?? 'gone' };
  const [deadline] = await readers.deadline(tx, [round.deadlineId]);
  const area = await tx.area.findUnique({ where: { id: areaId }, select: { channel: true } });
  const nobody = { inCharge: null, handover: null, sectionId: null };
  const { user, manager } = await responsibleFor(tx, areaId, nobody, todayIn(now));
  const to = area?.channel ?? user;
  if (!to) return { gone: 'nobody-to-tell' };
  return {
    to,
    inCharge: to === user ? manager : user,
    kind: kind === OPENED ? 'opened' : 'asked',
    round,
    due: deadline ? whenDue(deadline, await readCalendars(tx)) : null,
    mention: to === user ? null : user,
  };
}
