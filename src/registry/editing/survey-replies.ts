import { todayIn } from '../../calendar/calendar-date.ts';
import { timeIn } from '../../calendar/office-time.ts';
import type { ChangeProblem, FieldsOf } from '../../records/changes.ts';
import {
  NEW_REPLY,
  ROUND_COLUMNS,
  replyIds,
  type SurveyReplyRow,
  type SurveyRoundRow,
  slotId,
} from '../../records/survey-round.ts';
import { SURVEY_COLUMNS } from '../../records/vocabulary.ts';
import { writtenDate } from '../../records/written-dates.ts';
import { replyWayWords } from '../../words/survey-round.ts';
import type { NotedChange } from '../changes.ts';
import { readers } from '../read-records.ts';
import { replanHearing } from '../survey/hearing-notices.ts';
import { submissionEditor } from './deadlines.ts';
import { alone, type Editor, pick, type State, type Storing, same, type Tx } from './editor.ts';

// Replies to a survey round: written by towns, their hubs and, in their stead, the prefecture; returned and accepted by
// the prefecture alone. The submissions of the round's deadline follow them.

const REPLY = ['roundId', 'areaIds', 'status', 'way', 'reason', 'ownDay', 'slot', ...ROUND_COLUMNS] as const;
const NOBODY = { begunAt: null, sentAt: null, decidedAt: null };

const replies = alone('surveyReply');

/** What a reply needs to know of its round. */
const ASKED_IN = ['id', 'title', 'state', 'deadlineId', 'slots', 'groups', 'columns'] as const;
type AskedIn = Pick<SurveyRoundRow, (typeof ASKED_IN)[number]>;
const NO_ROUND: AskedIn = { id: '', title: '', state: 'closed', deadlineId: '', slots: [], groups: [], columns: [] };

interface ReplyState extends State<'surveyReply'> {
  round: AskedIn;
}

export const surveyReplyEditor: Editor<'surveyReply', ReplyState> = {
  ...replies,
  async read(tx, id) {
    const found = await replies.read(tx, id);
    const [round] = found ? await readers.surveyRound(tx, [found.row.roundId]) : [];
    return found && round ? { ...found, round: pick(round, ASKED_IN) } : null;
  },
  asOf: (state) => state,
  origin: () => ({ asOf: null, sourceId: null }),
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => pick(row, REPLY),
  apply: (former, fields, { id }) => ({
    parts: [],
    round: former?.round ?? NO_ROUND,
    row: { ...NOBODY, ...former?.row, id, ...fields },
  }),
  /** They are made with their round alone. */
  parent: { field: 'roundId', read: async () => null },
  isPrefectures: ({ status }, former) => isDecision(status) && status !== former?.row.status,
  /** Returning and accepting is the prefecture's. */
  reservedTo: ({ status }, former) =>
    isDecision(status) && status !== former?.row.status ? (former?.round.title ?? null) : null,
  /** What is not sent in is a draft of its own kind: the hub writes it, and its town approves the sending. */
  isHubs: ({ status }) => status !== 'answered' && status !== 'accepted',
  /** Last year's wording stands in the records already. */
  async recorded(tx, fields) {
    const ids = continuedIn(fields);
    if (ids.length === 0) return [];
    const [statements, hubs, plans] = [
      await readers.statement(tx, ids),
      await readers.hub(tx, ids),
      await readers.plan(tx, ids),
    ];
    const told = hubs.flatMap(({ name, operator, location, tel, note }) => [name, operator, location, tel, note]);
    const texts = [...told, ...plans.flatMap(({ vision, goal }) => [vision, goal])].filter((text) => text !== null);
    return [...statements.map(({ text }) => text), ...texts];
  },
  hinders: async (tx, state, former, undoing = false) => [
    ...closedOrAccepted(state, former, undoing),
    ...returnedProblems(state.row, former?.row ?? null),
    ...(await slotProblems(tx, state, former)),
    ...(await cellProblems(tx, state.row, former?.row ?? null)),
  ],
  async store(tx, state, former, at) {
    const row = { ...state.row, ...instantsOf(state.row, former?.row ?? null, at.now) };
    const changes = await replies.store(tx, { ...state, row }, former, at);
    if (row.slot !== (former?.row.slot ?? null)) await replanHearing(tx, row, at.now);
    const follows = former && (row.status !== former.row.status || row.ownDay !== former.row.ownDay);
    return follows ? [...changes, ...(await followReply(tx, row, state.round.deadlineId, at))] : changes;
  },
};

/** The records of the year before that a reply continues, by id. */
function continuedIn(fields: FieldsOf<'surveyReply'>): string[] {
  const cells = SURVEY_COLUMNS.flatMap((column) => fields[column]?.statements ?? []);
  const all = [...cells, ...(fields.hub?.hubs ?? []), ...(fields.vision ?? [])];
  return all.flatMap(({ from }) => from ?? []);
}

const isDecision = (status: SurveyReplyRow['status']) => status === 'returned' || status === 'accepted';

/**
 * Of a closed round nothing changes, nor of a group that it does not ask any more. An accepted reply is returned first,
 * but for columns that were asked after it was sent in.
 */
function closedOrAccepted({ row, round }: ReplyState, former: ReplyState | null, undoing: boolean): ChangeProblem[] {
  if (round.state === 'closed' || !replyIds(round).includes(row.id)) return [{ field: 'status', code: 'closed' }];
  const was = former?.row;
  if (was?.status !== 'accepted' || row.status === 'returned' || undoing) return [];
  const further = round.columns.filter((column) => was[column] === null);
  const free = { slot: null, way: null, ...Object.fromEntries(further.map((column) => [column, null])) };
  return same({ ...was, ...free }, { ...row, ...free }) ? [] : [{ field: 'status', code: 'accepted' }];
}

/** What is returned says why, and until when it is to be sent again. */
function returnedProblems({ status, reason, ownDay }: SurveyReplyRow, former: SurveyReplyRow | null): ChangeProblem[] {
  if (status !== 'returned' || former?.status === 'returned') return [];
  const missing = { reason, ownDay };
  return Object.entries(missing).flatMap(([field, value]) => (value === null ? [{ field, code: 'missing' }] : []));
}

/** A hearing is one that is offered, and taken once. */
async function slotProblems(tx: Tx, { row, round }: ReplyState, former: ReplyState | null): Promise<ChangeProblem[]> {
  if (row.slot === null || row.slot === former?.row.slot) return [];
  if (!round.slots.some((slot) => slotId(slot) === row.slot)) return [{ field: 'slot', code: 'unknown' }];
  const taken = await tx.surveyReply.count({ where: { roundId: row.roundId, slot: row.slot, id: { not: row.id } } });
  return taken > 0 ? [{ field: 'slot', code: 'full' }] : [];
}

/**
 * What is said in a column fits together, whichever way it comes: nothing is stated where nothing is to be stated, of the
 * reply's own areas alone, and of tools that there are.
 */
async function cellProblems(tx: Tx, row: SurveyReplyRow, former: SurveyReplyRow | null): Promise<ChangeProblem[]> {
  const changed = SURVEY_COLUMNS.flatMap((column) => {
    const cell = row[column];
    return cell === null || same(cell, former?.[column] ?? null) ? [] : [{ column, ...cell }];
  });
  const tools = [...new Set(changed.flatMap(({ statements }) => statements.flatMap((each) => each.tools)))];
  const rows = tools.length === 0 ? [] : await tx.tool.findMany({ where: { id: { in: tools } }, select: { id: true } });
  const lost = tools.filter((id) => !rows.some((row) => row.id === id));
  return changed.flatMap(({ column, stated, statements }): ChangeProblem[] => {
    if (stated === 'blank' && statements.length > 0) return [{ field: column, code: 'not-both' }];
    const isForeign = statements.some(({ areaIds }) => areaIds?.some((id) => !row.areaIds.includes(id)));
    const isLost = statements.some((each) => each.tools.some((id) => lost.includes(id)));
    return isForeign || isLost ? [{ field: column, code: 'unknown' }] : [];
  });
}

/** When it was begun, sent in last, and decided. */
function instantsOf(
  row: SurveyReplyRow,
  former: SurveyReplyRow | null,
  now: Date,
): typeof NOBODY | Partial<SurveyReplyRow> {
  const at = now.toISOString();
  const { status } = row;
  if (status === former?.status) return {};
  if (status === 'none') return NOBODY;
  const begunAt = former?.begunAt ?? at;
  if (status === 'draft') return { begunAt };
  return status === 'answered' ? { begunAt, sentAt: at, decidedAt: null } : { begunAt, decidedAt: at };
}

/** What the deadline's submissions of a reply's areas say: reminders stop with it, and begin again when it comes back. */
export async function followReply(
  tx: Tx,
  { areaIds, status, way, reason, ownDay, sentAt }: SurveyReplyRow,
  deadlineId: string,
  { now, position }: Storing,
): Promise<NotedChange[]> {
  const sent = sentBy(way, sentAt === null ? now : new Date(sentAt));
  const changes: NotedChange[] = [];
  for (const areaId of areaIds) {
    const former = await submissionEditor.read(tx, `${deadlineId}.${areaId}`);
    if (!former) continue;
    const said = {
      none: { status: 'open', ...NOT_SENT },
      draft: { status: 'open', ...NOT_SENT },
      answered: { status: 'submitted', ...sent },
      returned: { status: 'returned', ownDay, reason },
      accepted: { status: 'accepted', ...(former.row.date === null ? sent : {}) },
    } as const;
    const row = { ...former.row, ...said[status] };
    if (same(row, former.row)) continue;
    const { version } = await tx.submission.findUniqueOrThrow({ where: { id: row.id }, select: { version: true } });
    const stored = await submissionEditor.store(tx, { ...former, row }, former, {
      version: version + 1,
      position,
      now,
    });
    changes.push(...stored);
  }
  return changes;
}

const NOT_SENT = { date: null, time: null, way: null } as const;

const sentBy = (way: SurveyReplyRow['way'], now: Date) => ({
  date: shortDay(now),
  time: timeIn(now),
  way: way && replyWayWords[way].ja,
});

function shortDay(now: Date): string {
  const day = todayIn(now);
  return writtenDate({ from: day, to: day, precision: 'day' });
}

/** A reply that nobody began. */
export const emptyReply = (id: string, roundId: string, areaIds: string[]): SurveyReplyRow => ({
  ...NEW_REPLY,
  ...NOBODY,
  id,
  roundId,
  areaIds,
});
