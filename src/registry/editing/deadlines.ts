import type { OfficeCalendar } from '../../calendar/business-days.ts';
import type { DeadlineRow, SubmissionRow, Submitters } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { lateness } from '../../schedule/lateness.ts';
import { submittersOf } from '../../schedule/submitters.ts';
import type { NotedChange } from '../changes.ts';
import { replanDeadline, voidNoticesOf } from '../notices/replan.ts';
import { readCalendars } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';
import { alone, canonicalDate, type Editor, pick, type State, type Storing, type Tx } from './editor.ts';
import { deadlineStanding, dueMoment, submissionStanding } from './standing-date.ts';

// Reporting deadlines (rules 8) with a submission of each area that must submit.

const DEADLINE = [
  ...([
    'areaIds',
    'submitters',
    'title',
    'targetYear',
    'submissionYear',
    'event',
    'confirmed',
    'dueTime',
    'recipient',
  ] as const),
  ...(['sectionId', 'inCharge', 'handover', 'closedDays', 'chain', 'leads', 'link', 'memo', 'cancelled'] as const),
  'reason',
] as const;

const deadlines = alone('deadline');

/** Without documents behind them, and true until they change. */
const unsourced = {
  asOf: <S>(state: S): S => state,
  origin: () => ({ asOf: null, sourceId: null }),
};

export const deadlineEditor: Editor<'deadline'> = {
  ...deadlines,
  ...unsourced,
  ofEach: true,
  isPrefectures: () => true,
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => ({ ...pick(row, DEADLINE), date: canonicalDate(row.date) }),
  apply: (former, fields, { id }) => ({
    parts: [],
    row: {
      ...fields,
      id,
      date: canonicalDate(fields.date),
      template: former?.row.template ?? null,
      since: former?.row.since ?? '',
      change: former?.row.change ?? null,
    },
  }),
  children: async (tx, { row }) =>
    (await tx.submission.findMany({ where: { deadlineId: row.id }, select: { id: true } })).map(({ id }) => id),
  async store(tx, state, former, at) {
    const row = { ...state.row, ...deadlineStanding(former?.row ?? null, state.row, at, await readCalendars(tx)) };
    const changes = await deadlines.store(tx, { row, parts: [] }, former, at);
    changes.push(...(await askAreas(tx, row, at)));
    await replanDeadline(tx, row.id, at.now);
    return changes;
  },
  async remove(tx, state) {
    await voidNoticesOf(tx, 'deadline', state.row.id);
    const children = (await deadlineEditor.children?.(tx, state)) ?? [];
    const submissions = children.map((record): NotedChange => ({ kind: 'submission', record, action: 'delete' }));
    return [...(await deadlines.remove(tx, state)), ...submissions];
  },
};

const OPEN = {
  status: 'open' as const,
  ...{ date: null, time: null, way: null, documentNumber: null, ownDay: null, reason: null, memo: null },
  ...{ lateDays: null, lateBusinessDays: null, since: null, change: null },
};

/** A submission of each area that is asked, and of the bodies that must submit for some of them (rules 8.2). */
async function askAreas(tx: Tx, deadline: DeadlineRow, at: Storing): Promise<NotedChange[]> {
  const where = { kind: 'mustSubmitFor' } as const;
  // A body submits for its towns, not for their hubs.
  const bySelf = deadline.submitters === 'hubs';
  const relations = bySelf ? [] : await tx.areaRelation.findMany({ where, orderBy: { fromId: 'asc' } });
  const bodies = new Map<string, string[]>();
  for (const { fromId, toId } of relations) bodies.set(fromId, [...(bodies.get(fromId) ?? []), toId]);
  const asked = submittersOf(deadline.areaIds, bodies);
  const wanted = new Map<string, string | null>(asked.map(({ by }) => [by, null]));
  for (const { areaId, by } of asked) if (areaId !== by) wanted.set(areaId, by);
  const standing = await readers.submission(tx, await submissionIds(tx, deadline.id));
  const changes: NotedChange[] = [];
  for (const row of standing) {
    const by = wanted.get(row.areaId);
    // What was handed in stays on record.
    const owed = row.status === 'open' || row.status === 'returned';
    if (by === undefined && owed) changes.push(...(await submissions.remove(tx, { row, parts: [] })));
    if (by !== undefined && by !== row.coveredBy) {
      await tx.submission.update({ where: { id: row.id }, data: { coveredBy: by } });
      changes.push({ kind: 'submission', record: row.id, action: 'update' });
    }
  }
  const known = new Set(standing.map(({ areaId }) => areaId));
  const added = [...wanted].flatMap(([areaId, coveredBy]) =>
    known.has(areaId) ? [] : [{ id: `${deadline.id}.${areaId}`, deadlineId: deadline.id, areaId, coveredBy }],
  );
  await tx.submission.createMany({ data: added.map((row) => ({ ...row, status: 'open', position: at.position })) });
  changes.push(...added.map(({ id }): NotedChange => ({ kind: 'submission', record: id, action: 'create' })));
  return changes;
}

async function submissionIds(tx: Tx, deadlineId: string): Promise<string[]> {
  return (await tx.submission.findMany({ where: { deadlineId }, select: { id: true } })).map(({ id }) => id);
}

const submissions = alone('submission');

interface SubmissionState extends State<'submission'> {
  due: ReturnType<typeof dueMoment>;
  recipient: string;
  submitters: Submitters;
}

export const submissionEditor: Editor<'submission', SubmissionState> = {
  ...submissions,
  ...unsourced,
  async read(tx, id) {
    const found = await submissions.read(tx, id);
    const [deadline] = found ? await readers.deadline(tx, [found.row.deadlineId]) : [];
    if (!found || !deadline) return null;
    const { recipient, submitters } = deadline;
    return { ...found, due: dueMoment(deadline, await readCalendars(tx)), recipient, submitters };
  },
  areas: ({ row }) => [row.areaId],
  fields: ({ row }) => ({
    ...pick(row, ['deadlineId', 'areaId', 'status', 'time', 'way', 'documentNumber', 'ownDay', 'reason', 'memo']),
    date: canonicalDate(row.date),
  }),
  /** Sending back, accepting and putting off is the recipient's to do. */
  isPrefectures: ({ status, ownDay }, former) =>
    former?.submitters !== 'hubs' &&
    (status === 'returned' || status === 'accepted' || ownDay !== (former?.row.ownDay ?? null)),
  /** What a hub reports is its own to submit, and its town's to receive. */
  isHubs: (_fields, former) => former?.submitters === 'hubs',
  isReservedToTown: (former) => former?.submitters === 'hubs',
  reservedTo({ status, ownDay }, former) {
    const isNew = status !== former?.row.status && (status === 'returned' || status === 'accepted');
    return isNew || ownDay !== (former?.row.ownDay ?? null) ? (former?.recipient ?? '') : null;
  },
  apply(former, fields, { id }) {
    const date = canonicalDate(fields.date);
    const { due = null, recipient = '', submitters = 'areas' } = former ?? {};
    return {
      parts: [],
      due,
      recipient,
      submitters,
      row: { ...OPEN, coveredBy: null, ...former?.row, id, ...fields, date },
    };
  },
  /** They are made with their deadline alone. */
  parent: { field: 'areaId', read: async () => null },
  async store(tx, state, former, at) {
    const { due } = state;
    const standing = former ? submissionStanding(former.row, state.row, at, due) : {};
    const row = {
      ...state.row,
      ...standing,
      ...latenessOf(state.row, due, (await readCalendars(tx)).ofArea(state.row.areaId)),
    };
    const changes = await submissions.store(tx, { row, parts: [] }, former, at);
    await replanDeadline(tx, row.deadlineId, at.now);
    return changes;
  },
};

/** How late it was submitted, by the due day that holds for its area (rules 8.3). */
function latenessOf(
  { status, date, time, ownDay }: SubmissionRow,
  due: SubmissionState['due'],
  office: OfficeCalendar,
): Pick<SubmissionRow, 'lateDays' | 'lateBusinessDays'> {
  const day = date === null ? null : readWrittenDate(date)?.from;
  const dueDay = ownDay ?? due?.day;
  const submitted = status === 'submitted' || status === 'accepted';
  const late =
    submitted && day && dueDay ? lateness({ day: dueDay, time: due?.time ?? null }, { day, time }, office) : null;
  return { lateDays: late?.days ?? null, lateBusinessDays: late?.businessDays ?? null };
}
