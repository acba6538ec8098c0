import { type CalendarDate, parseIso } from '../../calendar/calendar-date.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { Done } from '../done.ts';
import type { Tx } from '../editing/editor.ts';
import { type Administration, type AdminOutcome, administer, type Hindrance } from './administering.ts';
import {
  endBefore,
  fromDay,
  isInForce,
  type Member,
  type MemberRow,
  memberKey,
  memberOf,
  sameMember,
  sectionOf,
  stateOf,
  WITH_SECTION,
} from './memberships.ts';
import type { PersonKey } from './people.ts';

/** A section (課・係) with all who work there, those to come and those who left as well. */
export interface SectionSeen {
  id: string;
  name: string;
  members: Member[];
}

/** What is said of a section; what is null stays as it is. */
export interface SectionNaming {
  areaId: string;
  /** Null: a new one, or the one of this name. */
  id: string | null;
  name: string;
  /** The person in charge (主担当) and the deputy, by user id. */
  charge: string | null;
  deputy: string | null;
  /** From when on; null: today. */
  from: string | null;
}

export async function sectionsSeen(prisma: Client, areaId: string): Promise<SectionSeen[]> {
  const sections = await prisma.section.findMany({
    where: { areaId },
    include: { memberships: { include: WITH_SECTION, orderBy: { id: 'asc' } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return sections.map(({ id, name, memberships }) => ({ id, name, members: memberships.map(memberOf) }));
}

/** Names a section, who is in charge there and who deputises, from a day on. */
export async function nameSection(
  administration: Administration,
  by: PersonKey,
  key: string,
  naming: SectionNaming,
): Promise<AdminOutcome> {
  const today = administration.clock.today();
  const { areaId } = naming;
  return administer(administration, { by, key, kind: 'section', needs: { areaId } }, async (tx) => {
    const named = await sectionNamed(tx, naming);
    if ('outcome' in named) return named;
    const day = (naming.from === null ? null : parseIso(naming.from)) ?? today;
    const place = { areaId, sectionId: named.record, day, today, from: naming.from };
    const charge = naming.charge === null ? null : memberKey(naming.charge);
    const lead = charge ?? (await leadersOn(tx, named.record, day))[0]?.user ?? null;
    const done: Done[] = [named];
    if (charge !== null) done.push(...(await putInCharge(tx, charge, place)));
    if (naming.deputy !== null) {
      if (lead === null) return { outcome: 'nobody-in-charge' };
      done.push(...(await putAsDeputy(tx, memberKey(naming.deputy), lead, place)));
    }
    return { done };
  });
}

async function sectionNamed(tx: Tx, { areaId, id, name }: SectionNaming): Promise<Done | Hindrance> {
  const same = await tx.section.findUnique({ where: { areaId_name: { areaId, name } } });
  if (id === null) {
    if (same) return { kind: 'section', record: same.id, changes: {}, former: null };
    const record = await sectionOf(tx, areaId, name);
    return { kind: 'section', record, changes: { areaId: [null, areaId], name: [null, name] }, former: null };
  }
  const standing = await tx.section.findUnique({ where: { id } });
  if (!standing || standing.areaId !== areaId) return { outcome: 'gone' };
  if (standing.name === name) return { kind: 'section', record: id, changes: {}, former: null };
  if (same) return { outcome: 'taken', record: same.id };
  await tx.section.update({ where: { id }, data: { name } });
  return {
    kind: 'section',
    record: id,
    changes: { name: [standing.name, name] },
    former: { areaId, name: standing.name },
  };
}

interface Place {
  areaId: string;
  sectionId: string;
  day: CalendarDate;
  today: CalendarDate;
  /** As it was said. */
  from: string | null;
}

const leadersOn = async (tx: Tx, sectionId: string, day: CalendarDate): Promise<MemberRow[]> =>
  (
    await tx.membership.findMany({ where: { sectionId, lead: true }, include: WITH_SECTION, orderBy: { id: 'asc' } })
  ).filter((row) => isInForce(row, day));

/** The former person in charge stays a member; only the charge passes. */
async function putInCharge(tx: Tx, user: string, place: Place): Promise<Done[]> {
  const { areaId, sectionId, day, today, from } = place;
  const done: Done[] = [];
  for (const row of await leadersOn(tx, sectionId, day)) {
    if (row.user !== user) done.push(...(await fromDay(tx, row, day, today, { lead: false })));
  }
  const own = await sameMember(tx, { user, areaId, deputyOf: null, from: day, until: null });
  if (own) {
    const role = own.role === 'viewer' ? 'staff' : own.role;
    return [...done, ...(await fromDay(tx, own, day, today, { lead: true, sectionId, role }))];
  }
  const known = await tx.person.findFirst({ where: { user }, select: { name: true } });
  const fields = { user, name: known?.name ?? null, areaId, sectionId, role: 'staff', deputyOf: null };
  return [...done, await stateOf(tx, null, { ...fields, from, until: null, lead: true })];
}

async function putAsDeputy(tx: Tx, user: string, lead: string, place: Place): Promise<Done[]> {
  const { areaId, sectionId, day, from } = place;
  const done: Done[] = [];
  const former = await tx.membership.findMany({
    where: { sectionId, deputyOf: { not: null } },
    include: WITH_SECTION,
    orderBy: { id: 'asc' },
  });
  for (const row of former.filter((each) => isInForce(each, day))) {
    if (row.user === user && row.deputyOf === lead) return [];
    done.push(await endBefore(tx, row, day));
  }
  const known = await tx.person.findFirst({ where: { user }, select: { name: true } });
  const fields = { user, name: known?.name ?? null, areaId, sectionId, role: 'staff', deputyOf: lead };
  return [...done, await stateOf(tx, null, { ...fields, from, until: null })];
}
