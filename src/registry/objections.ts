import { z } from 'zod';
import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { KeptNotice, Tx } from '../delivery/notice.ts';
import { plan } from '../delivery/plan.ts';
import type { PersonKey } from './members/people.ts';

/** The `recordKind` of what is said about objections. */
export const OBJECTION = 'objection';

/** Who hears of it if the first one cannot be reached. */
const Facts = z.object({ otherwise: z.string().nullable() });

/** An objection as it is told. */
export interface Told {
  record: string;
  by: string;
  comment: string;
  to: string;
  otherwise: string | null;
}

/** 「記載が違う」: what people say against records (rules 5.10). */
export class Objections {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
  ) {}

  /** Keeps it, and plans that `tellers` hear of it; false when this person said so of this record before. */
  async file(
    record: string,
    { team, user }: PersonKey,
    comment: string,
    tellers: readonly string[],
    otherwise: string | null,
  ): Promise<boolean> {
    const at = this.clock.now();
    return this.prisma.$transaction(async (tx) => {
      const data = { at, record, team, user, comment };
      const [kept] = await tx.objection.createManyAndReturn({ data, skipDuplicates: true });
      if (!kept) return false;
      const notices = tellers.map((to) => ({
        key: `objection:${kept.id}:${to}`,
        occasion: `objection:${kept.id}:${to}`,
        kind: 'objection',
        recordKind: OBJECTION,
        recordId: kept.id,
        areaId: null,
        audience: 'in-charge',
        dueAt: at,
        expiresAt: null,
        facts: { otherwise: otherwise === to ? null : otherwise } satisfies z.infer<typeof Facts>,
        to,
      }));
      await plan(tx, notices, at);
      return true;
    });
  }
}

/** What a notice of an objection tells; null where it is gone. */
export async function readObjection(tx: Tx, { recordId, to, facts }: KeptNotice): Promise<Told | null> {
  const kept = await tx.objection.findUnique({ where: { id: recordId } });
  if (!kept || to === null) return null;
  return { record: kept.record, by: kept.user, comment: kept.comment, to, ...Facts.parse(facts) };
}

/** Somebody who can mend it was told. */
export async function objectionTold(tx: Tx, { recordId }: KeptNotice, toldAt: Date): Promise<void> {
  await tx.objection.updateMany({ where: { id: recordId, toldAt: null }, data: { toldAt } });
}
