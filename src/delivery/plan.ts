import { Prisma } from '../generated/prisma/client.ts';
import { laneOf, type NewNotice, type Tx } from './notice.ts';

/** Rows of one statement. */
const AT_ONCE = 1_000;

/**
 * Plans notices in the transaction of the change that asks for them, each key once. A key that was cancelled before its
 * message went out is planned anew. Says how many were added.
 */
export async function plan(tx: Tx, notices: readonly NewNotice[], now: Date): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = notices.map((notice) => ({ ...notice, to: notice.to ?? null, lane: laneOf(notice), plannedAt: now }));
  let added = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const data = rows.slice(from, from + AT_ONCE);
    const lanes = [...new Set(data.map(({ lane }) => lane))].sort();
    await tx.noticeLane.createMany({ data: lanes.map((name) => ({ name })), skipDuplicates: true });
    added += await revive(tx, data);
    added += (await tx.notice.createMany({ data, skipDuplicates: true })).count;
  }
  return added;
}

/** Plans anew what was cancelled, and calls off the cancellation of what is just going out. */
async function revive(tx: Tx, rows: readonly (NewNotice & { lane: string; plannedAt: Date })[]): Promise<number> {
  const void_ = [{ status: 'cancelled' as const }, { status: 'claimed' as const, void: true }];
  const former = await tx.notice.findMany({
    where: { key: { in: rows.map(({ key }) => key) }, OR: void_ },
    select: { key: true },
  });
  let revived = 0;
  for (const { key } of former) {
    const row = rows.find((each) => each.key === key);
    if (!row) continue;
    const ended = await tx.notice.updateMany({
      where: { key, status: 'cancelled' },
      data: { ...row, status: 'planned', void: false, token: null, leaseUntil: null, doubt: false, reason: null },
    });
    const going = await tx.notice.updateMany({ where: { key, status: 'claimed', void: true }, data: { void: false } });
    revived += ended.count + going.count;
  }
  return revived;
}

/** What is void: all notices of a record, or those of these keys. */
export type Voided = { recordKind: string; recordId: string } | { keys: readonly string[] };

/**
 * Cancels what was planned, in the transaction of the change. What is just going out is marked: it is settled (found
 * posted, or never posted) before any later notice of the same record goes out, so that no reminder follows a
 * cancellation. Says how many were cancelled, and how many are under way.
 */
export async function voidNotices(tx: Tx, what: Voided, reason: string): Promise<{ cancelled: number; going: number }> {
  const which =
    'keys' in what
      ? Prisma.sql`"key" = ANY(${[...what.keys]})`
      : Prisma.sql`"recordKind" = ${what.recordKind} AND "recordId" = ${what.recordId}`;
  // One statement: between two, a claimed notice could come back to wait for its next try.
  const rows = await tx.$queryRaw<{ going: boolean }[]>`
    UPDATE "Notice" SET "reason" = ${reason}, "void" = "status" = 'claimed',
      "status" = CASE "status" WHEN 'planned' THEN 'cancelled' ELSE "status" END
    WHERE "status" IN ('planned', 'claimed') AND ${which}
    RETURNING "void" AS "going"`;
  const going = rows.filter((row) => row.going).length;
  return { cancelled: rows.length - going, going };
}
