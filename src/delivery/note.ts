import type { Prisma as Client } from '../database/open.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { end, inMs } from './claim.ts';
import type { Wait } from './mailbox.ts';
import type { KeptNotice, Tx } from './notice.ts';
import { LATE_MS, type Settings, TRIES } from './settings.ts';
import type { Subject } from './subject.ts';
import { planInstead } from './undelivered.ts';

// What became of a claim. Each note holds only where the claim is still this copy's.

/** No wait grows any longer after so many failures. */
const MOST_DOUBLINGS = 20;

export interface Held {
  notice: KeptNotice;
  token: string;
}

interface Stands {
  channel: string;
  ts: string;
  at: Date;
}

/** It stands there. False: another copy has the claim by now, and will find it. */
export async function noteSent<M>(
  prisma: Client,
  { notice, token }: Held,
  { channel, ts, at }: Stands,
  subject: Subject<M> | undefined,
): Promise<boolean> {
  const late = at.getTime() - notice.dueAt.getTime() > LATE_MS;
  const note = async (tx: Pick<Tx, '$queryRaw'>) => {
    const rows = await tx.$queryRaw<unknown[]>`
      WITH "sent" AS (
        UPDATE "Notice" SET "status" = 'sent', "channel" = ${channel}, "ts" = ${ts}, "sentAt" = ${at}, "late" = ${late},
          "doubt" = false, "void" = false, "token" = NULL, "leaseUntil" = NULL, "reason" = NULL
        WHERE "id" = ${notice.id} AND "token" = ${token} AND "status" = 'claimed' RETURNING "lane"
      ), "calm" AS (
        UPDATE "NoticeLane" SET "failures" = 0, "trouble" = NULL FROM "sent"
        WHERE "name" = "sent"."lane" AND "failures" > 0
      ) SELECT "lane" FROM "sent"`;
    return rows.length > 0;
  };
  if (!subject?.delivered) return note(prisma);
  return prisma.$transaction(async (tx) => {
    const noted = await note(tx);
    if (noted) await subject.delivered?.(tx, notice, at);
    return noted;
  });
}

/** It was surely not posted, and is tried again when its lane is free; what looks like a defect not for ever. */
export async function noteWaiting(prisma: Client, { notice, token }: Held, wait: Wait, settings: Settings) {
  if (wait.fault && notice.attempts + 1 >= TRIES) return noteFailed(prisma, { notice, token }, wait.code);
  await prisma.$executeRaw`
    WITH "freed" AS (
      UPDATE "Notice" SET "status" = CASE WHEN "void" THEN 'cancelled' ELSE 'planned' END::"NoticeStatus",
        "reason" = CASE WHEN "void" THEN "reason" ELSE ${wait.code} END,
        "doubt" = false, "void" = false, "token" = NULL, "leaseUntil" = NULL
      WHERE "id" = ${notice.id} AND "token" = ${token} AND "status" = 'claimed' RETURNING "lane"
    ) ${slowed(Prisma.sql`"name" IN (SELECT "lane" FROM "freed")`, wait, settings)}`;
}

/** Holds a lane up: as long as Slack asked for, else twice as long at each failure. */
export async function noteTrouble(prisma: Client, lane: string, wait: Wait, settings: Settings) {
  await prisma.$executeRaw(slowed(Prisma.sql`"name" = ${lane}`, wait, settings));
}

function slowed(which: Prisma.Sql, { code, seconds }: Wait, { backoffMs: { first, most } }: Settings): Prisma.Sql {
  const free =
    seconds === undefined
      ? Prisma.sql`clock_timestamp() + least(${first}::float * 2 ^ least("failures", ${MOST_DOUBLINGS}), ${most}::float) * interval '1 millisecond'`
      : inMs(seconds * 1_000);
  return Prisma.sql`
    UPDATE "NoticeLane" SET "freeAt" = ${free}, "failures" = "failures" + 1, "trouble" = ${code} WHERE ${which}`;
}

/** Slack may have taken it: it is looked for after `waitMs`; `lookups`: how often it was in vain. */
export async function noteDoubt(prisma: Client, { notice, token }: Held, code: string, waitMs: number, lookups = 0) {
  await prisma.$executeRaw`
    UPDATE "Notice" SET "doubt" = true, "lookups" = ${lookups}::int, "leaseUntil" = ${inMs(waitMs)},
      "reason" = CASE WHEN "void" THEN "reason" ELSE ${code} END
    WHERE "id" = ${notice.id} AND "token" = ${token} AND "status" = 'claimed'`;
}

/**
 * It could not be looked for, and is again: when Slack asks for it, else twice as long after each failure. As long as it
 * may still be said, half of the time that is left is the longest wait, so that it is looked for before it is over.
 */
export async function noteNotFound(prisma: Client, held: Held, { code, seconds }: Wait, now: Date, settings: Settings) {
  const { lookups, expiresAt } = held.notice;
  const { first, most } = settings.backoffMs;
  const left = expiresAt === null ? 0 : expiresAt.getTime() - now.getTime();
  const grown = Math.min(first * 2 ** Math.min(lookups, MOST_DOUBLINGS), most);
  const waitMs = left > 0 ? Math.min(grown, Math.max(first, left / 2)) : grown;
  await noteDoubt(prisma, held, code, seconds === undefined ? waitMs : seconds * 1_000, lookups + 1);
}

/** It will never go out; with `inCharge` that person gets it instead. */
export async function noteFailed(
  prisma: Client,
  { notice, token }: Held,
  code: string,
  instead?: { inCharge: string; now: Date },
) {
  await prisma.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ void: boolean; reason: string | null }[]>`
      SELECT "void", "reason" FROM "Notice"
      WHERE "id" = ${notice.id} AND "token" = ${token} AND "status" = 'claimed' FOR UPDATE`;
    if (!held) return;
    if (held.void) return end(tx, notice.id, 'cancelled', held.reason ?? 'void');
    await end(tx, notice.id, 'failed', code);
    if (instead) await planInstead(tx, notice, instead.inCharge, code, instead.now);
  });
}

/** How its record stands could not be read: its lane waits, and it is given up after some tries. */
export async function noteUnreadable(prisma: Client, { id, lane }: KeptNotice, settings: Settings) {
  await prisma.$executeRaw`
    UPDATE "Notice" SET "attempts" = "attempts" + 1, "reason" = 'unreadable',
      "status" = CASE WHEN "attempts" + 1 >= ${TRIES}::int THEN 'failed' ELSE "status" END
    WHERE "id" = ${id} AND "status" IN ('planned', 'claimed')`;
  await noteTrouble(prisma, lane, { outcome: 'wait', code: 'unreadable' }, settings);
}
