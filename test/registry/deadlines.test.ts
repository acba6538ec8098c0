import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEN, OWASE, openRegistry, type TestRegistry } from './open-registry.ts';
import { hour, idOf, isoDay, save, yearlyReport } from './planned-records.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const submissions = (deadlineId: string) =>
  registry.database.prisma.submission.findMany({ where: { deadlineId }, orderBy: { areaId: 'asc' } });
const deadline = async (more = {}, by = {}) => idOf(await save(registry, 'deadline', null, yearlyReport(more), by));
const BOTH = { areaIds: ['suzuka', 'owase'] };

describe('8.1 a deadline', () => {
  it('asks each of its areas, and lies in its year of submission, whatever year it reports on', async () => {
    const id = await deadline(BOTH, { person: KEN });
    expect(await submissions(id)).toMatchObject([
      { areaId: 'owase', status: 'open', coveredBy: null },
      { areaId: 'suzuka', status: 'open', coveredBy: null },
    ]);
    expect(await save(registry, 'deadline', null, yearlyReport({ submissionYear: 'R7' }))).toMatchObject({
      problems: [{ field: 'submissionYear', code: 'wrong-year', right: 'R8' }],
    });
  });

  it('that several areas must meet belongs to all of them: a town alone cannot move it', async () => {
    expect(await save(registry, 'deadline', null, yearlyReport(BOTH))).toMatchObject({ outcome: 'refused' });
    const id = await deadline(BOTH, { person: KEN });
    expect(await save(registry, 'deadline', id, { date: 'R8.12.25' }, { person: OWASE })).toMatchObject({
      outcome: 'refused',
      owners: ['鈴鹿市', '尾鷲市'],
    });
  });

  it('set so many days after an event, moves to the next business day where the law grants it', async () => {
    const event = { name: '交付決定', day: isoDay('2026-11-30'), daysAfter: 20 };
    const id = await deadline({ date: null, event, closedDays: 'next' });
    const row = await registry.database.prisma.deadline.findUniqueOrThrow({ where: { id } });
    expect(row.day).toBe('2026-12-21'); // 12/20 is a Sunday
  });

  it('needs a day once it is confirmed; a month is enough before', async () => {
    expect(await save(registry, 'deadline', null, yearlyReport({ date: 'R8.12' }))).toMatchObject({
      problems: [{ field: 'date', code: 'no-day' }],
    });
    const id = await deadline({ date: 'R8.12', confirmed: false });
    expect(await save(registry, 'deadline', id, { date: 'R8.12.18', confirmed: true })).toMatchObject({
      outcome: 'saved',
    });
  });
});

describe('8.2 a submission', () => {
  const submit = (id: string, fields = {}, by = {}) => save(registry, 'submission', `${id}.suzuka`, fields, by);

  it('is recorded with day, way and document number; not for a day to come', async () => {
    const id = await deadline();
    const fields = { status: 'submitted', date: 'R8.11.20', way: '電子メール', documentNumber: '高福第12号' };
    expect(await submit(id, fields)).toMatchObject({ outcome: 'saved' });
    expect(await submissions(id)).toMatchObject([{ ...fields, lateDays: null }]);
    expect(await submit(await deadline({ title: '他' }), { status: 'submitted', date: 'R8.12.1' })).toMatchObject({
      problems: [{ field: 'date', code: 'future' }],
    });
  });

  it('that is taken back to open asks why; one that comes back needs its new day', async () => {
    const id = await deadline();
    await submit(id, { status: 'submitted', date: 'R8.11.20' });
    expect(await submit(id, { status: 'open', date: null })).toMatchObject({ outcome: 'needs-reason' });
    expect(await submit(id, { status: 'returned' }, { person: KEN })).toMatchObject({
      problems: [{ field: 'ownDay', code: 'missing' }],
    });
    expect(await submit(id, { status: 'returned', ownDay: isoDay('2026-12-04') }, { person: KEN })).toMatchObject({
      outcome: 'saved',
      entry: { inStead: false },
    });
  });

  it('is sent back, accepted and put off by the prefecture alone: a town is refused, by name of the recipient, with audit (4.2)', async () => {
    const id = await deadline();
    const own = isoDay('2026-12-25');
    const refused = { outcome: 'refused', because: 'not-your-area', owners: ['三重県'] };
    expect(await submit(id, { ownDay: own, reason: '繁忙期' })).toMatchObject(refused);
    await submit(id, { status: 'submitted', date: 'R8.11.20' });
    for (const fields of [{ status: 'returned', ownDay: own }, { status: 'accepted' }, { ownDay: own }]) {
      expect(await submit(id, fields, { reason: '理由' })).toMatchObject(refused);
    }
    expect(await submissions(id)).toMatchObject([{ status: 'submitted', ownDay: null, version: 2 }]);
    expect(await registry.database.prisma.refusal.findMany({ select: { action: true, result: true } })).toEqual(
      Array(4).fill({ action: 'submission update', result: 'not-your-area' }),
    );
    expect(await submit(id, { status: 'accepted' }, { person: KEN })).toMatchObject({ outcome: 'saved' });
    expect(await submit(id, { memo: '控えは書庫' })).toMatchObject({ outcome: 'saved' });
  });

  it('of a body that must submit for its towns is one, and theirs name it', async () => {
    await registry.database.prisma.areaRelation.createMany({
      data: ['owase', 'kihoku'].map((toId) => ({ fromId: 'kihoku-union', toId, kind: 'mustSubmitFor' as const })),
    });
    const id = await deadline({ areaIds: ['suzuka', 'owase', 'kihoku'] }, { person: KEN });
    expect((await submissions(id)).map(({ areaId, coveredBy }) => [areaId, coveredBy])).toEqual([
      ['kihoku', 'kihoku-union'],
      ['kihoku-union', null],
      ['owase', 'kihoku-union'],
      ['suzuka', null],
    ]);
  });
});

describe('8.3 a submission after the due time', () => {
  it('is late by calendar and business days; until the due time it is not', async () => {
    const id = await deadline({ date: 'R8.11.20', dueTime: hour('12:00') });
    await save(registry, 'submission', `${id}.suzuka`, { status: 'submitted', date: 'R8.11.20', time: hour('12:00') });
    expect(await submissions(id)).toMatchObject([{ lateDays: null, lateBusinessDays: null }]);
    await save(registry, 'submission', `${id}.suzuka`, { date: 'R8.11.24' });
    expect(await submissions(id)).toMatchObject([{ lateDays: 4, lateBusinessDays: 1 }]); // a weekend and 勤労感謝の日
  });
});
