import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { ChangeKind, FieldsOf } from '../../src/records/changes.ts';
import { OfficeClosures } from '../../src/registry/planned/closed-days.ts';
import { TEAM } from '../../src/workspace/cast.ts';
import { textOfView } from '../../src/workspace/seen-text.ts';
import type { SeenView } from '../../src/workspace/sight.ts';
import { newKey } from '../registry/open-registry.ts';
import { caseMeeting, idOf, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const day = (text: string) => text as CalendarDate;
const ONE_BEFORE = [{ unit: 'business-days' as const, count: 1 }];

describe.each(TRANSPORTS)('closed days of offices, by %s', (transport) => {
  let office: Office;
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

  const save = async <K extends ChangeKind>(kind: K, fields: Partial<FieldsOf<K>>) => {
    const registrar = office.app.registrar(async () => ({ ids: [], named: true }));
    const person = { team: TEAM.id, user: 'U0OGURA' };
    return idOf(await registrar.save({ person, via: 'form', key: newKey(), kind, id: null, version: null, fields }));
  };
  const meetingOn = (iso: string, title: string) => {
    const recurrence = { rhythm: 'dates' as const, days: [day(iso)] };
    return save('meetingPlan', caseMeeting({ title, recurrence, from: day(iso), leads: ONE_BEFORE }));
  };
  /** The days on which reminders of a record wait. */
  const reminders = async (recordId: string) => {
    const where = { recordId, kind: 'reminder', status: 'planned' as const };
    const rows = await office.database.prisma.notice.findMany({ where, orderBy: { dueAt: 'asc' } });
    return rows.map(({ dueAt }) => new Date(dueAt.getTime() + 9 * 3_600_000).toISOString().slice(0, 10));
  };
  const dateOf = async (planId: string) =>
    (await office.database.prisma.occurrence.findFirstOrThrow({ where: { planId } })).id;
  /** 閉庁日, as a command shows them. */
  const list = async (user: string) => {
    const person = office.as(user).in('bot');
    while (person.topView()) await person.close();
    await person.command('/tonari-admin 閉庁日');
    await person.waitForView('土日・祝日・年末年始のほかに閉まる日です');
    return person;
  };
  const enter = async (user: string, button: string, fields: Record<string, string>) => {
    const person = await list(user);
    await person.click(button);
    await person.waitForView('空欄なら12/29～1/3');
    await (await person.fill(fields)).submit();
    return person;
  };

  it('a manager enters those of an own area; its reminders move at once, and back when it is taken back', async () => {
    const meeting = await dateOf(await meetingOn('2026-12-04', '事例検討会'));
    expect(await reminders(meeting)).toEqual(['2026-12-03']);
    const morino = await enter('U0MORINO', '鈴鹿市の閉庁日を入力', {
      閉庁日: 'R8.12.2～R8.12.3',
      毎年の閉庁日: '6/23',
    });
    const saved = textOfView(await morino.waitForView('閉庁日を保存しました'));
    expect(saved).toContain('令和8年12月2日（水）、令和8年12月3日（木）');
    expect(await reminders(meeting)).toEqual(['2026-12-01']);
    await morino.click('取り消す');
    await morino.waitForView('変更を取り消しました');
    expect(await reminders(meeting)).toEqual(['2026-12-03']);
    expect(await office.database.prisma.officeClosure.count()).toBe(0);
    const history = await office.database.prisma.history.findMany({ where: { kind: 'closedDays' } });
    expect(history.map(({ record, action }) => [record, action])).toEqual([
      ['area:suzuka', 'create'],
      ['area:suzuka', 'undo'],
    ]);
  });

  it('meetings that fall on a closed day are named, and what is left is counted by the office’s own days', async () => {
    await meetingOn('2026-12-11', '運営会議');
    const morino = await enter('U0MORINO', '鈴鹿市の閉庁日を入力', { 閉庁日: 'R8.12.11\nR8.11.25' });
    expect(textOfView(await morino.waitForView('この閉庁日に当たる会議があります'))).toContain('運営会議');
    await morino.click('← 閉庁日');
    await morino.waitForView('閉庁日: 令和8年11月25日（水）、令和8年12月11日（金）');
    await meetingOn('2026-11-26', '臨時部会');
    // The 25th is closed here: on the 24th the 26th is the next business day.
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.advance(3_601_000);
    await ogura.waitFor('あと1開庁日: 臨時部会');
  });

  it('the preview of a new meeting moves what falls on the office’s own closed day', async () => {
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.command('/tonari-meeting 定例会 R8.12.11 19:00');
    await ogura.waitForView('会議の登録');
    await (await ogura.fill({ 閉庁日に当たるとき: '翌開庁日' })).submit();
    const preview = textOfView(await ogura.waitForView('令和8年12月11日（金）は閉庁日のため'));
    expect(preview).toContain('令和8年12月14日（月）にします');
    await ogura.submit();
    await ogura.waitForView('保存しました');
    const saved = await office.database.prisma.occurrence.findFirstOrThrow({ where: { plan: { title: '定例会' } } });
    expect([saved.written, saved.day]).toEqual(['2026-12-11', '2026-12-14']);
  });

  it('a report falls due when its recipient is open again', async () => {
    const report = await save('deadline', yearlyReport({ date: 'R8.12.15', closedDays: 'next', leads: ONE_BEFORE }));
    expect(await reminders(report)).toEqual(['2026-12-14']);
    const akiyama = await enter('U0AKIYAMA', '提出先（国など）の閉庁日を入力', {
      提出先: '三重県',
      閉庁日: 'R8.12.15',
    });
    await akiyama.waitForView('閉庁日を保存しました');
    expect(await reminders(report)).toEqual(['2026-12-15']);
    await list('U0AKIYAMA');
    await akiyama.click('三重県の閉庁日を変更');
    await akiyama.waitForView('すべて空欄にして保存すると');
    await (await akiyama.fill({ 閉庁日: null })).submit();
    await akiyama.waitForView('閉庁日を保存しました');
    expect(await reminders(report)).toEqual(['2026-12-14']);
    expect(await office.database.prisma.officeClosure.count({ where: { id: 'recipient:三重県' } })).toBe(0);
  });

  it('those of the whole prefecture close all its offices, its own included', async () => {
    const meeting = await dateOf(await meetingOn('2027-01-08', '新年の会'));
    const report = await save('deadline', yearlyReport({ date: 'R9.1.7', closedDays: 'next', leads: ONE_BEFORE }));
    expect([await reminders(meeting), await reminders(report)]).toEqual([['2027-01-07'], ['2027-01-06']]);
    const akiyama = await enter('U0AKIYAMA', '三重県全体（県庁と市町）の閉庁日を入力', { 年末年始: '12/29～1/7' });
    await akiyama.waitForView('閉庁日を保存しました');
    expect([await reminders(meeting), await reminders(report)]).toEqual([['2026-12-28'], ['2026-12-28']]);
  });

  it('nobody else changes them: staff are told who may, and a manager has no recipients', async () => {
    const seen = textOfView((await list('U0OGURA')).topView() as SeenView);
    expect(seen).not.toContain('入力');
    expect(textOfView((await list('U0MORINO')).topView() as SeenView)).not.toMatch(
      /提出先（国など）|全体（県庁と市町）の閉庁日を(入力|変更)/,
    );
  });

  it('whoever may not is refused whatever was sent, and that is in the audit', async () => {
    const { prisma } = office.database;
    const administrators = async () => ({ ids: [], named: true });
    const closures = new OfficeClosures({ prisma, clock: office.workspace.clock, administrators });
    const nothing = { days: [], yearly: ['06-23'], yearEnd: null };
    for (const [user, id] of [
      ['U0OGURA', 'area:suzuka'],
      ['U0MORINO', 'area:owase'],
      ['U0MORINO', 'prefecture:三重県'],
      ['U0MORINO', 'recipient:国'],
    ] as const) {
      const outcome = await closures.save({ team: TEAM.id, user }, newKey(), id, nothing);
      expect([id, outcome.outcome]).toEqual([id, 'refused']);
    }
    expect(await prisma.refusal.count({ where: { action: { startsWith: 'closedDays' } } })).toBe(4);
  });

  it('what cannot be read is refused at its field', async () => {
    const morino = await enter('U0MORINO', '鈴鹿市の閉庁日を変更', {
      閉庁日: 'R9.2.30',
      毎年の閉庁日: '6月',
      年末年始: 'いつも',
    });
    await expect.poll(() => Object.values(morino.errors()).length).toBe(3);
    expect(Object.values(morino.errors()).join('\n')).toMatch(/2\.30|2月30日/);
  });
});
