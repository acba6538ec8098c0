import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { MayChange } from '../../records/changes.ts';
import { Role } from '../../records/roles.ts';
import type { PersonKey } from './people.ts';

/**
 * The prefecture's administrators by user id: those of TONARI_ADMINS, or else (`named` is false) those of the Slack
 * workspace, who count until somebody is registered for the prefecture (rules 4.1).
 */
export type Administrators = () => Promise<Listed>;

interface Listed {
  ids: readonly string[];
  named: boolean;
}

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** Somebody's membership as it stands on a day. */
interface Standing {
  role: Role;
  deputy: boolean;
  areaId: string;
  prefecture: string | null;
  writesFor: string[];
}

/** What somebody is on a day: decided anew each time, from what is registered at that moment. */
export class Rights {
  constructor(
    readonly person: PersonKey,
    readonly name: string | null,
    readonly deactivated: boolean,
    readonly administrator: boolean,
    readonly memberships: readonly Standing[],
    /** The town chosen on Home: no right comes of it. */
    readonly town: string | null,
  ) {}

  /** Whether this person may change what belongs to these areas: any of them will do (rules 4.3). */
  over(areas: readonly AreaOwner[]): MayChange {
    const owners = areas.map(({ name }) => name);
    if (this.deactivated) return { may: false, because: 'deactivated', owners };
    const ids = new Set(areas.map(({ id }) => id));
    const own = this.memberships.filter(({ areaId }) => ids.has(areaId));
    for (const role of ['manager', 'staff'] as const) {
      if (own.some((member) => member.role === role && !member.deputy)) return { may: true, as: role, draft: false };
    }
    if (own.some(({ deputy }) => deputy)) return { may: true, as: 'deputy', draft: false };
    if (own.some(({ role }) => role === 'manager' || role === 'staff')) return { may: true, as: 'staff', draft: false };
    const bodies = this.memberships.filter(({ role, deputy }) => deputy || role === 'staff' || role === 'manager');
    if (bodies.some(({ writesFor }) => writesFor.some((id) => ids.has(id))))
      return { may: true, as: 'body', draft: false };
    if (this.#isPrefectureOf(areas)) return { may: true, as: 'prefecture', draft: false };
    if (this.administrator) return { may: true, as: 'administrator', draft: false };
    if (own.some(({ role }) => role === 'hub')) return { may: true, as: 'hub', draft: true };
    if (this.memberships.length === 0) return { may: false, because: 'not-registered', owners };
    return { may: false, because: own.length > 0 ? 'viewer' : 'not-your-area', owners };
  }

  /** The same for what belongs to all of these areas together: each of them is needed. */
  overEach(areas: readonly AreaOwner[]): MayChange {
    const each = areas.map((area) => this.over([area]));
    const owners = areas.map(({ name }) => name);
    const refused = each.find((may) => !may.may);
    if (refused && !refused.may) return { ...refused, owners };
    return each.find((may) => may.may && may.draft) ?? each[0] ?? this.over(areas);
  }

  /** Whether this person may name members, persons in charge and deputies of an area (rules 4.1). */
  managing(area: AreaOwner): MayChange {
    const may = this.over([area]);
    if (!may.may || ['manager', 'prefecture', 'administrator'].includes(may.as)) return may;
    if (this.#isPrefectureOf([area])) return { may: true, as: 'prefecture', draft: false };
    if (this.administrator) return { may: true, as: 'administrator', draft: false };
    return { may: false, because: 'not-your-area', owners: [area.name] };
  }

  /** Whether this person does what only administrators do: the prefecture's, and those named from the start. */
  get mayAdminister(): boolean {
    return !this.deactivated && (this.administrator || this.memberships.some(({ role }) => role === 'prefecture'));
  }

  /** Whether this person acts for the prefecture where these areas are concerned, whatever else it is there. */
  isPrefectureOver(areas: readonly AreaOwner[]): boolean {
    return !this.deactivated && (this.administrator || this.#isPrefectureOf(areas));
  }

  /** Whether there is anything that this person manages. */
  get managesSomething(): boolean {
    const manages = this.memberships.some(({ role, deputy }) => role === 'manager' && !deputy);
    return this.mayAdminister || (!this.deactivated && manages);
  }

  /** Whether this person works for one of these areas, so that nothing is done in anybody's stead. */
  belongsTo(areaIds: readonly string[]): boolean {
    return this.memberships.some(({ areaId }) => areaIds.includes(areaId));
  }

  /** Who has submitted is told to the prefecture and to the area itself, nobody else (rules 1.6). */
  seesSubmissionsOf(area: AreaOwner): boolean {
    return !this.deactivated && (this.belongsTo([area.id]) || this.isPrefectureOver([area]));
  }

  #isPrefectureOf(areas: readonly AreaOwner[]): boolean {
    const prefectures = this.memberships.flatMap(({ role, prefecture }) => (role === 'prefecture' ? [prefecture] : []));
    return areas.some(({ prefecture }) => prefecture !== null && prefectures.includes(prefecture));
  }
}

/** Whether somebody may change what belongs to any of these areas, or to each of them (`ofEach`). */
export const mayOver = (rights: Rights, areas: readonly AreaOwner[], { ofEach }: { ofEach?: true }): MayChange =>
  ofEach ? rights.overEach(areas) : rights.over(areas);

/** An area as far as rights go. */
export interface AreaOwner {
  id: string;
  name: string;
  prefecture: string | null;
}

/** An owner, and whether somebody works for it. */
export type Owner = AreaOwner & { staffed: boolean };

interface PersonRow {
  name: string | null;
  deactivated: boolean | null;
  town: string | null;
  prefectures: bigint | number;
  role: string | null;
  deputy: boolean;
  areaId: string;
  prefecture: string | null;
  writesFor: string[] | null;
}

/** Reads what somebody is on a day, in one query. */
export async function rightsOf(
  db: Db,
  person: PersonKey,
  day: CalendarDate,
  administrators: Administrators,
): Promise<Rights> {
  const listed = await administrators();
  return rightsFrom(person, await db.$queryRaw<PersonRow[]>(personOn(person, day)), listed);
}

/** The areas of these ids, for rights over what belongs to them. */
export async function ownersOf(db: Db, areaIds: readonly string[]): Promise<Owner[]> {
  return db.$queryRaw<Owner[]>(areasOfIds(areaIds));
}

/** Both, and what else must be known of the moment, each as a condition, in one round trip. */
export async function rightsAndOwners<Condition extends string>(
  db: Db,
  person: PersonKey,
  day: CalendarDate,
  administrators: Administrators,
  areaIds: readonly string[],
  conditions: Readonly<Record<Condition, Prisma.Sql>>,
): Promise<{ rights: Rights; owners: Owner[] } & Record<Condition, boolean>> {
  const listed = await administrators();
  const asked = Object.entries<Prisma.Sql>(conditions).map(
    ([name, condition]) => Prisma.sql`${condition} AS ${Prisma.raw(`"${name}"`)}`,
  );
  const [row] = await db.$queryRaw<[{ person: PersonRow[]; owners: Owner[] | null } & Record<Condition, boolean>]>`
    SELECT (SELECT jsonb_agg(found) FROM (${personOn(person, day)}) AS found) AS "person",
      (SELECT jsonb_agg(found) FROM (${areasOfIds(areaIds)}) AS found) AS "owners",
      ${Prisma.join(asked)}`;
  return { ...row, rights: rightsFrom(person, row.person, listed), owners: row.owners ?? [] };
}

function rightsFrom(person: PersonKey, rows: readonly PersonRow[], { ids, named }: Listed): Rights {
  const [first] = rows;
  const memberships = rows.flatMap(({ role, deputy, areaId, prefecture, writesFor }): Standing[] => {
    const known = Role.safeParse(role);
    return known.success ? [{ role: known.data, deputy, areaId, prefecture, writesFor: writesFor ?? [] }] : [];
  });
  const administrator = ids.includes(person.user) && (named || Number(first?.prefectures ?? 0) === 0);
  const { name = null, deactivated, town = null } = first ?? {};
  return new Rights(person, name, deactivated ?? false, administrator, memberships, town);
}

const personOn = ({ team, user }: PersonKey, day: CalendarDate) => Prisma.sql`
  SELECT person."name", person."deactivated", person."areaId" AS "town",
    (SELECT count(*) FROM "Membership" WHERE "role" = 'prefecture' AND ("from" IS NULL OR "from" <= ${day})
      AND ("until" IS NULL OR "until" >= ${day})) AS "prefectures",
    member."role", member."deputyOf" IS NOT NULL AS "deputy", area."id" AS "areaId", area."prefecture",
    (SELECT array_agg("toId") FROM "AreaRelation" WHERE "fromId" = area."id" AND "kind" = 'mayWriteFor') AS "writesFor"
  FROM (SELECT ${team}::text AS "team", ${user}::text AS "user") AS asked
  LEFT JOIN "Person" AS person ON person."team" = asked."team" AND person."user" = asked."user"
  LEFT JOIN "Membership" AS member ON (member."user" = asked."user" OR member."user" = person."email")
    AND (member."from" IS NULL OR member."from" <= ${day}) AND (member."until" IS NULL OR member."until" >= ${day})
  LEFT JOIN "Area" AS area ON area."id" = member."areaId"`;

const areasOfIds = (areaIds: readonly string[]) => Prisma.sql`
  SELECT area."id", area."name", area."prefecture", EXISTS (
    SELECT 1 FROM "Membership" WHERE "areaId" = area."id" AND "role" IN ('staff', 'manager', 'hub')) AS "staffed"
  FROM "Area" AS area WHERE area."id" = ANY(${[...areaIds]}) ORDER BY area."position", area."id"`;
