import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import type { Database } from '../../src/database/open.ts';
import { type Answered, AnswerGone, Desk, type Place } from '../../src/registry/answers/desk.ts';
import { QuestionKeeper } from '../../src/registry/answers/questions.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { LiveLookup } from '../../src/registry/live-lookup.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';
import { fewRecords } from './few-records.ts';

let database: TestDatabase;
const failures: unknown[] = [];
const NOW = '2026-11-24T09:00:00+09:00';

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  expect(failures).toEqual([]);
  await database.close();
});
beforeEach(async () => {
  await database.clear();
  await loadShipped(database.prisma, { records: fewRecords() });
});

/** A copy of the bot. */
async function copy(at: Database = database, now = NOW): Promise<Desk> {
  const { prisma } = at;
  const clock = fixedClock(now);
  const lookup = await LiveLookup.open(prisma, { homePrefecture: '三重県' });
  const failed = (error: unknown) => failures.push(error);
  return new Desk(at, lookup, new QuestionKeeper(prisma, clock, failed), clock, failed);
}

/** What the desk answers; null: nothing. */
async function ask(desk: Desk, key: string, question: string, at?: Place): Promise<Answered | null> {
  let found: Answered | null = null;
  await desk.ask({ key, question, place: at, follows: at && 'thread' }, async (answered) => async () => {
    found = answered;
    return undefined;
  });
  return found;
}

const place = { channel: 'C1', thread: '1.0' };

describe('a question that arrives at the desk', () => {
  it('is answered by one of several copies, however often it is delivered to each', async () => {
    const other = await database.another();
    const copies = [await copy(), await copy(other)];
    const answers = await Promise.all(
      [...copies, ...copies].map((desk) => ask(desk, 'event:Ev1', '鈴鹿市の情報共有は？')),
    );
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    const restarted = await copy();
    expect(await ask(restarted, 'event:Ev1', '鈴鹿市の情報共有は？')).toBeNull();
    await Promise.all(copies.map((desk) => desk.settled()));
    await other.close();
  });

  it('follows what was asked in the same thread at another copy', async () => {
    const first = await copy();
    await ask(first, '1', '鈴鹿市の情報共有は？', place);
    await first.settled();
    const second = await copy();
    const answered = await ask(second, '2', 'では尾鷲市は？', place);
    expect(answered?.asked.map(({ question }) => question)).toEqual(['鈴鹿市の情報共有は？', 'では尾鷲市は？']);
    const elsewhere = await ask(second, '3', 'では尾鷲市は？', { ...place, thread: '2.0' });
    expect(elsewhere?.asked).toHaveLength(1);
    await second.settled();
  });

  it('can be gone on from while it is being written, whatever the database saw of it', async () => {
    const { pool, prisma } = database;
    const slow = Object.assign(Object.create(pool) as typeof pool, {
      async query(...query: Parameters<typeof pool.query>) {
        const found = await pool.query(...query);
        await desk.settled();
        return found;
      },
    });
    const desk: Desk = await copy({ ...database, pool: slow, prisma });
    const asked = await ask(desk, '1', '鈴鹿市の情報共有は？');
    expect(await desk.recall('2', asked?.id ?? '')).toMatchObject({ asked: [{ question: '鈴鹿市の情報共有は？' }] });
    await desk.settled();
  });

  it('finds what was saved a moment ago, at whatever copy, without a second look when nothing was', async () => {
    const desk = await copy();
    await database.prisma.statement.update({
      where: { id: 'survey.ict-1' },
      data: { text: '情報共有システム「すずらんネット2」を運用している。' },
    });
    await database.prisma.change.create({ data: { kind: 'statement', record: 'survey.ict-1', action: 'update' } });
    const answered = await ask(desk, '1', '鈴鹿市の情報共有は？');
    expect(JSON.stringify(answered?.turn.answer.groups)).toContain('すずらんネット2');
    await desk.settled();
  });

  it('is kept for 90 days and no longer, and its key as well', async () => {
    const then = await copy(database, '2026-08-20T09:00:00+09:00');
    const asked = await ask(then, 'old', '鈴鹿市の情報共有は？');
    await then.settled();
    const now = await copy();
    await now.isNew('anything');
    await now.settled();
    expect(await database.prisma.seen.findMany()).toMatchObject([{ key: 'anything' }]);
    await expect(now.recall('press', asked?.id ?? '')).rejects.toThrow(AnswerGone);
  });

  it('can be asked again without a part of how it was understood', async () => {
    const desk = await copy();
    const asked = await ask(desk, '1', '鈴鹿市の情報共有は？', place);
    await desk.settled();
    const [first] = asked?.turn.answer.understood ?? [];
    let again: string[] = [];
    await desk.without({ key: '2', id: asked?.id ?? '', slot: 0, place }, async ({ turn }) => async () => {
      again = turn.answer.understood.map(({ key }) => key);
      return undefined;
    });
    expect(again.length).toBeGreaterThan(0);
    expect(again).not.toContain(first?.key);
    await desk.settled();
  });
});
