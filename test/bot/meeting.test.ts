import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeAsked } from '../../commands/entries.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'viewer' },
];

describe.each(TRANSPORTS)('/tonari-meeting, by %s,', (transport) => {
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
    await prisma.refusal.deleteMany();
    await prisma.history.deleteMany();
    await prisma.meetingPlan.deleteMany();
    await office.app.lookup.reload();
  });

  const dates = () =>
    office.database.prisma.occurrence.findMany({ orderBy: [{ day: 'asc' }, { id: 'asc' }], include: { plan: true } });
  const history = () => office.database.prisma.history.findMany({ orderBy: { seq: 'asc' } });

  async function command(text: string, shows: string, person = 'U0TSUJI') {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(text);
    await actor.waitForView(shows);
    return actor;
  }

  /** 鈴鹿市's meeting on one day, registered by its line. */
  async function registered(line = '事例検討会 R8.12.15 19:00 中央公民館') {
    const tsuji = await command(`/tonari-meeting ${line}`, '日程 ※必須');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    return tsuji;
  }

  /** The view of that date, opened from the list of one's own. */
  async function opened(title = '事例検討会', person = 'U0TSUJI') {
    const actor = await command(`/会議登録 ${title}`, '一覧に戻る', person);
    return actor;
  }

  it('opens filled in by its line, asks the year back, and saves one date at once with its reminders (3.1, 7.1, 9.1)', async () => {
    const tsuji = await command('/tonari-meeting 事例検討会 6/30 19:00 中央公民館', '日程 ※必須');
    expect(JSON.stringify(tsuji.topView())).toContain('中央公民館');
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('はい、保存する'))).toContain('令和9年6月30日（水）');
    expect(await dates()).toEqual([]);
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('保存しました'));
    expect(view).toContain('会議「事例検討会」');
    expect(view).toContain('令和9年6月21日（月）'); // 7 business days before
    expect(view).toContain('令和9年6月29日（火）');
    expect(await dates()).toMatchObject([
      { day: '2027-06-30', status: 'planned', plan: { title: '事例検討会', time: '19:00', location: '中央公民館' } },
    ]);
    expect(await history()).toMatchObject([{ kind: 'meetingPlan', action: 'create', via: 'form', user: 'U0TSUJI' }]);
    await tsuji.click('取り消す');
    await tsuji.waitForView('取り消しました');
    expect(await dates()).toEqual([]);
  });

  it('lists every date of a rhythm with its reminders and each shift, and saves them only then (7.1)', async () => {
    const tsuji = await command('/tonari-meeting 推進会議 毎月第4火曜 R8年12月から 14時', '日程 ※必須');
    await tsuji.fill({ 閉庁日に当たるとき: '翌開庁日' });
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('4回分を登録します'));
    expect(view).toContain('令和9年2月23日（火）は天皇誕生日のため、令和9年2月24日（水）にします。');
    expect(view).toContain('リマインド: 令和8年12月21日（月）');
    expect(await dates()).toEqual([]);
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect((await dates()).map(({ day }) => day)).toEqual(['2026-12-22', '2027-01-26', '2027-02-24', '2027-03-23']);
  });

  it('shows one date that a closed day moves before it is saved, and a list changed meanwhile anew', async () => {
    const tsuji = await command('/tonari-meeting 推進会議 R8.12.20', '日程 ※必須');
    await tsuji.fill({ 閉庁日に当たるとき: '前開庁日' });
    await tsuji.submit();
    await tsuji.waitForView('令和8年12月20日（日）は日曜日のため、令和8年12月18日（金）にします。');
    await tsuji.fill({ 日程: 'R8.12.20・R9.1.17' });
    await tsuji.submit();
    await tsuji.waitForView('2回分を登録します');
    expect(await dates()).toEqual([]);
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect((await dates()).map(({ day }) => day)).toEqual(['2026-12-18', '2027-01-15']);
  });

  it('keeps the dates of N times a year open until each is set (7.1)', async () => {
    const tsuji = await command('/tonari-meeting 協議会 年4回（日程未定）', '日程 ※必須');
    await tsuji.submit();
    await tsuji.waitForView('4回分を登録します');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect((await dates()).map(({ status }) => status)).toEqual(Array(4).fill('date-open'));
    await command('/tonari-meeting', '協議会（鈴鹿市）');
    await tsuji.click('日程未定（令和9年1月1日（金）からの回） 協議会（鈴鹿市）');
    await tsuji.waitForView('日程を決める');
    await tsuji.click('日程を決める');
    await tsuji.waitForView('新しい日付');
    await tsuji.fill({ 新しい日付: 'R9.2.9' });
    await tsuji.submit();
    await tsuji.waitForView('日程未定 → 予定');
    expect(await dates()).toContainEqual(
      expect.objectContaining({ slot: '2027-01-01', day: '2027-02-09', status: 'planned' }),
    );
  });

  it('moves a date: old and new are said, 取り消す brings it back, the others stay (7.2)', async () => {
    const tsuji = await command('/tonari-meeting 事例検討会 R8.12.15・R9.1.19 19:00', '日程 ※必須');
    await tsuji.submit();
    await tsuji.waitForView('2回分を登録します');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await command('/tonari-meeting 事例検討会 変更', '選んでください');
    await tsuji.click('令和8年12月15日（火） 19:00 事例検討会（鈴鹿市）');
    await tsuji.waitForView('新しい日付');
    await tsuji.fill({ 新しい日付: '2/30' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ date: expect.stringContaining('暦にありません') });
    await tsuji.fill({ 新しい日付: 'R8.12.22（月）', 会場: '市役所' });
    await tsuji.submit();
    await tsuji.waitForView('令和8年12月22日（火）です');
    await tsuji.fill({ 新しい日付: 'R8.12.22', 年度: 'R9' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ fiscalYear: expect.stringContaining('R8') });
    await tsuji.fill({ 年度: '', 理由: '講師の都合' });
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('保存しました'));
    expect(view).toContain('R8.12.15 → R8.12.22');
    expect(view).toContain('市役所');
    expect(await dates()).toMatchObject([
      { day: '2026-12-22', location: '市役所', reason: '講師の都合', status: 'planned' },
      { day: '2027-01-19', version: 1 },
    ]);
    await tsuji.click('取り消す');
    await tsuji.waitForView('取り消しました');
    expect(await dates()).toMatchObject([{ day: '2026-12-15', location: null }, { day: '2027-01-19' }]);
  });

  it('postpones, sets anew, and cancels with a reason; going back from there asks why (5.6, 7.2)', async () => {
    await registered();
    const tsuji = await opened();
    await tsuji.click('延期（日程未定）にする');
    await tsuji.waitForView('理由');
    await tsuji.fill({ 理由: '大雪のため' });
    await tsuji.submit();
    await tsuji.waitForView('予定 → 延期（日程未定）');
    expect(await dates()).toMatchObject([{ status: 'postponed', day: null }]);
    await command('/tonari-meeting 事例検討会 中止', '理由 ※必須');
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ reason: expect.stringContaining('必須') });
    await tsuji.fill({ 理由: '会場が使えない <!channel>' });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain('会場が使えない <!channel>');
    expect(await dates()).toMatchObject([{ status: 'cancelled', reason: '会場が使えない <!channel>' }]);
  });

  it('is held in writing, or held with its participants, which update the 取組 chosen for it (7.2, 7.5)', async () => {
    await registered('看取りの会 R8.11.24 9:00');
    const { prisma } = office.database;
    const [first] = await dates();
    const initiative = await prisma.initiative.findUniqueOrThrow({ where: { id: 'survey.i-1' } });
    const tsuji = await opened('看取りの会');
    await tsuji.click('担当・取組');
    await tsuji.waitForView('実績を反映する取組');
    await tsuji.fill({ 担当者: 'U0TSUJI', 実績を反映する取組: [initiative.title] });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain(initiative.title);
    await command('/tonari-meeting 看取りの会', '一覧に戻る');
    await tsuji.click('開催済みにする');
    await tsuji.waitForView('参加人数');
    await tsuji.fill({ 参加人数: '約30' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ participants: expect.stringContaining('約') });
    await tsuji.fill({ 参加人数: '３０人' });
    await tsuji.submit();
    await tsuji.waitForView('予定 → 開催済み');
    expect(await dates()).toMatchObject([{ id: first?.id, status: 'held', participants: 30 }]);
    expect(await prisma.initiative.findUniqueOrThrow({ where: { id: 'survey.i-1' } })).toMatchObject({
      status: '開催済み',
      participants: 30,
    });
    await registered('連絡会 R8.12.15');
    await opened('連絡会');
    await tsuji.click('書面開催にする');
    await tsuji.waitForView('日付 ※必須');
    await tsuji.submit();
    await tsuji.waitForView('予定 → 書面開催');
  });

  it('is handed over from a day on, and changed as a whole', async () => {
    await registered();
    const tsuji = await opened();
    await tsuji.click('引き継ぐ');
    await tsuji.waitForView('次の担当者');
    await tsuji.fill({ 次の担当者: 'U0GRANT', いつから: 'R9.4.1' });
    await tsuji.submit();
    await tsuji.waitForView('令和9年4月1日');
    await opened();
    await tsuji.click('会議の内容を変える');
    await tsuji.waitForView('開始時刻');
    await tsuji.fill({ リマインド: '前の週', 開始時刻: '夕方' });
    await tsuji.submit();
    expect(Object.keys(tsuji.errors() ?? {}).sort()).toEqual(['leads', 'time']);
    await tsuji.fill({ リマインド: '3営業日前', 開始時刻: '18時半' });
    await tsuji.submit();
    expect(textOfView(await tsuji.waitForView('保存しました'))).toContain('19:00 → 18:30');
    expect((await dates())[0]?.plan).toMatchObject({
      time: '18:30',
      handover: { to: 'U0GRANT', from: '2027-04-01' },
      leads: [{ unit: 'business-days', count: 3 }],
    });
  });

  it('is refused to another town and to a viewer, who are told whose it is; the refusal is in the audit (4.2)', async () => {
    const ogura = await command('/tonari-meeting 事例検討会 R8.12.15', '鈴鹿市', 'U0OGURA');
    expect(textOfView(ogura.topView() ?? fail())).not.toContain('日程 ※必須');
    await registered();
    const hirata = await command('/tonari-meeting', '会議を登録', 'U0HIRATA');
    expect(textOfView(hirata.topView() ?? fail())).toContain('これからの予定がまだありません');
    expect(JSON.stringify(await hirata.suggestions('会議を探す', '事例'))).toContain('事例検討会');
    await hirata.fill({ 会議を探す: '事例検討会 令和8年12月15日（火） 19:00' });
    await hirata.submit();
    const view = textOfView(await hirata.waitForView('一覧に戻る'));
    expect(view).not.toContain('中止にする');
    const added = await command('/tonari-meeting 鈴鹿市 別の会議 R8.12.15', '鈴鹿市', 'U0HIRATA');
    expect(textOfView(added.topView() ?? fail())).not.toContain('日程 ※必須');
    expect(await office.database.prisma.refusal.count()).toBe(2);
    expect(await dates()).toHaveLength(1);
  });

  it('opens from a mention, a direct message and Home as well', async () => {
    const tsuji = office.as('U0TSUJI').in('bot');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.say('会議を登録したい');
    expect(textOfMessage(await tsuji.waitFor('会議の予定'))).toContain('フォーム');
    await tsuji.click('会議の予定');
    await tsuji.waitForView('会議を登録');
    await tsuji.close();
    await tsuji.openHome();
    await tsuji.waitFor(({ home }) => JSON.stringify(home).includes('会議の予定'));
    expect(changeAsked('事例検討会を12/22に延期したい')).toMatchObject({ door: 'meeting' });
    expect(changeAsked('今月の会議は？')).toBeNull();
  });

  it('logs nothing of what people wrote', () => {
    expect(office.logged.join('\n')).not.toMatch(/事例検討会|講師の都合|中央公民館/);
  });
});

function fail(): never {
  throw new Error('no view');
}
