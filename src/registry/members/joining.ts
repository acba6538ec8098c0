import type { Prisma as Client } from '../../database/open.ts';
import type { Role } from '../../records/roles.ts';
import type { Done } from '../done.ts';
import { inTurn } from '../editing/in-turn.ts';
import { approversOf } from '../notices/responsible.ts';
import { atomically } from '../save-change.ts';
import { type Administration, type AdminOutcome, administer } from './administering.ts';
import { planAnswered, planAsked, toldOf } from './joining-notices.ts';
import { sameMember, sectionOf, stateOf } from './memberships.ts';
import type { PersonKey } from './people.ts';

/** 「この市町の担当です」: somebody asks to join an area. */
export interface JoinRequest {
  id: string;
  at: Date;
  team: string;
  user: string;
  areaId: string;
  /** 課・係 by name. */
  section: string | null;
  note: string | null;
  /** Null: still open. */
  decidedAt: Date | null;
  decidedBy: string | null;
  approved: boolean | null;
}

export type JoinWish = Pick<JoinRequest, 'areaId' | 'section' | 'note'>;

/** `fresh`: it is new; `told`: how many are told of it. */
export type AskedToJoin = JoinRequest & { fresh: boolean; told: number };

/** Keeps a request, and plans that those hear of it who may take the person in; or the open one of the same person and area. */
export async function askToJoin(
  { prisma, clock, administrators }: Administration,
  { team, user }: PersonKey,
  { areaId, section, note }: JoinWish,
): Promise<AskedToJoin> {
  return atomically(prisma, async (tx) => {
    await inTurn(tx, `join ${team} ${user} ${areaId}`);
    const open = await tx.joinRequest.findFirst({ where: { team, user, areaId, decidedAt: null } });
    if (open) return { ...open, fresh: false, told: await toldOf(tx, open.id) };
    const data = { at: clock.now(), team, user, areaId, section, note };
    const request = await tx.joinRequest.create({ data });
    const approvers = await approversOf(tx, areaId, clock.today(), administrators);
    const told = await planAsked(tx, request, approvers, clock.now());
    return { ...request, fresh: true, told };
  });
}

export async function openRequests(prisma: Client, areaIds?: readonly string[]): Promise<JoinRequest[]> {
  return prisma.joinRequest.findMany({
    where: { decidedAt: null, ...(areaIds ? { areaId: { in: [...areaIds] } } : {}) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
}

export const requestOf = (prisma: Client, id: string): Promise<JoinRequest | null> =>
  prisma.joinRequest.findUnique({ where: { id } });

/** Takes somebody in who asked, in a role, or declines (null). A request is decided once. */
export async function decideRequest(
  administration: Administration,
  by: PersonKey,
  key: string,
  id: string,
  role: Role | null,
): Promise<AdminOutcome> {
  const { prisma, clock } = administration;
  const request = await requestOf(prisma, id);
  if (!request) return { outcome: 'gone' };
  const { user, team, areaId, section } = request;
  const needs = { areaId, prefecture: role === 'prefecture' };
  return administer(administration, { by, key, kind: 'member', needs }, async (tx) => {
    const decision = { decidedAt: clock.now(), decidedBy: by.user, approved: role !== null };
    const { count } = await tx.joinRequest.updateMany({ where: { id, decidedAt: null }, data: decision });
    if (count === 0) return { outcome: 'gone' };
    await planAnswered(tx, request, role, clock.now());
    if (role === null) {
      const declined: Done['changes'] = { user: [user, user], areaId: [areaId, areaId], approved: [null, false] };
      return { done: [{ kind: 'member', record: id, changes: declined, former: null, action: 'update' }] };
    }
    const known = await tx.person.findUnique({ where: { team_user: { team, user } } });
    const fields = { user, name: known?.name ?? null, areaId, deputyOf: null, from: null, until: null };
    const today = clock.today();
    const standing = await sameMember(tx, { ...fields, from: today });
    const sectionId = section === null ? (standing?.sectionId ?? null) : await sectionOf(tx, areaId, section);
    const term = standing ? { from: standing.from, until: standing.until } : {};
    const done = await stateOf(tx, standing, { ...fields, ...term, sectionId, role });
    // Somebody who is that already is taken in all the same: the request is decided.
    const changes = Object.keys(done.changes).length > 0 ? done.changes : { role: [role, role] as [unknown, unknown] };
    return { done: [{ ...done, changes }] };
  });
}
