import { z } from 'zod';
import type { History } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import {
  type ChangeAction,
  ChangeVia,
  type FieldChanges,
  type HistoryEntry,
  type HistoryKind,
} from '../records/changes.ts';
import type { PersonKey } from './people.ts';

type Tx = Prisma.TransactionClient;

const Changes = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));
const Former = z.object({ asOf: z.string().nullable(), sourceId: z.string().nullable(), state: z.unknown() });

/** What history keeps beside what people see: the record as it was, for undo and for who opened it then. */
export type Former = z.infer<typeof Former>;

export interface NewEntry {
  at: Date;
  key: string | null;
  by: PersonKey;
  name: string | null;
  via: ChangeVia;
  action: ChangeAction;
  kind: HistoryKind;
  record: string;
  version: number;
  reason: string | null;
  inStead: boolean;
  approvedBy?: string | null;
  changes: FieldChanges;
  former: Former | null;
}

/** Writes an entry of history. Throws a unique-key error when its submission was taken on already. */
export async function noteHistory(tx: Tx, entry: NewEntry): Promise<HistoryEntry> {
  const { by, name, former, changes, approvedBy = null, ...rest } = entry;
  const before = former === null ? Prisma.DbNull : (former as unknown as Prisma.InputJsonValue);
  const row = await tx.history.create({
    data: { ...rest, ...by, userName: name, approvedBy, changes: changes as Prisma.InputJsonValue, before },
  });
  return entryOf(row);
}

/** An entry as people see it. */
export function entryOf(row: History): HistoryEntry {
  const former = formerOf(row);
  return {
    id: String(row.seq),
    at: row.at,
    by: { team: row.team, user: row.user, name: row.userName },
    via: ChangeVia.parse(row.via),
    action: row.action as ChangeAction,
    kind: row.kind as HistoryKind,
    record: row.record,
    version: row.version,
    reason: row.reason,
    inStead: row.inStead,
    changes: Changes.parse(row.changes),
    former: former && { asOf: former.asOf, sourceId: former.sourceId },
  };
}

/** The record as it was before an entry; null where the entry added it. */
export const formerOf = (row: History): Former | null => (row.before === null ? null : Former.parse(row.before));
