import { z } from 'zod';
import { fixedClock } from '../src/calendar/clock.ts';
import { anythingDue } from '../src/delivery/claim.ts';
import { Delivery } from '../src/delivery/delivery.ts';
import type { Mailbox, Wording } from '../src/delivery/mailbox.ts';
import { SETTINGS } from '../src/delivery/settings.ts';
import { createLog } from '../src/log.ts';
import { type Summary, Times } from './measuring.ts';
import { openServerDatabase } from './server-database.ts';

/** What a tick of the outbox costs where nothing is due, and how fast what is due is handed over. */
export interface OutboxReport {
  planned: number;
  /** Milliseconds a tick. */
  tick: Summary;
  /** Of the database, for what a tick asks. */
  plan: string[];
  due: number;
  channels: number;
  posts: number;
  seconds: number;
  /** What Slack's pace for each channel alone takes. */
  paceSeconds: number;
}

const CHANNELS = 500;
/** What a post takes at Slack. */
const POST_MS = 100;
const TICKS = 200;

/** On a database of its own on that PostgreSQL server, with so many notices planned and then so many due at once. */
export async function measureOutbox(url: string, planned: number, due: number): Promise<OutboxReport> {
  const database = await openServerDatabase(url);
  const clock = fixedClock('2026-12-01T09:00:00+09:00');
  const rows = (from: number, count: number, at: string) =>
    database.pool.query(`INSERT INTO "Notice" ("id", "key", "occasion", "kind", "recordKind", "recordId", "audience", "lane",
      "dueAt", "facts", "plannedAt", "to") SELECT 'n' || n, 'k' || n, 'k' || n, 'reminder', 'thing', 't' || n, 'channel',
      'C' || n % ${CHANNELS}, ${at}, json_build_object('place', 'C' || n % ${CHANNELS}), now(), 'C' || n % ${CHANNELS}
      FROM generate_series(${from}, ${from + count - 1}) AS n`);
  try {
    await rows(1, planned, `'2026-12-02'::timestamptz + n * interval '10 seconds'`);
    await database.pool.query(
      `INSERT INTO "NoticeLane" ("name") SELECT 'C' || n FROM generate_series(0, ${CHANNELS - 1}) AS n`,
    );
    await database.pool.query('VACUUM ANALYZE "Notice"');
    const plan = await database.pool.query<{ 'QUERY PLAN': string }>(PROBE);
    const times = new Times();
    for (let tick = 0; tick < TICKS; tick += 1) {
      const began = performance.now();
      await anythingDue(database.prisma, clock.now());
      times.add(performance.now() - began);
    }
    await rows(planned + 1, due, `'2026-12-01T00:00:00Z'::timestamptz`);
    const mailbox = countingMailbox();
    const parts = { prisma: database.prisma, clock, mailbox, wording, subjects: [things], log: createLog('warn') };
    const began = performance.now();
    await new Delivery<string>({ ...parts, languageOf: async () => 'ja' }).drain(600_000);
    return {
      planned,
      tick: times.summary(),
      plan: plan.rows.map((row) => row['QUERY PLAN']),
      due,
      channels: CHANNELS,
      posts: mailbox.posts,
      seconds: (performance.now() - began) / 1_000,
      paceSeconds: (due / CHANNELS) * (SETTINGS.paceMs / 1_000),
    };
  } finally {
    await database.close();
  }
}

/** As `anythingDue` asks it. */
const PROBE = `EXPLAIN ANALYZE SELECT EXISTS (SELECT FROM "Notice" WHERE "status" = 'planned' AND "dueAt" <= '2026-12-01T00:00:00Z'),
  EXISTS (SELECT FROM "Notice" WHERE "status" = 'claimed' AND "leaseUntil" <= clock_timestamp())`;

function countingMailbox(): Mailbox<string> & { posts: number } {
  return {
    posts: 0,
    async post(to) {
      await new Promise((resolve) => setTimeout(resolve, POST_MS));
      this.posts += 1;
      return { outcome: 'posted', channel: to, ts: `${this.posts}.1` };
    },
    find: async () => ({ outcome: 'absent' }),
  };
}

const wording: Wording<string> = { late: (said) => said, instead: (said) => said, missed: ({ title }) => title };
const Facts = z.object({ place: z.string() });
const things = {
  name: 'thing',
  read: async (_tx: unknown, { facts }: { facts: unknown }) => ({
    to: Facts.parse(facts).place,
    inCharge: null,
    title: () => '',
    message: () => 'reminder',
  }),
};
