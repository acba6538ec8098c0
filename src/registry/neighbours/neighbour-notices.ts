import { z } from 'zod';
import { businessDaysAfter, shift } from '../../calendar/business-days.ts';
import { addDays, type CalendarDate, todayIn } from '../../calendar/calendar-date.ts';
import { instantAt } from '../../calendar/office-time.ts';
import type { KeptNotice, NewNotice } from '../../delivery/notice.ts';
import { plan } from '../../delivery/plan.ts';
import type { NeighbourRequest } from '../../generated/prisma/client.ts';
import { ChangeKind } from '../../records/changes.ts';
import { NeighbourReply, RequestColumn } from '../../records/neighbour-request.ts';
import type { Tx } from '../editing/editor.ts';
import { inTurn } from '../editing/in-turn.ts';
import { responsibleFor } from '../notices/responsible.ts';
import { readNoticeSettings } from '../planned/office-calendars.ts';
import { isInPeace, nextAskingDay, type Reach, reachOf } from './neighbour-reach.ts';

// What is said of neighbours' questions: to the areas that are asked, at most once a week, all that waits for them in one
// message, so that nobody who asks waits longer than that; and to who asked, once an answer and once at the end.

/** The `recordKind` of what is said about them; the record is the area that is asked, or the question. */
export const NEIGHBOURS = 'neighbours';

const KINDS = {
  asked: 'neighbours-asked',
  later: 'neighbours-later',
  answered: 'neighbours-answered',
  ended: 'neighbours-ended',
} as const;

/** Those that come in the morning of a business day. */
export const MORNING_NOTICES: readonly string[] = [KINDS.asked, KINDS.later, KINDS.ended];

/** So many questions stand in one message; what is left comes a week later. */
const MOST = 8;

const Answered = z.object({ kind: ChangeKind, record: z.string(), areaIds: z.array(z.string()) });

/** Who plans questions, or notes that they went out, does so one after another: none is left without a notice. */
export const neighboursInTurn = (tx: Tx): Promise<void> => inTurn(tx, NEIGHBOURS);

const about = (
  key: string,
  kind: string,
  recordId: string,
  rest: Pick<NewNotice, 'areaId' | 'audience' | 'dueAt'> & Partial<NewNotice>,
): NewNotice => ({ key, occasion: key, kind, recordKind: NEIGHBOURS, recordId, expiresAt: null, facts: {}, ...rest });

/** When each of these areas would be told what it is asked now; areas that nobody reads for are left out. */
export async function askingDays(
  tx: Tx,
  areaIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const reach = await reachOf(tx, areaIds, todayIn(now));
  const { officeOf, rulesOf } = await readNoticeSettings(tx, areaIds);
  const planned = await tx.notice.findMany({
    where: { recordKind: NEIGHBOURS, kind: KINDS.asked, recordId: { in: [...areaIds] }, status: 'planned' },
    select: { recordId: true, dueAt: true },
  });
  const known = new Map(planned.map(({ recordId, dueAt }) => [recordId, todayIn(dueAt)]));
  return new Map(
    areaIds.flatMap((id) => {
      const one = reach.get(id);
      if (!one || one.to === null) return [];
      return [[id, known.get(id) ?? nextAskingDay(one, now, officeOf(id), rulesOf(id))] as const];
    }),
  );
}

/** Plans that these areas are told what waits for them, each at its next free day. Says when. */
export async function planAsking(
  tx: Tx,
  areaIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const days = await askingDays(tx, areaIds, now);
  const { rulesOf } = await readNoticeSettings(tx, areaIds);
  const notices = [...days].map(([areaId, day]) =>
    about(`${KINDS.asked}:${areaId}:${day}`, KINDS.asked, areaId, {
      areaId,
      audience: 'area-channel',
      dueAt: instantAt(day, rulesOf(areaId).deliveryTime),
    }),
  );
  await plan(tx, notices, now);
  return days;
}

/** Those who asked are told at the first business day after the last day for answers what came of it. */
export async function planEnded(tx: Tx, { id, areaId, until }: NeighbourRequest, now: Date): Promise<void> {
  const { officeOf, rulesOf } = await readNoticeSettings(tx, [areaId]);
  const day = shift(addDays(until as CalendarDate, 1), 'next', officeOf(areaId));
  const dueAt = instantAt(day, rulesOf(areaId).deliveryTime);
  await plan(tx, [about(`${KINDS.ended}:${id}`, KINDS.ended, id, { areaId, audience: 'asker', dueAt })], now);
}

/** あとで: that person alone is told again, in the morning of the next business day. */
export async function planLater(tx: Tx, requestId: string, areaId: string, user: string, now: Date) {
  const { officeOf, rulesOf } = await readNoticeSettings(tx, [areaId]);
  const day = businessDaysAfter(todayIn(now), 1, officeOf(areaId));
  const key = `${KINDS.later}:${requestId}:${user}:${day}`;
  const dueAt = instantAt(day, rulesOf(areaId).deliveryTime);
  await plan(tx, [about(key, KINDS.later, requestId, { areaId, audience: 'in-charge', dueAt, to: user })], now);
}

/** Those who asked are told of an answer, once a record. */
export async function planAnswered(
  tx: Tx,
  { id, areaId }: Pick<NeighbourRequest, 'id' | 'areaId'>,
  facts: z.infer<typeof Answered>,
  now: Date,
): Promise<void> {
  const key = `${KINDS.answered}:${id}:${facts.record}`;
  await plan(tx, [about(key, KINDS.answered, id, { areaId, audience: 'asker', dueAt: now, facts })], now);
}

/** A question as those are told it who are asked. */
export interface ToldQuestion {
  id: string;
  question: string;
  purpose: string | null;
  column: RequestColumn;
  until: CalendarDate;
  /** Which area asks, and who is in charge of it there now. */
  from: string;
  by: string | null;
  /** Which of the areas that are told here is asked. */
  areaId: string;
}

interface Place {
  to: string;
  /** Who hears of it where it cannot go out. */
  otherwise: string | null;
}

/** What a notice of theirs says. */
export type NeighbourTold = Place &
  (
    | { kind: 'asked'; mention: string | null; questions: ToldQuestion[] }
    | { kind: 'answered'; question: string; areaIds: string[]; record: { kind: ChangeKind; id: string } }
    | { kind: 'ended'; question: string; replies: { areaId: string; reply: NeighbourReply | null }[] }
  );

type Reading = NeighbourTold | { gone: string };

/** What there is to say by a notice now; nothing where it was said already, is answered, closed or over. */
export async function readNeighbourNotice(tx: Tx, notice: KeptNotice, now: Date): Promise<Reading> {
  if (notice.kind === KINDS.asked) return readAsking(tx, notice, now);
  const request = await tx.neighbourRequest.findUnique({ where: { id: notice.recordId } });
  if (!request) return { gone: 'gone' };
  if (notice.kind === KINDS.later) return readLater(tx, notice, request, now);
  // Whoever asked may have gone: then whoever is in charge there now is told (rules 9.4).
  const { user, manager } = await askerNow(tx, request, now);
  if (user === null) return { gone: 'nobody-to-tell' };
  const place = { to: user, otherwise: manager === user ? null : manager, question: request.question };
  if (notice.kind === KINDS.answered) {
    const { kind, record, areaIds } = Answered.parse(notice.facts);
    return { ...place, kind: 'answered', areaIds, record: { kind, id: record } };
  }
  if (request.closedAt) return { gone: 'closed' };
  const rows = await tx.neighbourAsked.findMany({ where: { requestId: request.id }, orderBy: { areaId: 'asc' } });
  const replies = rows.map(({ areaId, reply }) => ({ areaId, reply: NeighbourReply.nullable().parse(reply) }));
  return { ...place, kind: 'ended', replies };
}

const askerNow = (tx: Tx, { areaId, user }: Pick<NeighbourRequest, 'areaId' | 'user'>, now: Date) =>
  responsibleFor(tx, areaId, { inCharge: user, handover: null, sectionId: null }, todayIn(now));

/** All that waits for whoever reads where this area is told; it is taken up here, so that no other notice says it. */
async function readAsking(tx: Tx, notice: KeptNotice, now: Date): Promise<Reading> {
  const today = todayIn(now);
  const waiting = await waitingRows(tx, { today, notice: notice.id });
  const reach = await reachOf(
    tx,
    [...new Set([notice.recordId, ...waiting.map(({ areaId }) => areaId)])],
    today,
    notice.id,
  );
  const here = reach.get(notice.recordId);
  if (!here || here.to === null) return { gone: 'nobody-to-tell' };
  const { rulesOf } = await readNoticeSettings(tx, [notice.recordId]);
  const isHere = (areaId: string, one: Reach | undefined) =>
    one?.to === here.to && !isInPeace(one, today, rulesOf(areaId));
  const rows = waiting.filter(({ areaId }) => isHere(areaId, reach.get(areaId)));
  if (!rows.some(({ areaId }) => areaId === notice.recordId)) {
    if (waiting.some(({ areaId }) => areaId === notice.recordId)) await planAsking(tx, [notice.recordId], now);
    return { gone: 'told' };
  }
  const ids = [...new Set(rows.map(({ requestId }) => requestId))].slice(0, MOST);
  const taken = rows.filter(({ requestId }) => ids.includes(requestId));
  await tx.neighbourAsked.updateMany({
    where: { OR: taken.map(({ requestId, areaId }) => ({ requestId, areaId })), noticeId: null },
    data: { noticeId: notice.id, toldOn: today },
  });
  const said = await waitingRows(tx, { today, only: notice.id });
  const questions = await toldQuestions(tx, said, now);
  if (questions.length === 0) return { gone: 'told' };
  const inChannel = here.to !== here.inCharge;
  return {
    kind: 'asked',
    to: here.to,
    otherwise: inChannel ? here.inCharge : here.manager === here.to ? null : here.manager,
    mention: inChannel ? here.inCharge : null,
    questions,
  };
}

async function readLater(tx: Tx, notice: KeptNotice, request: NeighbourRequest, now: Date): Promise<Reading> {
  const { to, areaId } = notice;
  if (request.closedAt || request.until < todayIn(now)) return { gone: 'over' };
  const where = { requestId_areaId: { requestId: request.id, areaId: areaId ?? '' } };
  const row = await tx.neighbourAsked.findUnique({ where });
  if (!row || row.reply !== null || to === null) return { gone: 'answered' };
  const questions = await toldQuestions(tx, [{ ...row, request }], now);
  return { kind: 'asked', to, otherwise: null, mention: null, questions };
}

interface Which {
  today: CalendarDate;
  /** Those that no notice took up, and those of this one. */
  notice?: string;
  /** Those of this notice alone. */
  only?: string;
}

/** What is open and unanswered, the oldest first. */
const waitingRows = (tx: Tx, { today, notice, only }: Which) =>
  tx.neighbourAsked.findMany({
    where: {
      reply: null,
      request: { closedAt: null, until: { gte: today } },
      OR: only === undefined ? [{ noticeId: null }, { noticeId: notice ?? null }] : [{ noticeId: only }],
    },
    include: { request: true },
    orderBy: [{ request: { at: 'asc' } }, { requestId: 'asc' }, { areaId: 'asc' }],
  });

/** Each question once, however many areas are told of it here. */
async function toldQuestions(
  tx: Tx,
  rows: readonly { areaId: string; request: NeighbourRequest }[],
  now: Date,
): Promise<ToldQuestion[]> {
  const questions = new Map<string, ToldQuestion>();
  for (const { areaId, request } of rows) {
    if (questions.has(request.id)) continue;
    const { id, question, purpose, areaId: from } = request;
    const { user: by } = await askerNow(tx, request, now);
    const until = request.until as CalendarDate;
    const column = RequestColumn.parse(request.column);
    questions.set(id, { id, question, purpose, column, until, from, by, areaId });
  }
  return [...questions.values()];
}

/** A message with questions went out: what did not find room in it, or came meanwhile, is planned for the next one. */
export async function neighboursTold(tx: Tx, { kind }: KeptNotice, at: Date): Promise<void> {
  if (kind !== KINDS.asked) return;
  await neighboursInTurn(tx);
  await planWaiting(tx, at);
}

/** Plans a notice for every area for which something waits. */
export async function planWaiting(tx: Tx, now: Date): Promise<void> {
  const rows = await waitingRows(tx, { today: todayIn(now) });
  await planAsking(tx, [...new Set(rows.map(({ areaId }) => areaId))], now);
}
