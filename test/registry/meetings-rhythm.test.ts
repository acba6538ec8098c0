import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRegistry, SATO, type TestRegistry } from './open-registry.ts';
import { caseMeeting, idOf, isoDay, save } from './planned-records.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const JANUARY = '2027-01-08T10:00:00+09:00';
const nth = (which: 1 | 2 | 3, weekday: 2 | 3) => ({
  recurrence: { rhythm: 'weekday-of-month' as const, nths: [which], weekday, months: 1 },
});
const dates = (planId: string) =>
  registry.database.prisma.occurrence.findMany({ where: { planId }, orderBy: [{ day: 'asc' }] });
const waiting = (recordId: string, kind: string) =>
  registry.database.prisma.notice.count({ where: { recordId, kind, status: 'planned' } });

/** Every third Wednesday from December to March, looked at in January; people were reminded of January's. */
async function monthly() {
  const plan = idOf(await save(registry, 'meetingPlan', null, caseMeeting(nth(3, 3))));
  const [, january] = await dates(plan);
  const reminder = { recordId: january?.id ?? '', kind: 'reminder' };
  await registry.database.prisma.notice.updateMany({ where: reminder, data: { status: 'sent' } });
  return plan;
}

describe('7.1 another rhythm of a meeting', () => {
  it('moves the coming dates in their order, past ones stand; only who was reminded is told', async () => {
    const plan = await monthly();
    const before = await dates(plan);
    const saved = await save(
      registry,
      'meetingPlan',
      plan,
      { ...nth(2, 2), from: isoDay('2027-01-08') },
      { now: JANUARY },
    );
    const after = await dates(plan);
    expect(after.map(({ day }) => day)).toEqual(['2026-12-16', '2027-01-12', '2027-02-09', '2027-03-09']);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const told = await Promise.all(after.map(({ id }) => waiting(id, 'moved')));
    expect(told).toEqual([0, 1, 0, 0]);
    const entry = saved.outcome === 'saved' ? saved.entry : null;
    expect(Object.keys(entry?.changes ?? {}).sort()).toEqual(['from', 'recurrence']);
    await registry.at(JANUARY).undo({ person: SATO, key: 'undo', entry: entry?.id ?? '' });
    expect((await dates(plan)).map(({ day }) => day)).toEqual(before.map(({ day }) => day));
  });

  it('leaves alone what was cancelled, or added by hand; a date that has no place is gone, or cancelled where it was told', async () => {
    const plan = await monthly();
    const [, january, february] = await dates(plan);
    await save(registry, 'occurrence', february?.id ?? '', { status: 'cancelled', reason: '大雪' });
    await save(registry, 'occurrence', null, {
      planId: plan,
      date: 'R9.2.24',
      status: 'planned',
      reason: null,
      time: null,
      location: null,
      fiscalYear: 'R8',
      participants: null,
      memo: null,
    });
    const only = { recurrence: { rhythm: 'dates' as const, days: [isoDay('2027-02-24')] }, from: isoDay('2027-02-24') };
    await save(registry, 'meetingPlan', plan, only, { now: JANUARY });
    expect((await dates(plan)).map(({ day, status }) => `${day} ${status}`)).toEqual([
      '2026-12-16 planned',
      '2027-01-20 cancelled',
      '2027-02-17 cancelled',
      '2027-02-24 planned',
    ]);
    expect(await waiting(january?.id ?? '', 'cancelled')).toBe(1);
  });

  it('adds the dates that it has more of, and keeps those that fall on the same day', async () => {
    const plan = idOf(await save(registry, 'meetingPlan', null, caseMeeting()));
    const [only] = await dates(plan);
    const list = { rhythm: 'dates' as const, days: [isoDay('2026-12-15'), isoDay('2027-01-19')] };
    await save(registry, 'meetingPlan', plan, { recurrence: list });
    const after = await dates(plan);
    expect(after.map(({ day, version }) => `${day} ${version}`)).toEqual(['2026-12-15 1', '2027-01-19 1']);
    expect(after[0]?.id).toBe(only?.id);
    expect(await waiting(after[1]?.id ?? '', 'reminder')).toBe(2);
  });
});
