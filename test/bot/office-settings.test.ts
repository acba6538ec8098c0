import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_NOTICES } from '../../src/records/notice-preference.ts';
import { NO_SETTINGS } from '../../src/records/office-settings.ts';
import { exportRows } from '../../src/registry/files/export-rows.ts';
import { OfficeClosures } from '../../src/registry/planned/closed-days.ts';
import { OfficeSettingsBook } from '../../src/registry/planned/office-settings.ts';
import { TEAM } from '../../src/workspace/cast.ts';
import { textOfView } from '../../src/workspace/seen-text.ts';
import type { SeenView } from '../../src/workspace/sight.ts';
import { newKey } from '../registry/open-registry.ts';
import { caseMeeting, isoDay, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

const officeTime = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe.each(TRANSPORTS)('what an office sets (⚙), by %s', (transport) => {
  let office: Office;
  const { save, dateOf } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice(transport, { now: '2026-11-24T08:00:00+09:00' });
    await office.database.prisma.membership.createMany({
      data: [
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0MORINO', areaId: 'suzuka', role: 'manager' },
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
      ],
    });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const book = () => {
    const administrators = async () => ({ ids: [], named: true });
    return new OfficeSettingsBook({ prisma: office.database.prisma, clock: office.workspace.clock, administrators });
  };
  const meetingOn = async (iso: string, title: string) => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay(iso)] };
    return dateOf(await save('meetingPlan', null, caseMeeting({ title, recurrence, from: isoDay(iso), leads: null })));
  };
  const reportOn = (date: string, title: string) => save('deadline', null, yearlyReport({ title, date, leads: null }));
  /** When notices of a record wait, of one kind. */
  const waiting = async (recordId: string, kind = 'reminder') => {
    const where = { recordId, kind, status: 'planned' as const };
    const rows = await office.database.prisma.notice.findMany({
      where,
      orderBy: [{ dueAt: 'asc' }, { audience: 'asc' }],
    });
    return rows.map(({ dueAt, audience }) => `${officeTime(dueAt)}${audience === 'manager' ? ' 管理職' : ''}`);
  };
  /** 役所の設定, as a command shows them. */
  const list = async (user: string) => {
    const person = office.as(user).in('bot');
    while (person.topView()) await person.close();
    await person.command('/tonari-admin 役所の設定');
    await person.waitForView('お知らせの時刻、リマインドの時期などの標準です');
    return person;
  };
  type Fields = Record<string, string | null>;
  const open = async (user: string, button: string) => {
    const person = await list(user);
    await person.click(button);
    await person.waitForView('欄にはいまの値が入っています');
    return person;
  };
  /** Fills both steps and sends them. */
  const enter = async (user: string, button: string, first: Fields, second: Fields = {}) => {
    const person = await open(user, button);
    await (await person.fill(first)).submit();
    await person.waitForView('管理職へ送るのは');
    await (await person.fill(second)).submit();
    return person;
  };
  const saved = async (user: string, button: string, first: Fields, second: Fields = {}) => {
    const person = await enter(user, button, first, second);
    return textOfView(await person.waitForView('役所の設定を保存しました'));
  };

  it('a manager sets the hour and the lead times of an own area: what waits moves at once, and back when it is taken back', async () => {
    const meeting = await meetingOn('2026-12-15', '事例検討会');
    const report = await reportOn('R8.12.18', '実績報告');
    const usual = [
      ['2026-12-04 09:00', '2026-12-14 09:00'],
      ['2026-11-30 09:00', '2026-12-09 09:00', '2026-12-17 09:00'],
    ];
    expect([await waiting(meeting), await waiting(report)]).toEqual(usual);
    const text = await saved('U0MORINO', '鈴鹿市の設定を入力', {
      お知らせの時刻: '8:30',
      会議のリマインド: '5, 2日前',
      提出期限のリマインド: '10, 1',
    });
    expect(text).toContain('お知らせの時刻');
    expect(text).toContain('5開庁日前, 2日前');
    expect(text).not.toContain('毎月以上');
    expect(await waiting(meeting)).toEqual(['2026-12-08 08:30', '2026-12-11 08:30']);
    expect(await waiting(report)).toEqual(['2026-12-04 08:30', '2026-12-17 08:30']);
    const morino = office.as('U0MORINO').in('bot');
    await morino.click('取り消す');
    await morino.waitForView('変更を取り消しました');
    expect([await waiting(meeting), await waiting(report)]).toEqual(usual);
    expect(await office.database.prisma.officeSetting.count()).toBe(0);
    const history = await office.database.prisma.history.findMany({ where: { kind: 'officeSettings' } });
    expect(history.map(({ record, action }) => [record, action])).toEqual([
      ['area:suzuka', 'create'],
      ['area:suzuka', 'undo'],
    ]);
  });

  it('what was chosen for one meeting stays, whatever its office sets', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-16')] };
    const own = await dateOf(
      await save('meetingPlan', null, caseMeeting({ title: '別の会', recurrence, from: isoDay('2026-12-16') })),
    );
    await saved('U0MORINO', '鈴鹿市の設定を入力', { 会議のリマインド: 'なし' });
    expect(await waiting(own)).toEqual(['2026-12-07 09:00', '2026-12-15 09:00']);
    expect(await waiting(await meetingOn('2026-12-17', '新しい会'))).toEqual([]);
    await saved('U0MORINO', '鈴鹿市の設定を変更', { 会議のリマインド: null });
    expect(await office.database.prisma.officeSetting.count()).toBe(0);
  });

  it('the prefecture sets what holds for all; a town’s own comes first, and a field that it empties falls back', async () => {
    const meeting = await meetingOn('2027-01-20', '一月の会');
    await saved('U0AKIYAMA', '三重県全体（県庁と市町）の設定を入力', { お知らせの時刻: '8:45', 会議のリマインド: '3' });
    expect(await waiting(meeting)).toEqual(['2027-01-15 08:45']);
    const morino = await open('U0MORINO', '鈴鹿市の設定を入力');
    expect(textOfView(morino.topView() as SeenView)).toContain('08:45（県の設定）');
    expect(textOfView(morino.topView() as SeenView)).toContain('14開庁日前, 7開庁日前, 1開庁日前（標準）');
    // What was left as it stood is not the town's own: it follows the prefecture.
    await saved('U0MORINO', '鈴鹿市の設定を入力', { お知らせの時刻: '10時' });
    expect(await waiting(meeting)).toEqual(['2027-01-15 10:00']);
    await saved('U0AKIYAMA', '三重県全体（県庁と市町）の設定を変更', { お知らせの時刻: '8:15', 会議のリマインド: '4' });
    expect(await waiting(meeting)).toEqual(['2027-01-14 10:00']);
    await saved('U0MORINO', '鈴鹿市の設定を変更', { お知らせの時刻: null });
    expect(await waiting(meeting)).toEqual(['2027-01-14 08:15']);
    await saved('U0AKIYAMA', '三重県全体（県庁と市町）の設定を変更', { お知らせの時刻: null, 会議のリマインド: null });
    expect(await waiting(meeting)).toEqual(['2027-01-08 09:00', '2027-01-19 09:00']);
    expect(await office.database.prisma.officeSetting.count()).toBe(0);
  });

  it('the manager hears of the first overdue notice where the office says so, and never by default', async () => {
    const report = await reportOn('R8.12.10', '遅れる報告');
    expect(await waiting(report, 'overdue')).toEqual(['2026-12-11 09:00']);
    await saved(
      'U0MORINO',
      '鈴鹿市の設定を入力',
      {},
      {
        '期限を過ぎたお知らせ（1回目）': '2',
        '期限を過ぎたお知らせ（2回目）': '5開庁日後',
        管理職へ送るのは: '1回目から',
      },
    );
    expect(await waiting(report, 'overdue')).toEqual(['2026-12-14 09:00', '2026-12-14 09:00 管理職']);
    expect(await waiting(report, 'long-overdue')).toEqual(['2026-12-17 09:00', '2026-12-17 09:00 管理職']);
    await saved(
      'U0MORINO',
      '鈴鹿市の設定を変更',
      {},
      {
        '期限を過ぎたお知らせ（1回目）': null,
        '期限を過ぎたお知らせ（2回目）': null,
        管理職へ送るのは: '決めない（県の設定か標準のとおり）',
      },
    );
    expect(await waiting(report, 'overdue')).toEqual(['2026-12-11 09:00']);
  });

  it('what cannot be is refused at its field, and nothing is saved', async () => {
    const morino = await open('U0MORINO', '鈴鹿市の設定を入力');
    await (
      await morino.fill({ お知らせの時刻: '25時', 提出期限のリマインド: '14, そのうち', 庁内の期限の標準: '起案' })
    ).submit();
    await expect.poll(() => Object.values(morino.errors()).length).toBe(3);
    await (
      await morino.fill({ お知らせの時刻: '8:30', 提出期限のリマインド: '14', 庁内の期限の標準: '起案 3' })
    ).submit();
    await morino.waitForView('管理職へ送るのは');
    await (await morino.fill({ '期限を過ぎたお知らせ（1回目）': '5', '期限を過ぎたお知らせ（2回目）': '3' })).submit();
    await expect.poll(() => Object.values(morino.errors()).join()).toContain('同じ日か後');
    await (await morino.fill({ '期限を過ぎたお知らせ（1回目）': '0', '期限を過ぎたお知らせ（2回目）': '3' })).submit();
    await expect.poll(() => Object.values(morino.errors()).join()).toContain('1から60まで');
    expect(await office.database.prisma.officeSetting.count()).toBe(0);
  });

  it('staff are shown no way to change them, and whoever may not is refused whatever was sent', async () => {
    const seen = textOfView((await list('U0OGURA')).topView() as SeenView);
    expect(seen).not.toContain('入力');
    expect(textOfView((await list('U0MORINO')).topView() as SeenView)).not.toContain('全体（県庁と市町）の設定');
    for (const [user, id] of [
      ['U0OGURA', 'area:suzuka'],
      ['U0MORINO', 'area:owase'],
      ['U0MORINO', 'prefecture:三重県'],
    ] as const) {
      const outcome = await book().save({ team: TEAM.id, user }, newKey(), id, { ...NO_SETTINGS, overdueDays: 2 });
      expect([id, outcome.outcome]).toEqual([id, 'refused']);
    }
    expect(await office.database.prisma.refusal.count({ where: { action: { startsWith: 'officeSettings' } } })).toBe(3);
  });

  it('an area cannot set what is the prefecture’s to set', async () => {
    const by = { team: TEAM.id, user: 'U0MORINO' };
    const outcome = await book().save(by, newKey(), 'area:suzuka', {
      ...NO_SETTINGS,
      undoDays: 30,
      neighbourDays: 1,
    });
    expect(outcome.outcome).toBe('unchanged');
  });

  it('digests that wait, and what somebody put off, come at the new hour', async () => {
    const { prisma } = office.database;
    const who = { team: TEAM.id, user: 'U0OGURA' };
    await office.app.notices.choose(who, { ...USUAL_NOTICES, digest: 'daily' });
    const recordId = await meetingOn('2026-11-27', '近い会');
    const agenda = { recordKind: 'meeting' as const, recordId, areaId: 'suzuka' };
    expect(await office.app.agenda.putOff(who, agenda)).toBe('done');
    const due = async (where: object) => {
      const rows = await prisma.notice.findMany({ where: { ...where, status: 'planned' } });
      return rows.map(({ dueAt }) => officeTime(dueAt));
    };
    const [digest, later] = [
      { recordKind: 'digest', recordId: 'U0OGURA' },
      { kind: 'later', recordId },
    ];
    expect([await due(digest), await due(later)]).toEqual([['2026-11-24 09:00'], ['2026-11-25 09:00']]);
    await saved('U0MORINO', '鈴鹿市の設定を入力', { お知らせの時刻: '8:20' });
    expect([await due(digest), await due(later)]).toEqual([['2026-11-24 08:20'], ['2026-11-25 08:20']]);
    await saved('U0MORINO', '鈴鹿市の設定を変更', { お知らせの時刻: null });
    expect([await due(digest), await due(later)]).toEqual([['2026-11-24 09:00'], ['2026-11-25 09:00']]);
    await office.app.notices.choose(who, USUAL_NOTICES);
  });

  it('the previews of a new meeting and a new deadline go by the area’s own, and so does the answer to 起案はいつまで', async () => {
    await saved('U0MORINO', '鈴鹿市の設定を入力', {
      会議のリマインド: '4',
      提出期限のリマインド: '6',
      庁内の期限の標準: '起案 5, 決裁 2',
    });
    await saved('U0AKIYAMA', '三重県全体（県庁と市町）の設定を入力', {}, { 提出の時刻: '17:15' });
    const ogura = office.as('U0OGURA').in('bot');
    while (ogura.topView()) await ogura.close();
    await ogura.command('/tonari-meeting 二日の会 R9.2.3、R9.2.17 19:00');
    await ogura.waitForView('会議の登録');
    await ogura.submit();
    const preview = textOfView(await ogura.waitForView('令和9年1月28日'));
    expect(preview).not.toContain('令和9年2月2日');
    while (ogura.topView()) await ogura.close();
    await ogura.command('/tonari-deadline 標準の報告 R9.2.26');
    await ogura.waitForView('標準の報告');
    await (await ogura.fill({ 対象年度: 'R8', 提出先: '三重県' })).submit();
    const told = textOfView(await ogura.waitForView('保存しました'));
    expect(told).toContain('令和9年2月26日（金） 17:15');
    expect(told).toContain('令和9年2月17日（水）（6開庁日前）');
    const where = { title: '標準の報告' };
    expect(await office.database.prisma.deadline.findFirstOrThrow({ where })).toMatchObject({
      dueTime: '17:15',
      leads: null,
    });
    while (ogura.topView()) await ogura.close();
    await ogura.command('/tonari 県締切がR9.1.29なら起案はいつまで？');
    await ogura.waitFor('起案は、令和9年1月20日（水）までです');
    await saved('U0MORINO', '鈴鹿市の設定を変更', {
      会議のリマインド: null,
      提出期限のリマインド: null,
      庁内の期限の標準: null,
    });
    await saved('U0AKIYAMA', '三重県全体（県庁と市町）の設定を変更', {}, { 提出の時刻: null });
  });

  it('questions about days go by the closed days of whoever asks, of the place that is named, or of all', async () => {
    const closures = new OfficeClosures(book().administration);
    const by = { team: TEAM.id, user: 'U0MORINO' };
    const days = [isoDay('2026-12-10')];
    await closures.save(by, newKey(), 'area:suzuka', { days, yearly: [], yearEnd: null });
    const ask = async (user: string, question: string) => {
      const person = office.as(user).in('bot');
      while (person.topView()) await person.close();
      await person.command(`/tonari ${question}`);
      return person;
    };
    await (await ask('U0OGURA', 'R8.12.14の3開庁日前は？')).waitFor('令和8年12月8日（火）');
    await (await ask('U0TSUJI', 'R8.12.14の3開庁日前は？')).waitFor('令和8年12月9日（水）');
    await closures.save(by, newKey(), 'area:suzuka', { days: [], yearly: [], yearEnd: null }, 1);
  });

  it('each area of a shared deadline is reminded by its own settings and its own days', async () => {
    await office.database.prisma.membership.create({ data: { user: 'U0HIRATA', areaId: 'owase', role: 'manager' } });
    const by = (user: string) => ({ team: TEAM.id, user });
    await book().save(by('U0HIRATA'), newKey(), 'area:owase', {
      ...NO_SETTINGS,
      deadlineLeads: [{ unit: 'business-days', count: 2 }],
    });
    const fields = yearlyReport({ title: '共同の報告', date: 'R9.1.29', leads: null, areaIds: ['suzuka', 'owase'] });
    const report = await save('deadline', null, fields, 'U0AKIYAMA');
    const rows = await office.database.prisma.notice.findMany({
      where: { recordId: report, kind: 'reminder' },
      orderBy: { dueAt: 'asc' },
    });
    const of = (areaId: string) => rows.filter((row) => row.areaId === areaId).map(({ dueAt }) => officeTime(dueAt));
    expect(of('owase')).toEqual(['2027-01-27 09:00']);
    expect(of('suzuka')).toEqual(['2027-01-08 09:00', '2027-01-20 09:00', '2027-01-28 09:00']);
    await book().save(by('U0HIRATA'), newKey(), 'area:owase', NO_SETTINGS, 1);
  });

  it('exports hold them as they stand in the form', async () => {
    const { prisma } = office.database;
    const by = { team: TEAM.id, user: 'U0MORINO' };
    const deadlineLeads = [{ unit: 'business-days' as const, count: 5 }];
    await book().save(by, newKey(), 'area:suzuka', {
      ...NO_SETTINGS,
      deadlineLeads,
      overdueDays: 2,
      managerHears: 'first',
    });
    const closures = new OfficeClosures(book().administration);
    const closed = { days: [isoDay('2026-12-25')], yearly: ['06-23'], yearEnd: { from: '12-28', to: '01-04' } };
    await closures.save(by, newKey(), 'area:suzuka', closed);
    const suzuka = { id: 'area:suzuka', office: '鈴鹿市', kind: 'area' };
    expect((await exportRows(prisma, 'settings')).rows).toMatchObject([
      { ...suzuka, deadline_leads: '5開庁日前', overdue_days: 2, manager_hears: 'first', delivery_time: null },
    ]);
    expect((await exportRows(prisma, 'closed-days')).rows).toEqual([
      { ...suzuka, days: ['2026-12-25'], yearly: ['06-23'], year_end: '12-28/01-04' },
    ]);
    await book().save(by, newKey(), 'area:suzuka', NO_SETTINGS, 1);
    await closures.save(by, newKey(), 'area:suzuka', { days: [], yearly: [], yearEnd: null }, 1);
  });

  it('whoever was overtaken is told by whom, and may save all the same', async () => {
    const morino = await open('U0MORINO', '鈴鹿市の設定を入力');
    await (await morino.fill({ お知らせの時刻: '8:30' })).submit();
    await morino.waitForView('管理職へ送るのは');
    const by = { team: TEAM.id, user: 'U0AKIYAMA' };
    await book().save(by, newKey(), 'area:suzuka', { ...NO_SETTINGS, overdueDays: 2 });
    await morino.submit();
    await morino.waitForView('秋山');
    await morino.submit();
    await morino.waitForView('役所の設定を保存しました');
  });

  it('a change can be taken back as long as the prefecture lets it, by the days of the area', async () => {
    const { prisma } = office.database;
    const who = { team: TEAM.id, user: 'U0OGURA' };
    const registrar = office.app.registrar(async () => ({ ids: [], named: true }));
    const undo = async (title: string) => {
      const id = await reportOn('R9.2.26', title);
      const entry = await prisma.history.findFirstOrThrow({ where: { record: id } });
      return () => registrar.undo({ person: who, key: newKey(), entry: String(entry.seq) });
    };
    const closures = new OfficeClosures(book().administration);
    const manager = { team: TEAM.id, user: 'U0MORINO' };
    await closures.save(manager, newKey(), 'area:suzuka', { days: [isoDay('2026-11-25')], yearly: [], yearEnd: null });
    const [usual, long] = [await undo('一日の報告'), await undo('三日の報告')];
    // The 25th is closed here: the 26th is the next business day, and the 30th the third.
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.advance(2 * 86_400_000);
    await office.quiet();
    expect((await usual()).outcome).toBe('saved');
    await ogura.advance(4 * 86_400_000);
    await office.quiet();
    expect(await long()).toMatchObject({ outcome: 'not-undone', because: 'too-late' });
    await saved('U0AKIYAMA', '三重県全体（県庁と市町）の設定を入力', {}, { 取り消せる期間: '3' });
    expect((await long()).outcome).toBe('saved');
  });
});
