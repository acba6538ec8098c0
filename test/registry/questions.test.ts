import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import type { Turn } from '../../src/lookup/conversation.ts';
import { QuestionKeeper } from '../../src/registry/answers/questions.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';

let database: TestDatabase;
const failures: unknown[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.clear());

const turn = (found: boolean) =>
  ({ answer: { found, understood: [{ key: 'a', label: '鈴鹿市' }] } }) as unknown as Turn;
const keeper = (now: string) => new QuestionKeeper(database.prisma, fixedClock(now), (error) => failures.push(error));
const kept = async () => (await database.prisma.question.findMany({ orderBy: { id: 'asc' } })).map(({ text }) => text);

describe('a question', () => {
  it('that found nothing is kept without a name, with how it was understood', async () => {
    const questions = keeper('2026-11-21T09:00:00+09:00');
    questions.keep(' 鈴鹿市のドローンは？ ', turn(false));
    questions.keep('鈴鹿市のICTは？', turn(true));
    await questions.settled();
    const rows = await database.prisma.question.findMany();
    expect(rows).toEqual([
      {
        id: expect.any(String),
        at: new Date('2026-11-21T00:00:00Z'),
        text: '鈴鹿市のドローンは？',
        understood: '鈴鹿市',
        answered: false,
        feedback: null,
      },
    ]);
  });

  it('with personal data is not kept', async () => {
    const questions = keeper('2026-11-21T09:00:00+09:00');
    questions.keep('個人番号 1234 5678 9012 の方の支援は？', turn(false));
    questions.keep('84歳の女性で一人暮らしの方に使える制度は？', turn(false));
    await questions.settled();
    expect(await kept()).toEqual([]);
  });

  it('is kept for 90 days and no longer', async () => {
    const first = keeper('2026-08-23T09:00:00+09:00');
    first.keep('ちょうど90日前', turn(false));
    await first.settled();
    const earlier = keeper('2026-08-23T08:59:59+09:00');
    earlier.keep('90日より前', turn(false));
    await earlier.settled();
    expect(await keeper('2026-11-21T09:00:00+09:00').removeOld()).toBe(1);
    expect(await kept()).toEqual(['ちょうど90日前']);
  });

  it('costs nobody an answer when it cannot be kept', async () => {
    const broken = { question: { create: () => Promise.reject(new Error('full')) } };
    const questions = new QuestionKeeper(broken as never, fixedClock('2026-11-21T09:00:00+09:00'), (error) =>
      failures.push(error),
    );
    questions.keep('何か', turn(false));
    await questions.settled();
    expect(failures).toHaveLength(1);
  });
});
