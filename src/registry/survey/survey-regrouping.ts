import { combinedAnswers, type Part } from '../../records/survey-combining.ts';
import { type LastRecords, lastAnswers } from '../../records/survey-prefill.ts';
import {
  type ReplyAnswers,
  replyId,
  replyIds,
  type SurveyReplyRow,
  type SurveyRoundRow,
} from '../../records/survey-round.ts';
import type { NotedChange } from '../changes.ts';
import type { Storing, Tx } from '../editing/editor.ts';
import { emptyReply, followReply } from '../editing/survey-replies.ts';
import { readers } from '../read-records.ts';
import { writers } from '../write-records.ts';
import { replanHearing } from './hearing-notices.ts';

// Another grouping of a round that is open. A reply belongs to its group for ever: where the group goes, the reply stays
// behind, unseen, and comes back with it; what was written in it goes on in the replies that take its place.

/** What became of the replies of a round. */
export interface Regrouped {
  changes: NotedChange[];
  /** The areas whose answers were taken over into another reply: they send them in anew. */
  carried: string[];
}

/** Makes the replies of a round's groups out of those of its former groups. */
export async function regroup(tx: Tx, round: SurveyRoundRow, former: SurveyRoundRow, at: Storing): Promise<Regrouped> {
  const was = new Set(replyIds(former));
  const is = new Set(replyIds(round));
  const added = round.groups.filter((group) => !was.has(replyId(round.id, group)));
  const all = await repliesOf(tx, round.id);
  const leaving = all.filter(({ id }) => was.has(id) && !is.has(id));
  const result: Regrouped = { changes: [], carried: [] };
  await freeSlots(tx, leaving, result);
  const last = leaving.some(isBegun) && added.length > 0 ? await lastOf(tx) : () => null;
  for (const group of added) {
    const id = replyId(round.id, group);
    const from = leaving.filter(({ areaIds }) => areaIds.some((area) => group.includes(area)));
    const before = all.find((reply) => reply.id === id);
    const isBack = before !== undefined && (await areUntouched(tx, from));
    const row = isBack ? before : madeOf(from, round.id, group, last);
    const stored = { ...row, slot: slotFor(row, from) };
    result.changes.push(...(before ? await bringBack(tx, stored, before, isBack) : await make(tx, stored, at)));
    await replanHearing(tx, stored, at.now);
    result.changes.push(...(await followReply(tx, row, round.deadlineId, at)));
    if (!isBack && row.status !== 'none') result.carried.push(...group);
  }
  return result;
}

const isBegun = ({ status }: Pick<SurveyReplyRow, 'status'>): boolean => status !== 'none';

/** A new group's reply: what its areas wrote before, to be sent in by the group. */
function madeOf(
  from: readonly SurveyReplyRow[],
  roundId: string,
  group: string[],
  last: (areaIds: readonly string[]) => ReplyAnswers | null,
): SurveyReplyRow {
  const empty = emptyReply(replyId(roundId, group), roundId, group);
  const begun = from.filter(isBegun);
  if (begun.length === 0) return empty;
  const parts = begun.map(
    (reply): Part => ({ reply: reply.areaIds, areaIds: inBoth(reply.areaIds, group), answers: reply }),
  );
  const rest = group.filter((area) => !parts.some(({ areaIds }) => areaIds.includes(area)));
  const begunAt = begun.map((reply) => reply.begunAt).find((instant) => instant !== null) ?? null;
  const further: Part[] = rest.length > 0 ? [{ reply: rest, areaIds: rest, answers: null }] : [];
  return { ...empty, ...combinedAnswers([...parts, ...further], group, last), status: 'draft', way: 'chat', begunAt };
}

const inBoth = (one: readonly string[], other: readonly string[]) => one.filter((area) => other.includes(area));

/** A hearing that was taken goes on, once: with the first of the areas that took it. */
const slotFor = ({ areaIds: group }: SurveyReplyRow, from: readonly SurveyReplyRow[]): string | null =>
  from.find(({ slot, areaIds: [first = ''] }) => slot !== null && group.includes(first))?.slot ?? null;

async function freeSlots(tx: Tx, leaving: readonly SurveyReplyRow[], { changes }: Regrouped): Promise<void> {
  const ids = leaving.flatMap(({ id, slot }) => (slot === null ? [] : [id]));
  await tx.surveyReply.updateMany({ where: { id: { in: ids } }, data: { slot: null } });
  changes.push(...ids.map((record): NotedChange => ({ kind: 'surveyReply', record, action: 'update' })));
}

/** Nobody wrote in these since they were made of others. */
async function areUntouched(tx: Tx, replies: readonly SurveyReplyRow[]): Promise<boolean> {
  const where = { id: { in: replies.map(({ id }) => id) }, version: { gt: 1 } };
  return (await tx.surveyReply.count({ where })) === 0;
}

async function make(tx: Tx, row: SurveyReplyRow, { position }: Storing): Promise<NotedChange[]> {
  await writers.surveyReply.create(tx, row, position);
  return [{ kind: 'surveyReply', record: row.id, action: 'create' }];
}

/** `asItWas`: no other version than the one that was left behind. */
async function bringBack(
  tx: Tx,
  row: SurveyReplyRow,
  before: SurveyReplyRow,
  asItWas: boolean,
): Promise<NotedChange[]> {
  const where = { where: { id: row.id }, select: { version: true, position: true } };
  const { version, position } = await tx.surveyReply.findUniqueOrThrow(where);
  await writers.surveyReply.update(tx, row, position, asItWas ? version : version + 1, before);
  return [{ kind: 'surveyReply', record: row.id, action: 'update' }];
}

/** All replies that a round ever had. */
async function repliesOf(tx: Tx, roundId: string): Promise<SurveyReplyRow[]> {
  const ids = await tx.surveyReply.findMany({ where: { roundId }, select: { id: true } });
  return ids.length === 0
    ? []
    : readers.surveyReply(
        tx,
        ids.map(({ id }) => id),
      );
}

/** What areas answered last time. */
async function lastOf(tx: Tx): Promise<(areaIds: readonly string[]) => ReplyAnswers> {
  const records: LastRecords = {
    answers: await readers.answer(tx),
    statements: await readers.statement(tx),
    hubs: await readers.hub(tx),
    plans: await readers.plan(tx),
    toolUses: await readers.toolUse(tx),
    sources: await readers.source(tx),
    surveyRounds: await readers.surveyRound(tx),
  };
  return (areaIds) => lastAnswers(records, areaIds);
}
