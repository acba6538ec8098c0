import { voidNotices } from '../../delivery/plan.ts';
import type { ChangeProblem } from '../../records/changes.ts';
import { type SurveyRoundRow, slotId } from '../../records/survey-round.ts';
import type { NotedChange } from '../changes.ts';
import { replanDeadline } from '../replan.ts';
import { planRoundOpened, SURVEY } from '../survey-notices.ts';
import { isTouched, publishRound, unpublish } from '../survey-publishing.ts';
import { writers } from '../write-records.ts';
import { alone, canonicalAsOf, type Editor, pick, type Storing, type Tx } from './editor.ts';
import { emptyReply } from './survey-replies.ts';

// Rounds of the prefecture's survey. A new one makes a reply for each area or joint group; closing it publishes what was
// answered, in the same transaction.

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
      id,
      referenceDate: canonicalAsOf(fields.referenceDate),
      areaIds: fields.groups.flat(),
      published: former?.row.published ?? null,
    },
  }),
  children: async (tx, { row }) => replyIds(tx, row.id),
  hinders: async (tx, { row }, former) => [
    ...twiceIn(row),
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
    return former ? changes : [...changes, ...(await addReplies(tx, state.row, at))];
  },
  async remove(tx, state) {
    await voidNotices(tx, { recordKind: SURVEY, recordId: state.row.id }, 'gone');
    const ids = await replyIds(tx, state.row.id);
    const gone = ids.map((record): NotedChange => ({ kind: 'surveyReply', record, action: 'delete' }));
    return [...(await rounds.remove(tx, state)), ...gone];
  },
};

/** Each area answers once. */
const twiceIn = ({ areaIds }: SurveyRoundRow): ChangeProblem[] =>
  new Set(areaIds).size < areaIds.length ? [{ field: 'groups', code: 'twice' }] : [];

/** A hearing that somebody took stays. */
async function lostSlots(tx: Tx, { id, slots }: SurveyRoundRow): Promise<ChangeProblem[]> {
  const taken = await tx.surveyReply.findMany({ where: { roundId: id, slot: { not: null } }, select: { slot: true } });
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

const replyIds = async (tx: Tx, roundId: string): Promise<string[]> =>
  (await tx.surveyReply.findMany({ where: { roundId }, select: { id: true } })).map(({ id }) => id);

/** A reply of each group, and the one notice that tells its areas of the round. */
async function addReplies(tx: Tx, round: SurveyRoundRow, { now, position }: Storing): Promise<NotedChange[]> {
  const rows = round.groups.map((areaIds) => emptyReply(`${round.id}.${areaIds.join('-')}`, round.id, areaIds));
  await writers.surveyReply.insert(
    tx,
    rows.map((row, at) => ({ row, position: position + at })),
  );
  await planRoundOpened(tx, round, now);
  await replanDeadline(tx, round.deadlineId, now);
  return rows.map(({ id }): NotedChange => ({ kind: 'surveyReply', record: id, action: 'create' }));
}
