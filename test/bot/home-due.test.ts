import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FieldsOf } from '../../src/records/changes.ts';
import { textOfBlocks } from '../../src/workspace/seen-text.ts';
import { caseMeeting, isoDay, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

describe.each(TRANSPORTS)('what is due, on Home, by %s', (transport) => {
  let office: Office;
  const { save, dateOf, said, until } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice(transport, { now: '2026-11-24T09:30:00+09:00', env: { TONARI_ADMINS: 'U0NAKAI' } });
    const { prisma } = office.database;
    await prisma.section.create({ data: { id: 'care', areaId: 'suzuka', name: '介護係' } });
    await prisma.membership.createMany({
      data: [
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff', lead: true, name: '辻 文香' },
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', sectionId: 'care', name: '小倉 里奈' },
        { user: 'U0MORINO', areaId: 'suzuka', role: 'manager', name: '森野 拓' },
        { user: 'U0HIRATA', areaId: 'owase', role: 'viewer' },
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
      ],
    });
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.meetingPlan.deleteMany();
    await prisma.deadline.deleteMany();
    await prisma.initiative.updateMany({ data: { date: null } });
    await prisma.notice.deleteMany({ where: { status: 'planned' } });
    await office.app.lookup.reload();
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  async function atHome(user: string, shows: string) {
    const actor = office.as(user);
    while (actor.topView()) await actor.close();
    await actor.openHome();
    await office.quiet();
    await actor.waitForHome(shows);
    return actor;
  }
  const textOn = (actor: Awaited<ReturnType<typeof atHome>>) => textOfBlocks(actor.home()?.blocks ?? []);
  const meeting = (title: string, day: string, more: Partial<FieldsOf<'meetingPlan'>> = {}) =>
    save(
      'meetingPlan',
      null,
      caseMeeting({
        ...{ title, from: isoDay(day), leads: [], recurrence: { rhythm: 'dates', days: [isoDay(day)] } },
        ...more,
      }),
      'U0TSUJI',
    );
  const report = (title: string, date: string, more: Partial<FieldsOf<'deadline'>> = {}) =>
    save('deadline', null, yearlyReport({ title, date, leads: [], ...more }), 'U0TSUJI');

  it('is listed, what is overdue first, then what is asked, the next days and later, with day, place and what is left', async () => {
    await meeting('先の会議', '2026-12-24');
    await meeting('近い会議', '2026-11-27');
    await meeting('済んだ会議', '2026-11-19');
    await report('過ぎた報告', 'R8.11.20');
    const text = textOn(await atHome('U0TSUJI', 'あなたの予定と期限'));
    const order = [
      '期限を過ぎています（1件）',
      '過ぎた報告（鈴鹿市）',
      '確認をお願いします（1件）',
      '済んだ会議',
    ].concat(['これから7日間（1件）', '近い会議', 'その先（1件）', '先の会議']);
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(text).toContain('4日（1開庁日）過ぎています　令和8年11月20日（金）まで　三重県　担当 辻 文香');
    expect(text).toContain('あと3開庁日　令和8年11月27日（金） 19:00　中央公民館　担当 辻 文香');
    expect(text).toContain('開催の記録がまだありません');
  });

  it('opens the forms by its buttons, and follows what they save', async () => {
    await report('出す報告', 'R8.11.20');
    const tsuji = await atHome('U0TSUJI', '出す報告（鈴鹿市）');
    await tsuji.click('提出済みにする');
    await tsuji.waitForView('出す報告（鈴鹿市）');
    await tsuji.fill({ 提出日: 'R8.11.24' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.waitForHome('これからの予定と期限はありません');
    await tsuji.close();
    await meeting('動く会議', '2026-12-04');
    const again = await atHome('U0TSUJI', '動く会議');
    await again.click('日時・会場を変える');
    await again.waitForView('動く会議 R8.12.4（鈴鹿市）');
    await again.close();
    await again.click('開く');
    await again.waitForView('延期（日程未定）にする');
    await again.close();
  });

  it('あとで reminds that person alone on the next business day, stands there with its way back, and is taken back', async () => {
    await meeting('待つ会議', '2026-12-04');
    const tsuji = await atHome('U0TSUJI', '待つ会議');
    await tsuji.click('あとで（次の開庁日）');
    await tsuji.waitForHome('令和8年11月25日（水） 09:00に、もう一度お知らせします。');
    expect(textOn(tsuji)).not.toContain('あとで（次の開庁日）');
    await tsuji.click('取り消す');
    await tsuji.waitForHome('あとで（次の開庁日）');
    const later = { where: { kind: 'later' }, select: { status: true, to: true } };
    expect(await office.database.prisma.notice.findMany(later)).toEqual([{ status: 'cancelled', to: 'U0TSUJI' }]);
    await tsuji.click('あとで（次の開庁日）');
    await tsuji.waitForHome('もう一度お知らせします。');
    expect(await office.database.prisma.notice.findMany(later)).toEqual([{ status: 'planned', to: 'U0TSUJI' }]);
  });

  it('of another section is not listed, and with 自分が担当するものだけ neither is a colleague’s', async () => {
    await meeting('係の会議', '2026-12-04', { sectionId: 'care' });
    await meeting('課の会議', '2026-12-04');
    const { prisma } = office.database;
    await prisma.section.create({ data: { id: 'other', areaId: 'suzuka', name: '医療係' } });
    await meeting('よその係の会議', '2026-12-04', { sectionId: 'other' });
    const all = textOn(await atHome('U0OGURA', '係の会議'));
    expect(all).toContain('課の会議');
    expect(all).not.toContain('よその係の会議');
    await office.app.notices.choose(
      { team: 'T0MIE', user: 'U0OGURA' },
      { way: 'channel', scope: 'own', digest: 'none', meetings: 'all' },
    );
    const own = textOn(await atHome('U0OGURA', '係の会議'));
    expect(own).not.toContain('課の会議');
    await prisma.noticePreference.deleteMany();
    await prisma.section.delete({ where: { id: 'other' } });
  });

  it('comes page by page, at most a hundred blocks in all', async () => {
    for (let at = 1; at <= 12; at += 1) await meeting(`会議その${at}`, `2026-12-${String(at).padStart(2, '0')}`);
    const plan = await meeting('延期の会議', '2026-12-25');
    await save('occurrence', await dateOf(plan), { status: 'postponed', date: null, reason: '会場の都合' }, 'U0TSUJI');
    const morino = await atHome('U0MORINO', '1／3ページ');
    // What is asked comes before what is only to come.
    expect(textOn(morino)).toContain('日程が決まっていません');
    expect(textOn(morino)).toContain('会議その4（');
    expect(textOn(morino)).not.toContain('会議その5（');
    expect(morino.home()?.blocks.length).toBeLessThanOrEqual(100);
    await morino.click('次の予定へ');
    await morino.waitForHome('会議その5（');
    expect(textOn(morino)).not.toContain('会議その4（');
  });

  it('a manager sees who is in charge of what, and what is overdue; staff and those who read do not', async () => {
    await report('止まった報告', 'R8.11.20');
    await meeting('係の会議', '2026-12-04', { inCharge: 'U0OGURA' });
    const text = textOn(await atHome('U0MORINO', '課・係の担当表'));
    const board = text.slice(text.indexOf('課・係の担当表'));
    expect(board).toContain('管理職と県だけに見えています');
    expect(board).toContain('辻 文香\n期限を過ぎています　\n止まった報告　4日（1開庁日）過ぎています');
    expect(board).toMatch(/小倉 里奈\n（介護係）[\s\S]*係の会議/);
    expect(board).toMatch(/森野 拓[\s\S]*予定と期限はありません/);
    for (const user of ['U0TSUJI', 'U0HIRATA', 'U0KUZE']) {
      const actor = await atHome(user, '記録する');
      expect(textOn(actor)).not.toContain('課・係の担当表');
    }
    expect(said('止まった報告', 'U0HIRATA')).toEqual([]);
  });

  it('the prefecture sees how much in each area, chooses one, and is asked to confirm dates', async () => {
    await report('止まった報告', 'R8.11.20');
    await report('確かめる調査', 'R8.12', { confirmed: false });
    const akiyama = await atHome('U0AKIYAMA', '課・係の担当表');
    expect(textOn(akiyama)).toContain('鈴鹿市　\n期限超過 1件　確認 0件　これから7日間 0件');
    expect(textOn(akiyama)).toContain('日付要確認');
    expect(textOn(akiyama)).not.toContain('止まった報告　');
    expect(textOn(akiyama)).not.toContain('止まった報告（鈴鹿市）\n');
    await akiyama.choose('市町', '鈴鹿市');
    await akiyama.waitForHome('期限を過ぎています　\n止まった報告');
    await akiyama.click('日付を登録する');
    await akiyama.waitForView('確かめる調査');
    await akiyama.close();
    const tsuji = await atHome('U0TSUJI', '止まった報告');
    expect(textOn(tsuji)).not.toContain('確かめる調査');
  });

  it('has the door to 通知の設定', async () => {
    const tsuji = await atHome('U0TSUJI', 'あなたの予定と期限');
    await tsuji.click('通知の設定');
    await tsuji.waitForView('リマインドの届け方');
    await tsuji.close();
  });

  it('reminds by あとで at its time', async () => {
    await meeting('後の会議', '2026-12-04');
    const tsuji = await atHome('U0TSUJI', '後の会議');
    await tsuji.click('あとで（次の開庁日）');
    await tsuji.waitForHome('もう一度お知らせします。');
    await until('2026-11-25T09:00:01+09:00');
    expect(said('あとでお知らせすることになっていた件です: 後の会議', 'U0TSUJI')).toHaveLength(1);
    expect(said('後の会議', 'U0MORINO')).toEqual([]);
    expect(textOn(await atHome('U0TSUJI', '後の会議'))).toContain('あとで（次の開庁日）');
  });
});
