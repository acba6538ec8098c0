import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const RECORD = 'survey.i-1';
const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0GRANT', areaId: 'suzuka', role: 'manager' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'viewer' },
  { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
];

describe.each(TRANSPORTS)('/tonari-update, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    await office.database.prisma.membership.createMany({ data: MEMBERS });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    const state = {
      asOf: '令和7年11月',
      host: null,
      status: '予定',
      date: null,
      memo: null,
      participants: 0,
      location: null,
      version: 1,
    };
    await prisma.history.deleteMany();
    await prisma.refusal.deleteMany();
    await prisma.initiative.deleteMany({ where: { id: { not: RECORD } } });
    await prisma.initiative.update({ where: { id: RECORD }, data: state });
  });

  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });
  const history = () => office.database.prisma.history.findMany({ orderBy: { seq: 'asc' } });

  /** Somebody with the form of the initiative open. */
  async function opened(person: string, line = '看取り研修', channel = 'bot') {
    const actor = office.as(person).in(channel);
    while (actor.topView()) await actor.close();
    await actor.command(`/tonari-update ${line}`);
    await actor.waitForView('状況');
    return actor;
  }

  it('opens at once, is looked for as one types and says what is stored, old and new (5.1, 5.11)', async () => {
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.command('/取組更新');
    await tsuji.waitForView('名称の一部');
    expect(JSON.stringify(await tsuji.suggestions('取組', '看取り 鈴鹿'))).toContain('看取り研修');
    expect(await tsuji.suggestions('取組', 'そのような取組はない')).toEqual([]);
    await tsuji.fill({ 取組: '看取り研修' });
    await tsuji.submit();
    await tsuji.waitForView('状況');
    await tsuji.fill({ 状況: '開催済み', 日付: 'R8.7.8', 参加人数: '３５人', 場所: 'すずらん会館' });
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('保存しました'));
    expect(view).toContain('予定 → 開催済み');
    expect(view).toContain('0 → 35');
    expect(await stored()).toMatchObject({ status: '開催済み', date: 'R8.7.8', participants: 35, version: 2 });
    expect(await history()).toMatchObject([{ user: 'U0TSUJI', userName: '辻 文香', via: 'form', action: 'update' }]);
    await tsuji.close();
    await tsuji.say('鈴鹿市のすずらん会館は？');
    expect(textOfMessage(await tsuji.waitFor('すずらん会館'))).toContain('鈴鹿市');
  });

  it('of a planned one keeps its own lead times, by which it is reminded of (9.1)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 日付: 'R8.12.18', リマインド: 'いつも' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ leads: expect.stringContaining('いつも') });
    await tsuji.fill({ リマインド: '3営業日前、当日' });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain('3開庁日前, 当日');
    const due = await office.database.prisma.notice.findMany({
      where: { recordId: RECORD, kind: 'reminder', status: 'planned' },
      orderBy: { dueAt: 'asc' },
    });
    expect(due.map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-12-15T00:00:00.000Z',
      '2026-12-18T00:00:00.000Z',
    ]);
    const again = await opened('U0TSUJI');
    expect(JSON.stringify(again.topView())).toContain('3開庁日前, 当日');
  });

  it('takes one line, fills the form with it and saves nothing by guess', async () => {
    const tsuji = await opened('U0TSUJI', '看取り研修 7/8に開催済み 35人');
    const view = textOfView(tsuji.topView() ?? fail());
    expect(view).toContain('看取り研修');
    expect(await history()).toEqual([]);
    await tsuji.submit();
    await tsuji.waitForView('令和8年7月8日（水）のことですか');
    expect(await history()).toEqual([]);
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await stored()).toMatchObject({ status: '開催済み', date: 'R8.7.8', participants: 35 });
  });

  it('offers what is like a title that does not exist, and adding it; nothing is written (5.5)', async () => {
    const tsuji = office.as('U0TSUJI').in('bot');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.command('/tonari-update 看取り研修会 中止');
    await tsuji.waitForView('そのままでは見つかりません');
    expect(await history()).toEqual([]);
    await tsuji.click('取組を追加');
    await tsuji.waitForView('市町・地区');
    await tsuji.fill({ 場面: '看取り' });
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('保存しました'));
    expect(view).toContain('取組「看取り研修会」');
    expect(await history()).toMatchObject([{ action: 'create', version: 1 }]);
    while (tsuji.topView()) await tsuji.close();
    await tsuji.command('/tonari-update');
    await tsuji.waitForView('名称の一部');
    await tsuji.click('取組を追加');
    await tsuji.waitForView('市町・地区');
    await tsuji.fill({ 場面: '看取り', 取組の名称: '看取り研修会', 状況: '予定', メモ: '残る' });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('すでにあります'))).toContain('その記録を開く');
  });

  it('is for the staff of its area: others are told whose it is, when it opens and when it is sent (4.2)', async () => {
    for (const [person, words] of [
      ['U0HIRATA', '鈴鹿市の担当者と県の管理者だけ'],
      ['U0OGURA', '閲覧の役割'],
      ['U0KUZE', '登録されていない'],
    ] as const) {
      const actor = office.as(person).in('bot');
      await actor.command('/tonari-update 看取り研修');
      await actor.waitForView(words);
      await actor.close();
    }
    expect(await office.database.prisma.refusal.count()).toBe(3);
    const tsuji = await opened('U0TSUJI');
    await office.database.prisma.membership.updateMany({ where: { user: 'U0TSUJI' }, data: { until: '2026-11-23' } });
    try {
      await tsuji.fill({ メモ: '消えない文' });
      await tsuji.submit();
      const view = textOfView(await tsuji.waitForView('登録されていない'));
      expect(view + JSON.stringify(tsuji.topView())).toContain('消えない文');
    } finally {
      await office.database.prisma.membership.updateMany({ where: { user: 'U0TSUJI' }, data: { until: null } });
    }
    expect(await history()).toEqual([]);
  });

  it('tells a deactivated person where they are; the open form is dead (4.4)', async () => {
    const tsuji = await opened('U0TSUJI');
    await office.database.prisma.person.updateMany({ where: { user: 'U0TSUJI' }, data: { deactivated: true } });
    await tsuji.submit();
    await tsuji.waitForView('停止されている');
    expect(await history()).toEqual([]);
  });

  it('tells of a conflict who changed what, and keeps what was typed; sent again it stands (5.2)', async () => {
    const tsuji = await opened('U0TSUJI');
    const grant = office.as('U0GRANT').in('bot');
    await grant.command('/tonari-update 看取り研修');
    await grant.waitForView('Status');
    await grant.fill({ Participants: '40', Memo: '資料あり' });
    await tsuji.fill({ 参加人数: '35' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await grant.submit();
    const view = textOfView(await grant.waitForView('Somebody changed the same fields'));
    expect(view).toContain('看取り研修');
    expect(view).toContain('辻 文香');
    expect(JSON.stringify(grant.topView())).toContain('資料あり');
    expect(await stored()).toMatchObject({ participants: 35, memo: null });
    await grant.submit();
    await grant.waitForView(': saved.');
    expect(await stored()).toMatchObject({ participants: 40, memo: '資料あり', version: 3 });
    await grant.close();
  });

  it('lets changes of different fields both stand (5.2)', async () => {
    const tsuji = await opened('U0TSUJI');
    const grant = office.as('U0GRANT').in('bot');
    await grant.command('/tonari-update 看取り研修');
    await grant.waitForView('Status');
    await tsuji.fill({ 参加人数: '35' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await grant.fill({ Memo: '資料あり' });
    await grant.submit();
    await grant.waitForView('Both changes stand');
    expect(await stored()).toMatchObject({ participants: 35, memo: '資料あり' });
    await grant.close();
  });

  it('counts a submission that is delivered twice once (5.3)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 参加人数: '35' });
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await office.quiet();
    expect(await history()).toHaveLength(1);
  });

  it('says 変更なし where nothing is new, and keeps no history (5.3)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.submit();
    await tsuji.waitForView('変更なし');
    expect(await history()).toEqual([]);
  });

  it('confirms one initiative, and a whole scene, as unchanged today (5.4)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.click('内容確認（変更なし）');
    await tsuji.waitForView('変更なしと記録しました');
    expect(await stored()).toMatchObject({ asOf: '令和8年11月24日', status: '予定' });
    await tsuji.close();
    await tsuji.command('/tonari-update');
    await tsuji.waitForView('名称の一部');
    await tsuji.click('場面ごとに内容確認');
    await tsuji.waitForView('市町・地区');
    await tsuji.fill({ 場面: '看取り' });
    await tsuji.submit();
    await tsuji.waitForView('件を、今日時点で変更なし');
    expect((await history()).map(({ action }) => action)).toEqual(expect.arrayContaining(['confirm']));
  });

  it('takes one’s own last change back by 取り消す, where it was confirmed (5.7)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 参加人数: '35' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.click('取り消す');
    expect(textOfView(await tsuji.waitForView('取り消しました'))).toContain('35 → 0');
    expect(await stored()).toMatchObject({ participants: 0, version: 3 });
    expect((await history()).map(({ action }) => action)).toEqual(['update', 'undo']);
  });

  it('asks why it goes back from a finished state, and why the prefecture writes for a town (5.6, 4.1)', async () => {
    await office.database.prisma.initiative.update({ where: { id: RECORD }, data: { status: '中止' } });
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 状況: '予定', メモ: '再開' });
    await tsuji.submit();
    expect(JSON.stringify(await tsuji.waitForView('理由を書いて'))).toContain('再開');
    await tsuji.fill({ 変更の理由: '講師が決まった' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const akiyama = await opened('U0AKIYAMA');
    await akiyama.fill({ メモ: '県で修正' });
    await akiyama.submit();
    await akiyama.waitForView('代理入力');
    await akiyama.fill({ 変更の理由: '電話で確認' });
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    expect(await history()).toMatchObject([{ reason: '講師が決まった' }, { reason: '電話で確認', inStead: true }]);
    await akiyama.close();
  });

  it('refuses what tells of a person at its field, and neither keeps nor logs it (3.6)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 参加人数: '約35', メモ: '84歳の女性の患者が独居で暮らす' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ memo: expect.any(String), participants: expect.any(String) });
    expect(office.logged.join()).not.toContain('84歳');
    expect(await stored()).toMatchObject({ memo: null });
    await tsuji.close();
  });

  it('stores hostile and long text as typed and shows it as letters (3.4, 3.5)', async () => {
    const memo = `<!channel> *太字* <https://evil.example|市役所> ${'あ'.repeat(2_900)}`;
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ メモ: memo });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await stored()).toMatchObject({ memo });
    const again = await opened('U0TSUJI');
    await again.click('履歴を見る');
    await again.waitForView('<!channel>');
    expect(office.logged.join()).not.toContain('太字');
    while (again.topView()) await again.close();
  });

  it('loses nothing where saving fails: the form is there again with what was typed', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ メモ: '消えない文' });
    await office.database.pool.query('ALTER TABLE "History" RENAME TO "Hidden"');
    try {
      await tsuji.submit();
      await tsuji.waitForView('処理できませんでした');
    } finally {
      await office.database.pool.query('ALTER TABLE "Hidden" RENAME TO "History"');
    }
    expect(JSON.stringify(tsuji.topView())).toContain('消えない文');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await stored()).toMatchObject({ memo: '消えない文' });
  });

  it('tells in the direct messages what became of a form that was closed meanwhile', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 参加人数: '35' });
    const { pool } = office.database;
    const holding = await pool.connect();
    try {
      await holding.query('BEGIN');
      await holding.query('LOCK TABLE "Initiative"');
      await tsuji.submit();
      await tsuji.close();
      await holding.query('COMMIT');
    } finally {
      holding.release();
    }
    await tsuji.waitFor('保存しました');
  });

  it('changes details, place and sub-items by forms of their own', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.click('主催・方法など');
    await tsuji.waitForView('共催');
    await tsuji.fill({ 主催: '高齢福祉課' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.close();
    await tsuji.click('会場の予約');
    await tsuji.waitForView('小項目の名称');
    await tsuji.fill({ 状況: '実施済み' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.close();
    expect(await stored()).toMatchObject({ host: '高齢福祉課', version: 3 });
  });

  it('a section and who did it are shown by their names, in the confirmation and in the history', async () => {
    const { prisma } = office.database;
    const section = await prisma.section.create({ data: { id: 'section-1', areaId: 'suzuka', name: '長寿社会課' } });
    const tsuji = await opened('U0TSUJI');
    await tsuji.click('題名・場面・担当');
    await tsuji.waitForView('担当課・係');
    await tsuji.fill({ '担当課・係': '長寿社会課' });
    await tsuji.submit();
    const saved = textOfView(await tsuji.waitForView('保存しました'));
    expect(saved).toMatch(/担当課・係　\n?記載なし → 長寿社会課/);
    await tsuji.close();
    await tsuji.click('履歴を見る');
    const told = textOfView(await tsuji.waitForView('担当課・係'));
    expect(told).toContain('担当課・係: 記載なし → 長寿社会課');
    expect(told).toContain('辻 文香');
    expect(`${saved}${told}`).not.toContain(section.id);
    await prisma.initiative.update({ where: { id: RECORD }, data: { sectionId: null } });
    await prisma.section.delete({ where: { id: section.id } });
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
