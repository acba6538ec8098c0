import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Draft } from '../generated/prisma/client.ts';
import { ChangeKind, type DraftOutcome } from '../records/changes.ts';
import { AnswersRequest } from '../records/neighbour-request.ts';
import { noteChanges } from './changes.ts';
import { draftToDecide } from './kept-drafts.ts';
import type { PersonKey } from './members/people.ts';
import { type Administrators, ownersOf, rightsOf } from './members/permissions.ts';
import { planDecided } from './notices/draft-notices.ts';
import { atomically, type ChangeRequest, change, isSettled, Nothing, noteRefusal } from './save-change.ts';

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
    await planDecided(tx, draft, now);
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
  answers: AnswersRequest.nullable().parse(draft.answers) ?? undefined,
});
