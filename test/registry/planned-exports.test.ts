import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportRows } from '../../src/registry/files/export-rows.ts';
import { KEN, openRegistry, type TestRegistry } from './open-registry.ts';
import { caseMeeting, hour, idOf, isoDay, save, yearlyReport } from './planned-records.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
  await registry.fresh();
});
afterAll(() => registry.database.close());

it('meetings are exported one row a date, with what a date has of its meeting', async () => {
  const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-15'), isoDay('2027-01-19')] };
  await save(
    registry,
    'meetingPlan',
    null,
    caseMeeting({ areaIds: ['suzuka', 'owase'], recurrence, inCharge: 'U_SATO' }),
  );
  const { rows } = await exportRows(registry.database.prisma, 'meetings');
  expect(rows).toMatchObject([
    {
      area: '鈴鹿市・尾鷲市',
      title: '事例検討会',
      date: '2026-12-15',
      time: '19:00',
      place: '中央公民館',
      fiscal_year: 'R8',
    },
    { date: '2027-01-19', status: '予定', owner: 'U_SATO' },
  ]);
});

it('deadlines are exported one row an area, with what a body submitted for it, and how late', async () => {
  const { prisma } = registry.database;
  const data = ['owase', 'kihoku'].map((toId) => ({ fromId: 'kihoku-union', toId, kind: 'mustSubmitFor' as const }));
  await prisma.areaRelation.createMany({ data });
  const fields = yearlyReport({ areaIds: ['suzuka', 'owase', 'kihoku'], date: 'R8.11.20' });
  const id = idOf(await save(registry, 'deadline', null, fields, { person: KEN }));
  const late = { status: 'submitted' as const, date: 'R8.11.24', time: hour('10:00') };
  const by = { person: { team: 'T0MIE', user: 'U_ADMIN' }, reason: '電話で確認' };
  idOf(await save(registry, 'submission', `${id}.kihoku-union`, late, by));
  const { rows } = await exportRows(prisma, 'deadlines');
  const submitted = {
    status: '提出済み',
    submitted_at: '2026-11-24T10:00:00.000+09:00',
    late_days: 4,
    late_business_days: 1,
  };
  expect(rows).toMatchObject([
    { area: '鈴鹿市', date: '2026-11-20', fiscal_year: 'R8', target_year: 'R7', status: '未提出', submitted_at: null },
    { area: '尾鷲市', ...submitted, submitted_by: '紀北広域連合' },
    { area: '紀北町', ...submitted, submitted_by: '紀北広域連合' },
    { area: '紀北広域連合', ...submitted, submitted_by: null },
  ]);
});
