import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { RegistryRecords } from '../records/rows.ts';
import { recordsAsOf } from './as-of.ts';
import { type RecordUpdate, updatesOf } from './updates.ts';

/** What documents are made from. */
export interface FromRegistry {
  records: RegistryRecords;
  now: Date;
  /** The changes of records, the oldest first. */
  updates(ids: readonly string[]): Promise<RecordUpdate[]>;
}

/** The records of now, or with initiatives and 目指す姿 as they stood on a day; and when they were changed. */
export async function reportSource(
  prisma: Client,
  now: Date,
  records: RegistryRecords,
  day: CalendarDate | null,
): Promise<FromRegistry> {
  return {
    records: day === null ? records : await recordsAsOf(prisma, records, day),
    now,
    updates: (ids) => updatesOf(prisma, ids),
  };
}
