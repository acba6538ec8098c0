import type { Prisma as Client } from '../database/open.ts';

/** What stands in the way of notices. */
export interface DeliveryHealth {
  /** Past their time, and not on their way. */
  overdue: number;
  /** Slack may have them; being looked for. */
  doubtful: number;
  /** In the last 7 days, by reason. */
  failed: { code: string; count: number }[];
  /** Places that have to wait after failures in a row, by reason. */
  waiting: { code: string; count: number }[];
}

const OVERDUE_MS = 60_000;
const DAYS_MS = 7 * 86_400_000;
/** One 429 or one lost connection is nobody's business. */
const IN_A_ROW = 3;

/** Reads it, at the program's time `now`. */
export async function deliveryHealth(prisma: Client, now: Date): Promise<DeliveryHealth> {
  const late = new Date(now.getTime() - OVERDUE_MS);
  const since = new Date(now.getTime() - DAYS_MS);
  const [counts] = await prisma.$queryRaw<{ overdue: number; doubtful: number }[]>`
    SELECT (SELECT count(*)::int FROM "Notice" WHERE "status" = 'planned' AND "dueAt" < ${late}) AS "overdue",
      (SELECT count(*)::int FROM "Notice" WHERE "status" = 'claimed' AND "doubt") AS "doubtful"`;
  const failed = await prisma.$queryRaw<{ code: string; count: number }[]>`
    SELECT coalesce("reason", '') AS "code", count(*)::int AS "count" FROM "Notice"
    WHERE "status" = 'failed' AND "dueAt" >= ${since} GROUP BY 1 ORDER BY 1`;
  const waiting = await prisma.$queryRaw<{ code: string; count: number }[]>`
    SELECT coalesce("trouble", '') AS "code", count(*)::int AS "count" FROM "NoticeLane"
    WHERE "failures" >= ${IN_A_ROW}::int GROUP BY 1 ORDER BY 1`;
  return { overdue: counts?.overdue ?? 0, doubtful: counts?.doubtful ?? 0, failed, waiting };
}
