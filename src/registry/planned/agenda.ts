import { todayIn } from '../../calendar/calendar-date.ts';
import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { Tx } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import type { DueThing, Urgency } from '../../schedule/due-things.ts';
import { remindAgainAt } from '../../schedule/snooze.ts';
import { inChargeFirst } from '../members/memberships.ts';
import { namesOf } from '../members/names.ts';
import type { PersonKey } from '../members/people.ts';
import { OTHER_KINDS } from '../notices/reminding.ts';
import { type DueTold, dueFor, told } from './due-for.ts';
import { dueIn } from './due-lines.ts';

/** Something due on somebody's Home. */
export interface AgendaLine extends DueTold {
  /** あとで was pressed: when it comes. */
  again: Date | null;
  /** When あとで would come; null: it would be over by then, is the prefecture's, or a hearing. */
  later: Date | null;
}

/** Which line: the record, and whose. */
export interface AgendaKey {
  recordKind: DueThing['recordKind'];
  recordId: string;
  areaId: string;
}

/** Somebody of an area, with what is in this person's charge; without a person, what nobody is in charge of. */
export interface BoardPerson {
  user: string | null;
  name: string | null;
  section: string | null;
  lines: DueTold[];
}

/** How much is due in an area. */
export interface BoardCount {
  areaId: string;
  counts: Record<Urgency, number>;
}

/** What is due, for whoever is in charge and for those who manage (rules 8.4): read anew each time. */
export class Agenda {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
  ) {}

  /** What is due for somebody, the most urgent first. */
  async of({ user }: PersonKey): Promise<AgendaLine[]> {
    const now = this.clock.now();
    const [lines, waiting] = await Promise.all([dueFor(this.prisma, user, now), putOffBy(this.prisma, user)]);
    return lines.map((line) => ({ ...line, again: waiting.get(keyOf(line)) ?? null, later: laterOf(line, now) }));
  }

  /** あとで: reminds this person alone, on the next business day. `over`: it would come too late. */
  async putOff({ user }: PersonKey, key: AgendaKey): Promise<'done' | 'gone' | 'over'> {
    const now = this.clock.now();
    return this.prisma.$transaction(async (tx) => {
      const line = (await dueFor(tx, user, now)).find((each) => keyOf(each) === keyOf(key));
      if (!line) return 'gone';
      const dueAt = laterOf(line, now);
      if (!dueAt) return 'over';
      const name = `later:${keyOf(key)}:${user}:${todayIn(dueAt)}`;
      const about = { ...key, key: name, occasion: name, kind: OTHER_KINDS.later, audience: 'in-charge', facts: {} };
      await plan(tx, [{ ...about, to: user, dueAt, expiresAt: overOf(line, now) }], now);
      return 'done';
    });
  }

  /** Takes あとで back. */
  async takeBack({ user }: PersonKey, { recordKind, recordId, areaId }: AgendaKey): Promise<void> {
    await this.prisma.$transaction(async (tx) => {
      const where = { recordKind, recordId, areaId, kind: OTHER_KINDS.later, to: user };
      const rows = await tx.notice.findMany({ where, select: { key: true } });
      await voidNotices(tx, { keys: rows.map(({ key }) => key) }, 'taken-back');
    });
  }

  /** Who in an area is in charge of what is due: all who act for it, and last what nobody is in charge of. */
  async board(areaId: string): Promise<BoardPerson[]> {
    const now = this.clock.now();
    const { lines, people } = await dueIn(this.prisma, [areaId], now, false);
    const due = await told(this.prisma, lines, [areaId], todayIn(now));
    const { members = [], accounts = new Map<string, string>() } = people.get(areaId) ?? {};
    const acting = inChargeFirst(members, null).map(({ user, section }) => ({ user: accounts.get(user), section }));
    const sections = new Map(acting.flatMap(({ user, section }) => (user ? [[user, section] as const] : [])));
    const users = [...new Set([...sections.keys(), ...due.flatMap(({ inCharge }) => inCharge ?? [])])];
    const names = await namesOf(this.prisma, { people: users, sections: [] });
    const of = (user: string | null) => due.filter(({ inCharge }) => inCharge === user);
    const nobody = of(null);
    return [
      ...users.map((user) => ({
        user,
        name: names.get(user) ?? null,
        section: sections.get(user) ?? null,
        lines: of(user),
      })),
      ...(nobody.length > 0 ? [{ user: null, name: null, section: null, lines: nobody }] : []),
    ];
  }

  /** How much is due in each of several areas. */
  async counts(areaIds: readonly string[]): Promise<BoardCount[]> {
    const { lines } = await dueIn(this.prisma, areaIds, this.clock.now(), false);
    return areaIds.map((areaId) => {
      const counts: Record<Urgency, number> = { overdue: 0, asked: 0, week: 0, later: 0 };
      for (const line of lines) if (line.areaId === areaId) counts[line.urgency] += 1;
      return { areaId, counts };
    });
  }
}

const keyOf = ({ recordKind, recordId, areaId }: Pick<DueThing, 'recordKind' | 'recordId' | 'areaId'>) =>
  `${recordKind}:${recordId}:${areaId}`;

/** What is late, or asked about, does not pass any more. */
const overOf = ({ over }: DueThing, now: Date): Date | null => (over !== null && over > now ? over : null);

function laterOf(line: DueTold, now: Date): Date | null {
  if (line.areaId === null || line.recordKind === 'hearing') return null;
  return remindAgainAt(now, 1, overOf(line, now), line.office, line.deliveryTime);
}

/** What somebody put off, by あとで on Home or at a notice, and when it comes. */
async function putOffBy(tx: Pick<Tx, 'notice'>, user: string): Promise<Map<string, Date>> {
  const rows = await tx.notice.findMany({
    where: { kind: OTHER_KINDS.later, to: user, status: 'planned' },
    orderBy: { dueAt: 'desc' },
  });
  return new Map(
    rows.map(({ dueAt, ...row }) => [keyOf(row as Pick<DueThing, 'recordKind' | 'recordId' | 'areaId'>), dueAt]),
  );
}
