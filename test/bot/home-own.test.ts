import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfBlocks, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const RECORD = 'survey.i-1';
const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0GRANT', areaId: 'suzuka', role: 'manager' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'viewer' },
];

describe.each(TRANSPORTS)('Home of those who keep records, by %s,', (transport) => {
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
    await prisma.history.deleteMany();
    await prisma.initiative.deleteMany({ where: { id: { not: RECORD } } });
    await prisma.initiative.update({
      where: { id: RECORD },
      data: { status: '予定', date: 'R8.12.1', asOf: '令和8年10月', participants: 0, version: 1 },
    });
    await prisma.scenePlan.updateMany({ data: { asOf: '令和8年10月' } });
    await office.app.lookup.reload();
  });

  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });

  async function atHome(person: string, shows: string) {
    const actor = office.as(person);
    while (actor.topView()) await actor.close();
    await actor.openHome();
    await office.quiet();
    await actor.waitForHome(shows);
    return actor;
  }

  const textOn = (actor: Awaited<ReturnType<typeof atHome>>) => textOfBlocks(actor.home()?.blocks ?? []);

  /** More initiatives than a page holds, in two scenes. */
  async function many(count: number): Promise<void> {
    const { prisma } = office.database;
    const { id: _, numbers: __, leads: ____, ...one } = await stored();
    await prisma.initiative.createMany({
      data: Array.from({ length: count }, (___, at) => ({
        ...one,
        id: `many-${at}`,
        title: `取組その${at + 1}`,
        scene: at % 2 === 0 ? '看取り' : '入退院支援',
        position: 10 + at,
      })),
    });
    await office.app.lookup.reload();
  }

  it('has no Japanese dates in English', async () => {
    await office.database.prisma.initiative.update({ where: { id: RECORD }, data: { asOf: '令和6年10月' } });
    await office.app.lookup.reload();
    const text = textOn(await atHome('U0GRANT', 'Not confirmed for long'));
    expect(text.match(/As of: October 2024 \(Reiwa 6\)/g)).toHaveLength(2);
    expect(text).not.toMatch(/令和|平成/);
  });

  it('shows the initiatives of one’s area with status, date and as-of date, and opens the form of each', async () => {
    const tsuji = await atHome('U0TSUJI', '鈴鹿市の取組');
    const text = textOn(tsuji);
    expect(text).toContain('状況: 予定');
    expect(text).toContain('日付: 令和8年12月1日（火）');
    expect(text).toContain('時点: 令和8年10月');
    expect(text).not.toContain('長く確認していないもの');
    await tsuji.click('看取り研修');
    expect(textOfView(await tsuji.waitForView('参加人数'))).toContain('看取り研修');
    await tsuji.close();
  });

  it('shows them by scene and page by page, at most a hundred blocks', async () => {
    await many(60);
    const tsuji = await atHome('U0TSUJI', '1／7ページ');
    expect(tsuji.home()?.blocks.length).toBeLessThanOrEqual(100);
    await tsuji.click('次へ');
    await tsuji.waitForHome('2／7ページ');
    await tsuji.choose('場面', '看取り（31件）');
    await tsuji.waitForHome('1／4ページ');
    const own = textOn(tsuji).slice(textOn(tsuji).indexOf('鈴鹿市の取組'));
    expect(own).not.toContain('取組その2\n');
    await tsuji.openHome();
    await office.quiet();
    expect(textOn(tsuji)).toContain('1／4ページ');
  });

  it('names what was not confirmed for a year, and one press confirms it (5.4)', async () => {
    const { prisma } = office.database;
    await prisma.initiative.update({ where: { id: RECORD }, data: { asOf: '令和7年度前半（令和7年9月）' } });
    await prisma.initiative.update({ where: { id: RECORD }, data: { asOf: '令和6年度末（案）' } });
    await office.app.lookup.reload();
    const tsuji = await atHome('U0TSUJI', '長く確認していないもの');
    expect(textOn(tsuji)).toContain('時点: 令和6年度末（案）');
    await tsuji.click('変更なし');
    await tsuji.waitForHome('取組「看取り研修」を、今日時点で変更なしと記録しました。');
    expect(textOn(tsuji)).not.toContain('長く確認していないもの');
    expect(await stored()).toMatchObject({ asOf: '令和8年11月24日', version: 2 });
    expect(await prisma.history.count()).toBe(1);
    await tsuji.click('取り消す');
    await tsuji.waitForView('取り消しました');
    await tsuji.waitForHome('長く確認していないもの');
    expect(await stored()).toMatchObject({ asOf: '令和6年度末（案）' });
    await tsuji.close();
  });

  it('confirms a whole scene by one press (5.4)', async () => {
    await many(4);
    const tsuji = await atHome('U0TSUJI', '鈴鹿市の取組');
    await tsuji.choose('場面', '入退院支援（2件）');
    await tsuji.waitForHome('「入退院支援」の2件をまとめて内容確認（変更なし）');
    await tsuji.click('「入退院支援」の2件をまとめて内容確認（変更なし）');
    await tsuji.waitForHome('2件を、今日時点で変更なしと記録しました。');
    expect(await office.database.prisma.initiative.count({ where: { asOf: '令和8年11月24日' } })).toBe(2);
    expect(await stored()).toMatchObject({ asOf: '令和8年10月' });
  });

  it('tells of the last changes of other areas and opens them to be read, of one’s own it does not', async () => {
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.command('/tonari-share 紀北ノート');
    await hirata.waitForView('使っている市町');
    await hirata.click('内容確認（変更なし）');
    await hirata.waitForView('変更なしと記録しました');
    while (hirata.topView()) await hirata.close();
    const tsuji = await atHome('U0TSUJI', '尾鷲市・紀北町: 資料・ツール「紀北ノート」（変更なしを確認）');
    await tsuji.click('資料・ツール「紀北ノート」');
    const view = textOfView(await tsuji.waitForView('資料・ツール「紀北ノート」（尾鷲市・紀北町）'));
    expect(view).toContain('ノート');
    expect(view).toContain('最近の変更');
    await tsuji.close();
    await atHome('U0HIRATA', 'ほかの市町が記録を変えると、ここに出ます。');
  });

  it('follows one’s own change', async () => {
    const tsuji = await atHome('U0TSUJI', '状況: 予定');
    await tsuji.click('看取り研修');
    await tsuji.waitForView('参加人数');
    await tsuji.fill({ 状況: '協議中' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.waitForHome('状況: 協議中');
    await tsuji.click('取り消す');
    await tsuji.waitForView('取り消しました');
    await tsuji.waitForHome('状況: 予定');
    await tsuji.close();
  });

  it('is refused to whoever lost the right meanwhile: the press confirms nothing (4.2)', async () => {
    await office.database.prisma.initiative.update({ where: { id: RECORD }, data: { asOf: '令和6年度末' } });
    await office.app.lookup.reload();
    const tsuji = await atHome('U0TSUJI', '長く確認していないもの');
    await office.database.prisma.membership.updateMany({ where: { user: 'U0TSUJI' }, data: { until: '2026-11-23' } });
    try {
      await tsuji.click('変更なし');
      await tsuji.waitForHome('登録されていない');
      expect(textOn(tsuji)).not.toContain('鈴鹿市の取組');
      expect(await stored()).toMatchObject({ asOf: '令和6年度末', version: 1 });
    } finally {
      await office.database.prisma.membership.updateMany({ where: { user: 'U0TSUJI' }, data: { until: null } });
    }
  });

  it('offers to those who may change nothing to ask to join, a viewer as well, who is told who approves', async () => {
    const kuze = await atHome('U0KUZE', '担当としての登録が必要です');
    expect(textOn(kuze)).not.toContain('の取組\n');
    const ogura = await atHome('U0OGURA', '鈴鹿市の管理職か県の管理者が承認します');
    expect(textOn(ogura)).not.toContain('状況: 予定');
    await ogura.click('この市町の担当です');
    await ogura.waitForView('伝えたいこと');
    await ogura.fill({ 伝えたいこと: 'ホームから申し込みます' });
    await ogura.submit();
    await ogura.waitForView('鈴鹿市の担当として登録を申し込みました');
    expect(await office.database.prisma.joinRequest.findMany()).toMatchObject([
      { user: 'U0OGURA', areaId: 'suzuka', note: 'ホームから申し込みます' },
    ]);
    await office.database.prisma.joinRequest.deleteMany();
  });

  it('speaks the language of the person', async () => {
    const grant = await atHome('U0GRANT', 'Initiatives of Suzuka');
    expect(textOn(grant)).toContain('Status: 予定 (planned), Date: Tue 1 December 2026 (Reiwa 8)');
    expect(textOn(grant)).toContain('Last changes of others');
  });
});
