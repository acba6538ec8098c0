import type { Prisma as Client } from '../database/open.ts';
import type { ChangeAction } from '../records/changes.ts';

/** A saved change, without who made it and what it said. */
export interface RecordUpdate {
  at: Date;
  action: ChangeAction;
  record: string;
}

/** The changes of some records, the oldest first. */
export async function updatesOf(prisma: Client, ids: readonly string[]): Promise<RecordUpdate[]> {
  const rows = await prisma.history.findMany({
    where: { record: { in: [...ids] } },
    select: { at: true, action: true, record: true },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ at, action, record }) => ({ at, action: action as ChangeAction, record }));
}
