import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeAsked } from '../../commands/entries.ts';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'viewer' },
  { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
];

describe.each(TRANSPORTS)('/tonari-deadline, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    const { prisma } = office.database;
    await prisma.membership.createMany({ data: MEMBERS });
    // It receives what its towns submit; a line that names it does not make it submit.
    await prisma.area.create({
      data: { id: 'mie', name: '三重県', kind: 'prefecture', prefecture: '三重県', aliases: [], position: 999 },
    });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.refusal.deleteMany();
    await prisma.history.deleteMany();
    await prisma.deadline.deleteMany();
    await office.app.lookup.reload();
  });

  const deadlines = () => office.database.prisma.deadline.findMany();
  const submissions = () => office.database.prisma.submission.findMany({ orderBy: { areaId: 'asc' } });

  async function command(text: string, shows: string, person = 'U0TSUJI') {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(text);
    await actor.waitForView(shows);
    return actor;
  }

  /** A deadline of 鈴鹿市 and 尾鷲市, registered by the prefecture. */
  async function registered(line = '事業実績報告 R8.12.18 17:00 三重県') {
    const akiyama = await command(`/tonari-deadline ${line}`, '対象年度 ※必須', 'U0AKIYAMA');
    await akiyama.fill({ '提出する市町・地区': ['鈴鹿市', '尾鷲市'], 対象年度: 'R7' });
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    return akiyama;
  }

  it('opens filled in by its line, with both its years, and saves what it says (8.1)', async () => {
    const tsuji = await command('/tonari-deadline 事業実績報告 R8.12.20 17:00 三重県', '対象年度 ※必須');
    await tsuji.fill({ 対象年度: 'R7', 提出年度: 'R7' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ submissionYear: expect.stringContaining('R8') });
    await tsuji.fill({ 提出年度: 'R8', 期限: '2/30' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ due: expect.stringContaining('暦にありません') });
    await tsuji.fill({ 期限: 'R8.12.20 17:00' });
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('保存しました'));
    expect(view).toContain('令和8年12月20日（日）は日曜日のため、令和8年12月21日（月）にします。');
    expect(await deadlines()).toMatchObject([
      {
        targetYear: 'R7',
        submissionYear: 'R8',
        dueTime: '17:00',
        recipient: '三重県',
        confirmed: true,
        day: '2026-12-21',
      },
    ]);
    expect(await submissions()).toMatchObject([{ areaId: 'suzuka', status: 'open' }]);
    await tsuji.click('庁内の期限・担当');
    await tsuji.waitForView('次の段階の何開庁日前か');
    await tsuji.fill({ 庁内の期限: '委託先 5, 起案 3, 決裁 1' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await command('/tonari-deadline 事業実績報告', '決裁 令和8年12月18日（金）まで');
    const page = textOfView(tsuji.topView() ?? fail());
    expect(page).toContain('令和8年12月17日（木）（決裁）、令和8年12月18日（金）（1開庁日前）');
  });

  it('counts from an event, and stays 日付要確認 until its day is confirmed (8.1)', async () => {
    const tsuji = await command('/報告締切 交付申請', '対象年度 ※必須');
    await tsuji.fill({ 対象年度: 'R8', 期限: 'R9.2', 提出先: '三重県' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await deadlines()).toMatchObject([{ confirmed: false, date: 'R9.2', submissionYear: 'R8' }]);
    await command('/tonari-deadline 交付申請', '日付要確認');
    await tsuji.click('日付を確認する');
    await tsuji.waitForView('空欄なら期限から決めます');
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ due: expect.stringContaining('日まで') });
    await tsuji.fill({ 期限: '交付決定 R8.12.1から30日後' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await deadlines()).toMatchObject([
      { confirmed: true, date: null, event: { name: '交付決定', day: '2026-12-01', daysAfter: 30 } },
    ]);
  });

  it('a town submits its own; the prefecture returns it with a new day, accepts and reopens it (8.2)', async () => {
    await registered();
    const tsuji = await command('/tonari-deadline 事業実績報告', '提出の状況');
    await tsuji.click('提出の状況: 未提出');
    await tsuji.waitForView('提出済みにする');
    expect(textOfView(tsuji.topView() ?? fail())).not.toContain('期限を延ばす');
    await tsuji.click('提出済みにする');
    await tsuji.waitForView('文書番号');
    await tsuji.fill({ 提出日: 'R8.11.25' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ date: expect.stringContaining('今日より後') });
    await tsuji.fill({ 提出日: 'R8.11.24', 提出方法: '電子メール', 文書番号: '高福第12号' });
    await tsuji.submit();
    await tsuji.waitForView('未提出 → 提出済み');
    expect(await submissions()).toMatchObject([
      { areaId: 'owase', status: 'open' },
      { areaId: 'suzuka', status: 'submitted', date: 'R8.11.24', way: '電子メール', documentNumber: '高福第12号' },
    ]);
    const akiyama = await command('/tonari-deadline 事業実績報告', 'ほかの市町の提出を記録', 'U0AKIYAMA');
    const seen = textOfView(akiyama.topView() ?? fail());
    expect(seen).toContain('未提出（1）');
    expect(seen).toContain('提出済み（1）');
    await akiyama.click('ほかの市町の提出を記録');
    await akiyama.waitForView('市町・地区 ※必須');
    await akiyama.fill({ '市町・地区': '鈴鹿市' });
    await akiyama.submit();
    await akiyama.waitForView('差し戻す');
    await akiyama.click('差し戻す');
    await akiyama.waitForView('新しい期限');
    await akiyama.fill({ 新しい期限: 'R8.12.25', 理由: '様式が古い' });
    await akiyama.submit();
    await akiyama.waitForView('提出済み → 差戻し');
    expect(await submissions()).toContainEqual(
      expect.objectContaining({ areaId: 'suzuka', status: 'returned', ownDay: '2026-12-25', reason: '様式が古い' }),
    );
  });

  it('tells who has submitted to the prefecture and to the area itself alone (1.6)', async () => {
    await registered();
    const tsuji = await command('/tonari-deadline 事業実績報告', '未提出（1）');
    expect(textOfView(tsuji.topView() ?? fail())).not.toContain('尾鷲市');
    await office.database.prisma.deadline.updateMany({ data: { title: '鈴鹿だけの報告' } });
    await office.app.lookup.reload();
    const ogura = await command('/tonari-deadline', '締切を探す', 'U0OGURA');
    await ogura.fill({ 締切を探す: '鈴鹿だけの報告 令和8年12月18日（金） 17:00' });
    await ogura.submit();
    await ogura.waitForView('提出の状況: 未提出');
    await ogura.click('提出の状況: 未提出');
    await ogura.waitForView('一覧に戻る');
    expect(textOfView(ogura.topView() ?? fail())).not.toContain('提出済みにする');
  });

  it('is refused to whoever may not change all its areas, and withdrawn with a reason (4.2)', async () => {
    const hirata = await command('/tonari-deadline 鈴鹿市 別の報告 R8.12.18', '鈴鹿市', 'U0HIRATA');
    expect(textOfView(hirata.topView() ?? fail())).not.toContain('対象年度 ※必須');
    expect(await office.database.prisma.refusal.count()).toBe(1);
    const akiyama = await registered();
    await command('/tonari-deadline 事業実績報告', '取りやめる', 'U0AKIYAMA');
    await akiyama.click('取りやめる');
    await akiyama.waitForView('理由 ※必須');
    await akiyama.fill({ 理由: '様式の改正 <!here>' });
    await akiyama.submit();
    expect(textOfView(await akiyama.waitForView('保存しました'))).toContain('様式の改正 <!here>');
    expect(await deadlines()).toMatchObject([{ cancelled: true, reason: '様式の改正 <!here>' }]);
  });

  it('opens from a sentence as well', () => {
    expect(changeAsked('実績報告の締切を登録したい')).toMatchObject({ door: 'deadline' });
    expect(changeAsked('次の締切は？')).toBeNull();
  });
});

function fail(): never {
  throw new Error('no view');
}
