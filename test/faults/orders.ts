import { z } from 'zod';
import type { Database } from '../../src/database/open.ts';
import { plan, voidNotices } from '../../src/delivery/plan.ts';

/** What a copy, or the suite itself where it can reach the database, is to do. */
export const Order = z.object({
  n: z.number(),
  die: z.enum(['claim', 'post', 'taken']).optional(),
  /** The clock jumps, or is set so far ahead. */
  jumpMs: z.number().optional(),
  aheadMs: z.number().optional(),
  /** Things with their notices, by key. */
  plan: z
    .array(
      z.object({
        thing: z.string(),
        key: z.string(),
        kind: z.string(),
        place: z.string(),
        dueAt: z.coerce.date(),
        expiresAt: z.coerce.date().nullable(),
      }),
    )
    .optional(),
  /** Things that are called off, which is announced there. */
  callOff: z.array(z.object({ thing: z.string(), place: z.string() })).optional(),
  rows: z.boolean().optional(),
  /** How many notices are neither out nor ended. */
  open: z.boolean().optional(),
});
export type Order = z.infer<typeof Order>;

export interface Row {
  key: string;
  status: string;
  thing: string;
  kind: string;
  late: boolean | null;
}

/** What an order is answered with. */
export interface Told {
  rows?: Row[];
  open?: number;
}

/** Carries out the part that concerns the database; doing it twice changes nothing. */
export async function carryOut(prisma: Database['prisma'], order: Order): Promise<Told> {
  const now = new Date();
  if (order.plan) {
    const { plan: notices } = order;
    await prisma.$transaction(async (tx) => {
      const data = [...new Set(notices.map(({ thing }) => thing))].map((id) => ({
        id,
        at: now,
        text: id,
        understood: '',
        answered: false,
      }));
      await tx.question.createMany({ data, skipDuplicates: true });
      await plan(
        tx,
        notices.map((each) => rowOf(each)),
        now,
      );
    });
  }
  for (const { thing, place } of order.callOff ?? []) {
    await prisma.$transaction(async (tx) => {
      await tx.question.update({ where: { id: thing }, data: { answered: true } });
      await voidNotices(tx, { recordKind: 'thing', recordId: thing }, 'called-off');
      await plan(
        tx,
        [rowOf({ thing, key: `call-off:${thing}`, kind: 'call-off', place, dueAt: new Date(0), expiresAt: null })],
        now,
      );
    });
  }
  if (order.open) return { open: await prisma.notice.count({ where: { status: { in: ['planned', 'claimed'] } } }) };
  if (!order.rows) return {};
  const rows = await prisma.notice.findMany({
    select: { key: true, status: true, recordId: true, kind: true, late: true },
  });
  return { rows: rows.map(({ recordId, ...row }) => ({ ...row, thing: recordId })) };
}

const rowOf = ({ thing, key, kind, place, dueAt, expiresAt }: NonNullable<Order['plan']>[number]) => ({
  key,
  occasion: key,
  kind,
  recordKind: 'thing',
  recordId: thing,
  areaId: null,
  audience: 'channel',
  dueAt,
  expiresAt,
  facts: { place },
  to: place,
});
