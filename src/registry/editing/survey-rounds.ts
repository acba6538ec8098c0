import { voidNotices } from '../../delivery/plan.ts';
import type { ChangeProblem } from '../../records/changes.ts';
import { ROUND_COLUMNS, replyId, replyIds, type SurveyRoundRow, slotId } from '../../records/survey-round.ts';
import type { NotedChange } from '../changes.ts';
import { replanDeadline } from '../notices/replan.ts';
import { planRoundChanged, planRoundOpened, SURVEY } from '../survey/survey-notices.ts';
import { isTouched, publishRound, unpublish } from '../survey/survey-publishing.ts';
import { regroup } from '../survey/survey-regrouping.ts';
import { writers } from '../write-records.ts';
import { deadlineEditor } from './deadlines.ts';
import { alone, canonicalAsOf, type Editor, pick, type Storing, same, type Tx } from './editor.ts';
import { emptyReply } from './survey-replies.ts';

// Rounds of the prefecture's survey. A new one makes a reply for each area or joint group; as long as it is open, its
// replies and its deadline follow what is changed of it; closing it publishes what was answered, in the same transaction.

const ROUND = ['fiscalYear', 'title', 'columns', 'groups', 'deadlineId', 'slots', 'state'] as const;

const rounds = alone('surveyRound');

export const surveyRoundEditor: Editor<'surveyRound'> = {
  ...rounds,
  asOf: (state) => state,
  origin: () => ({ asOf: null, sourceId: null }),
  ofEach: true,
  isPrefectures: () => true,
  reservedTo: ({ title }) => title,
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => ({ ...pick(row, ROUND), referenceDate: canonicalAsOf(row.referenceDate) }),
  apply: (former, fields, { id }) => ({
    parts: [],
    row: {
      ...fields,
      columns: ROUND_COLUMNS.filter((column) => fields.columns.includes(column)),
      groups: groupsAsKnown(fields.groups, former?.row.groups ?? []),
      id,
      referenceDate: canonicalAsOf(fields.referenceDate),
      areaIds: fields.groups.flat(),
      published: former?.row.published ?? null,
    },
  }),
  children: async (tx, { row }) => allReplyIds(tx, row.id),
  hinders: async (tx, { row }, former) => [
    ...twiceIn(row),
    ...fixedOf(row, former?.row ?? null),
    ...(await lostSlots(tx, row)),
    ...(await reopeningProblems(tx, row, former?.row ?? null)),
  ],
  async store(tx, state, former, at) {
    const closes = state.row.state === 'closed' && former?.row.state !== 'closed';
    const opens = state.row.state === 'open' && former?.row.state === 'closed';
    const published = closes ? await publishRound(tx, state.row, at.now) : opens ? null : state.row.published;
    const changes = await rounds.store(tx, { ...state, row: { ...state.row, published } }, former, at);
    if (opens && former?.row.published) await unpublish(tx, former.row.published.sourceId);
    if (closes || opens) return [{ kind: 'all', record: '*', action: 'import' }];
    if (!former) return [...changes, ...(await addReplies(tx, state.row, at))];
    return state.row.state === 'open' ? [...changes, ...(await followRound(tx, state.row, former.row, at))] : changes;
  },
  async remove(tx, state) {
    await voidNotices(tx, { recordKind: SURVEY, recordId: state.row.id }, 'gone');
    const ids = await allReplyIds(tx, state.row.id);
    const gone = ids.map((record): NotedChange => ({ kind: 'surveyReply', record, action: 'delete' }));
    return [...(await rounds.remove(tx, state)), ...gone];
  },
};

/** A group that answered together so far is the same one in whatever order it is written. */
const groupsAsKnown = (groups: readonly string[][], known: readonly string[][]): string[][] =>
  groups.map((group) => known.find((one) => same([...one].sort(), [...group].sort())) ?? group);

/** What is published of a closed round stands; what a round asks as of when is said once. */
const fixedOf = (row: SurveyRoundRow, former: SurveyRoundRow | null): ChangeProblem[] => {
  if (former?.state !== 'closed' || row.state === 'open') return [];
  const fixed = ['title', 'columns', 'groups', 'slots'] as const;
  return fixed.flatMap((field) => (same(row[field], former[field]) ? [] : [{ field, code: 'closed' as const }]));
};

/** Each area answers once. */
const twiceIn = ({ areaIds }: SurveyRoundRow): ChangeProblem[] =>
  new Set(areaIds).size < areaIds.length ? [{ field: 'groups', code: 'twice' }] : [];

/** A hearing that somebody took stays. */
async function lostSlots(tx: Tx, { id, slots, areaIds }: SurveyRoundRow): Promise<ChangeProblem[]> {
  const where = { roundId: id, slot: { not: null }, areas: { some: { id: { in: areaIds } } } };
  const taken = await tx.surveyReply.findMany({ where, select: { slot: true } });
  const offered = new Set(slots.map(slotId));
  return taken.some(({ slot }) => slot !== null && !offered.has(slot)) ? [{ field: 'slots', code: 'fixed' }] : [];
}

/** What somebody has changed since it was published is not taken back with it. */
async function reopeningProblems(
  tx: Tx,
  { state }: SurveyRoundRow,
  former: SurveyRoundRow | null,
): Promise<ChangeProblem[]> {
  const source = state === 'open' ? former?.published?.sourceId : undefined;
  return source !== undefined && (await isTouched(tx, source)) ? [{ field: 'state', code: 'closed' }] : [];
}

const allReplyIds = async (tx: Tx, roundId: string): Promise<string[]> =>
  (await tx.surveyReply.findMany({ where: { roundId }, select: { id: true } })).map(({ id }) => id);

/** What follows from a change of an open round: its deadline, its replies, and what areas are told of it. */
async function followRound(tx: Tx, round: SurveyRoundRow, former: SurveyRoundRow, at: Storing): Promise<NotedChange[]> {
  const changes = await followDeadline(tx, round, at);
  const groups = same(replyIds(round), replyIds(former)) ? null : await regroup(tx, round, former, at);
  changes.push(...(groups?.changes ?? []));
  const added = round.areaIds.filter((id) => !former.areaIds.includes(id));
  await planRoundOpened(tx, { ...round, areaIds: added }, at.now);
  await planRoundChanged(tx, round, { former, carried: groups?.carried ?? [], version: at.version }, at.now);
  return changes;
}

/** The deadline has the name of its round and asks the same areas. */
async function followDeadline(
  tx: Tx,
  { deadlineId, title, areaIds }: SurveyRoundRow,
  at: Storing,
): Promise<NotedChange[]> {
  const former = await deadlineEditor.read(tx, deadlineId);
  if (!former || (former.row.title === title && same(former.row.areaIds.toSorted(), areaIds.toSorted()))) return [];
  const where = { where: { id: deadlineId }, select: { version: true, position: true } };
  const { version, position } = await tx.deadline.findUniqueOrThrow(where);
  const row = { ...former.row, title, areaIds };
  return deadlineEditor.store(tx, { ...former, row }, former, { ...at, version: version + 1, position });
}

/** A reply of each group, and the one notice that tells its areas of the round. */
async function addReplies(tx: Tx, round: SurveyRoundRow, { now, position }: Storing): Promise<NotedChange[]> {
  const rows = round.groups.map((areaIds) => emptyReply(replyId(round.id, areaIds), round.id, areaIds));
  await writers.surveyReply.insert(
    tx,
    rows.map((row, at) => ({ row, position: position + at })),
  );
  await planRoundOpened(tx, round, now);
  await replanDeadline(tx, round.deadlineId, now);
  return rows.map(({ id }): NotedChange => ({ kind: 'surveyReply', record: id, action: 'create' }));
}
