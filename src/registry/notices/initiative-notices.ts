import { isDeepStrictEqual } from 'node:util';
import type { Prisma as Client } from '../../database/open.ts';
import type { Tx } from '../../delivery/notice.ts';
import type { InitiativeRow } from '../../records/rows.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import type { DateChange } from '../../schedule/date-change.ts';
import { initiativeState } from '../../schedule/initiative-state.ts';
import { type Occurrence, occurrenceNotices } from '../../schedule/meeting-notices.ts';
import type { PlannedNotice } from '../../schedule/planned-notice.ts';
import { formerOf } from '../history.ts';
import { holdCalendars, noticeSettings, type Offices, readOffices } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';
import { replan } from './replan.ts';

// An initiative (取組) with a planned day or month is reminded of like a meeting. Since when its date stands, and what
// it was before, its history says.

type Dated = Pick<InitiativeRow, 'status' | 'date'>;

/** A change of an initiative's date or status. */
interface LastChange {
  former: Dated | null;
  at: Date;
  version: number;
}

/** Brings the notices of an initiative to what it says now, in the transaction of its change; most changes leave them. */
export async function replanInitiative(
  tx: Tx,
  row: InitiativeRow,
  former: InitiativeRow | null,
  { now, version }: { now: Date; version: number },
): Promise<void> {
  const stays = former && former.date === row.date && former.status === row.status && former.areaId === row.areaId;
  if (stays && isDeepStrictEqual(former.leads ?? null, row.leads)) return;
  const last = stays ? await lastChangeOf(tx, row.id) : { former, at: now, version };
  await holdCalendars(tx);
  await replan(tx, 'initiative', row.id, noticesOf(row, last, await readOffices(tx)), now);
}

/** The same where the record stays as it is, and the office's closed days or settings do not. */
export const replanInitiativeAsItStands = async (tx: Tx, id: string, now: Date): Promise<void> =>
  replan(tx, 'initiative', id, (await noticesOfInitiative(tx, id)) ?? [], now);

/** All notices of an initiative as it stands; null where there is none. */
export async function noticesOfInitiative(tx: Tx, id: string): Promise<PlannedNotice[] | null> {
  const [row] = await readers.initiative(tx, [id]);
  return row ? noticesOf(row, await lastChangeOf(tx, id), await readOffices(tx)) : null;
}

/** Plans the notices of shipped and imported initiatives, which nobody registered. What is over has none to come. */
export async function planInitiatives(prisma: Client, now: Date): Promise<void> {
  const found = await prisma.initiative.findMany({ where: { date: { not: null }, version: 1 }, select: { id: true } });
  if (found.length === 0) return;
  const rows = await readers.initiative(
    prisma,
    found.map(({ id }) => id),
  );
  for (const row of rows.filter(
    ({ date }) => (readWrittenDate(date ?? '')?.to ?? '') >= now.toISOString().slice(0, 10),
  )) {
    await prisma.$transaction(async (tx) => {
      const notices = noticesOf(row, await lastChangeOf(tx, row.id), await readOffices(tx));
      await replan(tx, 'initiative', row.id, notices, now);
    });
  }
}

function noticesOf(row: InitiativeRow, last: LastChange | null, offices: Offices): PlannedNotice[] {
  const scheduled = scheduledInitiative(row, last);
  return scheduled ? occurrenceNotices(scheduled, noticeSettings(offices, [row.areaId])) : [];
}

/** An initiative as the schedule takes it; null where there is nothing to be reminded of. */
export function scheduledInitiative(row: InitiativeRow, last: LastChange | null): Occurrence | null {
  const state = initiativeState(row.status);
  return (
    state && {
      recordKind: 'initiative',
      id: row.id,
      areas: [row.areaId],
      owner: row.areaId,
      when: row.date === null ? null : readWrittenDate(row.date),
      time: null,
      state,
      leads: row.leads,
      frequent: false,
      since: last?.at ?? new Date(0),
      change: last && changeOf(row, last),
    }
  );
}

/** What people are told of it; null where it is new, or was not planned for a day before. */
function changeOf(row: Dated, { former, at, version }: LastChange): DateChange | null {
  const span = former?.date ? readWrittenDate(former.date) : null;
  const [was, is] = [former && initiativeState(former.status), initiativeState(row.status)];
  if (!span || was !== 'planned') return null;
  const formerly = { day: span.from, time: null };
  if (is === 'cancelled' || is === 'postponed') return { kind: is, at, revision: version, formerly };
  return is === 'planned' && row.date !== null && row.date !== former?.date
    ? { kind: 'moved', at, revision: version, formerly }
    : null;
}

async function lastChangeOf(tx: Tx, record: string): Promise<LastChange | null> {
  const rows = await tx.history.findMany({ where: { kind: 'initiative', record }, orderBy: { seq: 'desc' } });
  const row = rows.find(({ changes }) => ['date', 'status'].some((field) => field in (changes as object)));
  if (!row) return null;
  const former = formerOf(row)?.state as { row: Dated } | undefined;
  return { former: former?.row ?? null, at: row.at, version: row.version };
}
