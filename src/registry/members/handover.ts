import { type CalendarDate, parseIso } from '../../calendar/calendar-date.ts';
import type { Done } from '../done.ts';
import type { Tx } from '../editing/editor.ts';
import { handOverPlanned } from '../planned/handover-planned.ts';
import { type Administration, type AdminOutcome, administer } from './administering.ts';
import { endBefore, fromDay, type MemberRow, memberKey, sameMember, stateOf, WITH_SECTION } from './memberships.ts';
import type { PersonKey } from './people.ts';

/** 異動・引継ぎ: what somebody is for an area passes to somebody else, from a day on (rules 9.4). */
export interface Handover {
  areaId: string;
  /** By user id or mail address. */
  former: string;
  successor: string;
  /** The successor's first day. */
  from: string;
  /** What the successor should know; it stands in the history. */
  note: string | null;
}

/**
 * Ends what the former person is the day before, and gives the same to the successor: section, charge, deputies, and the
 * meetings and deadlines that name the former as in charge.
 */
export async function handOver(
  administration: Administration,
  by: PersonKey,
  key: string,
  { areaId, note, ...handover }: Handover,
): Promise<AdminOutcome> {
  const { prisma, clock } = administration;
  const day = parseIso(handover.from);
  if (!day) return { outcome: 'wrong-days' };
  const former = memberKey(handover.former);
  const successor = memberKey(handover.successor);
  const rows = await standingFrom(prisma, areaId, former, day);
  const needs = { areaId, prefecture: rows.some(({ role }) => role === 'prefecture') };
  return administer(administration, { by, key, kind: 'member', needs, reason: note }, async (tx) => {
    const now = await standingFrom(tx, areaId, former, day);
    if (now.length === 0) return { outcome: 'gone' };
    const done: Done[] = [];
    for (const row of now) done.push(...(await passed(tx, row, successor, day, clock.today())));
    const deputies = await tx.membership.findMany({
      where: { areaId, deputyOf: former },
      include: WITH_SECTION,
      orderBy: { id: 'asc' },
    });
    for (const row of deputies.filter(({ until }) => until === null || until >= day)) {
      done.push(...(await deputyOfNext(tx, row, successor, day)));
    }
    const planned = await handOverPlanned(tx, { areaId, former, successor, day, now: clock.now() });
    return { done: [...done, ...planned.done], changes: planned.changes };
  });
}

/** What somebody would still be on a day. */
async function standingFrom(
  db: Pick<Tx, 'membership'>,
  areaId: string,
  user: string,
  day: CalendarDate,
): Promise<MemberRow[]> {
  const rows = await db.membership.findMany({ where: { areaId, user }, include: WITH_SECTION, orderBy: { id: 'asc' } });
  return rows.filter(({ until }) => until === null || until >= day);
}

async function passed(
  tx: Tx,
  row: MemberRow,
  successor: string,
  day: CalendarDate,
  today: CalendarDate,
): Promise<Done[]> {
  const { lead, sectionId, role, deputyOf, areaId, until } = row;
  const ended = await endBefore(tx, row, day);
  if (deputyOf === successor) return [ended]; // nobody is one's own deputy
  const same = await sameMember(tx, { user: successor, areaId, deputyOf, from: day, until: null });
  if (same) {
    const own = { lead: lead || same.lead, sectionId: sectionId ?? same.sectionId, role: higher(role, same.role) };
    return [ended, ...(await fromDay(tx, same, day, today, own))];
  }
  const known = await tx.person.findFirst({ where: { user: successor }, select: { name: true } });
  const fields = { user: successor, name: known?.name ?? null, areaId, sectionId, role, deputyOf, lead };
  return [ended, await stateOf(tx, null, { ...fields, from: day, until })];
}

/** Whoever deputised for the former person does so for the next one. */
async function deputyOfNext(tx: Tx, row: MemberRow, successor: string, day: CalendarDate): Promise<Done[]> {
  const ended = await endBefore(tx, row, day);
  if (row.user === successor) return [ended];
  const { user, name, areaId, sectionId, role, until } = row;
  const next = { user, name, areaId, sectionId, role, deputyOf: successor, from: day, until };
  return [ended, await stateOf(tx, null, next)];
}

const RANK = ['viewer', 'hub', 'staff', 'manager', 'prefecture'];

const higher = (one: string, other: string): string => (RANK.indexOf(one) > RANK.indexOf(other) ? one : other);
