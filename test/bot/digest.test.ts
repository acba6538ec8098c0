import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FieldsOf } from '../../src/records/changes.ts';
import type { NoticePreference } from '../../src/records/notice-preference.ts';
import { USUAL_NOTICES } from '../../src/records/notice-preference.ts';
import { TEAM } from '../../src/workspace/cast.ts';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { caseMeeting, isoDay, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

describe.each(TRANSPORTS)('the digest, by %s', (transport) => {
  let office: Office;
  const { save, until } = remindedIn(() => office);
  // Friday 20 November 2026; the Monday after is 勤労感謝の日.
  beforeAll(async () => {
    office = await openOffice(transport, { now: '2026-11-20T08:00:00+09:00' });
    const { prisma } = office.database;
    await prisma.membership.createMany({
      data: [
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
      ],
    });
    await prisma.initiative.updateMany({ data: { date: null } });
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    for (const user of ['U0OGURA', 'U0TSUJI']) await choose(user, {});
    await prisma.meetingPlan.deleteMany();
    await prisma.deadline.deleteMany();
    await prisma.notice.deleteMany({ where: { status: 'planned' } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const choose = (user: string, wanted: Partial<NoticePreference>) =>
    office.app.notices.choose({ team: TEAM.id, user }, { ...USUAL_NOTICES, ...wanted });
  const meeting = (title: string, day: string, more: Partial<FieldsOf<'meetingPlan'>> = {}) =>
    save(
      'meetingPlan',
      null,
      caseMeeting({
        ...{ title, from: isoDay(day), leads: [], recurrence: { rhythm: 'dates', days: [isoDay(day)] } },
        ...more,
      }),
    );
  const report = (title: string, date: string) => save('deadline', null, yearlyReport({ title, date, leads: [] }));
  const digests = (user: string) =>
    office
      .as(user)
      .in('bot')
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes('のまとめ'));
  const notices = (user: string) =>
    office.database.prisma.notice.findMany({
      where: { recordKind: 'digest', recordId: user },
      orderBy: { dueAt: 'asc' },
      select: { key: true, status: true, reason: true, late: true },
    });

  it('comes on the first business day of a week whose Monday is closed, with what is late, asked and due', async () => {
    await report('遅れた報告', 'R8.11.19');
    await meeting('先週の会', '2026-11-19');
    await meeting('今週の会', '2026-11-27');
    await meeting('来月の会', '2026-12-24');
    await choose('U0OGURA', { digest: 'monday' });
    await until('2026-11-23T12:00:00+09:00');
    expect(digests('U0OGURA')).toEqual([]);
    await until('2026-11-24T09:00:01+09:00');
    const [text = '', ...more] = digests('U0OGURA');
    expect(more).toEqual([]);
    expect(text).toContain(
      '令和8年11月24日（火）のまとめ: 期限を過ぎています（1件）、確認をお願いします（1件）、これから7日間（1件）',
    );
    expect(text).toContain('遅れた報告（鈴鹿市）');
    expect(text).toContain('5日（2開庁日）過ぎています');
    expect(text).toContain('開催の記録がまだありません');
    expect(text).toContain('あと3開庁日　令和8年11月27日（金） 19:00　中央公民館');
    expect(text).not.toContain('来月の会');
    expect(digests('U0TSUJI')).toEqual([]);
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.click('提出済みにする');
    await ogura.waitForView('遅れた報告');
    await ogura.close();
  });

  it('of each business day skips closed days, says nothing where nothing is due, and leaves a trace of it', async () => {
    await meeting('木曜の会', '2026-11-26', { time: null });
    await choose('U0OGURA', { digest: 'daily' });
    const before = digests('U0OGURA').length;
    await until('2026-11-30T09:00:01+09:00');
    const texts = digests('U0OGURA').slice(before);
    expect(texts.map((text) => text.split('のまとめ')[0])).toEqual([
      '令和8年11月25日（水）',
      '令和8年11月26日（木）',
      '令和8年11月27日（金）',
      '令和8年11月30日（月）',
    ]);
    expect(texts.at(-1)).toContain('確認をお願いします（1件）');
    await office.database.prisma.meetingPlan.deleteMany();
    await until('2026-12-01T09:00:01+09:00');
    expect(digests('U0OGURA')).toHaveLength(before + 4);
    expect((await notices('U0OGURA')).slice(-2)).toEqual([
      { key: 'digest:U0OGURA:2026-12-01', status: 'cancelled', reason: 'nothing-due', late: null },
      { key: 'digest:U0OGURA:2026-12-02', status: 'planned', reason: null, late: null },
    ]);
  });

  it('holds what one is in charge of alone, where somebody chose that; the other’s stays whole', async () => {
    await meeting('わたしの会', '2026-12-03', { inCharge: 'U0TSUJI' });
    await meeting('となりの会', '2026-12-03', { inCharge: 'U0OGURA' });
    await choose('U0TSUJI', { digest: 'daily', scope: 'own' });
    await choose('U0OGURA', { digest: 'daily' });
    await until('2026-12-02T09:00:01+09:00');
    expect(digests('U0TSUJI').at(-1)).toContain('わたしの会');
    expect(digests('U0TSUJI').at(-1)).not.toContain('となりの会');
    expect(digests('U0OGURA').at(-1)).toContain('わたしの会');
    expect(digests('U0OGURA').at(-1)).toContain('となりの会');
  });

  it('of a bot that was down for weeks comes once, late, and goes on from there', async () => {
    await report('待っていた報告', 'R8.12.3');
    await choose('U0OGURA', { digest: 'daily' });
    const before = digests('U0OGURA').length;
    await office.restart(async () => {
      office.workspace.attend({ nextAfter: async () => null, work: async () => {} });
      await office.as('U0OGURA').advance(15 * 86_400_000 + 3 * 3_600_000);
    });
    await office.quiet();
    expect(digests('U0OGURA').slice(before)).toHaveLength(1);
    expect(digests('U0OGURA').at(-1)).toContain('遅れて配信（予定 令和8年12月17日（木） 09:00）');
    const ends = (await notices('U0OGURA')).slice(-3);
    expect(ends).toMatchObject([
      { key: 'digest:U0OGURA:2026-12-03', status: 'expired' },
      { key: 'digest:U0OGURA:2026-12-17', status: 'sent', late: true },
      { key: 'digest:U0OGURA:2026-12-18', status: 'planned' },
    ]);
  });

  it('is planned again at the start for whoever lost it, and not for whoever wants none any more', async () => {
    const { prisma } = office.database;
    await choose('U0OGURA', { digest: 'monday' });
    await choose('U0TSUJI', { digest: 'monday' });
    await prisma.notice.deleteMany({ where: { recordKind: 'digest', status: 'planned' } });
    await choose('U0TSUJI', { digest: 'none' });
    await office.restart();
    await office.quiet();
    const planned = { where: { recordKind: 'digest', status: 'planned' as const }, select: { key: true } };
    await expect.poll(() => prisma.notice.findMany(planned)).toEqual([{ key: 'digest:U0OGURA:2026-12-21' }]);
  });
});
