import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bringYear } from '../../src/registry/planned/yearly-template.ts';
import { ADMIN, openRegistry, type TestRegistry } from './open-registry.ts';
import { idOf, save } from './planned-records.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const bring = (day: string) => bringYear(registry.database.prisma, '三重県', new Date(`${day}T03:30:00+09:00`));
const rows = (submissionYear: string) =>
  registry.database.prisma.deadline.findMany({ where: { submissionYear }, orderBy: { day: 'asc' } });

it('a year begins with its rows, 日付要確認, for every town of the prefecture; they are brought once', async () => {
  expect(await bring('2026-04-01')).toBe(15);
  expect(await bring('2026-04-02')).toBe(0);
  const all = await rows('R8');
  expect(all.every(({ confirmed }) => !confirmed)).toBe(true);
  const results = all.find(({ template }) => template === 'results');
  expect(results).toMatchObject({
    title: '地域支援事業交付金 前年度事業実績報告',
    date: 'R8.5〜R8.6',
    targetYear: 'R7',
  });
  expect(await registry.database.prisma.submission.count({ where: { deadlineId: results?.id ?? '' } })).toBe(3);
});

it('what lies behind already is not brought; its reminders ask the prefecture for the date', async () => {
  expect(await bring('2026-11-24')).toBe(8);
  const waiting = await registry.database.prisma.notice.findMany({ where: { status: 'planned' } });
  expect(new Set(waiting.map(({ kind, audience }) => `${kind} ${audience}`))).toEqual(
    new Set(['confirm-date prefecture']),
  );
});

it('the next year has this year’s rows as people left them, without a day, and without those they withdrew', async () => {
  await bring('2026-11-24');
  const by = { person: ADMIN };
  const confirmed = { title: '市町取組状況調査', date: 'R8.12.18', confirmed: true };
  idOf(await save(registry, 'deadline', 'template-r8.municipal-survey', confirmed, by));
  idOf(await save(registry, 'deadline', 'template-r8.training-2', { cancelled: true, reason: '行わない' }, by));
  await bring('2027-02-01');
  const next = await rows('R9');
  expect(next.find(({ template }) => template === 'municipal-survey')).toMatchObject({
    title: '市町取組状況調査',
    date: 'R9.12',
    confirmed: false,
    targetYear: 'R9',
  });
  expect(next.some(({ template }) => template === 'training-2')).toBe(false);
  expect(next.some(({ template }) => template === 'results')).toBe(true);
});
