// node scripts/run.mjs bench/outbox.ts postgresql://… [PLANNED] [DUE]: what a tick of the outbox costs, and how fast what
// is due is handed over, on a database of its own on that server.
import { z } from 'zod';
import { fixedClock } from '../src/calendar/clock.ts';
import { anythingDue } from '../src/delivery/claim.ts';
import { Delivery } from '../src/delivery/delivery.ts';
import type { Mailbox, Wording } from '../src/delivery/mailbox.ts';
import { SETTINGS } from '../src/delivery/settings.ts';
import { createLog } from '../src/log.ts';
import { Times } from './measuring.ts';
import { openServerDatabase } from './server-database.ts';

const [url = '', planned = '1000000', due = '10000'] = process.argv.slice(2);
const CHANNELS = 500;
/** What a post takes at Slack. */
const POST_MS = 100;
const TICKS = 200;

const database = await openServerDatabase(url);
const clock = fixedClock('2026-12-01T09:00:00+09:00');
const rows = (from: number, count: number, at: string) =>
  database.pool.query(`INSERT INTO "Notice" ("id", "key", "occasion", "kind", "recordKind", "recordId", "audience", "lane",
    "dueAt", "facts", "plannedAt", "to") SELECT 'n' || n, 'k' || n, 'k' || n, 'reminder', 'thing', 't' || n, 'channel',
    'C' || n % ${CHANNELS}, ${at}, json_build_object('place', 'C' || n % ${CHANNELS}), now(), 'C' || n % ${CHANNELS}
    FROM generate_series(${from}, ${from + count - 1}) AS n`);

await rows(1, Number(planned), `'2026-12-02'::timestamptz + n * interval '10 seconds'`);
await database.pool.query(
  `INSERT INTO "NoticeLane" ("name") SELECT 'C' || n FROM generate_series(0, ${CHANNELS - 1}) AS n`,
);
await database.pool.query('ANALYZE "Notice"');
const probe = `EXPLAIN ANALYZE SELECT EXISTS (SELECT FROM "Notice" WHERE "status" = 'planned' AND "dueAt" <= '2026-12-01T00:00:00Z'),
  EXISTS (SELECT FROM "Notice" WHERE "status" = 'claimed' AND "leaseUntil" <= clock_timestamp())`;
const plan = await database.pool.query<{ 'QUERY PLAN': string }>(probe);

const times = new Times();
for (let tick = 0; tick < TICKS; tick += 1) {
  const began = performance.now();
  await anythingDue(database.prisma, clock.now());
  times.add(performance.now() - began);
}

let posts = 0;
const mailbox: Mailbox<string> = {
  async post(to) {
    await new Promise((resolve) => setTimeout(resolve, POST_MS));
    posts += 1;
    return { outcome: 'posted', channel: to, ts: `${posts}.1` };
  },
  find: async () => ({ outcome: 'absent' }),
};
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
const parts = { prisma: database.prisma, clock, mailbox, wording, subjects: [things], log: createLog('warn') };
const delivery = new Delivery<string>({ ...parts, languageOf: async () => 'ja' });
await rows(Number(planned) + 1, Number(due), `'2026-12-01T00:00:00Z'::timestamptz`);
const began = performance.now();
await delivery.drain(600_000);
const seconds = (performance.now() - began) / 1_000;
const { p50, p99 } = times.summary();
const fastest = (Number(due) / CHANNELS) * (SETTINGS.paceMs / 1_000);
process.stdout.write(`${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}
| outbox on PostgreSQL | |
| --- | --- |
| a tick with nothing due, ${planned} planned, ms: p50 / p99 | ${p50.toFixed(2)} / ${p99.toFixed(2)} |
| ${due} due in ${CHANNELS} channels, handed over in s (the pace of the channels alone: ${fastest.toFixed(1)}) | ${seconds.toFixed(1)}, ${posts} posts |
`);
await database.close();
