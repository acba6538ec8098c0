import { z } from 'zod';
import { addDays, type CalendarDate, todayIn } from '../calendar/calendar-date.ts';
import { instantAt } from '../calendar/office-time.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { KeptNotice, NewNotice, Tx } from '../delivery/notice.ts';
import { plan, voidNotices } from '../delivery/plan.ts';
import { NoticePreference } from '../records/notice-preference.ts';
import { type DigestRhythm, nextDigestDay } from '../schedule/digest-day.ts';
import { defaultNoticeSettings } from '../schedule/notice-settings.ts';
import { type DueTold, dueFor } from './due-for.ts';
import { membershipsOf } from './memberships.ts';
import { type MatchKey, wantedMatches } from './useless-matches.ts';

// The digest (rules 9.6): one notice a person and day. Its claim plans the next one, in the same transaction, whatever
// becomes of it; what was lost all the same (given up as unreadable) is planned anew each hour.

/** The `recordKind` of digests; the record is the person, by user id. */
export const DIGEST = 'digest';

const Facts = z.object({ rhythm: z.enum(['monday', 'daily']), day: z.iso.date() });

const dueAt = (day: CalendarDate) => instantAt(day, defaultNoticeSettings.deliveryTime);
const next = (after: CalendarDate, rhythm: DigestRhythm) =>
  nextDigestDay(after, rhythm, defaultNoticeSettings.officeOf(null));

/** A digest that was not sent by the time of the next one is not sent any more. */
const digestOf = (user: string, rhythm: DigestRhythm, day: CalendarDate): NewNotice => ({
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
async function planNext(tx: Tx, user: string, rhythm: DigestRhythm, after: CalendarDate, now: Date): Promise<void> {
  let day = next(after, rhythm);
  // After a long sleep one is late, and not one for each day that was slept through.
  while (dueAt(next(day, rhythm)) <= now) day = next(day, rhythm);
  await plan(tx, [digestOf(user, rhythm, day)], now);
}

/** Brings somebody's digest to what was chosen: the first one comes at the next 09:00 of a digest day. */
export async function replanDigest(tx: Tx, user: string, digest: NoticePreference['digest'], now: Date): Promise<void> {
  await voidNotices(tx, { recordKind: DIGEST, recordId: user }, 'changed');
  if (digest === 'none') return;
  const today = todayIn(now);
  const yesterday = addDays(today, -1);
  const day = next(yesterday, digest);
  await plan(tx, [digestOf(user, digest, dueAt(day) > now ? day : next(day, digest))], now);
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
  await planNext(tx, user, rhythm, day as CalendarDate, now);
  const closed = await tx.person.findFirst({ where: { user, deactivated: true }, select: { user: true } });
  if (closed) return { gone: 'deactivated' };
  const lines = (await dueFor(tx, user, now)).filter(({ urgency }) => urgency !== 'later');
  if (lines.length === 0) return { gone: 'nothing-due' };
  const works = isFirstOfWeek(day as CalendarDate) ? await membershipsOf(tx, user, todayIn(now)) : [];
  const areaIds = [...new Set(works.map(({ areaId }) => areaId))];
  return { to: user, lines, areaIds, isWanted: await wantedMatches(tx, user) };
}

const isFirstOfWeek = (day: CalendarDate): boolean => next(addDays(day, -1), 'monday') === day;
