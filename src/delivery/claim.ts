import { randomUUID } from 'node:crypto';
import type { Prisma as Client } from '../database/open.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { KeptNotice, Tx } from './notice.ts';
import type { Settings } from './settings.ts';
import type { Current, Subject } from './subject.ts';
import { expire } from './undelivered.ts';

// What is due is claimed in one transaction that also reads how its record stands. Times of the program come as
// parameters; leases and lanes go by the database's clock, which all copies of the bot share.

/** A notice that is this copy's to post. */
export interface Claimed<M> {
  notice: KeptNotice;
  token: string;
  current: Current<M>;
}

/** How a record stands could not be read: a defect, of that notice alone. */
export class ReadFailed extends Error {
  override name = 'ReadFailed';

  constructor(
    readonly notice: KeptNotice,
    override readonly cause: unknown,
  ) {
    super('a notice could not be read');
  }
}

export type Subjects<M> = ReadonlyMap<string, Subject<M>>;

/** `ms` from now on, by the database's clock. */
export const inMs = (ms: number) => Prisma.sql`clock_timestamp() + ${Math.round(ms)}::int * interval '1 millisecond'`;

/** Whether there is anything to do: what a tick costs where there is not. */
export async function anythingDue(prisma: Client, now: Date): Promise<{ due: boolean; lapsed: boolean }> {
  const [found] = await prisma.$queryRaw<{ due: boolean; lapsed: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Notice" WHERE "status" = 'planned' AND "dueAt" <= ${now}) AS "due",
      EXISTS (SELECT FROM "Notice" WHERE "status" = 'claimed' AND "leaseUntil" <= clock_timestamp()) AS "lapsed"`;
  return found ?? { due: false, lapsed: false };
}

/**
 * Claims up to `most` due notices, at most one a lane, those lanes first that have waited longest: a lane with a thousand
 * holds up nobody else. What is void, over or said already by another area's notice ends here. `seen` counts all that
 * were looked at. Throws `ReadFailed`.
 */
export async function claimDue<M>(
  prisma: Client,
  subjects: Subjects<M>,
  now: Date,
  most: number,
  settings: Settings,
): Promise<{ claimed: Claimed<M>[]; seen: number }> {
  const token = randomUUID();
  return prisma.$transaction(async (tx) => {
    const notices = await firstOfLanes(tx, [...subjects.keys()], now, most);
    const mine = await uncontested(tx, notices);
    const said = await saidOf(tx, mine);
    const claimed: Claimed<M>[] = [];
    for (const notice of mine) {
      const current = await stillToSay(tx, subjects, notice, now);
      if (!current) continue;
      const saying = inPlace(notice.occasion, current.to);
      if (said.has(saying)) await end(tx, notice.id, 'cancelled', 'same-place');
      else {
        said.add(saying);
        claimed.push({ notice, token, current });
      }
    }
    if (claimed.length > 0) await take(tx, claimed, token, now, settings);
    return { claimed, seen: notices.length };
  });
}

/**
 * The earliest due notice of each free lane that has any, found lane by lane in an index. Another copy's choice is passed
 * over, not waited for.
 */
const firstOfLanes = (tx: Tx, kinds: string[], now: Date, most: number) => tx.$queryRaw<KeptNotice[]>`
  WITH "free" AS MATERIALIZED (
    SELECT "first"."id" FROM "NoticeLane" AS "lane" CROSS JOIN LATERAL (
      SELECT "id", "dueAt" FROM "Notice" AS "notice"
      WHERE "notice"."lane" = "lane"."name" AND "status" = 'planned' AND "dueAt" <= ${now} AND "recordKind" = ANY(${kinds})
        AND NOT EXISTS (
          SELECT FROM "Notice" AS "going" WHERE "going"."status" = 'claimed' AND "going"."void"
            AND "going"."recordKind" = "notice"."recordKind" AND "going"."recordId" = "notice"."recordId")
      ORDER BY "dueAt", "plannedAt", "id" LIMIT 1
    ) AS "first"
    WHERE "lane"."freeAt" <= clock_timestamp()
      AND "lane"."name" IN (SELECT "lane" FROM "Notice" WHERE "status" = 'planned' AND "dueAt" <= ${now})
    ORDER BY "lane"."freeAt", "first"."dueAt" LIMIT ${most}::int FOR UPDATE OF "lane" SKIP LOCKED
  )
  SELECT "notice".* FROM "Notice" AS "notice" JOIN "free" USING ("id")
  WHERE "notice"."status" = 'planned' ORDER BY "dueAt", "plannedAt", "id" FOR UPDATE OF "notice" SKIP LOCKED`;

/** Those whose occasion no other copy is just looking at: of a shared meeting's notices one a place is claimed. */
async function uncontested(tx: Tx, notices: readonly KeptNotice[]): Promise<KeptNotice[]> {
  if (notices.length === 0) return [];
  const rows = await tx.$queryRaw<{ occasion: string; mine: boolean }[]>`
    SELECT "occasion", pg_try_advisory_xact_lock(hashtextextended("occasion", 0)) AS "mine"
    FROM unnest(${[...new Set(notices.map(({ occasion }) => occasion))]}::text[]) AS "occasion"`;
  const mine = new Set(rows.flatMap((row) => (row.mine ? [row.occasion] : [])));
  return notices.filter(({ occasion }) => mine.has(occasion));
}

async function readNow<M>(tx: Tx, subjects: Subjects<M>, notice: KeptNotice, now: Date) {
  try {
    return await subjects.get(notice.recordKind)?.read(tx, notice, now);
  } catch (cause) {
    throw new ReadFailed(notice, cause);
  }
}

/** How its record stands, where it is still to be said; else it ends here. Throws `ReadFailed`. */
export async function stillToSay<M>(
  tx: Tx,
  subjects: Subjects<M>,
  notice: KeptNotice,
  now: Date,
): Promise<Current<M> | null> {
  const reading = await readNow(tx, subjects, notice, now);
  if (!reading) return null;
  if (notice.void || 'gone' in reading) {
    await end(tx, notice.id, 'cancelled', 'gone' in reading ? reading.gone : (notice.reason ?? 'void'));
    return null;
  }
  if (notice.expiresAt === null || now < notice.expiresAt) return reading;
  await expire(tx, notice, reading.inCharge, now);
  return null;
}

const inPlace = (occasion: string, to: string | null): string => JSON.stringify([occasion, to]);

/** Which of the notices' occasions are said, or being said, in which places. They are this copy's alone by now. */
async function saidOf(tx: Tx, notices: readonly KeptNotice[]): Promise<Set<string>> {
  if (notices.length === 0) return new Set();
  const said = await tx.notice.findMany({
    where: { occasion: { in: notices.map(({ occasion }) => occasion) }, status: { in: ['claimed', 'sent'] } },
    select: { occasion: true, to: true },
  });
  return new Set(said.map(({ occasion, to }) => inPlace(occasion, to)));
}

export async function end(tx: Tx, id: string, status: 'cancelled' | 'expired' | 'failed', reason: string) {
  const data = { status, reason, void: false, doubt: false, token: null, leaseUntil: null };
  await tx.notice.update({ where: { id }, data });
}

async function take<M>(tx: Tx, claimed: readonly Claimed<M>[], token: string, now: Date, settings: Settings) {
  const ids = claimed.map(({ notice }) => notice.id);
  const to = claimed.map(({ current }) => current.to);
  const lanes = claimed.map(({ notice }) => notice.lane);
  await tx.$executeRaw`
    UPDATE "Notice" SET "status" = 'claimed', "token" = ${token}, "leaseUntil" = ${inMs(settings.leaseMs)}, "doubt" = false,
      "attempts" = "attempts" + 1, "lookups" = 0, "claimedAt" = coalesce("claimedAt", ${now}), "to" = "place"."to"
    FROM unnest(${ids}::text[], ${to}::text[]) AS "place" ("id", "to") WHERE "Notice"."id" = "place"."id"`;
  await tx.$executeRaw`
    UPDATE "NoticeLane" SET "freeAt" = ${inMs(settings.paceMs)} WHERE "name" = ANY(${lanes})`;
}

/**
 * Claims notices of which nobody knows whether they were posted. A lease that ran out puts its notice in doubt first: the
 * post may be on its way still, and is looked for when it must have arrived.
 */
export async function claimDoubtful(
  prisma: Client,
  kinds: readonly string[],
  most: number,
  settings: Settings,
): Promise<KeptNotice[]> {
  await prisma.$executeRaw`
    UPDATE "Notice" SET "doubt" = true, "token" = ${randomUUID()}, "leaseUntil" = ${inMs(settings.settleMs)}
    WHERE "status" = 'claimed' AND NOT "doubt" AND "leaseUntil" <= clock_timestamp()`;
  return prisma.$queryRaw<KeptNotice[]>`
    UPDATE "Notice" SET "token" = ${randomUUID()}, "leaseUntil" = ${inMs(settings.leaseMs)}
    WHERE "id" IN (
      SELECT "id" FROM "Notice" WHERE "status" = 'claimed' AND "doubt" AND "leaseUntil" <= clock_timestamp()
        AND "recordKind" = ANY(${[...kinds]})
      ORDER BY "leaseUntil" LIMIT ${most}::int FOR UPDATE SKIP LOCKED)
    RETURNING *`;
}

/**
 * Claims anew what was in doubt and is not in its channel, if it is still to be said. Null: it is not, or another copy
 * has it by now. Throws `ReadFailed`.
 */
export async function claimAgain<M>(
  prisma: Client,
  subjects: Subjects<M>,
  { id, token }: Pick<KeptNotice, 'id' | 'token'>,
  now: Date,
  settings: Settings,
): Promise<Claimed<M> | null> {
  return prisma.$transaction(async (tx) => {
    const [notice] = await tx.$queryRaw<KeptNotice[]>`
      SELECT * FROM "Notice" WHERE "id" = ${id} AND "token" = ${token} AND "status" = 'claimed' FOR UPDATE`;
    if (!notice || token === null) return null;
    const current = await stillToSay(tx, subjects, notice, now);
    if (!current) return null;
    await take(tx, [{ notice, token, current }], token, now, settings);
    return { notice, token, current };
  });
}

/** Where a notice would go now; null: nowhere. Throws `ReadFailed`. */
export async function placeOf<M>(
  prisma: Client,
  subjects: Subjects<M>,
  notice: KeptNotice,
  now: Date,
): Promise<string | null> {
  const reading = await prisma.$transaction((tx) => readNow(tx, subjects, notice, now));
  return reading && 'to' in reading ? reading.to : null;
}
