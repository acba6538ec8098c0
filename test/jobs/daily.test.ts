import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { daily } from '../../jobs/daily.ts';
import { fixedClock } from '../../src/calendar/clock.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import { claimRun } from '../../src/database/job-runs.ts';
import { openOffice } from '../bot/open-office.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';

let database: TestDatabase;
let done: string[];
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.clear();
  done = [];
});
afterAll(() => database.close());

/** A copy of the bot looks whether there is something to do. */
const look = async (now: string, work = async () => {}, { prisma }: Pick<TestDatabase, 'prisma'> = database) => {
  const run = async () => {
    await work();
    done.push(now);
  };
  await daily(prisma, fixedClock(now), { name: 'nightly', at: '03:00' as ClockTime, run }).run();
};

describe('a job of each day', () => {
  it('waits for its hour the first time, and is done once a day then', async () => {
    await look('2026-11-24T09:00:00+09:00');
    await look('2026-11-25T02:59:59+09:00');
    expect(done).toEqual([]);
    await look('2026-11-25T03:00:00+09:00');
    await look('2026-11-25T03:01:00+09:00');
    await look('2026-11-26T02:59:00+09:00');
    expect(done).toEqual(['2026-11-25T03:00:00+09:00']);
  });
  it('that was missed is made good once, however many days and copies were away', async () => {
    await look('2026-11-24T09:00:00+09:00');
    const other = await database.another();
    await Promise.all([look('2026-11-28T08:00:00+09:00'), look('2026-11-28T08:00:00+09:00', undefined, other)]);
    await other.close();
    expect(done).toEqual(['2026-11-28T08:00:00+09:00']);
  });
  it('that failed or was killed is tried again when nobody has it in hand any more', async () => {
    await look('2026-11-24T09:00:00+09:00');
    const failing = look('2026-11-25T03:00:00+09:00', () => Promise.reject(new Error('no disk')));
    await expect(failing).rejects.toThrow('no disk');
    await look('2026-11-25T03:01:00+09:00');
    expect(done).toEqual([]);
    await database.prisma.jobRun.updateMany({ data: { leaseUntil: new Date(0) } });
    await look('2026-11-25T03:12:00+09:00');
    expect(done).toEqual(['2026-11-25T03:12:00+09:00']);
  });
  it('does not wait for a day that a clock standing wrong had reached', async () => {
    await claimRun(database.prisma, 'nightly', new Date('2027-11-24T03:00:00+09:00'));
    await look('2026-11-25T09:00:00+09:00');
    expect(done).toEqual(['2026-11-25T09:00:00+09:00']);
  });
});

it('a night that the bot was away for is made good when it starts again', async () => {
  const office = await openOffice('socket', { now: '2026-11-24T18:00:00+09:00' });
  const doneFor = async () => {
    const run = await office.database.prisma.jobRun.findUnique({ where: { name: 'nightly' } });
    return run?.doneFor.toISOString();
  };
  await expect.poll(doneFor).toBe('2026-11-23T18:00:00.000Z');
  await office.restart(async () => {
    await office.as('U0MORINO').advance(15 * 3_600_000);
  });
  await expect.poll(doneFor).toBe('2026-11-24T18:00:00.000Z');
  await office.close();
});
