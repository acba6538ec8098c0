import { z } from 'zod';
import { type CalendarDate, parseIso } from '../../calendar/calendar-date.ts';
import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { AdminKind, HistoryEntry, PressOutcome } from '../../records/changes.ts';
import { Role } from '../../records/roles.ts';
import { entryOf } from '../history.ts';
import { usersInCharge } from '../notices/responsible.ts';
import { type AdminOutcome, administer } from './administering.ts';
import { type Handover, handOver } from './handover.ts';
import {
  type AskedToJoin,
  askToJoin,
  decideRequest,
  type JoinRequest,
  type JoinWish,
  openRequests,
  requestOf,
} from './joining.ts';
import {
  inChargeFirst,
  isInForce,
  type Member,
  memberKey,
  memberOf,
  membershipsOf,
  sameMember,
  sectionOf,
  stateOf,
  WITH_SECTION,
} from './memberships.ts';
import { namesOf } from './names.ts';
import type { PersonKey } from './people.ts';
import type { Administrators } from './permissions.ts';
import { nameSection, type SectionNaming, type SectionSeen, sectionsSeen } from './sections.ts';
import { undoAdministration } from './undo-administration.ts';

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

/** What Slack says of somebody. */
export type Met = PersonKey & { name: string | null; email: string | null; deactivated: boolean };

/** Who works where (rules 4.1): named by managers for their areas, by the prefecture for all of it. */
export class Members {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
    readonly administrators: Administrators,
  ) {}

  /** Keeps what Slack says of somebody: memberships by mail address count from then on, a closed account for nothing. */
  async met(person: Met): Promise<void> {
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
  of({ user }: PersonKey, today: CalendarDate = this.clock.today()): Promise<Member[]> {
    return membershipsOf(this.prisma, user, today);
  }

  /** All memberships of an area, those to come and those that ended as well. */
  async list(areaId: string): Promise<Member[]> {
    const rows = await this.prisma.membership.findMany({
      where: { areaId },
      include: WITH_SECTION,
      orderBy: { id: 'asc' },
    });
    return rows.map(memberOf);
  }

  /** One membership; null where there is none. */
  async get(id: string): Promise<Member | null> {
    const row = await this.prisma.membership.findUnique({ where: { id }, include: WITH_SECTION });
    return row && memberOf(row);
  }

  /** What people (by user id or mail address) and sections are called. */
  names(people: readonly string[], sections: readonly string[] = []): Promise<Map<string, string>> {
    return namesOf(this.prisma, { people, sections });
  }

  /** The user id of somebody who may be registered by mail address; null where nobody with it was met. */
  async userOf(user: string): Promise<string | null> {
    if (!user.includes('@')) return user;
    const known = await this.prisma.person.findFirst({ where: { email: user }, select: { user: true } });
    return known?.user ?? null;
  }

  /**
   * Who is in charge of what belongs to an area and its section on a day: the section's own before others; the person in
   * charge (主担当), then whoever deputises for somebody who is gone, staff, managers, other deputies. Empty where nobody is.
   */
  async inCharge(areaId: string, section: string | null, today: CalendarDate = this.clock.today()): Promise<Member[]> {
    const members = (await this.list(areaId)).filter((member) => isInForce(member, today));
    return inChargeFirst(members, section);
  }

  /** By user id: who is in charge of these areas and has an account that works. */
  async usersInCharge(areaIds: readonly string[], today: CalendarDate = this.clock.today()): Promise<string[]> {
    return usersInCharge(this.prisma, areaIds, today);
  }

  /**
   * Names a member anew or changes a membership; from a day in the future for a handover. `version`: the one that was
   * seen, where somebody else may have changed it since.
   */
  async save(
    by: PersonKey,
    key: string,
    fields: MemberFields,
    id: string | null = null,
    version: number | null = null,
  ): Promise<AdminOutcome> {
    const wanted = { ...fields, user: memberKey(fields.user), deputyOf: fields.deputyOf && memberKey(fields.deputyOf) };
    if (wanted.from !== null && wanted.until !== null && wanted.until < wanted.from) return { outcome: 'wrong-days' };
    const standing = id === null ? null : await this.get(id);
    const prefecture = wanted.role === 'prefecture' || standing?.role === 'prefecture';
    const needs = { areaId: wanted.areaId, prefecture };
    return administer(this, { by, key, kind: 'member', needs }, async (tx) => {
      const row = id === null ? null : await tx.membership.findUnique({ where: { id }, include: WITH_SECTION });
      if (id !== null && (!row || row.areaId !== wanted.areaId)) return { outcome: 'gone' };
      if (row && version !== null && row.version !== version) {
        return { outcome: 'conflict', by: await lastEntry(tx, row.id) };
      }
      const taken = row ? null : await sameMember(tx, wanted);
      if (taken) return { outcome: 'taken', record: taken.id };
      const sectionId = wanted.section === null ? null : await sectionOf(tx, wanted.areaId, wanted.section);
      const { section: _section, ...data } = wanted;
      return { done: [await stateOf(tx, row, { ...data, sectionId })] };
    });
  }

  /** The channel where notices for an area go; null: none. */
  async setChannel(by: PersonKey, key: string, areaId: string, channel: string | null): Promise<AdminOutcome> {
    return administer(this, { by, key, kind: 'area', needs: { areaId } }, async (tx) => {
      const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { channel: true } });
      if (area.channel === channel) return { done: [] };
      await tx.area.update({ where: { id: areaId }, data: { channel } });
      return { done: [{ kind: 'area', record: areaId, changes: { channel: [area.channel, channel] }, former: area }] };
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

  /** The sections of an area with all who work there. */
  sectionsSeen(areaId: string): Promise<SectionSeen[]> {
    return sectionsSeen(this.prisma, areaId);
  }

  /** Names a section, its person in charge and deputy from a day on. */
  nameSection(by: PersonKey, key: string, naming: SectionNaming): Promise<AdminOutcome> {
    return nameSection(this, by, key, naming);
  }

  /** Hands over what somebody is for an area, from a day on (rules 9.4). */
  handOver(by: PersonKey, key: string, handover: Handover): Promise<AdminOutcome> {
    return handOver(this, by, key, handover);
  }

  /** 「この市町の担当です」: one open request a person and area. */
  askToJoin(person: PersonKey, wish: JoinWish): Promise<AskedToJoin> {
    return askToJoin(this, person, wish);
  }

  /** Requests that nobody decided yet, the oldest first. */
  requests(areaIds?: readonly string[]): Promise<JoinRequest[]> {
    return openRequests(this.prisma, areaIds);
  }

  request(id: string): Promise<JoinRequest | null> {
    return requestOf(this.prisma, id);
  }

  /** Takes somebody in who asked, in a role; null: not. */
  decideRequest(by: PersonKey, key: string, id: string, role: Role | null): Promise<AdminOutcome> {
    return decideRequest(this, by, key, id, role);
  }

  /** Takes back what somebody did here oneself, until the end of the next business day (rules 5.7). */
  undo(person: PersonKey, key: string, entry: string): Promise<PressOutcome> {
    return undoAdministration(this, { person, key, entry });
  }

  /** What was changed of a member, a section, a channel, a word or closed days, the newest first. */
  async history(kind: AdminKind, record: string, take = 30): Promise<HistoryEntry[]> {
    const rows = await this.prisma.history.findMany({ where: { kind, record }, orderBy: { seq: 'desc' }, take });
    return rows.map(entryOf);
  }
}

async function lastEntry(tx: Pick<Client, 'history'>, record: string): Promise<HistoryEntry | null> {
  const row = await tx.history.findFirst({ where: { kind: 'member', record }, orderBy: { seq: 'desc' } });
  return row && entryOf(row);
}
