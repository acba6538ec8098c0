import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { yearlyReport } from '../registry/planned-records.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('socket');
  const { prisma } = office.database;
  await prisma.membership.createMany({
    data: [
      { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
      { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
    ],
  });
});
afterAll(async () => {
  expect(faultsOn(office)).toEqual([]);
  await office.close();
});

const { save } = remindedIn(() => office);
const deadline = async (title: string, more: Parameters<typeof yearlyReport>[0] = {}) => {
  const id = await save('deadline', null, yearlyReport({ title, ...more }), 'U0AKIYAMA');
  await office.app.lookup.reload();
  return id;
};
const stored = (deadlineId: string) =>
  office.database.prisma.submission.findFirstOrThrow({ where: { deadlineId, areaId: 'suzuka' } });

/** The page of 鈴鹿市's submission, opened from the deadline. */
async function page(person: string, title: string, status: string) {
  const actor = office.as(person).in('bot');
  while (actor.topView()) await actor.close();
  await actor.command(`/tonari-deadline ${title}`);
  await actor.waitForView(`提出の状況: ${status}`);
  await actor.click(`提出の状況: ${status}`);
  await actor.waitForView('提出状況');
  return actor;
}

async function fill(
  actor: Awaited<ReturnType<typeof page>>,
  button: string,
  asks: string,
  values: Record<string, string>,
) {
  await actor.click(button);
  await actor.waitForView(asks);
  await actor.fill(values);
  await actor.submit();
  return textOfView(await actor.waitForView('保存しました'));
}

it('該当なし ends it for the area, and is reopened with a reason alone (8.2, 5.6)', async () => {
  const id = await deadline('該当のない報告');
  const tsuji = await page('U0TSUJI', '該当のない報告', '未提出');
  expect(await fill(tsuji, '該当なしにする', 'メモ', { メモ: '今年度は委託していない' })).toContain(
    '未提出 → 該当なし',
  );
  await page('U0TSUJI', '該当のない報告', '該当なし');
  await tsuji.click('未提出に戻す');
  await tsuji.waitForView('理由 ※必須');
  await tsuji.submit();
  expect(tsuji.errors()).toEqual({ reason: expect.stringContaining('必須') });
  await tsuji.fill({ 理由: '委託が決まった' });
  await tsuji.submit();
  await tsuji.waitForView('該当なし → 未提出');
  expect(await stored(id)).toMatchObject({ status: 'open', reason: '委託が決まった' });
});

it('提出済み（遅延） says by how many days, and 受理 is the prefecture’s (8.2, 8.3)', async () => {
  const id = await deadline('遅れた報告', { date: 'R8.11.20' });
  const tsuji = await page('U0TSUJI', '遅れた報告', '未提出');
  await fill(tsuji, '提出済みにする', '文書番号', { 提出日: 'R8.11.24' });
  await page('U0TSUJI', '遅れた報告', '提出済み');
  const seen = textOfView(tsuji.topView() ?? fail());
  expect(seen).toContain('遅延4日（1開庁日）');
  expect(seen).not.toContain('受理する');
  const akiyama = await page('U0AKIYAMA', '遅れた報告', '提出済み');
  expect(await fill(akiyama, '受理する', 'メモ', {})).toContain('提出済み → 受理');
  expect(await stored(id)).toMatchObject({ status: 'accepted', lateDays: 4, lateBusinessDays: 1 });
});

it('is put off for one area by the prefecture, with a day and a reason; 取り消す brings the day back (8.1, 5.7)', async () => {
  const id = await deadline('延ばす報告');
  const akiyama = await page('U0AKIYAMA', '延ばす報告', '未提出');
  await fill(akiyama, '期限を延ばす', '理由 ※必須', { この市町の期限: 'R8.12.25', 理由: '災害対応のため' });
  expect(await stored(id)).toMatchObject({ ownDay: '2026-12-25', reason: '災害対応のため' });
  await akiyama.click('取り消す');
  await akiyama.waitForView('取り消しました');
  expect(await stored(id)).toMatchObject({ ownDay: null });
});

it('a deadline that was moved comes back by 取り消す, with its reminders (5.7, 8.1)', async () => {
  const id = await deadline('動く報告');
  const reminders = async () => {
    const where = { recordId: id, kind: 'reminder', status: 'planned' as const };
    return (await office.database.prisma.notice.findMany({ where })).map(({ dueAt }) => dueAt.getTime()).sort();
  };
  const before = await reminders();
  const akiyama = office.as('U0AKIYAMA').in('bot');
  while (akiyama.topView()) await akiyama.close();
  await akiyama.command('/tonari-deadline 動く報告');
  await akiyama.waitForView('締切の内容を変える');
  await fill(akiyama, '締切の内容を変える', '対象年度 ※必須', { 期限: 'R9.1.15', 提出年度: 'R8' });
  expect(await reminders()).not.toEqual(before);
  await akiyama.click('取り消す');
  await akiyama.waitForView('取り消しました');
  expect(await reminders()).toEqual(before);
});

it('a town sees that its 広域連合 submits for it, and submits nothing itself (8.2)', async () => {
  const { prisma } = office.database;
  await prisma.areaRelation.create({ data: { fromId: 'kihoku-union', toId: 'suzuka', kind: 'mustSubmitFor' } });
  await deadline('連合の報告');
  const tsuji = await page('U0TSUJI', '連合の報告', '未提出');
  const seen = textOfView(tsuji.topView() ?? fail());
  expect(seen).toMatch(/が提出/);
  expect(seen).not.toContain('提出済みにする');
  await prisma.areaRelation.deleteMany({ where: { kind: 'mustSubmitFor', toId: 'suzuka' } });
});

it('the history of a submission is shown only to whom it concerns, also from a form that was open before (1.6)', async () => {
  await deadline('内々の報告');
  const tsuji = await page('U0TSUJI', '内々の報告', '未提出');
  await fill(tsuji, '提出済みにする', '文書番号', { 提出日: 'R8.11.24' });
  await page('U0TSUJI', '内々の報告', '提出済み');
  const { prisma } = office.database;
  const [membership] = await prisma.membership.findMany({ where: { user: 'U0TSUJI' } });
  await prisma.membership.deleteMany({ where: { user: 'U0TSUJI' } });
  await tsuji.click('履歴を見る');
  expect(textOfView(await tsuji.waitForView('県とその市町だけ'))).not.toContain('提出済み');
  if (membership) await prisma.membership.create({ data: membership });
});

it('a long list goes on by 続きを見る', async () => {
  await office.database.prisma.deadline.deleteMany();
  for (let at = 1; at <= 12; at += 1) {
    await save('deadline', null, yearlyReport({ title: `報告その${at}`, date: `R8.12.${at + 6}` }), 'U0AKIYAMA');
  }
  await office.app.lookup.reload();
  const tsuji = office.as('U0TSUJI').in('bot');
  while (tsuji.topView()) await tsuji.close();
  await tsuji.command('/tonari-deadline');
  expect(textOfView(await tsuji.waitForView('報告その10'))).not.toContain('報告その11');
  await tsuji.click('続きを見る');
  expect(textOfView(await tsuji.waitForView('報告その12'))).not.toContain('報告その10');
});

function fail(): never {
  throw new Error('no view');
}
