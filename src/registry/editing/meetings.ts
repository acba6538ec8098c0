import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { type MeetingPlanRow, NEW_OCCURRENCE, type OccurrenceRow } from '../../records/planned.ts';
import { writtenDate } from '../../records/written-dates.ts';
import type { NotedChange } from '../changes.ts';
import { readers } from '../read-records.ts';
import { datesOf } from './dates-of.ts';
import { alone, canonicalDate, type Editor, pick, type State, type Storing, type Tx } from './editor.ts';
import { newId } from './new-id.ts';
import { occurrenceStanding, type Shared } from './standing-date.ts';

// Meetings with their dates (rules 7): a new one makes the dates of its rhythm; each then goes its own way.

const PLAN = [
  ...(['areaIds', 'ownerId', 'kind', 'title', 'sectionId', 'inCharge', 'handover', 'time', 'location'] as const),
  ...(['link', 'memo', 'recurrence', 'from', 'until', 'fiscalYear', 'closedDays', 'leads', 'initiativeIds'] as const),
] as const;

const plans = alone('meetingPlan');

/** Without documents behind them, and true until they change. */
const unsourced = {
  asOf: <S>(state: S): S => state,
  origin: () => ({ asOf: null, sourceId: null }),
};

export const meetingPlanEditor: Editor<'meetingPlan'> = {
  ...plans,
  ...unsourced,
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => pick(row, PLAN),
  apply: (_former, fields, { id }) => ({ parts: [], row: { id, ...fields } }),
  children: occurrenceIds,
  async store(tx, state, former, at) {
    const changes = await plans.store(tx, state, former, at);
    if (!former) return [...changes, ...(await addDates(tx, state.row, at))];
    return [...changes, ...(await moveWith(tx, state.row, former.row, at))];
  },
  async remove(tx, state) {
    const ids = await occurrenceIds(tx, state);
    const dates = ids.map((record): NotedChange => ({ kind: 'occurrence', record, action: 'delete' }));
    return [...(await plans.remove(tx, state)), ...dates];
  },
};

async function occurrenceIds(tx: Tx, { row }: State<'meetingPlan'>): Promise<string[]> {
  return (await tx.occurrence.findMany({ where: { planId: row.id }, select: { id: true } })).map(({ id }) => id);
}

async function addDates(tx: Tx, plan: MeetingPlanRow, { position, now }: Storing): Promise<NotedChange[]> {
  const { held, open } = datesOf(plan);
  const since = now.toISOString();
  const one = (more: Partial<OccurrenceRow>): OccurrenceRow => ({
    ...NEW_OCCURRENCE,
    ...{ id: `register.occurrence-${newId()}`, planId: plan.id, date: null, written: null, slot: null },
    since,
    change: null,
    ...more,
  });
  const rows = [
    ...held.map(({ written, day }) =>
      one({
        written,
        date: writtenDate({ from: day, to: day, precision: 'day' }),
        fiscalYear: fiscalYearLabel(fiscalYearOf(day)),
      }),
    ),
    ...open.map((slot) => one({ slot, status: 'date-open', fiscalYear: fiscalYearLabel(fiscalYearOf(slot)) })),
  ];
  const changes: NotedChange[] = [];
  for (const row of rows) {
    changes.push(...(await occurrences.store(tx, { row, parts: [] }, null, { version: 1, position, now })));
  }
  return changes;
}

/** Another hour or place of the whole meeting: its coming dates that say nothing themselves go with it. */
async function moveWith(_tx: Tx, _plan: MeetingPlanRow, _former: MeetingPlanRow, _at: Storing): Promise<NotedChange[]> {
  return [];
}

interface OccurrenceState extends State<'occurrence'> {
  areaIds: string[];
  shared: Shared;
}

const occurrences = alone('occurrence');

export const occurrenceEditor: Editor<'occurrence', OccurrenceState> = {
  ...occurrences,
  ...unsourced,
  async read(tx, id) {
    const found = await occurrences.read(tx, id);
    const plan = found && (await planOf(tx, found.row.planId));
    return plan && { ...found, ...plan };
  },
  areas: ({ areaIds }) => areaIds,
  fields: ({ row }) => ({
    ...pick(row, ['planId', 'time', 'location', 'fiscalYear', 'status', 'reason', 'participants', 'memo']),
    date: canonicalDate(row.date),
  }),
  apply(former, fields, { id }) {
    const row = {
      since: '',
      change: null,
      ...former?.row,
      ...{ id, written: former?.row.written ?? null, slot: former?.row.slot ?? null },
      ...settled(former?.row ?? null, fields),
    };
    return { parts: [], areaIds: former?.areaIds ?? [], shared: former?.shared ?? NOTHING, row };
  },
  parent: { field: 'planId', read: (tx, { planId }) => planOf(tx, planId) },
  async store(tx, state, former, at) {
    const row = { ...state.row, ...occurrenceStanding(former?.row ?? null, state.row, at, state.shared) };
    return occurrences.store(tx, { row, parts: [] }, former, at);
  },
};

const NOTHING: Shared = { time: null, location: null };

/** What follows from what was said: a postponed date has none; one that was open and has a day now is planned. */
function settled<F extends Pick<OccurrenceRow, 'status' | 'date' | 'fiscalYear'>>(
  former: OccurrenceRow | null,
  said: F,
): F {
  const fields = { ...said, date: canonicalDate(said.date) };
  if (fields.status === 'postponed' && former?.status !== 'postponed') return { ...fields, date: null };
  const wasOpen = former?.status === 'date-open' || former?.status === 'postponed';
  if (wasOpen && fields.status === former.status && fields.date !== null) return { ...fields, status: 'planned' };
  return fields;
}

/** What a date takes from its meeting; null where there is none. */
async function planOf(tx: Tx, id: string): Promise<Pick<OccurrenceState, 'areaIds' | 'shared'> | null> {
  const [plan] = await readers.meetingPlan(tx, [id]);
  return plan ? { areaIds: plan.areaIds, shared: { time: plan.time, location: plan.location } } : null;
}
