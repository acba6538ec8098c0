import { z } from 'zod';
import { type CalendarDate, parseIso } from '../calendar/calendar-date.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Membership } from '../generated/prisma/client.ts';
import type { FieldChanges, HistoryKind } from '../records/changes.ts';
import { Role } from '../records/roles.ts';
import type { Tx } from './editing/editor.ts';
import { differences, inTurn, newId } from './editing/standing.ts';
import { noteHistory } from './history.ts';
import type { PersonKey } from './people.ts';
import { type Administrators, ownersOf, type Rights, rightsOf } from './permissions.ts';
import { atomically, noteRefusal } from './save-change.ts';

const day = z.string().refine((text) => parseIso(text) !== null, 'not a day: YYYY-MM-DD');

/** Who works for an area, as what, from when and until when. */
export const MemberFields = z.strictObject({
  /** A user id, or a mail address until somebody with it is met. */
  user: z.string().min(1),
  name: z.string().nullable(),
  areaId: z.string(),
  /** 課・係 by name. */
  section: z.string().nullable(),
  role: Role,
  /** For whom this person acts, by user id or mail address. */
  deputyOf: z.string().nullable(),
  from: day.nullable(),
  until: day.nullable(),
});
export type MemberFields = z.infer<typeof MemberFields>;

export interface Member extends MemberFields {
  id: string;
}

export interface JoinRequest {
  id: string;
  at: Date;
  team: string;
  user: string;
  areaId: string;
  note: string | null;
}

export type MemberOutcome =
  | { outcome: 'saved'; id: string; changes: FieldChanges }
  | { outcome: 'unchanged' | 'duplicate' | 'gone' | 'unknown-area' | 'wrong-days' }
  | { outcome: 'refused'; owners: string[] };

/** A user id as Slack writes it, or a mail address in lower case. */
export const memberKey = (user: string): string => (user.includes('@') ? user.trim().toLowerCase() : user.trim());

/** Who works where (rules 4.1): named by managers for their areas, by the prefecture for all of it. */
export class Members {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
    readonly administrators: Administrators,
  ) {}

  /** Keeps what Slack says of somebody: memberships by mail address count from then on, a closed account for nothing. */
  async met(person: PersonKey & { name: string | null; email: string | null; deactivated: boolean }): Promise<void> {
    const { team, user, name, deactivated } = person;
    const email = person.email === null ? null : person.email.toLowerCase();
    await this.prisma.$executeRaw`
      INSERT INTO "Person" ("team", "user", "name", "email", "deactivated")
      VALUES (${team}, ${user}, ${name}, ${email}, ${deactivated})
      ON CONFLICT ("team", "user") DO UPDATE
      SET "name" = excluded."name", "email" = coalesce(excluded."email", "Person"."email"),
        "deactivated" = excluded."deactivated"`;
  }

  /** The areas that somebody works for on a day. */
  async of(person: PersonKey, today: CalendarDate = this.clock.today()): Promise<Member[]> {
    const known = await this.prisma.person.findUnique({ where: { team_user: person } });
    const users = [person.user, ...(known?.email ? [known.email] : [])];
    const rows = await this.prisma.membership.findMany({
      where: { user: { in: users } },
      include: { section: true },
      orderBy: [{ area: { position: 'asc' } }, { id: 'asc' }],
    });
    return rows.map(memberOf).filter((member) => isInForce(member, today));
  }

  /** All memberships of an area, those to come and those that ended as well. */
  async list(areaId: string): Promise<Member[]> {
    const rows = await this.prisma.membership.findMany({
      where: { areaId },
      include: { section: true },
      orderBy: { id: 'asc' },
    });
    return rows.map(memberOf);
  }

  /**
   * Who is in charge of what belongs to an area and its section on a day, those in the section first: staff and managers,
   * then whoever deputises. Empty where nobody is.
   */
  async inCharge(areaId: string, section: string | null, today: CalendarDate = this.clock.today()): Promise<Member[]> {
    const members = (await this.list(areaId)).filter((member) => isInForce(member, today));
    const acting = members.filter(({ role, deputyOf }) => deputyOf !== null || role === 'staff' || role === 'manager');
    const rank = (member: Member) =>
      (section !== null && member.section !== section ? 4 : 0) +
      (member.deputyOf !== null ? 2 : 0) +
      (member.role === 'manager' ? 1 : 0);
    return acting.sort((a, b) => rank(a) - rank(b));
  }

  /** By user id: who is in charge of these areas and has an account that works. */
  async usersInCharge(areaIds: readonly string[], today: CalendarDate = this.clock.today()): Promise<string[]> {
    const members = (await Promise.all(areaIds.map((areaId) => this.inCharge(areaId, null, today)))).flat();
    const keys = members.map(({ user }) => user);
    const people = await this.prisma.person.findMany({
      where: { OR: [{ user: { in: keys } }, { email: { in: keys } }] },
    });
    const users = keys.flatMap((key) => {
      const person = people.find(({ user, email }) => user === key || email === key);
      if (person) return person.deactivated ? [] : [person.user];
      return key.includes('@') ? [] : [key];
    });
    return [...new Set(users)];
  }

  /** Names a member anew or changes a membership; from a day in the future for a handover. */
  async save(by: PersonKey, key: string, fields: MemberFields, id: string | null = null): Promise<MemberOutcome> {
    const wanted = { ...fields, user: memberKey(fields.user), deputyOf: fields.deputyOf && memberKey(fields.deputyOf) };
    if (wanted.from !== null && wanted.until !== null && wanted.until < wanted.from) return { outcome: 'wrong-days' };
    return this.#act(by, key, 'member', wanted.areaId, wanted.role === 'prefecture', async (tx) => {
      const row = id === null ? null : await tx.membership.findUnique({ where: { id }, include: { section: true } });
      if (id !== null && !row) return null;
      const former = row && memberOf(row);
      if (former && former.areaId !== wanted.areaId) return null;
      const changes = differences(former && { ...former }, { ...wanted, id: former?.id ?? null });
      delete changes.id;
      const { section, ...data } = wanted;
      const sectionId = section === null ? null : await sectionOf(tx, wanted.areaId, section);
      if (former && Object.keys(changes).length === 0) return { record: former.id, changes };
      const saved = former
        ? await tx.membership.update({ where: { id: former.id }, data: { ...data, sectionId } })
        : await tx.membership.create({ data: { ...data, sectionId } });
      return { record: saved.id, changes };
    });
  }

  /** The channel where notices for an area go; null: none. */
  async setChannel(by: PersonKey, key: string, areaId: string, channel: string | null): Promise<MemberOutcome> {
    return this.#act(by, key, 'area', areaId, false, async (tx) => {
      const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { channel: true } });
      if (area.channel === channel) return { record: areaId, changes: {} };
      await tx.area.update({ where: { id: areaId }, data: { channel } });
      return { record: areaId, changes: { channel: [area.channel, channel] } };
    });
  }

  async channelOf(areaId: string): Promise<string | null> {
    const area = await this.prisma.area.findUnique({ where: { id: areaId }, select: { channel: true } });
    return area?.channel ?? null;
  }

  async sections(areaId: string): Promise<{ id: string; name: string }[]> {
    return this.prisma.section.findMany({
      where: { areaId },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }],
    });
  }

  /** 「この市町の担当です」: one open request a person and area. */
  async askToJoin({ team, user }: PersonKey, areaId: string, note: string | null): Promise<JoinRequest> {
    return atomically(this.prisma, async (tx) => {
      await inTurn(tx, `join ${team} ${user} ${areaId}`);
      const open = await tx.joinRequest.findFirst({ where: { team, user, areaId, decidedAt: null } });
      return open ?? tx.joinRequest.create({ data: { at: this.clock.now(), team, user, areaId, note } });
    });
  }

  /** Requests that nobody decided yet, the oldest first. */
  async requests(areaIds?: readonly string[]): Promise<JoinRequest[]> {
    return this.prisma.joinRequest.findMany({
      where: { decidedAt: null, ...(areaIds ? { areaId: { in: [...areaIds] } } : {}) },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
  }

  /** Takes somebody in who asked, in a role; null: not. */
  async decideRequest(by: PersonKey, key: string, id: string, role: Role | null): Promise<MemberOutcome> {
    const request = await this.prisma.joinRequest.findUnique({ where: { id } });
    if (!request || request.decidedAt) return { outcome: 'gone' };
    return this.#act(by, key, 'member', request.areaId, role === 'prefecture', async (tx) => {
      const decision = { decidedAt: this.clock.now(), decidedBy: by.user, approved: role !== null };
      const { count } = await tx.joinRequest.updateMany({ where: { id, decidedAt: null }, data: decision });
      if (count === 0) return null;
      if (role === null) return { record: id, changes: { approved: [null, false] } };
      const { user, areaId, team } = request;
      const known = await tx.person.findUnique({ where: { team_user: { team, user } } });
      const saved = await tx.membership.create({ data: { user, name: known?.name ?? null, areaId, role } });
      return { record: saved.id, changes: { user: [null, user], areaId: [null, areaId], role: [null, role] } };
    });
  }

  /** Does something with an area's members if `by` may, with its entry in the history. */
  async #act(
    by: PersonKey,
    key: string,
    kind: HistoryKind,
    areaId: string,
    onlyPrefecture: boolean,
    work: (tx: Tx) => Promise<{ record: string; changes: FieldChanges } | null>,
  ): Promise<MemberOutcome> {
    const now = this.clock.now();
    const outcome = await atomically(this.prisma, async (tx): Promise<MemberOutcome> => {
      await inTurn(tx, key);
      if (await tx.history.findUnique({ where: { key } })) return { outcome: 'duplicate' };
      const [area] = await ownersOf(tx, [areaId]);
      if (!area) return { outcome: 'unknown-area' };
      const rights: Rights = await rightsOf(tx, by, this.clock.today(), this.administrators);
      if (!rights.managing(area).may || (onlyPrefecture && !rights.mayAdminister)) {
        return { outcome: 'refused', owners: [area.name] };
      }
      const done = await work(tx);
      if (!done) return { outcome: 'gone' };
      const { record, changes } = done;
      if (Object.keys(changes).length === 0) return { outcome: 'unchanged' };
      await noteHistory(tx, {
        at: now,
        key,
        by,
        name: rights.name,
        via: 'form',
        action: 'update',
        kind,
        record,
        version: 0,
        reason: null,
        inStead: false,
        changes,
        former: null,
      });
      return { outcome: 'saved', id: record, changes };
    });
    if (outcome.outcome === 'refused') {
      await noteRefusal(this.prisma, now, { person: by, key, kind, id: areaId }, 'not-your-area');
    }
    return outcome;
  }
}

/** The section of this name, made where the area has none. */
export async function sectionOf(tx: Tx, areaId: string, name: string): Promise<string> {
  const id = `section-${newId()}`;
  await tx.section.createMany({ data: { id, areaId, name }, skipDuplicates: true });
  return (await tx.section.findUniqueOrThrow({ where: { areaId_name: { areaId, name } } })).id;
}

const isInForce = ({ from, until }: Pick<MemberFields, 'from' | 'until'>, today: string): boolean =>
  (from === null || from <= today) && (until === null || until >= today);

const memberOf = (row: Membership & { section: { name: string } | null }): Member => ({
  id: row.id,
  user: row.user,
  name: row.name,
  areaId: row.areaId,
  section: row.section?.name ?? null,
  role: Role.parse(row.role),
  deputyOf: row.deputyOf,
  from: row.from,
  until: row.until,
});
