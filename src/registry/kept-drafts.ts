import type { Draft } from '../generated/prisma/client.ts';
import { ChangeKind, type DraftToDecide, type WaitingDraft } from '../records/changes.ts';
import type { Tx } from './editing/editor.ts';

// What hubs wrote, as it is kept until its town decides, and after.

/** What hubs wrote for these areas and nobody decided yet, the oldest first. */
export async function waitingDrafts(db: Tx, areaIds: readonly string[]): Promise<WaitingDraft[]> {
  const rows = await db.draft.findMany({
    where: { decidedAt: null, areaIds: { hasSome: [...areaIds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(waiting);
}

const waiting = (row: Draft): WaitingDraft => ({
  id: row.id,
  at: row.at,
  by: { team: row.team, user: row.user },
  kind: ChangeKind.parse(row.kind),
  record: row.record,
  fields: row.fields as Record<string, unknown>,
  reason: row.reason,
  areaIds: row.areaIds,
});

/** One draft with what was decided of it; null where there is none. */
export async function draftToDecide(db: Tx, id: string): Promise<DraftToDecide | null> {
  const row = await db.draft.findUnique({ where: { id } });
  if (!row) return null;
  const { team, decidedAt, decidedBy } = row;
  const users = [row.user, ...(decidedBy ? [decidedBy] : [])];
  const people = await db.person.findMany({ where: { team, user: { in: users } } });
  const nameOf = (user: string) => people.find((each) => each.user === user)?.name ?? null;
  return {
    ...waiting(row),
    name: nameOf(row.user),
    version: row.version,
    decided:
      decidedAt && decidedBy
        ? { at: decidedAt, by: decidedBy, name: nameOf(decidedBy), approved: row.approved ?? false, answer: row.answer }
        : null,
  };
}
