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
import type { NotedChange } from './changes.ts';
import type { PersonKey } from './members/people.ts';

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

/**
 * Writes an entry of history; with it, where they are given, the changes that running copies must hear of (see
 * `noteChanges`: the last thing of a transaction). Throws a unique-key error when its submission was taken on already.
 */
export async function noteHistory(
  tx: Tx,
  { by, name, former, approvedBy = null, ...rest }: NewEntry,
  changes: readonly NotedChange[] = [],
): Promise<HistoryEntry> {
  const row = { ...rest, ...by, userName: name, approvedBy, before: former };
  const columns = Prisma.raw(
    Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', '),
  );
  const [noted] = await tx.$queryRaw<[{ seq: bigint }]>`
    WITH noted AS (
      INSERT INTO "Change" ("kind", "record", "action")
      SELECT "kind", "record", "action" FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        AS one ("kind" text, "record" text, "action" text))
    INSERT INTO "History" (${columns})
    SELECT ${columns} FROM jsonb_populate_record(NULL::"History", ${JSON.stringify(row)}::jsonb)
    RETURNING "seq"`;
  return entryOf({
    ...row,
    seq: noted.seq,
    changes: rest.changes as History['changes'],
    before: former as History['before'],
  });
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
