import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Draft } from '../generated/prisma/client.ts';
import { ChangeKind, type SaveOutcome, type WaitingDraft } from '../records/changes.ts';
import { noteChanges } from './changes.ts';
import type { PersonKey } from './people.ts';
import { type Administrators, ownersOf, rightsOf } from './permissions.ts';
import { atomically, type ChangeRequest, change, isSettled, Nothing, noteRefusal } from './save-change.ts';

/** What hubs wrote for these areas and nobody decided yet, the oldest first. */
export async function waitingDrafts(prisma: Client, areaIds: readonly string[]): Promise<WaitingDraft[]> {
  const rows = await prisma.draft.findMany({
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

/**
 * Approves a hub's draft, which then is saved as the hub's change, or sets it aside. A conflict or a problem leaves it
 * open. Only those decide who may write themselves.
 */
export async function decideDraft(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, id, approve }: { person: PersonKey; id: string; approve: boolean },
): Promise<SaveOutcome | { outcome: 'set-aside' }> {
  const now = clock.now();
  type Outcome = SaveOutcome | { outcome: 'set-aside' };
  const outcome = await atomically(prisma, async (tx): Promise<Outcome> => {
    await tx.$executeRaw`SELECT 1 FROM "Draft" WHERE "id" = ${id} FOR UPDATE`;
    const draft = await tx.draft.findUnique({ where: { id } });
    if (!draft || draft.decidedAt) return { outcome: 'gone' };
    const rights = await rightsOf(tx, person, clock.today(), administrators);
    const owners = await ownersOf(tx, draft.areaIds);
    const may = rights.over(owners);
    if (!may.may) return { outcome: 'refused', because: may.because, owners: may.owners };
    if (may.draft) return { outcome: 'refused', because: 'viewer', owners: owners.map(({ name }) => name) };
    await tx.draft.update({ where: { id }, data: { decidedAt: now, decidedBy: person.user, approved: approve } });
    if (!approve) return { outcome: 'set-aside' };
    const done = await change(tx, requestOf(draft), { now, administrators, approvedBy: person });
    if (!isSettled(done.outcome)) throw new Nothing<Outcome>(done.outcome);
    await noteChanges(tx, done.changes);
    return done.outcome;
  });
  if (outcome.outcome === 'refused') {
    await noteRefusal(prisma, now, { person, key: null, kind: 'draft', id }, outcome.because);
  }
  return outcome;
}

const requestOf = (draft: Draft): ChangeRequest => ({
  person: { team: draft.team, user: draft.user },
  via: 'form',
  key: draft.key,
  kind: ChangeKind.parse(draft.kind),
  id: draft.record,
  version: draft.version,
  fields: draft.fields as ChangeRequest['fields'],
  reason: draft.reason,
  official: true,
});
