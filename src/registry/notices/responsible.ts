import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { Tx } from '../../delivery/notice.ts';
import type { Handover } from '../../records/planned.ts';
import { inChargeFirst, isInForce, type Member, memberOf, WITH_SECTION } from '../members/memberships.ts';
import { type Administrators, ownersOf } from '../members/permissions.ts';

// Who is told of something planned: people come and go, so this is found anew each time (rules 9.4).

/** Who is in charge, as a record names it. */
export interface Named {
  inCharge: string | null;
  handover: Handover | null;
  sectionId: string | null;
}

export interface Responsible {
  /** By user id; null: nobody is left. */
  user: string | null;
  manager: string | null;
  /** By name: the person in charge, who has left; null: none, or still there. */
  left: string | null;
}

/** Who is in charge on a day: the one that is named, or from a day on the one that takes over. */
const namedOn = ({ inCharge, handover }: Named, today: CalendarDate): string | null =>
  handover !== null && handover.from <= today ? handover.to : inCharge;

/** Those who work for an area on a day, and whose accounts work. */
export interface AreaPeople {
  members: readonly Member[];
  /** By user id or mail address: the user id of each account that works. */
  accounts: ReadonlyMap<string, string>;
  /** Names of sections by id. */
  sections: ReadonlyMap<string, string>;
}

/** The people of each of these areas, and those whom records of theirs name. */
export async function peopleOf(
  tx: Pick<Tx, 'membership' | 'person' | 'section'>,
  areaIds: readonly string[],
  records: readonly Named[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, AreaPeople>> {
  const where = { areaId: { in: [...areaIds] } };
  const rows = await tx.membership.findMany({ where, include: WITH_SECTION, orderBy: { id: 'asc' } });
  const members = rows.map(memberOf).filter((member) => isInForce(member, today));
  const named = records.flatMap((record) => namedOn(record, today) ?? []);
  const accounts = await accountsOf(tx, [...members.map(({ user }) => user), ...named]);
  const ids = records.flatMap(({ sectionId }) => sectionId ?? []);
  const found = ids.length === 0 ? [] : await tx.section.findMany({ where: { id: { in: ids } } });
  const sections = new Map(found.map(({ id, name }) => [id, name]));
  const of = (areaId: string) => members.filter((member) => member.areaId === areaId);
  return new Map(areaIds.map((areaId) => [areaId, { members: of(areaId), accounts, sections }]));
}

/**
 * Who is in charge of something of an area on a day: the one that it names; where that one has left, whoever deputises,
 * else the section's others, else the area's. `own`: the area is the one that names it. `left` is the key of who has left.
 */
export function responsibleAmong(
  { members, accounts, sections }: AreaPeople,
  record: Named,
  today: CalendarDate,
  own: boolean,
): Responsible {
  const named = own ? namedOn(record, today) : null;
  const section = (own && record.sectionId && sections.get(record.sectionId)) || null;
  const present = members.filter(({ user }) => accounts.get(user));
  const userOf = (member: Member | undefined) => (member && accounts.get(member.user)) ?? null;
  const manager = userOf(present.find(({ role }) => role === 'manager'));
  const isThere =
    named !== null && present.some(({ user }) => user === named || accounts.get(user) === accounts.get(named));
  if (named !== null && isThere) return { user: accounts.get(named) ?? null, manager, left: null };
  const deputy = named === null ? undefined : present.find(({ deputyOf }) => deputyOf === named);
  const first = inChargeFirst(members, section)[0];
  const closed = first?.lead && !accounts.get(first.user) ? first.user : null;
  return { user: userOf(deputy ?? inChargeFirst(present, section)[0]), manager, left: named ?? closed };
}

/** A record that names nobody: whoever is in charge of the area is meant. */
export const NOBODY_NAMED: Named = { inCharge: null, handover: null, sectionId: null };

/** The same for one area; who has left is given by name. */
export async function responsibleFor(
  tx: Tx,
  areaId: string,
  record: Named,
  today: CalendarDate,
  own = true,
): Promise<Responsible> {
  const people = (await peopleOf(tx, [areaId], [record], today)).get(areaId);
  if (!people) return { user: null, manager: null, left: null };
  const { left, ...found } = responsibleAmong(people, record, today, own);
  return { ...found, left: left && (await nameOf(tx, left, people.members)) };
}

/** The prefecture's own, by user id, whoever is in charge before the others; null: nobody is registered. */
export async function prefectureMember(tx: Tx, today: CalendarDate): Promise<string | null> {
  const rows = await tx.membership.findMany({
    where: { role: 'prefecture' },
    include: WITH_SECTION,
    orderBy: [{ lead: 'desc' }, { id: 'asc' }],
  });
  const members = rows.map(memberOf).filter((member) => isInForce(member, today));
  const accounts = await accountsOf(
    tx,
    members.map(({ user }) => user),
  );
  return members.map(({ user }) => accounts.get(user)).find((user) => user) ?? null;
}

/** Whoever is registered for an area's hub (連携拠点), by user id: the one that is named, else the section's first; null: nobody. */
export function hubAmong(
  { members, accounts, sections }: AreaPeople,
  record: Named,
  today: CalendarDate,
): string | null {
  const named = namedOn(record, today);
  const section = (record.sectionId && sections.get(record.sectionId)) || null;
  const hubs = members.filter(({ role, user }) => role === 'hub' && accounts.get(user));
  const rank = ({ user, section: own, lead }: Member) =>
    (user === named ? 0 : 4) + (section !== null && own === section ? 0 : 2) + (lead ? 0 : 1);
  const [first] = hubs.sort((one, other) => rank(one) - rank(other));
  return (first && accounts.get(first.user)) ?? null;
}

/** The same for one area. */
export async function hubMember(tx: Tx, areaId: string, record: Named, today: CalendarDate): Promise<string | null> {
  const people = (await peopleOf(tx, [areaId], [record], today)).get(areaId);
  return people ? hubAmong(people, record, today) : null;
}

/** By user id: who is in charge of these areas on a day and has an account that works, the first of each area first. */
export async function usersInCharge(tx: Db, areaIds: readonly string[], today: CalendarDate): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { areaId: { in: [...areaIds] } },
    include: WITH_SECTION,
    orderBy: { id: 'asc' },
  });
  const members = rows.map(memberOf).filter((member) => isInForce(member, today));
  const acting = areaIds.flatMap((id) =>
    inChargeFirst(
      members.filter(({ areaId }) => areaId === id),
      null,
    ),
  );
  return usersOf(tx, acting);
}

/** By user id: who may take somebody in for an area on a day, its managers and the prefecture's people. */
export async function approversOf(
  tx: Db,
  areaId: string,
  today: CalendarDate,
  administrators: Administrators,
): Promise<string[]> {
  const [area] = await ownersOf(tx, [areaId]);
  const ofPrefecture = { role: 'prefecture', area: { prefecture: area?.prefecture ?? '' } };
  const rows = await tx.membership.findMany({
    where: { OR: [{ areaId, role: 'manager', deputyOf: null }, ofPrefecture] },
    include: WITH_SECTION,
    orderBy: { id: 'asc' },
  });
  const standing = rows.map(memberOf).filter((member) => isInForce(member, today));
  const { ids, named } = await administrators();
  const nobody = !standing.some(({ role }) => role === 'prefecture');
  return [...new Set([...(await usersOf(tx, standing)), ...(named || nobody ? ids : [])])];
}

async function usersOf(tx: Db, members: readonly Member[]): Promise<string[]> {
  const keys = members.map(({ user }) => user);
  const accounts = await accountsOf(tx, keys);
  return [...new Set(keys.map((key) => accounts.get(key)).filter((user) => user !== undefined))];
}

type Db = Pick<Tx, 'membership' | 'person' | '$queryRaw'>;

async function nameOf(tx: Tx, key: string, members: readonly Member[]): Promise<string> {
  const person = await tx.person.findFirst({ where: { OR: [{ user: key }, { email: key }] }, select: { name: true } });
  return person?.name ?? members.find(({ user }) => user === key)?.name ?? key;
}

/** The user id of each that works: of a mail address, of somebody who was met; none for a closed account. */
async function accountsOf(tx: Pick<Tx, 'person'>, keys: readonly string[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { OR: [{ user: { in: [...keys] } }, { email: { in: [...keys] } }] },
  });
  const found = new Map<string, string>();
  for (const key of keys) {
    const person = people.find(({ user, email }) => user === key || email === key);
    if (person ? !person.deactivated : !key.includes('@')) found.set(key, person?.user ?? key);
  }
  return found;
}
