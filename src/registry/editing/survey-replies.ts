import { todayIn } from '../../calendar/calendar-date.ts';
import { timeIn } from '../../calendar/office-time.ts';
import type { ChangeProblem, FieldsOf } from '../../records/changes.ts';
import {
  NEW_REPLY,
  ROUND_COLUMNS,
  type SurveyReplyRow,
  type SurveyRoundRow,
  slotId,
} from '../../records/survey-round.ts';
import { SURVEY_COLUMNS } from '../../records/vocabulary.ts';
import { writtenDate } from '../../records/written-dates.ts';
import { replyWayWords } from '../../words/survey-round.ts';
import type { NotedChange } from '../changes.ts';
import { readers } from '../read-records.ts';
import { submissionEditor } from './deadlines.ts';
import { alone, type Editor, pick, type State, type Storing, same, type Tx } from './editor.ts';

// Replies to a survey round: written by towns, their hubs and, in their stead, the prefecture; returned and accepted by
// the prefecture alone. The submissions of the round's deadline follow them.

const REPLY = ['roundId', 'areaIds', 'status', 'way', 'reason', 'ownDay', 'slot', ...ROUND_COLUMNS] as const;
const NOBODY = { begunAt: null, sentAt: null, decidedAt: null };

const replies = alone('surveyReply');

interface ReplyState extends State<'surveyReply'> {
  round: Pick<SurveyRoundRow, 'title' | 'state' | 'deadlineId' | 'slots'>;
}

export const surveyReplyEditor: Editor<'surveyReply', ReplyState> = {
  ...replies,
  async read(tx, id) {
    const found = await replies.read(tx, id);
    const [round] = found ? await readers.surveyRound(tx, [found.row.roundId]) : [];
    return found && round ? { ...found, round: pick(round, ['title', 'state', 'deadlineId', 'slots']) } : null;
  },
  asOf: (state) => state,
  origin: () => ({ asOf: null, sourceId: null }),
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => pick(row, REPLY),
  apply: (former, fields, { id }) => ({
    parts: [],
    round: former?.round ?? { title: '', state: 'closed', deadlineId: '', slots: [] },
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
  ],
  async store(tx, state, former, at) {
    const row = { ...state.row, ...instantsOf(state.row, former?.row ?? null, at.now) };
    const changes = await replies.store(tx, { ...state, row }, former, at);
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

/** Of a closed round nothing changes; an accepted reply is returned first. */
function closedOrAccepted({ row, round }: ReplyState, former: ReplyState | null, undoing: boolean): ChangeProblem[] {
  if (round.state === 'closed') return [{ field: 'status', code: 'closed' }];
  const was = former?.row;
  const isFree = was?.status !== 'accepted' || row.status === 'returned' || undoing;
  return isFree || same({ ...was, slot: null }, { ...row, slot: null }) ? [] : [{ field: 'status', code: 'accepted' }];
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
async function followReply(
  tx: Tx,
  { areaIds, status, way, reason, ownDay }: SurveyReplyRow,
  deadlineId: string,
  { now, position }: Storing,
): Promise<NotedChange[]> {
  const changes: NotedChange[] = [];
  for (const areaId of areaIds) {
    const former = await submissionEditor.read(tx, `${deadlineId}.${areaId}`);
    if (!former) continue;
    const said = {
      none: { status: 'open', ...NOT_SENT },
      draft: { status: 'open', ...NOT_SENT },
      answered: { status: 'submitted', ...sentBy(way, now) },
      returned: { status: 'returned', ownDay, reason },
      accepted: { status: 'accepted', ...(former.row.date === null ? sentBy(way, now) : {}) },
    } as const;
    const row = { ...former.row, ...said[status] };
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
