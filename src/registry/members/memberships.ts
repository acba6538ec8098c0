import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { addDays } from '../../calendar/calendar-date.ts';
import type { Membership } from '../../generated/prisma/client.ts';
import { Role } from '../../records/roles.ts';
import type { Done } from '../done.ts';
import { differences } from '../editing/differences.ts';
import type { Tx } from '../editing/editor.ts';
import { newId } from '../editing/new-id.ts';

// Rows of memberships: read, written, and parted where something holds from a day on.

/** Somebody's place in an area, as it is registered. */
export interface Member {
  id: string;
  user: string;
  name: string | null;
  areaId: string;
  section: string | null;
  role: Role;
  deputyOf: string | null;
  from: string | null;
  until: string | null;
  /** 主担当: the person in charge of the section. */
  lead: boolean;
  version: number;
}

export type MemberRow = Membership & { section: { name: string } | null };

export const WITH_SECTION = { section: { select: { name: true } } } as const;

/** A user id as Slack writes it, or a mail address in lower case. */
export const memberKey = (user: string): string => (user.includes('@') ? user.trim().toLowerCase() : user.trim());

export const isInForce = ({ from, until }: { from: string | null; until: string | null }, today: string): boolean =>
  (from === null || from <= today) && (until === null || until >= today);

export const memberOf = (row: MemberRow): Member => ({
  id: row.id,
  user: row.user,
  name: row.name,
  areaId: row.areaId,
  section: row.section?.name ?? null,
  role: Role.parse(row.role),
  deputyOf: row.deputyOf,
  from: row.from,
  until: row.until,
  lead: row.lead,
  version: row.version,
});

/** The areas that somebody works for on a day, by user id or by the mail address that Slack says is theirs. */
export async function membershipsOf(
  db: Pick<Tx, 'membership' | 'person'>,
  user: string,
  today: CalendarDate,
): Promise<Member[]> {
  const known = await db.person.findFirst({ where: { user }, select: { email: true } });
  const rows = await db.membership.findMany({
    where: { user: { in: [user, ...(known?.email ? [known.email] : [])] } },
    include: WITH_SECTION,
    orderBy: [{ area: { position: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(memberOf).filter((member) => isInForce(member, today));
}

/**
 * Those who act for an area, of those who are members on a day: the section's own before others; the person in charge
 * (主担当), then whoever deputises for somebody who is gone, staff, managers, other deputies.
 */
export function inChargeFirst(members: readonly Member[], section: string | null): Member[] {
  const present = new Set(members.map(({ user }) => user));
  const acting = members.filter(({ role, deputyOf }) => deputyOf !== null || role === 'staff' || role === 'manager');
  const rank = ({ section: own, deputyOf, lead, role }: Member) => {
    const elsewhere = section !== null && own !== section ? 16 : 0;
    if (deputyOf !== null) return elsewhere + (present.has(deputyOf) ? 8 : 1);
    return elsewhere + (lead ? 0 : 2) + (role === 'manager' ? 1 : 0);
  };
  return acting.sort((a, b) => rank(a) - rank(b));
}

/** The section of this name, made where the area has none. */
export async function sectionOf(tx: Tx, areaId: string, name: string): Promise<string> {
  const id = `section-${newId()}`;
  await tx.section.createMany({ data: { id, areaId, name }, skipDuplicates: true });
  return (await tx.section.findUniqueOrThrow({ where: { areaId_name: { areaId, name } } })).id;
}

/** What of a membership may be said. */
export type MemberState = Omit<Membership, 'id' | 'version' | 'lead'> & { lead?: boolean };

/** Writes a membership, or adds one; says what differs. */
export async function stateOf(tx: Tx, row: MemberRow | null, wanted: MemberState): Promise<Done> {
  const data = { lead: row?.lead ?? false, ...wanted };
  if (row && Object.keys(differences(plain(row), data)).length === 0) {
    return { kind: 'member', record: row.id, changes: {}, former: null };
  }
  const saved = row
    ? await tx.membership.update({
        where: { id: row.id },
        data: { ...data, version: row.version + 1 },
        include: WITH_SECTION,
      })
    : await tx.membership.create({ data, include: WITH_SECTION });
  const changes = differences(row && shown(memberOf(row)), shown(memberOf(saved)));
  return { kind: 'member', record: saved.id, changes, former: row && stored(row), version: saved.version };
}

/** From a day on something else holds: the row ends the day before, and another one begins. In place where that day has come. */
export async function fromDay(
  tx: Tx,
  row: MemberRow,
  day: CalendarDate,
  today: CalendarDate,
  changed: Partial<MemberState>,
): Promise<Done[]> {
  const wanted = { ...plain(row), ...changed };
  if (day <= today || (row.from !== null && row.from >= day)) return [await stateOf(tx, row, wanted)];
  if (Object.keys(differences(plain(row), wanted)).length === 0) return [];
  return [await endBefore(tx, row, day), await stateOf(tx, null, { ...wanted, from: day })];
}

export const endBefore = (tx: Tx, row: MemberRow, day: CalendarDate): Promise<Done> =>
  stateOf(tx, row, { ...plain(row), until: addDays(day, -1) });

/** Another membership of the same person in the same area at the same time, as itself. */
export async function sameMember(
  tx: Tx,
  { user, areaId, deputyOf, from, until }: Pick<Member, 'user' | 'areaId' | 'deputyOf' | 'from' | 'until'>,
): Promise<MemberRow | null> {
  const rows = await tx.membership.findMany({
    where: { user, areaId, deputyOf },
    include: WITH_SECTION,
    orderBy: { id: 'asc' },
  });
  return rows.find((row) => (row.until ?? '9') >= (from ?? '') && (row.from ?? '') <= (until ?? '9')) ?? null;
}

const plain = ({ user, name, areaId, sectionId, role, deputyOf, from, until, lead }: MemberRow) => ({
  user,
  name,
  areaId,
  sectionId,
  role,
  deputyOf,
  from,
  until,
  lead,
});

const stored = (row: MemberRow) => ({ id: row.id, version: row.version, ...plain(row) });

/** As people read it: no ids of rows, and 主担当 where it is so. */
function shown({ id: _id, version: _version, lead, ...member }: Member): Record<string, unknown> {
  return { ...member, lead: lead || null };
}
