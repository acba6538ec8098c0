import { todayIn } from '../../calendar/calendar-date.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { type MeetingPlanRow, NEW_OCCURRENCE, type OccurrenceRow } from '../../records/planned.ts';
import { writtenDate } from '../../records/written-dates.ts';
import { OTHER_RHYTHM } from '../../words/planned.ts';
import type { NotedChange } from '../changes.ts';
import { replanOccurrence, voidNoticesOf } from '../notices/replan.ts';
import { readCalendars } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';
import { datesOf } from './dates-of.ts';
import { alone, canonicalDate, type Editor, pick, type State, type Storing, same, type Tx } from './editor.ts';
import { newId } from './new-id.ts';
import { type HeldDay, redated } from './redating.ts';
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
    if (!former) {
      const dates = datesOf(state.row, await officeOf(tx, state.row));
      return [...changes, ...(await addDates(tx, state.row, at, dates))];
    }
    changes.push(...(await follow(tx, state.row, former.row, at)));
    return [...changes, ...(await moveWith(tx, state.row, former.row, at))];
  },
  async remove(tx, state) {
    const ids = await occurrenceIds(tx, state);
    for (const id of ids) await voidNoticesOf(tx, 'meeting', id);
    const dates = ids.map((record): NotedChange => ({ kind: 'occurrence', record, action: 'delete' }));
    return [...(await plans.remove(tx, state)), ...dates];
  },
};

/** When the area that convenes it is open. */
const officeOf = async (tx: Tx, { ownerId }: MeetingPlanRow) => (await readCalendars(tx)).ofArea(ownerId);

async function occurrenceIds(tx: Tx, { row }: State<'meetingPlan'>): Promise<string[]> {
  return (await tx.occurrence.findMany({ where: { planId: row.id }, select: { id: true } })).map(({ id }) => id);
}

/** The dates of a new meeting; of one that stands, those that another rhythm adds. */
async function addDates(
  tx: Tx,
  plan: MeetingPlanRow,
  { position, now }: Storing,
  { held, open }: ReturnType<typeof datesOf>,
): Promise<NotedChange[]> {
  const since = now.toISOString();
  const one = (more: Partial<OccurrenceRow>): OccurrenceRow => ({
    ...NEW_OCCURRENCE,
    ...{ id: `register.occurrence-${newId()}`, planId: plan.id, date: null, written: null, slot: null },
    since,
    change: null,
    ...more,
  });
  const rows = [
    ...held.map((day) => one(heldOn(day))),
    ...open.map((slot) => one({ slot, status: 'date-open', fiscalYear: fiscalYearLabel(fiscalYearOf(slot)) })),
  ];
  const changes: NotedChange[] = [];
  for (const row of rows) {
    changes.push(...(await occurrences.store(tx, { row, parts: [] }, null, { version: 1, position, now })));
    await replanOccurrence(tx, row.id, now);
  }
  return changes;
}

const heldOn = ({ written, day }: HeldDay) => ({
  written,
  date: writtenDate({ from: day, to: day, precision: 'day' }),
  fiscalYear: fiscalYearLabel(fiscalYearOf(day)),
});

/**
 * Another rhythm: its coming dates follow it, past ones stand. Of those that people were reminded of already they are told
 * that they moved or are called off; all others become what a new meeting would have made of them.
 */
async function follow(tx: Tx, plan: MeetingPlanRow, former: MeetingPlanRow, at: Storing): Promise<NotedChange[]> {
  if (same(pick(plan, RHYTHM), pick(former, RHYTHM))) return [];
  const rows = await readers.occurrence(tx, await occurrenceIds(tx, { row: plan, parts: [] }));
  const { move, drop, add, open } = redated(rows, plan, todayIn(at.now), await officeOf(tx, plan));
  const changes: NotedChange[] = [];
  for (const { row, to } of move) changes.push(...(await redate(tx, row, heldOn(to), sharedBy(former), at)));
  for (const row of drop) {
    const told = await wasToldOf(tx, row.id);
    if (told)
      changes.push(...(await redate(tx, row, { status: 'cancelled', reason: OTHER_RHYTHM }, sharedBy(former), at)));
    else changes.push(...(await removeDate(tx, row)));
  }
  return [...changes, ...(await addDates(tx, plan, at, { held: add, open }))];
}

const RHYTHM = ['recurrence', 'from', 'until', 'closedDays'] as const;

async function redate(tx: Tx, row: OccurrenceRow, now: Partial<OccurrenceRow>, shared: Shared, at: Storing) {
  const version = await nextVersion(tx, row.id);
  const next = { ...row, ...now };
  const standing = (await wasToldOf(tx, row.id))
    ? occurrenceStanding(row, next, { ...at, version }, shared)
    : { since: at.now.toISOString(), change: null };
  const state = { row: { ...next, ...standing }, parts: [] };
  return occurrences.store(tx, state, { row, parts: [] }, { ...at, version });
}

async function removeDate(tx: Tx, row: OccurrenceRow): Promise<NotedChange[]> {
  await voidNoticesOf(tx, 'meeting', row.id);
  return occurrences.remove(tx, { row, parts: [] });
}

/**
 * Another hour or place of the whole meeting: its coming dates that say nothing themselves go with it. Those that were
 * reminded of already, and only those, are told of once more.
 */
async function moveWith(tx: Tx, plan: MeetingPlanRow, former: MeetingPlanRow, at: Storing): Promise<NotedChange[]> {
  const changes: NotedChange[] = [];
  const [then, now] = [sharedBy(former), sharedBy(plan)];
  const moves = then.time !== now.time || then.location !== now.location;
  for (const row of await readers.occurrence(tx, await occurrenceIds(tx, { row: plan, parts: [] }))) {
    const told = moves && row.status === 'planned' && (await wasToldOf(tx, row.id));
    if (told) {
      const version = await nextVersion(tx, row.id);
      const standing = occurrenceStanding(row, row, { ...at, version }, now, then);
      const state = { row: { ...row, ...standing }, parts: [] };
      if (standing.change !== row.change)
        changes.push(...(await occurrences.store(tx, state, state, { ...at, version })));
    }
    await replanOccurrence(tx, row.id, at.now);
  }
  return changes;
}

async function wasToldOf(tx: Tx, recordId: string): Promise<boolean> {
  const sent = { recordKind: 'meeting', recordId, status: { in: ['sent' as const, 'claimed' as const] } };
  return (await tx.notice.count({ where: sent })) > 0;
}

async function nextVersion(tx: Tx, id: string): Promise<number> {
  return (await tx.occurrence.findUniqueOrThrow({ where: { id }, select: { version: true } })).version + 1;
}

const sharedBy = ({ time, location }: MeetingPlanRow): Shared => ({ time, location });

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
    const changes = await occurrences.store(tx, { row, parts: [] }, former, at);
    await replanOccurrence(tx, row.id, at.now);
    return changes;
  },
  remove: (tx, { row }) => removeDate(tx, row),
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
  return plan ? { areaIds: plan.areaIds, shared: sharedBy(plan) } : null;
}
