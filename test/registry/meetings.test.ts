import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEN, OWASE, openRegistry, SATO, type TestRegistry } from './open-registry.ts';
import { caseMeeting, idOf, isoDay, save } from './planned-records.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const dates = (planId: string) =>
  registry.database.prisma.occurrence.findMany({ where: { planId }, orderBy: [{ day: 'asc' }, { id: 'asc' }] });
const oneDate = async (planId: string) => (await dates(planId))[0]?.id ?? '';

describe('7.1 a meeting', () => {
  it('registered once has one date, with its entry in the history', async () => {
    const saved = await save(registry, 'meetingPlan', null, caseMeeting());
    expect(saved).toMatchObject({ outcome: 'saved', entry: { kind: 'meetingPlan', action: 'create' } });
    expect(await dates(idOf(saved))).toMatchObject([
      { date: 'R8.12.15', day: '2026-12-15', status: 'planned', fiscalYear: 'R8', version: 1 },
    ]);
  });

  it('every second Tuesday of the month has its dates to the end of the fiscal year; a holiday moves one by its rule', async () => {
    const plan = caseMeeting({
      recurrence: { rhythm: 'weekday-of-month', nths: [4], weekday: 2, months: 1 },
      from: isoDay('2026-12-01'),
      closedDays: 'next',
    });
    const id = idOf(await save(registry, 'meetingPlan', null, plan));
    expect((await dates(id)).map(({ written, day }) => [written, day])).toEqual([
      ['2026-12-22', '2026-12-22'],
      ['2027-01-26', '2027-01-26'],
      ['2027-02-23', '2027-02-24'], // 天皇誕生日
      ['2027-03-23', '2027-03-23'],
    ]);
  });

  it('held N times a year has a slot for each date that is still open, which its date turns into a planned one', async () => {
    const recurrence = { rhythm: 'times-a-year' as const, times: 4, days: [isoDay('2026-12-15')] };
    const id = idOf(await save(registry, 'meetingPlan', null, caseMeeting({ recurrence })));
    const rows = await dates(id);
    expect(rows.map(({ date, slot, status }) => `${date ?? slot} ${status}`).sort()).toEqual([
      '2026-04-01 date-open',
      '2026-07-01 date-open',
      '2027-01-01 date-open',
      'R8.12.15 planned',
    ]);
    const last = rows.find(({ slot }) => slot === '2027-01-01');
    await save(registry, 'occurrence', last?.id ?? '', { date: 'R9.2.9' });
    expect(await dates(id)).toContainEqual(
      expect.objectContaining({ id: last?.id, status: 'planned', date: 'R9.2.9' }),
    );
  });

  it('whose fiscal year is not that of its first day is refused, with the right one named', async () => {
    expect(await save(registry, 'meetingPlan', null, caseMeeting({ fiscalYear: 'R9' }))).toEqual({
      outcome: 'problems',
      problems: [{ field: 'fiscalYear', code: 'wrong-year', right: 'R8' }],
    });
  });

  it('whose rhythm has no day, or ends before it begins, is refused', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2028-12-15')] };
    expect(await save(registry, 'meetingPlan', null, caseMeeting({ recurrence }))).toMatchObject({
      problems: [{ field: 'recurrence', code: 'no-dates' }],
    });
    expect(await save(registry, 'meetingPlan', null, caseMeeting({ until: isoDay('2026-12-01') }))).toMatchObject({
      problems: [{ field: 'until', code: 'wrong-order' }],
    });
  });
});

describe('7.2 a date of a meeting', () => {
  it('that is moved keeps its identity, and leaves the others alone', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-15'), isoDay('2027-01-19')] };
    const id = idOf(await save(registry, 'meetingPlan', null, caseMeeting({ recurrence })));
    const [first, second] = await dates(id);
    const moved = await save(registry, 'occurrence', first?.id ?? '', { date: '令和8年12月22日' });
    expect(moved).toMatchObject({ outcome: 'saved', entry: { changes: { date: ['R8.12.15', 'R8.12.22'] } } });
    expect(await dates(id)).toMatchObject([{ id: first?.id, date: 'R8.12.22', version: 2 }, second ?? {}]);
  });

  it('is cancelled with a reason only; going back from there asks why', async () => {
    const id = await oneDate(idOf(await save(registry, 'meetingPlan', null, caseMeeting())));
    expect(await save(registry, 'occurrence', id, { status: 'cancelled' })).toMatchObject({
      problems: [{ field: 'reason', code: 'missing' }],
    });
    idOf(await save(registry, 'occurrence', id, { status: 'cancelled', reason: '講師の都合' }));
    const back = { status: 'planned' as const };
    expect(await save(registry, 'occurrence', id, back)).toMatchObject({
      outcome: 'needs-reason',
      because: 'going-back',
    });
    expect(await save(registry, 'occurrence', id, back, { reason: '誤って中止にした' })).toMatchObject({
      outcome: 'saved',
    });
  });

  it('that is postponed has no date until it gets one', async () => {
    const plan = idOf(await save(registry, 'meetingPlan', null, caseMeeting()));
    const id = await oneDate(plan);
    await save(registry, 'occurrence', id, { status: 'postponed', reason: '大雪' });
    expect(await dates(plan)).toMatchObject([{ status: 'postponed', date: null, day: null }]);
    await save(registry, 'occurrence', id, { date: 'R9.1.19' });
    expect(await dates(plan)).toMatchObject([{ status: 'planned', date: 'R9.1.19' }]);
  });

  it('cannot have been held in the future, nor moved into another fiscal year unseen', async () => {
    const id = await oneDate(idOf(await save(registry, 'meetingPlan', null, caseMeeting())));
    expect(await save(registry, 'occurrence', id, { status: 'held', participants: 20 })).toMatchObject({
      problems: [{ field: 'date', code: 'future' }],
    });
    expect(await save(registry, 'occurrence', id, { date: 'R9.4.6' })).toMatchObject({
      problems: [{ field: 'fiscalYear', code: 'wrong-year', right: 'R9' }],
    });
    expect(await save(registry, 'occurrence', id, { date: 'R9.4.6', fiscalYear: 'R9' })).toMatchObject({
      outcome: 'saved',
    });
  });
});

describe('4 and 5 a meeting', () => {
  it('of another town is refused; one that is shared may be changed by each of its towns', async () => {
    const id = idOf(await save(registry, 'meetingPlan', null, caseMeeting({ areaIds: ['suzuka', 'kihoku'] })));
    expect(await save(registry, 'meetingPlan', id, { location: '市役所' }, { person: OWASE })).toMatchObject({
      outcome: 'refused',
      owners: ['鈴鹿市', '紀北町'],
    });
    expect(await save(registry, 'occurrence', await oneDate(id), { date: 'R8.12.16' }, { person: KEN })).toMatchObject({
      outcome: 'saved',
    });
  });

  it('registered by mistake is taken back with its dates; not once a date was changed', async () => {
    const saved = await save(registry, 'meetingPlan', null, caseMeeting());
    const id = idOf(saved);
    const entry = saved.outcome === 'saved' ? saved.entry.id : '';
    const date = await oneDate(id);
    const moved = await save(registry, 'occurrence', date, { date: 'R8.12.16' });
    const undo = (of: string) => registry.at().undo({ person: SATO, key: `undo:${of}:${Math.random()}`, entry: of });
    expect(await undo(entry)).toMatchObject({ outcome: 'not-undone', because: 'later-change' });
    expect(moved.outcome === 'saved' && (await undo(moved.entry.id))).toMatchObject({ outcome: 'saved' });
    expect(await dates(id)).toMatchObject([{ date: 'R8.12.15' }]);
    const other = await save(registry, 'meetingPlan', null, caseMeeting({ title: '別の会議' }));
    expect(await undo(other.outcome === 'saved' ? other.entry.id : '')).toMatchObject({ outcome: 'saved' });
    expect(await dates(idOf(other))).toEqual([]);
  });
});
