import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('socket');
  await office.database.prisma.membership.create({ data: { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' } });
});
afterAll(async () => {
  expect(faultsOn(office)).toEqual([]);
  await office.close();
});

const days = async () =>
  (await office.database.prisma.occurrence.findMany({ orderBy: { day: 'asc' } })).map(({ day }) => day);

async function command(text: string, shows: string) {
  const tsuji = office.as('U0TSUJI').in('bot');
  while (tsuji.topView()) await tsuji.close();
  await tsuji.command(text);
  await tsuji.waitForView(shows);
  return tsuji;
}

it('a meeting gets a further date, once, with its reminders (7.1)', async () => {
  const tsuji = await command('/tonari-meeting 部会 R8.12.15 19:00 中央公民館', '日程 ※必須');
  await tsuji.submit();
  await tsuji.waitForView('保存しました');
  const add = async (date: string) => {
    await command('/tonari-meeting 部会', '一覧に戻る');
    await tsuji.click('日程を追加');
    await tsuji.waitForView('追加する日付 ※必須');
    await tsuji.fill({ 追加する日付: date });
    await tsuji.submit();
  };
  await add('R8.12.22');
  await tsuji.waitForView('保存しました');
  expect(await days()).toEqual(['2026-12-15', '2026-12-22']);
  const where = { kind: 'reminder', occasion: { contains: '2026-12-22' } };
  expect(await office.database.prisma.notice.count({ where })).toBe(2);
  await office.database.prisma.occurrence.deleteMany({ where: { day: '2026-12-15' } });
  await office.app.lookup.reload();
  await add('R8.12.22');
  await tsuji.waitForView('変更なし');
  expect(await days()).toEqual(['2026-12-22']);
  await office.database.prisma.meetingPlan.deleteMany();
  await office.app.lookup.reload();
});

it('another rhythm shows what becomes of each date before it is saved; past dates stand (7.1)', async () => {
  const tsuji = await command('/tonari-meeting 事例検討会 R8.12.16・R9.1.20 19:00', '日程 ※必須');
  await tsuji.submit();
  await tsuji.waitForView('2回分を登録');
  await tsuji.submit();
  await tsuji.waitForView('保存しました');
  await command('/tonari-meeting', '令和8年12月16日（水）');
  const row = await office.database.prisma.occurrence.findFirstOrThrow({ where: { day: '2026-12-16' } });
  await tsuji.click('令和8年12月16日（水） 19:00 事例検討会（鈴鹿市）');
  await tsuji.waitForView('日程の決め方を変える');
  await tsuji.click('日程の決め方を変える');
  await tsuji.waitForView('これからの日程 ※必須');
  await tsuji.fill({ これからの日程: '毎月第2火曜' });
  await tsuji.submit();
  const preview = textOfView(await tsuji.waitForView('変更する'));
  expect(preview).toContain('令和8年12月16日（水） 19:00 → 令和8年12月8日（火）');
  // What follows its office is reminded of like other monthly meetings from now on: one business day before (9.1).
  expect(preview).toContain('リマインド: 令和8年12月7日（月）');
  expect(preview).toContain('令和9年3月9日（火）');
  expect(await days()).toEqual(['2026-12-16', '2027-01-20']);
  await tsuji.submit();
  await tsuji.waitForView('保存しました');
  expect(await days()).toEqual(['2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09']);
  expect((await office.database.prisma.occurrence.findFirstOrThrow({ where: { day: '2026-12-08' } })).id).toBe(row.id);
});
