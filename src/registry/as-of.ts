import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { InitiativeRow, RegistryRecords, ScenePlanRow } from '../records/rows.ts';
import { lastDayOf } from '../records/written-dates.ts';
import { formerOf } from './history.ts';

// The records as they stood on a day, out of history.

/** What a record said since a day; null: it did not exist. */
interface Stood<T> {
  since: CalendarDate | null;
  row: T | null;
}

/**
 * Initiatives with 目指す姿 and 目標 as they stood at the end of a day: of each the last state whose as-of date is not
 * after it. What was first said later is left out; the other records stay as they are.
 */
export async function recordsAsOf(
  prisma: Client,
  records: RegistryRecords,
  day: CalendarDate,
): Promise<RegistryRecords> {
  const entries = await prisma.history.findMany({
    where: { kind: { in: ['initiative', 'plan'] } },
    orderBy: { seq: 'asc' },
  });
  const former = new Map<string, Stood<InitiativeRow | ScenePlanRow>[]>();
  for (const entry of entries) {
    const state = formerOf(entry);
    const row = state ? (state.state as { row: InitiativeRow | ScenePlanRow }).row : null;
    const stood = { since: state?.asOf ? lastDayOf(state.asOf) : null, row };
    former.set(entry.record, [...(former.get(entry.record) ?? []), stood]);
  }
  const states = former as Map<string, Stood<never>[]>;
  return {
    ...records,
    initiatives: onDay(records.initiatives, states, day),
    plans: onDay(records.plans, states, day),
  };
}

/** Records in their order; what was taken back since is left out. */
function onDay<T extends { id: string; asOf: string }>(
  now: readonly T[],
  former: ReadonlyMap<string, readonly Stood<T>[]>,
  day: CalendarDate,
): T[] {
  return now.flatMap((row) => {
    const states = [...(former.get(row.id) ?? []), { since: lastDayOf(row.asOf), row }];
    const stood = states.findLast(({ since, row: state }) => state === null || since === null || since <= day);
    return stood?.row ? [stood.row] : [];
  });
}
