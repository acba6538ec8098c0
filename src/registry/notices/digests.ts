import { z } from 'zod';
import { addDays, type CalendarDate, todayIn } from '../../calendar/calendar-date.ts';
import { instantAt } from '../../calendar/office-time.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { KeptNotice, NewNotice, Tx } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import { NoticePreference } from '../../records/notice-preference.ts';
import { type DigestRhythm, nextDigestDay } from '../../schedule/digest-day.ts';
import { membershipsOf } from '../members/memberships.ts';
import { type MatchKey, wantedMatches } from '../neighbours/useless-matches.ts';
import { type DueTold, dueFor } from '../planned/due-for.ts';
import { readNoticeSettings } from '../planned/office-calendars.ts';

// The digest (rules 9.6): one notice a person and day. Its claim plans the next one, in the same transaction, whatever
// becomes of it; what was lost all the same (given up as unreadable) is planned anew each hour.

/** The `recordKind` of digests; the record is the person, by user id. */
export const DIGEST = 'digest';

const Facts = z.object({ rhythm: z.enum(['monday', 'daily']), day: z.iso.date() });

/** When somebody's digests go out: in the mornings of the office that the person works for. */
interface Mornings {
  dueAt(day: CalendarDate): Date;
  next(after: CalendarDate, rhythm: DigestRhythm): CalendarDate;
}

/** Of the prefecture's people, and of whoever works for several areas, by what their prefecture set. */
async function morningsFor(tx: Tx, user: string, now: Date): Promise<Mornings> {
  const works = await membershipsOf(tx, user, todayIn(now));
  const areaIds = [...new Set(works.map(({ areaId }) => areaId))];
  const [only] = works.some(({ role }) => role === 'prefecture') || areaIds.length > 1 ? [] : areaIds;
  const { officeOf, rulesOf } = await readNoticeSettings(tx, areaIds);
  const [office, { deliveryTime }] = [officeOf(only ?? null), rulesOf(only ?? null)];
  return {
    dueAt: (day) => instantAt(day, deliveryTime),
    next: (after, rhythm) => nextDigestDay(after, rhythm, office),
  };
}

/** A digest that was not sent by the time of the next one is not sent any more. */
const digestOf = (user: string, rhythm: DigestRhythm, day: CalendarDate, { dueAt, next }: Mornings): NewNotice => ({
  key: `digest:${user}:${day}`,
  occasion: `digest:${user}:${day}`,
  kind: DIGEST,
  recordKind: DIGEST,
  recordId: user,
  areaId: null,
  audience: 'person',
  dueAt: dueAt(day),
  expiresAt: dueAt(next(day, rhythm)),
  facts: { rhythm, day } satisfies z.infer<typeof Facts>,
  to: user,
});

/** Plans the first digest that is still to come at `now`, after the day of another one. */
async function planNext(
  tx: Tx,
  user: string,
  rhythm: DigestRhythm,
  after: CalendarDate,
  mornings: Mornings,
  now: Date,
): Promise<void> {
  const { dueAt, next } = mornings;
  let day = next(after, rhythm);
  // After a long sleep one is late, and not one for each day that was slept through.
  while (dueAt(next(day, rhythm)) <= now) day = next(day, rhythm);
  await plan(tx, [digestOf(user, rhythm, day, mornings)], now);
}

/** Brings somebody's digest to what was chosen: the first one comes in the next morning of a digest day. */
export async function replanDigest(tx: Tx, user: string, digest: NoticePreference['digest'], now: Date): Promise<void> {
  await voidNotices(tx, { recordKind: DIGEST, recordId: user }, 'changed');
  if (digest === 'none') return;
  const mornings = await morningsFor(tx, user, now);
  const { dueAt, next } = mornings;
  const day = next(addDays(todayIn(now), -1), digest);
  await plan(tx, [digestOf(user, digest, dueAt(day) > now ? day : next(day, digest), mornings)], now);
}

/** Moves the digests that wait to the days and the hour of their offices as they are now. */
export async function moveDigests(tx: Tx, now: Date): Promise<void> {
  const where = { recordKind: DIGEST, status: 'planned' as const };
  for (const { key, recordId: user, facts, dueAt } of await tx.notice.findMany({ where })) {
    const { rhythm, day } = Facts.parse(facts);
    const mornings = await morningsFor(tx, user, now);
    const moved = mornings.next(addDays(day as CalendarDate, -1), rhythm);
    if (moved === day && mornings.dueAt(moved).getTime() === dueAt.getTime()) continue;
    await voidNotices(tx, { keys: [key] }, 'changed');
    await plan(tx, [digestOf(user, rhythm, moved, mornings)], now);
  }
}

/** Plans the digest of whoever wants one and has none to come. Says how many. */
export async function planMissingDigests(prisma: Client, now: Date): Promise<number> {
  const rows = await prisma.noticePreference.findMany({ where: { digest: { not: 'none' } } });
  const planned = await prisma.notice.findMany({
    where: {
      recordKind: DIGEST,
      status: { in: ['planned', 'claimed'] },
      recordId: { in: rows.map(({ user }) => user) },
    },
    select: { recordId: true },
  });
  const has = new Set(planned.map(({ recordId }) => recordId));
  const missing = rows.filter(({ user }) => !has.has(user));
  for (const { user, digest } of missing) {
    await prisma.$transaction((tx) => replanDigest(tx, user, NoticePreference.shape.digest.parse(digest), now));
  }
  return missing.length;
}

/** What a digest holds: what is due, and once a week for which areas it may name practices of neighbours. */
interface DigestTold {
  to: string;
  lines: DueTold[];
  areaIds: string[];
  isWanted: (match: MatchKey) => boolean;
}

/** What is due this week, what is late and what is asked; nothing where there is nothing, or it is not wanted any more. */
export async function readDigestNotice(
  tx: Tx,
  { recordId: user, facts }: KeptNotice,
  now: Date,
): Promise<DigestTold | { gone: string }> {
  const { rhythm, day } = Facts.parse(facts);
  const wanted = await tx.noticePreference.findFirst({ where: { user }, select: { digest: true } });
  if (wanted?.digest !== rhythm) return { gone: 'changed' };
  const mornings = await morningsFor(tx, user, now);
  await planNext(tx, user, rhythm, day as CalendarDate, mornings, now);
  const closed = await tx.person.findFirst({ where: { user, deactivated: true }, select: { user: true } });
  if (closed) return { gone: 'deactivated' };
  const lines = (await dueFor(tx, user, now)).filter(({ urgency }) => urgency !== 'later');
  if (lines.length === 0) return { gone: 'nothing-due' };
  const isFirstOfWeek = mornings.next(addDays(day as CalendarDate, -1), 'monday') === day;
  const works = isFirstOfWeek ? await membershipsOf(tx, user, todayIn(now)) : [];
  const areaIds = [...new Set(works.map(({ areaId }) => areaId))];
  return { to: user, lines, areaIds, isWanted: await wantedMatches(tx, user) };
}
