import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAsked } from '../../commands/entries.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
];

describe.each(TRANSPORTS)('the other forms of records, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    await office.database.prisma.membership.createMany({ data: MEMBERS });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  async function command(text: string, shows: string, person = 'U0TSUJI') {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(text);
    await actor.waitForView(shows);
    return actor;
  }

  /** The rows that a question finds now, at another copy as well. */
  async function known(question: string): Promise<string> {
    const { answer } = await office.app.lookup.ask([{ question }], office.app.clock.today());
    return JSON.stringify(answer.groups);
  }

  it('/tonari-indicator has the kinds of value side by side; entering one changes no other (6.1)', async () => {
    const tsuji = await command('/tonari-indicator 訪問診療 利用者数 R6年度 見込 110', '指標 ※必須');
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('計画値'));
    expect(view).toContain('R7');
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain('110');
    const values = await office.database.prisma.indicatorValue.findMany({ where: { fiscalYear: 'R6' } });
    expect(values).toHaveLength(3);
    expect(values).toContainEqual(expect.objectContaining({ kind: 'planned', value: 120 }));
    expect(values).toContainEqual(expect.objectContaining({ kind: 'forecast', value: 110 }));
    const again = await command('/指標入力 訪問診療 利用者数 R6年度', '指標 ※必須');
    await again.submit();
    await again.waitForView('計画値');
    await again.submit();
    await again.waitForView('変更なし');
  });

  it('/tonari-indicator adds an indicator', async () => {
    const tsuji = await command('/tonari-indicator', '指標 ※必須');
    await tsuji.click('指標を追加');
    await tsuji.waitForView('測るもの');
    await tsuji.fill({ 指標の名称: '多職種研修会', 測るもの: '開催回数', 単位: '回' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await office.database.prisma.indicator.count({ where: { title: '多職種研修会', areaId: 'suzuka' } })).toBe(
      1,
    );
  });

  it('/tonari-evaluate begins a new year with last year’s text, and changes what stands (5.8, 6.2)', async () => {
    const tsuji = await command('/tonari-evaluate 鈴鹿市 看取り R8年度', '場面 ※必須');
    await tsuji.submit();
    const view = await tsuji.waitForView('前の年度の内容から');
    expect(JSON.stringify(view)).toContain('研修を行った。');
    expect(textOfView(view)).toContain('成熟度評価 2.5');
    await tsuji.fill({ 成熟度評価: '5.5' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ rating: expect.stringContaining('1.0から5.0') });
    await tsuji.fill({ 成熟度評価: '3.5', '案・確定': '確定' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await office.database.prisma.evaluation.findFirst({ where: { fiscalYear: 'R8' } })).toMatchObject({
      rating: 3.5,
      draft: false,
    });
    const again = await command('/tonari-evaluate 鈴鹿市 看取り R7年度', '場面 ※必須');
    await again.submit();
    await again.waitForView('成熟度評価');
    await again.fill({ 成熟度評価: '2.6' });
    await again.submit();
    expect(textOfView(await again.waitForView('保存しました'))).toContain('2.5 → 2.6');
  });

  it('/tonari-share registers a tool in two steps, and the next question finds it', async () => {
    const tsuji = await command('/tonari-share 鈴鹿つながりノート', '資料・ツール・アンケート ※必須');
    await tsuji.click('資料・ツールを登録');
    await tsuji.waitForView('種類 ※必須');
    await tsuji.fill({ 種類: 'ノート' });
    await tsuji.submit();
    await tsuji.waitForView('入手方法');
    await tsuji.fill({ 入手方法: ['窓口'], 問合せ先: '長寿社会課', 時点: 'R8.11.1' });
    await tsuji.submit();
    await tsuji.waitForView('資料・ツール「鈴鹿つながりノート」を保存しました');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.say('鈴鹿つながりノートはどこで手に入る？');
    expect(textOfMessage(await tsuji.waitFor('窓口'))).toContain('長寿社会課');
    const hirata = await command('/tonari-share 鈴鹿つながりノート', '使っている市町 ※必須', 'U0HIRATA');
    await hirata.click('ほかの市町の利用として追加');
    await hirata.waitFor(
      ({ views }) => views.length === 2 && textOfView(views[1] ?? fail()).includes('使っている市町'),
    );
    await hirata.submit();
    await hirata.waitForView('入手方法');
    await hirata.fill({ 時点: 'R8.11.1' });
    await hirata.submit();
    await hirata.waitForView('保存しました');
    const tool = await office.database.prisma.tool.findFirstOrThrow({ where: { name: '鈴鹿つながりノート' } });
    expect(await office.database.prisma.toolUse.count({ where: { toolId: tool.id } })).toBe(2);
    while (hirata.topView()) await hirata.close();
  });

  it.each([
    [
      'a tool',
      'U0HIRATA',
      '/tonari-share 紀北ノート',
      '使っている市町',
      '紀北ノートはどこで手に入る？',
      '紀北ノート',
      'survey.tool-1',
    ],
    [
      'a survey',
      'U0TSUJI',
      '/tonari-share 在宅療養の意識調査',
      'アンケートの名称',
      '在宅療養の意識調査は？',
      '在宅療養の意識調査',
      'survey.survey-1',
    ],
  ])(
    '/tonari-share withdraws %s of one’s own: kept, no longer found, and taken back by 取り消す',
    async (_, person, text, shows, question, title, record) => {
      const actor = await command(text, shows, person);
      await actor.click('共有を取りやめる');
      await actor.waitForView('取りやめる理由');
      await actor.fill({ 取りやめる理由: '配布を終えた' });
      await actor.submit();
      await actor.waitForView(`「${title}」を取りやめました`);
      const { history } = office.database.prisma;
      expect(await history.findFirst({ where: { action: 'withdraw' }, orderBy: { seq: 'desc' } })).toMatchObject({
        user: person,
        reason: '配布を終えた',
      });
      expect(await known(question)).not.toContain(record);
      await actor.click('取り消す');
      await actor.waitForView('変更を取り消しました');
      expect(await known(question)).toContain(record);
      while (actor.topView()) await actor.close();
    },
  );

  it('/tonari-answer withdraws a hub: it is kept, and no longer found', async () => {
    const tsuji = await command('/tonari-answer 鈴鹿市', '調査票の欄 ※必須');
    await tsuji.fill({ 調査票の欄: '連携拠点' });
    await tsuji.submit();
    await tsuji.waitForView('連携拠点の名称');
    await tsuji.click('この連携拠点を取り下げる');
    await tsuji.waitForView('取りやめる理由');
    await tsuji.fill({ 取りやめる理由: '委託が終わった' });
    await tsuji.submit();
    await tsuji.waitForView('を取りやめました');
    expect(await office.database.prisma.hub.findFirst()).toMatchObject({ withdrawn: true });
    expect(await known('すずらん支援センターの電話番号は？')).not.toContain('059-382');
    await tsuji.click('取り消す');
    await tsuji.waitForView('変更を取り消しました');
    expect(await known('すずらん支援センターの電話番号は？')).toContain('059-382');
    while (tsuji.topView()) await tsuji.close();
  });

  it('/tonari-meeting withdraws a meeting that a document tells of, for whoever keeps it, with a reason; 取り消す brings it back', async () => {
    const { prisma } = office.database;
    const chosen = async (person: string) => {
      const actor = await command('/tonari-meeting', '資料にある会議・研修', person);
      await actor.click('資料にある会議・研修');
      await actor.waitForView('会議・研修を探す');
      await actor.fill({ '会議・研修を探す': '運営委員会' });
      await actor.submit();
      await actor.waitForView('令和7年11月');
      return actor;
    };
    const stored = () => prisma.meeting.findFirstOrThrow({ where: { title: '運営委員会' } });
    const before = await stored();
    const hirata = await chosen('U0HIRATA');
    const view = textOfView(hirata.topView() ?? fail());
    expect(view).not.toContain('取り下げる');
    expect(view).toMatch(/会議・研修の名称\s+運営委員会/);
    const tsuji = await chosen('U0TSUJI');
    await tsuji.click('この会議・研修を取り下げる');
    await tsuji.waitForView('取りやめる理由');
    await tsuji.submit();
    expect(await stored()).toEqual(before);
    expect(await known('鈴鹿市の運営委員会は？')).toContain('survey.meeting-1');
    await tsuji.fill({ 取りやめる理由: '今年度から開いていない' });
    await tsuji.submit();
    await tsuji.waitForView('「運営委員会」を取りやめました');
    expect(await known('鈴鹿市の運営委員会は？')).not.toContain('survey.meeting-1');
    // Nothing of it is gone, its document and its day neither.
    expect(await stored()).toEqual({ ...before, withdrawn: true, version: before.version + 1 });
    const entry = await prisma.history.findFirst({ where: { kind: 'meeting' }, orderBy: { seq: 'desc' } });
    expect(entry).toMatchObject({ user: 'U0TSUJI', action: 'withdraw', reason: '今年度から開いていない' });
    await tsuji.click('取り消す');
    await tsuji.waitForView('変更を取り消しました');
    expect(await known('鈴鹿市の運営委員会は？')).toContain('survey.meeting-1');
    expect(await stored()).toMatchObject({ withdrawn: false, asOf: before.asOf, sourceId: before.sourceId });
    while (tsuji.topView()) await tsuji.close();
  });

  it('/tonari-share registers a survey', async () => {
    const tsuji = await command('/tonari-share', '資料・ツール・アンケート ※必須');
    await tsuji.click('アンケートを登録');
    await tsuji.waitForView('アンケートの名称');
    await tsuji.fill({ アンケートの名称: '介護者の調査', 状況: '予定' });
    await tsuji.submit();
    await tsuji.waitForView('対象');
    await tsuji.fill({ 対象: '主な介護者', 時点: 'R8.11.1' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await office.database.prisma.survey.count({ where: { title: '介護者の調査' } })).toBe(1);
    while (tsuji.topView()) await tsuji.close();
  });

  it('/tonari-answer starts from what was answered, and answers a column anew', async () => {
    const tsuji = await command('/tonari-answer', '調査票の欄 ※必須');
    await tsuji.fill({ 調査票の欄: 'ICT' });
    await tsuji.submit();
    expect(JSON.stringify(await tsuji.waitForView('この欄の答え'))).toContain('すずらんネット');
    await tsuji.fill({
      内容: '情報共有システム「すずらんネット」を運用している。\n【予定】職員研修を開く。',
      時点: 'R8.11.1',
    });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain('職員研修を開く。');
    const again = await command('/調査回答', '調査票の欄 ※必須');
    await again.fill({ 調査票の欄: 'ACP' });
    await again.submit();
    await again.waitForView('この欄の答え');
    await again.fill({ この欄の答え: '記載なし（答えない）', 時点: 'R8.11.1' });
    await again.submit();
    await again.waitForView('保存しました');
    const blank = await office.database.prisma.surveyAnswer.findFirst({ where: { facet: 'acp', stated: 'blank' } });
    expect(blank).not.toBeNull();
  });

  it('/tonari-answer changes the hub and 目指す姿', async () => {
    const tsuji = await command('/tonari-answer 鈴鹿市', '調査票の欄 ※必須');
    await tsuji.fill({ 調査票の欄: '連携拠点' });
    await tsuji.submit();
    await tsuji.waitForView('連携拠点の名称');
    await tsuji.submit();
    await tsuji.waitForView('電話番号');
    await tsuji.fill({ 電話番号: '059-382-0002', 時点: 'R8.11.1' });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain('059-382-0001 → 059-382-0002');
    const again = await command('/tonari-answer 鈴鹿市', '調査票の欄 ※必須');
    await again.fill({ 調査票の欄: '目指す姿' });
    await again.submit();
    await again.waitForView('どの場面の');
    await again.click('看取り');
    await again.waitForView('時点 ※必須');
    await again.fill({ 目標: '年2回の研修' });
    await again.submit();
    await again.waitForView('保存しました');
    expect(await office.database.prisma.scenePlan.findFirst({ where: { scene: '看取り' } })).toMatchObject({
      goal: '年2回の研修',
    });
  });

  it('each is refused to those whose record it is not', async () => {
    const hirata = await command('/tonari-evaluate 鈴鹿市 看取り R7年度', '場面 ※必須', 'U0HIRATA');
    await hirata.submit();
    await hirata.waitForView('鈴鹿市の担当者と県の管理者だけ');
    await hirata.close();
  });

  it('opens from Home, and from a message or a mention that asks for a change', async () => {
    const tsuji = office.as('U0TSUJI').in('bot');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.say('看取り研修を更新したい');
    await tsuji.waitFor('下のボタンから');
    await tsuji.click('取組を更新');
    expect(textOfView(await tsuji.waitForView('状況'))).toContain('看取り研修');
    await tsuji.close();
    tsuji.in('鈴鹿市-在宅医療');
    await tsuji.mention('指標の実績値を入力したい');
    await tsuji.waitFor('下のボタンから');
    await tsuji.click('指標の値を入力');
    await tsuji.waitForView('指標 ※必須');
    await tsuji.close();
    await tsuji.openHome();
    await tsuji.waitForHome('評価を入力');
    await tsuji.click('評価を入力');
    await tsuji.waitForView('年度');
    await tsuji.close();
  });
});

describe('a message that asks for a change', () => {
  it('is told from a question', () => {
    expect(changeAsked('看取り研修を更新したい')).toEqual({ door: 'update', line: '看取り研修' });
    expect(changeAsked('指標の実績値を入力したいです')).toMatchObject({ door: 'indicator' });
    expect(changeAsked('手引きを登録してください')).toMatchObject({ door: 'share' });
    expect(changeAsked('update an initiative')).toMatchObject({ door: 'update' });
    for (const question of [
      '取組を登録している市町は？',
      '最近更新した市町は',
      '記録を共有する方法は？',
      '研修の記録',
    ]) {
      expect(changeAsked(question)).toBeNull();
    }
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
