import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import { caseMeeting, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

const day = (text: string) => text as CalendarDate;

describe.each(TRANSPORTS)('reminders, by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { now: '2026-11-24T08:00:00+09:00' });
    const { prisma } = office.database;
    await prisma.membership.createMany({
      data: [
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0MORINO', areaId: 'suzuka', role: 'manager' },
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
      ],
    });
    await prisma.area.update({ where: { id: 'suzuka' }, data: { channel: 'C0SUZUKA' } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const { save, dateOf, said, until } = remindedIn(() => office);

  it('a meeting registered late is told of in the channel, with day, hour and place, mentioning who is in charge', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [day('2026-11-26')] };
    await save('meetingPlan', null, caseMeeting({ title: '臨時部会', recurrence, from: day('2026-11-26') }));
    await office.quiet();
    const [text = ''] = said('臨時部会');
    expect(text).toContain('予定が登録されました: 臨時部会');
    expect(text).toContain('令和8年11月26日（木） 19:00');
    expect(text).toContain('中央公民館');
    expect(text).toMatch(/小倉|U0OGURA/);
  });

  it('a meeting is reminded of at 09:00, once, saying what is left', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [day('2026-12-04')] };
    const plan = await save('meetingPlan', null, caseMeeting({ recurrence, from: day('2026-12-04') }));
    await until('2026-11-25T09:00:01+09:00');
    expect(said('あと7開庁日: 事例検討会')).toHaveLength(1);
    await save('occurrence', await dateOf(plan), { date: 'R8.12.11', reason: '会場の都合' });
    await office.quiet();
    const [moved = ''] = said('日程が変わりました: 事例検討会');
    expect(moved).toContain('令和8年12月11日（金） 19:00');
    expect(moved).toContain('変更前: 令和8年12月4日（金） 19:00');
    expect(moved).toContain('理由: 会場の都合');
    await save('occurrence', await dateOf(plan), { status: 'cancelled', reason: '大雪のため' });
    await until('2026-12-14T09:00:01+09:00');
    expect(said('中止になりました: 事例検討会')).toHaveLength(1);
    expect(said('事例検討会').filter((text) => /あと\d/.test(text))).toHaveLength(1);
    expect(said('いかがでしたか: 事例検討会', 'U0OGURA')).toEqual([]);
  });

  it('on the next business day the person in charge is asked how it went', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [day('2026-12-18')] };
    await save('meetingPlan', null, caseMeeting({ title: '多職種研修会', recurrence, from: day('2026-12-18') }));
    await until('2026-12-21T09:00:01+09:00');
    expect(said('いかがでしたか: 多職種研修会', 'U0OGURA')).toHaveLength(1);
  });

  it('a report that is overdue is told to the person in charge, then with the manager, never in the channel', async () => {
    await save('deadline', null, yearlyReport({ date: 'R8.12.25' }));
    await until('2026-12-24T09:00:01+09:00');
    expect(said('あと1開庁日: 事業実績報告')).toHaveLength(1);
    await until('2026-12-28T09:00:01+09:00');
    expect(said('期限を過ぎています: 事業実績報告', 'U0OGURA')).toHaveLength(1);
    expect(said('事業実績報告', 'U0MORINO')).toEqual([]);
    await until('2027-01-08T09:00:01+09:00');
    expect(said('提出の記録がありません: 事業実績報告', 'U0MORINO')).toHaveLength(1);
    expect(said('提出の記録がありません: 事業実績報告', 'U0OGURA')).toHaveLength(1);
    expect(said('過ぎ')).toEqual([]);
  });

  it('a row whose date nobody confirmed asks the prefecture, and nobody else', async () => {
    await save('deadline', null, yearlyReport({ title: '実態調査', date: 'R9.2', confirmed: false }));
    await until('2027-01-29T09:00:01+09:00');
    expect(said('日付要確認: 実態調査', 'U0AKIYAMA').length).toBeGreaterThan(0);
    expect(said('実態調査')).toEqual([]);
  });

  it('where the person in charge has left, a colleague is told, and the manager once', async () => {
    const { prisma } = office.database;
    await prisma.membership.create({ data: { user: 'U0HIRATA', areaId: 'suzuka', role: 'staff', name: '平田' } });
    const recurrence = { rhythm: 'dates' as const, days: [day('2027-02-05')] };
    const leads = [{ unit: 'business-days' as const, count: 1 }];
    const plan = { title: '引継ぎ会議', inCharge: 'U0HIRATA', recurrence, from: day('2027-02-05'), leads };
    await save('meetingPlan', null, caseMeeting(plan));
    await prisma.membership.deleteMany({ where: { user: 'U0HIRATA' } });
    await until('2027-02-04T09:00:01+09:00');
    await office.quiet();
    expect(said('あと1開庁日: 引継ぎ会議')).toHaveLength(1);
    expect(said('担当の方がいません: 引継ぎ会議', 'U0MORINO')).toHaveLength(1);
    await until('2027-02-08T09:00:01+09:00');
    expect(said('いかがでしたか: 引継ぎ会議', 'U0OGURA')).toHaveLength(1);
    expect(said('担当の方がいません: 引継ぎ会議', 'U0MORINO')).toHaveLength(1);
  });

  it('a press is replaced by who did what, can be taken back, and あとで reminds that person alone', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [day('2027-02-19')] };
    const leads = [{ unit: 'business-days' as const, count: 5 }];
    await save('meetingPlan', null, caseMeeting({ title: '運営会議', recurrence, from: day('2027-02-19'), leads }));
    await until('2027-02-12T09:00:01+09:00');
    const ogura = office.as('U0OGURA').in('C0SUZUKA');
    await ogura.click('了解');
    await office.quiet();
    expect(said('運営会議').at(-1)).toContain('了解（令和9年2月12日（金） 09:00）');
    await ogura.click('取り消す');
    await office.quiet();
    expect(said('運営会議').at(-1)).not.toContain('了解（');
    await ogura.click('あとで（次の開庁日）');
    await office.quiet();
    await until('2027-02-15T09:00:01+09:00');
    expect(said('あとでお知らせすることになっていた件です: 運営会議', 'U0OGURA')).toHaveLength(1);
    expect(said('運営会議', 'U0MORINO')).toEqual([]);
    const grant = office.as('U0TSUJI').in('C0SUZUKA');
    await grant.click('了解');
    await office.quiet();
    expect(said('運営会議').at(-1)).not.toContain('了解（');
  });

  it('is not reminded of what was called off in the very moment, as the database says right before the post', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [day('2027-03-12')] };
    const leads = [{ unit: 'business-days' as const, count: 1 }];
    const plan = await save(
      'meetingPlan',
      null,
      caseMeeting({ title: '取りやめの会', recurrence, from: day('2027-03-12'), leads }),
    );
    const { prisma } = office.database;
    await prisma.occurrence.updateMany({ where: { planId: plan }, data: { status: 'cancelled', reason: '大雪' } });
    await until('2027-03-11T09:00:01+09:00');
    expect(said('取りやめの会')).toEqual([]);
    const where = { recordId: await dateOf(plan), kind: 'reminder' };
    expect(await prisma.notice.findFirst({ where })).toMatchObject({ status: 'cancelled', reason: 'cancelled' });
  });
});
