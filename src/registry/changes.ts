import type { Prisma } from '../generated/prisma/client.ts';
import type { RecordKind } from '../records/kinds.ts';

/** `all`: so much changed that a copy had better read everything again. */
export type ChangedKind = RecordKind | 'all';

export interface NotedChange {
  kind: ChangedKind;
  record: string;
  action: 'create' | 'update' | 'delete' | 'import';
}

/**
 * Notes what a transaction changed, so that every running copy sees it with its next question. The last thing that a
 * transaction does: from here until it ends, others who note changes wait (see the trigger `change_in_turn`).
 */
export async function noteChanges(tx: Prisma.TransactionClient, changes: readonly NotedChange[]): Promise<void> {
  if (changes.length > 0) await tx.change.createMany({ data: [...changes] });
}
