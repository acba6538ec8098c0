import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveryHealth } from '../../src/delivery/health.ts';
import type { Posted } from '../../src/delivery/mailbox.ts';
import type { NewNotice } from '../../src/delivery/notice.ts';
import { plan, voidNotices } from '../../src/delivery/plan.ts';
import { TRIES } from '../../src/delivery/settings.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';
import { BOSS, copyOf, HandClock, MINUTE, NINE, newThing, noticeOf, SmallSlack, things } from './outbox-kit.ts';

let database: TestDatabase;
let slack: SmallSlack;
let clock: HandClock;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.clear();
  slack = new SmallSlack();
  clock = new HandClock(NINE);
});

const planned = (...notices: NewNotice[]) => database.prisma.$transaction((tx) => plan(tx, notices, clock.now()));
const statusOf = async ({ key }: Pick<NewNotice, 'key'>) =>
  (await database.prisma.notice.findUniqueOrThrow({ where: { key } })).status;
const realMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a planned notice', () => {
  it('goes out at its time and not before, with both times noted', async () => {
    const notice = noticeOf(await newThing(database, '会議'));
    clock.advance(-MINUTE);
    await planned(notice);
    const copy = copyOf(database, clock, slack);
    await copy.drain();
    expect(slack.posts).toEqual([]);
    clock.advance(MINUTE);
    await copy.drain();
    expect(slack.posts).toEqual([{ to: 'C1', key: notice.key, message: `会議 ${notice.key}` }]);
    const kept = await database.prisma.notice.findUniqueOrThrow({ where: { key: notice.key } });
    expect(kept).toMatchObject({ status: 'sent', dueAt: NINE, sentAt: NINE, late: false, channel: 'C1' });
  });

  it('is made with the change that asks for it, or not at all', async () => {
    const notice = noticeOf(await newThing(database));
    const change = database.prisma.$transaction(async (tx) => {
      await plan(tx, [notice], clock.now());
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await database.prisma.notice.count()).toBe(0);
  });

  it('is one, however often it is planned, also after it went out', async () => {
    const notice = noticeOf(await newThing(database));
    expect(await planned(notice)).toBe(1);
    expect(await planned(notice)).toBe(0);
    const copy = copyOf(database, clock, slack);
    await copy.drain();
    expect(await planned(notice)).toBe(0);
    await copy.drain();
    expect(slack.posts).toHaveLength(1);
  });

  it('goes out once, though three copies look for it at the same time', async () => {
    const thing = await newThing(database);
    const notices = Array.from({ length: 60 }, (_, at) => noticeOf(thing, `C${at % 12}`));
    await planned(...notices);
    const others = [await database.another(), await database.another()];
    const copies = [database, ...others].map((each) => copyOf(each, clock, slack, { settings: { most: 5 } }));
    await Promise.all(copies.map((copy) => copy.drain()));
    expect(slack.keys().sort()).toEqual(notices.map(({ key }) => key).sort());
    for (const other of others) await other.close();
  });

  it('says what its record says when it goes out, not when it was planned', async () => {
    const thing = await newThing(database, '旧会場');
    await planned(noticeOf(thing));
    await database.prisma.question.update({ where: { id: thing }, data: { text: '新会場' } });
    await copyOf(database, clock, slack).drain();
    expect(slack.posts[0]?.message).toContain('新会場');
  });

  it('does not go out for a thing that was called off, even a moment before', async () => {
    const thing = await newThing(database);
    const notice = noticeOf(thing);
    await planned(notice);
    await database.prisma.question.update({ where: { id: thing }, data: { answered: true } });
    await copyOf(database, clock, slack).drain();
    expect(slack.posts).toEqual([]);
    expect(await statusOf(notice)).toBe('cancelled');
  });

  it('that is far past its time says that it is late', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    clock.advance(6 * MINUTE);
    await copyOf(database, clock, slack).drain();
    expect(slack.posts[0]?.message).toMatch(/^late: /);
    expect(await database.prisma.notice.findUnique({ where: { key: notice.key } })).toMatchObject({ late: true });
  });

  it('whose thing is over does not go out; the person in charge hears of it once', async () => {
    const thing = await newThing(database, '会議');
    const expiresAt = new Date(NINE.getTime() + MINUTE);
    const notices = ['C1', 'C2'].map((place) => noticeOf(thing, place, { expiresAt }));
    await planned(...notices);
    clock.advance(2 * MINUTE);
    await copyOf(database, clock, slack).drain();
    expect(slack.posts.map(({ to, message }) => ({ to, message }))).toEqual([{ to: BOSS, message: 'missed: 会議' }]);
    expect(await Promise.all(notices.map(statusOf))).toEqual(['expired', 'expired']);
  });

  it('of a shared thing goes out once where areas share a channel', async () => {
    const thing = await newThing(database);
    const shared = ['inabe', 'toin'].map((areaId) =>
      noticeOf(thing, 'C1', { occasion: 'meeting', areaId, to: null, key: `meeting:${areaId}` }),
    );
    await planned(...shared, noticeOf(thing, 'C2', { occasion: 'meeting', areaId: 'komono', to: null }));
    const other = await database.another();
    await Promise.all([copyOf(database, clock, slack).drain(), copyOf(other, clock, slack).drain()]);
    expect(slack.posts.map(({ to }) => to).sort()).toEqual(['C1', 'C2']);
    expect((await Promise.all(shared.map(statusOf))).sort()).toEqual(['cancelled', 'sent']);
    await other.close();
  });
});

describe('a cancellation', () => {
  it('takes back what was planned, of the record or by key; what is planned anew goes out', async () => {
    const thing = await newThing(database);
    const [one, two] = [noticeOf(thing), noticeOf(thing)];
    await planned(one, two);
    await database.prisma.$transaction((tx) => voidNotices(tx, { keys: [one.key] }, 'moved'));
    expect([await statusOf(one), await statusOf(two)]).toEqual(['cancelled', 'planned']);
    await database.prisma.$transaction((tx) => voidNotices(tx, { recordKind: 'thing', recordId: thing }, 'moved'));
    await copyOf(database, clock, slack).drain();
    expect(slack.posts).toEqual([]);
    expect(await planned(one)).toBe(1);
    await copyOf(database, clock, slack).drain();
    expect(slack.keys()).toEqual([one.key]);
  });

  it('speaks only after the reminder under way is settled: none follows it', async () => {
    const thing = await newThing(database);
    const reminder = noticeOf(thing);
    await planned(reminder);
    let answer = (_: Posted) => {};
    slack.next.push({ taken: true, answer: () => new Promise((resolve) => (answer = resolve)) });
    const copy = copyOf(database, clock, slack, { settings: { leaseMs: 5_000 } });
    await copy.tick();
    await expect.poll(() => slack.posts.length).toBe(1);
    const callOff = noticeOf(thing, 'C2', { key: 'call-off' });
    await database.prisma.$transaction(async (tx) => {
      await tx.question.update({ where: { id: thing }, data: { answered: true } });
      expect(await voidNotices(tx, { recordKind: 'thing', recordId: thing }, 'called-off')).toEqual({
        cancelled: 0,
        going: 1,
      });
      await plan(tx, [callOff], clock.now());
    });
    await copy.tick();
    expect(slack.keys()).toEqual([reminder.key]);
    answer({ outcome: 'posted', channel: 'C1', ts: '1.1' });
    await copy.drain();
    expect(slack.keys()).toEqual([reminder.key, 'call-off']);
    expect(await statusOf(reminder)).toBe('sent');
  });

  it.each([
    ['was not taken', { outcome: 'wait', code: 'ratelimited', seconds: 0 }],
    ['is in doubt', { outcome: 'doubt', code: 'timeout' }],
    ['cannot be delivered', { outcome: 'unreachable', code: 'is_archived' }],
  ] as const)('ends a reminder under way that %s', async (_, outcome) => {
    const thing = await newThing(database);
    const reminder = noticeOf(thing);
    await planned(reminder);
    let answer = (_posted: Posted) => {};
    slack.next.push({ taken: false, answer: () => new Promise((resolve) => (answer = resolve)) });
    const copy = copyOf(database, clock, slack, { settings: { leaseMs: 5_000, settleMs: 0 } });
    await copy.tick();
    await expect.poll(() => slack.next.length).toBe(0);
    await database.prisma.$transaction(async (tx) => {
      await voidNotices(tx, { recordKind: 'thing', recordId: thing }, 'called-off');
      await plan(tx, [noticeOf(thing, 'C1', { key: 'call-off' })], clock.now());
    });
    answer(outcome);
    await copy.settled();
    await copy.drain();
    expect(slack.keys()).toEqual(['call-off']);
    expect(await statusOf(reminder)).toBe('cancelled');
  });
});

describe('a post of which nobody knows', () => {
  const lost = (taken: boolean) => ({ taken, answer: async () => ({ outcome: 'doubt', code: 'timeout' }) as const });

  it.each([
    [true, 'it is not posted again'],
    [false, 'it is posted'],
  ])('is looked for first: taken %s, %s', async (taken) => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    slack.next.push(lost(taken));
    const copy = copyOf(database, clock, slack);
    await copy.drain();
    expect(await statusOf(notice)).toBe('claimed');
    await realMs(200);
    await copy.drain();
    expect(slack.keys()).toEqual([notice.key]);
    expect(slack.searches).toBe(1);
    expect(await statusOf(notice)).toBe('sent');
  });

  it.each([true, false])('since its copy was killed (taken: %s) is found by another, once', async (taken) => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    slack.next.push({ taken, answer: () => new Promise(() => {}) }); // this copy never hears of it again
    await copyOf(database, clock, slack).tick();
    await expect.poll(() => slack.next.length).toBe(0);
    const other = await database.another();
    const survivor = copyOf(other, clock, slack);
    await expect
      .poll(async () => {
        await survivor.drain();
        return statusOf(notice);
      })
      .toBe('sent');
    expect(slack.keys()).toEqual([notice.key]);
    await other.close();
  });

  /** Looks for what is in doubt as if its wait were over; says how many minutes it waits then, rounded up. */
  async function lookedFor(copy: ReturnType<typeof copyOf>, notice: Pick<NewNotice, 'key'>): Promise<number | null> {
    await database.prisma.$executeRaw`UPDATE "Notice" SET "leaseUntil" = clock_timestamp() WHERE "status" = 'claimed'`;
    await copy.tick();
    await copy.settled();
    const rows = await database.prisma.$queryRaw<{ minutes: number | null }[]>`
      SELECT ceil(extract(epoch FROM "leaseUntil" - clock_timestamp()) / 60)::int AS "minutes"
      FROM "Notice" WHERE "key" = ${notice.key}`;
    return rows[0]?.minutes ?? null;
  }
  const SLOW = { backoffMs: { first: MINUTE, most: 10 * MINUTE } };
  const AWAY = { outcome: 'wait', code: 'internal_error' } as const;

  it('is looked for ever more rarely while Slack cannot be asked, but as Slack says where it says so', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    slack.next.push(lost(true));
    slack.nextFound.push(AWAY, AWAY, AWAY, { ...AWAY, code: 'ratelimited', seconds: 30 }, AWAY, AWAY, AWAY);
    const copy = copyOf(database, clock, slack, { settings: SLOW });
    await copy.drain();
    const waits: (number | null)[] = [];
    while (slack.nextFound.length > 0) waits.push(await lookedFor(copy, notice));
    expect(waits).toEqual([1, 2, 4, 1, 10, 10, 10]);
    expect(await lookedFor(copy, notice)).toBeNull();
    expect(await statusOf(notice)).toBe('sent');
    expect(slack.keys()).toEqual([notice.key]);
  });

  it('that ends soon is looked for before it is over, and still goes out where it is not there', async () => {
    const notice = noticeOf(await newThing(database), 'C1', { expiresAt: new Date(NINE.getTime() + 8 * MINUTE) });
    await planned(notice);
    slack.next.push(lost(false));
    slack.nextFound.push(AWAY, AWAY, AWAY, AWAY);
    const copy = copyOf(database, clock, slack, { settings: SLOW });
    await copy.drain();
    const waits: number[] = [];
    while (slack.nextFound.length > 0) {
      const minutes = (await lookedFor(copy, notice)) ?? 0;
      waits.push(minutes);
      clock.advance(minutes * MINUTE);
    }
    expect(waits).toEqual([1, 2, 3, 1]);
    await lookedFor(copy, notice);
    expect(await statusOf(notice)).toBe('sent');
    expect(slack.keys()).toEqual([notice.key]);
  });

  it('begins with short waits again when it was posted anew and is in doubt once more', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    slack.next.push(lost(false), lost(false));
    slack.nextFound.push(AWAY, AWAY, { outcome: 'absent' }, AWAY);
    const copy = copyOf(database, clock, slack, { settings: SLOW });
    await copy.drain();
    const waits = [await lookedFor(copy, notice), await lookedFor(copy, notice)];
    await lookedFor(copy, notice);
    expect([...waits, await lookedFor(copy, notice)]).toEqual([1, 2, 1]);
  });

  it('is not looked for before its lease has run out', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    slack.next.push({ taken: true, answer: () => new Promise(() => {}) });
    await copyOf(database, clock, slack, { settings: { leaseMs: 60_000 } }).tick();
    await expect.poll(() => slack.posts.length).toBe(1);
    await copyOf(database, clock, slack).drain();
    expect(slack.searches).toBe(0);
    expect(await statusOf(notice)).toBe('claimed');
  });

  it('is not begun by a copy that slept since its claim', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    let sleeps = 1;
    const languageOf = async () => {
      if (sleeps-- > 0) clock.advance(MINUTE);
      return 'ja' as const;
    };
    const copy = copyOf(database, clock, slack, { languageOf });
    await copy.tick();
    await copy.settled();
    expect(slack.posts).toEqual([]);
    expect(await statusOf(notice)).toBe('planned');
    await copy.drain();
    expect(slack.keys()).toEqual([notice.key]);
  });
});

describe('what Slack does not take', () => {
  it('waits as long as Slack asks for in its channel, and holds up no other', async () => {
    const thing = await newThing(database);
    const [held, next, other] = [noticeOf(thing, 'C1'), noticeOf(thing, 'C1'), noticeOf(thing, 'C2')];
    await planned(held, next, other);
    const copy = copyOf(database, clock, slack, { settings: { most: 1 } });
    slack.next.push({ taken: false, answer: async () => ({ outcome: 'wait', code: 'ratelimited', seconds: 1 }) });
    await copy.tick();
    await copy.settled();
    await copy.tick();
    await copy.settled();
    expect(slack.keys()).toEqual([other.key]);
    await copy.drain();
    expect(slack.keys()).toEqual([other.key, held.key, next.key]);
  });

  it('goes to the person in charge where the channel is gone, is marked failed, and shows in the health', async () => {
    const notice = noticeOf(await newThing(database, '会議'), 'C9');
    slack.unreachable.add('C9');
    await planned(notice);
    const copy = copyOf(database, clock, slack);
    await copy.drain();
    await copy.drain();
    expect(slack.posts).toMatchObject([{ to: BOSS, message: `instead of C9: 会議 ${notice.key}` }]);
    expect(await statusOf(notice)).toBe('failed');
    expect((await deliveryHealth(database.prisma, clock.now())).failed).toEqual([{ code: 'not_in_channel', count: 1 }]);
  });

  it('ends where the person in charge cannot be reached either', async () => {
    slack.unreachable.add('C9').add(BOSS);
    await planned(noticeOf(await newThing(database), 'C9'));
    await copyOf(database, clock, slack).drain();
    expect(await database.prisma.notice.count({ where: { status: 'failed' } })).toBe(2);
    expect(await database.prisma.notice.count()).toBe(2);
  });

  it('is waited out in an outage, and goes out when it is over', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    const down = { taken: false, answer: async () => ({ outcome: 'wait', code: 'ECONNREFUSED' }) as const };
    slack.next.push(...Array(TRIES + 2).fill(down));
    await copyOf(database, clock, slack).drain(10_000);
    expect(slack.keys()).toEqual([notice.key]);
  });

  it('is given up after some tries where it looks like a defect', async () => {
    const notice = noticeOf(await newThing(database));
    await planned(notice);
    const odd = {
      taken: false,
      answer: async () => ({ outcome: 'wait', code: 'odd', seconds: 0, fault: true }) as const,
    };
    slack.next.push(...Array(TRIES).fill(odd));
    await copyOf(database, clock, slack).drain();
    expect(await statusOf(notice)).toBe('failed');
    expect(slack.posts).toEqual([]);
  });

  it('a notice that cannot be read is given up, and holds up no other channel', async () => {
    const thing = await newThing(database);
    const [broken, fine] = [noticeOf(thing, 'C1', { facts: {} }), noticeOf(thing, 'C2')];
    await planned(broken, fine);
    await copyOf(database, clock, slack, { settings: { backoffMs: { first: 10, most: 20 } } }).drain();
    expect(slack.keys()).toEqual([fine.key]);
    expect(await statusOf(broken)).toBe('failed');
  });
});

describe('the outbox', () => {
  it('is fair among channels: each has its turn before one has its second', async () => {
    const thing = await newThing(database);
    const channels = Array.from({ length: 8 }, (_, at) => `C${at}`);
    await planned(...channels.flatMap((channel) => [noticeOf(thing, channel), noticeOf(thing, channel)]));
    const copy = copyOf(database, clock, slack, { settings: { most: 2 } });
    await copy.drain();
    expect(
      slack.posts
        .slice(0, 8)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(channels);
    expect(slack.posts).toHaveLength(16);
  });

  it('keeps the pace of a channel, however many copies post', async () => {
    const thing = await newThing(database);
    await planned(...Array.from({ length: 4 }, () => noticeOf(thing)));
    const other = await database.another();
    const settings = { paceMs: 60_000 };
    await Promise.all([database, other].map((each) => copyOf(each, clock, slack, { settings }).drain(300)));
    expect(slack.posts).toHaveLength(1);
    await other.close();
  });

  it('leaves alone what this version of the program does not know', async () => {
    const known = noticeOf(await newThing(database));
    const later = noticeOf('x', 'C1', { recordKind: 'later', dueAt: new Date(NINE.getTime() - 1) });
    await planned(known, later);
    await copyOf(database, clock, slack).drain(200);
    expect(slack.keys()).toEqual([known.key]);
    expect(await statusOf(later)).toBe('planned');
  });

  it('finishes what is under way when it stops, and takes nothing more', async () => {
    const thing = await newThing(database);
    const [one, two] = [noticeOf(thing, 'C1'), noticeOf(thing, 'C1')];
    await planned(one, two);
    let answer = (_: Posted) => {};
    slack.next.push({ taken: true, answer: () => new Promise((resolve) => (answer = resolve)) });
    const copy = copyOf(database, clock, slack, { settings: { paceMs: 60_000 } });
    await copy.tick();
    await expect.poll(() => slack.posts.length).toBe(1);
    const stopped = copy.stop();
    answer({ outcome: 'posted', channel: 'C1', ts: '1.1' });
    await stopped;
    expect(await Promise.all([statusOf(one), statusOf(two)])).toEqual(['sent', 'planned']);
    await copy.tick();
    expect(slack.posts).toHaveLength(1);
  });

  it('tells a subject that it was delivered, once, in the same transaction', async () => {
    const thing = await newThing(database);
    await planned(noticeOf(thing));
    const subject = {
      ...things,
      delivered: async (tx: Parameters<typeof things.read>[0]) => {
        await tx.question.update({ where: { id: thing }, data: { feedback: 'told' } });
      },
    };
    await copyOf(database, clock, slack, { subjects: [subject] }).drain();
    expect(await database.prisma.question.findUnique({ where: { id: thing } })).toMatchObject({ feedback: 'told' });
  });

  it('finds what is due by an index, whatever else is planned', async () => {
    await database.pool.query(`INSERT INTO "Notice" ("id", "key", "occasion", "kind", "recordKind", "recordId", "audience",
      "lane", "dueAt", "facts", "plannedAt") SELECT 'n' || n, 'k' || n, 'k' || n, 'reminder', 'thing', 't' || n, 'channel',
      'C' || n % 300, '2027-01-01'::timestamptz + n * interval '1 minute', '{}', now() FROM generate_series(1, 20000) AS n`);
    await database.pool.query('ANALYZE "Notice"');
    const explained = await database.pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT EXISTS (SELECT FROM "Notice" WHERE "status" = 'planned' AND "dueAt" <= '2026-12-01'),
        EXISTS (SELECT FROM "Notice" WHERE "status" = 'claimed' AND "leaseUntil" <= clock_timestamp())`,
    );
    const text = explained.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Notice_planned_idx');
    expect(text).not.toMatch(/Seq Scan on "Notice"/);
  });
});
