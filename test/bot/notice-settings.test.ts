import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { caseMeeting, isoDay, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

describe.each(TRANSPORTS)('how somebody wants to be notified, by %s', (transport) => {
  let office: Office;
  const { save, said, until } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice(transport, { now: '2026-11-24T08:00:00+09:00' });
    const { prisma } = office.database;
    await prisma.membership.createMany({
      data: [
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
        { user: 'U0MORINO', areaId: 'suzuka', role: 'manager' },
      ],
    });
    await prisma.area.update({ where: { id: 'suzuka' }, data: { channel: 'C0SUZUKA' } });
  });
  beforeEach(async () => {
    for (const user of ['U0OGURA', 'U0TSUJI', 'U0MORINO']) {
      while (office.as(user).topView()) await office.as(user).close();
    }
    await office.database.prisma.noticePreference.deleteMany();
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  /** A meeting on a day, reminded of so many business days before. */
  const meeting = (title: string, day: string, leads: number[]) =>
    save(
      'meetingPlan',
      null,
      caseMeeting({
        title,
        recurrence: { rhythm: 'dates', days: [isoDay(day)] },
        from: isoDay(day),
        leads: leads.map((count) => ({ unit: 'business-days', count })),
      }),
    );
  /** Chooses by the form that a word in the direct messages leads to. */
  async function choose(user: string, fields: Record<string, string>): Promise<string> {
    const actor = office.as(user).in('bot');
    while (actor.topView()) await actor.close();
    await actor.say('通知の設定');
    await actor.waitFor('通知の受け取り方は');
    await actor.click('通知の設定');
    await actor.waitForView('リマインドの届け方');
    await actor.fill(fields);
    await actor.submit();
    return textOfView(await actor.waitForView('通知の設定を保存しました'));
  }

  it('opens at once after /tonari, as a command can open a form; so does every form that is asked for by its words', async () => {
    const tsuji = office.as('U0TSUJI').in('bot');
    const before = tsuji.messages().length;
    await tsuji.command('/tonari 通知の設定');
    await tsuji.waitForView('リマインドの届け方');
    await tsuji.close();
    await tsuji.command('/となりまち 会議の予定を登録したい');
    await tsuji.waitForView('会議');
    await tsuji.close();
    await office.quiet();
    expect(tsuji.messages()).toHaveLength(before);
  });

  it('is confirmed with old and new, and can be taken back', async () => {
    const text = await choose('U0TSUJI', { 'まとめ（午前9時）': '毎開庁日' });
    expect(text).toContain('受け取らない → 毎開庁日');
    const tsuji = office.as('U0TSUJI');
    await tsuji.click('取り消す');
    await tsuji.waitForView('通知の設定を元に戻しました');
    const { prisma } = office.database;
    expect(await prisma.noticePreference.findMany()).toMatchObject([{ user: 'U0TSUJI', digest: 'none' }]);
    expect(await prisma.notice.findMany({ where: { recordKind: 'digest', status: 'planned' } })).toEqual([]);
    await tsuji.close();
  });

  it('whoever prefers direct messages is not mentioned but written to; the channel and others are told as before', async () => {
    await choose('U0OGURA', { リマインドの届け方: 'ダイレクトメッセージで受け取る（メンションなし）' });
    await meeting('直送の会', '2026-12-04', [7]);
    await save(
      'deadline',
      null,
      yearlyReport({ title: '直送の報告', date: 'R8.12.4', leads: [{ unit: 'business-days', count: 7 }] }),
    );
    await until('2026-11-25T09:00:01+09:00');
    for (const title of ['直送の会', '直送の報告']) {
      const [text = '', ...more] = said(`あと7開庁日: ${title}`);
      expect(more).toEqual([]);
      expect(text).not.toMatch(/小倉|U0OGURA/);
      expect(said(`あと7開庁日: ${title}`, 'U0OGURA')).toHaveLength(1);
      expect(said(title, 'U0TSUJI')).toEqual([]);
    }
  });

  it('somebody else of the area gets direct messages of all, or with 自分が担当するものだけ of nothing that is another’s', async () => {
    await choose('U0TSUJI', { リマインドの届け方: 'ダイレクトメッセージで受け取る（メンションなし）' });
    await choose('U0MORINO', {
      リマインドの届け方: 'ダイレクトメッセージで受け取る（メンションなし）',
      'まとめ・ダイレクトメッセージの対象': '自分が担当するものだけ',
    });
    await meeting('みんなの会', '2026-12-07', [7]);
    await until('2026-11-26T09:00:01+09:00');
    expect(said('あと7開庁日: みんなの会')[0]).toMatch(/小倉|U0OGURA/);
    expect(said('あと7開庁日: みんなの会', 'U0TSUJI')).toHaveLength(1);
    expect(said('みんなの会', 'U0MORINO')).toEqual([]);
  });

  it('通知を減らす at a reminder leaves the last one alone, for that person; the channel hears all', async () => {
    await meeting('静かな会', '2026-12-10', [7, 1]);
    await until('2026-12-01T09:00:01+09:00');
    expect(said('静かな会')[0]).toMatch(/小倉|U0OGURA/);
    const ogura = office.as('U0OGURA').in('C0SUZUKA');
    await ogura.click('通知を減らす');
    await ogura.waitForView('リマインドの届け方');
    await ogura.fill({ '会議・研修・取組のリマインド': '直前の1回だけ受け取る' });
    await ogura.submit();
    await ogura.waitForView('通知の設定を保存しました');
    await ogura.close();
    await meeting('次の静かな会', '2026-12-15', [8, 1]);
    await until('2026-12-03T09:00:01+09:00');
    expect(said('次の静かな会')[0]).not.toMatch(/小倉|U0OGURA/);
    await until('2026-12-14T09:00:01+09:00');
    expect(said('あと1開庁日: 次の静かな会')[0]).toMatch(/小倉|U0OGURA/);
  });

  it('deadlines cannot be muted: their reminders offer it to nobody, and reach whoever muted everything', async () => {
    await choose('U0OGURA', { '会議・研修・取組のリマインド': '受け取らない' });
    await save(
      'deadline',
      null,
      yearlyReport({ title: '止まらない報告', date: 'R8.12.18', leads: [{ unit: 'business-days', count: 1 }] }),
    );
    await meeting('止まる会', '2026-12-18', [1]);
    await until('2026-12-17T09:00:01+09:00');
    expect(said('止まる会')[0]).not.toMatch(/小倉|U0OGURA/);
    const [report = ''] = said('止まらない報告');
    expect(report).toMatch(/小倉|U0OGURA/);
    expect(report).not.toContain('通知を減らす');
    await until('2026-12-21T09:00:01+09:00');
    expect(said('期限を過ぎています: 止まらない報告', 'U0OGURA')).toHaveLength(1);
  });

  it('where the area has no channel, a muted reminder is not sent, and the notice says why', async () => {
    const { prisma } = office.database;
    await prisma.area.update({ where: { id: 'suzuka' }, data: { channel: null } });
    await choose('U0OGURA', { '会議・研修・取組のリマインド': '受け取らない' });
    const plan = await meeting('無音の会', '2026-12-25', [1]);
    await until('2026-12-24T09:00:01+09:00');
    expect(said('無音の会', 'U0OGURA')).toEqual([]);
    const { id } = await prisma.occurrence.findFirstOrThrow({ where: { planId: plan } });
    const where = { recordId: id, kind: 'reminder' };
    expect(await prisma.notice.findFirst({ where })).toMatchObject({ status: 'cancelled', reason: 'muted' });
    await prisma.area.update({ where: { id: 'suzuka' }, data: { channel: 'C0SUZUKA' } });
  });

  it('of a meeting whose areas share the channel one direct message comes, too', async () => {
    const { prisma } = office.database;
    await prisma.area.update({ where: { id: 'kihoku' }, data: { channel: 'C0SUZUKA' } });
    await prisma.membership.create({ data: { user: 'U0TSUJI', areaId: 'kihoku', role: 'staff' } });
    await choose('U0TSUJI', { リマインドの届け方: 'ダイレクトメッセージで受け取る（メンションなし）' });
    const [day, leads] = [isoDay('2027-01-15'), [{ unit: 'business-days' as const, count: 3 }]];
    const recurrence = { rhythm: 'dates' as const, days: [day] };
    await save(
      'meetingPlan',
      null,
      caseMeeting({ title: '共同の会', areaIds: ['suzuka', 'kihoku'], recurrence, from: day, leads }),
    );
    await until('2027-01-12T09:00:01+09:00');
    expect(said('共同の会')).toHaveLength(1);
    expect(said('共同の会', 'U0TSUJI')).toHaveLength(1);
  });
});
