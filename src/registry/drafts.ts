import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Draft } from '../generated/prisma/client.ts';
import { ChangeKind, type DraftOutcome, type DraftToDecide, type WaitingDraft } from '../records/changes.ts';
import { noteChanges } from './changes.ts';
import type { Tx } from './editing/editor.ts';
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
        ? { at: decidedAt, by: decidedBy, name: nameOf(decidedBy), approved: row.approved ?? false }
        : null,
  };
}

export interface DraftDecision {
  person: PersonKey;
  id: string;
  approve: boolean;
  /** The record's version that the person saw; absent: the one that the hub saw. */
  version?: number | null | undefined;
  /** Why it is sent back, or approved. */
  answer?: string | null | undefined;
}

/**
 * Approves a hub's draft, which then is saved as the hub's change, or sends it back. A conflict or a problem leaves it
 * open. Only those decide who may write themselves.
 */
export async function decideDraft(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, id, approve, version, answer = null }: DraftDecision,
): Promise<DraftOutcome> {
  const now = clock.now();
  const outcome = await atomically(prisma, async (tx): Promise<DraftOutcome> => {
    await tx.$executeRaw`SELECT 1 FROM "Draft" WHERE "id" = ${id} FOR UPDATE`;
    const draft = await tx.draft.findUnique({ where: { id } });
    if (!draft) return { outcome: 'gone' };
    const rights = await rightsOf(tx, person, clock.today(), administrators);
    const owners = await ownersOf(tx, draft.areaIds);
    const may = rights.over(owners);
    if (!may.may) return { outcome: 'refused', because: may.because, owners: may.owners };
    if (may.draft) return { outcome: 'refused', because: 'hub', owners: owners.map(({ name }) => name) };
    const known = draft.decidedAt ? await draftToDecide(tx, id) : null;
    if (known) return { outcome: 'decided', draft: known };
    await tx.draft.update({
      where: { id },
      data: { decidedAt: now, decidedBy: person.user, approved: approve, answer },
    });
    if (!approve) return { outcome: 'sent-back' };
    const request = { ...requestOf(draft), version: version === undefined ? draft.version : version };
    const grounds = { ...request, reason: draft.reason ?? answer };
    const done = await change(tx, grounds, { now, administrators, approvedBy: person });
    if (!isSettled(done.outcome)) throw new Nothing<DraftOutcome>(done.outcome);
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
