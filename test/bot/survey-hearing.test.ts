import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaIcs } from '../../src/documents/area-ics.ts';
import { USUAL_NOTICES } from '../../src/records/notice-preference.ts';
import { NO_SETTINGS, type OfficeSettings } from '../../src/records/office-settings.ts';
import { areaCalendar } from '../../src/registry/planned/area-calendar.ts';
import { OfficeSettingsBook } from '../../src/registry/planned/office-settings.ts';
import { textOfBlocks, textOfMessage } from '../../src/workspace/seen-text.ts';
import { newKey } from '../registry/open-registry.ts';
import { hour, isoDay } from '../registry/planned-records.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

// A hearing that a town booked through its reply: it is reminded of like a meeting, and stands in the area's calendar.

const TEAM = 'T0MIE';
const TITLE = '市町取組状況調査';
const NEAR = `「${TITLE}」のヒアリングが近づいています`;

describe('a hearing that a town booked', () => {
  let office: Office;
  const { said, until } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice('socket', { records: 'shipped' });
    await office.database.prisma.initiative.updateMany({ data: { date: null } });
    await office.database.prisma.membership.createMany({
      data: [
        { user: 'U0AKIYAMA', areaId: 'suzuka', role: 'prefecture' },
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0HIRATA', areaId: 'owase', role: 'staff', lead: true },
      ],
    });
    const { outcomes } = await office.app
      .registrar(async () => ({ ids: [], named: true }))
      .openRound({
        ...{ person: { team: TEAM, user: 'U0AKIYAMA' }, key: newKey() },
        round: {
          ...{ fiscalYear: 'R8', title: TITLE, referenceDate: '令和8年11月1日', columns: ['acp'] },
          groups: [['suzuka'], ['owase']],
          slots: [
            { day: isoDay('2026-12-08'), time: '10:00' },
            { day: isoDay('2026-12-15'), time: '14:00' },
          ],
        },
        due: {
          ...{
            date: 'R9.1.29',
            event: null,
            dueTime: null,
            confirmed: true,
            submissionYear: 'R8',
            recipient: '三重県',
          },
          leads: [],
        },
      });
    expect(outcomes.at(-1)?.outcome).toBe('saved');
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  async function book(slot: string) {
    const tsuji = office.as('U0TSUJI').in('bot');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.command('/tonari-answer');
    await tsuji.waitForView(`${TITLE}: 鈴鹿市`);
    await tsuji.click(`${TITLE}: 鈴鹿市`);
    await tsuji.waitForView('ヒアリングを予約');
    await tsuji.click('ヒアリングを予約');
    await tsuji.waitForView('ヒアリングの枠');
    await tsuji.fill({ ヒアリングの枠: slot });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
  }
  const calendar = async (areaId: string) => {
    const found = await areaCalendar(office.database.prisma, areaId);
    return found ? areaIcs(found).toString('utf8').replaceAll('\r\n ', '') : '';
  };

  it('stands in the calendar of its area alone, and moves in it with the booking', async () => {
    await book('令和8年12月8日（火） 10:00');
    expect(await calendar('suzuka')).toContain(`SUMMARY:【ヒアリング】${TITLE}`);
    expect(await calendar('suzuka')).toContain('DTSTART;TZID=Asia/Tokyo:20261208T100000');
    expect(await calendar('owase')).not.toContain('【ヒアリング】');
    await book('令和8年12月15日（火） 14:00');
    const moved = await calendar('suzuka');
    expect(moved).toContain('DTSTART;TZID=Asia/Tokyo:20261215T140000');
    expect(moved).not.toContain('20261208T100000');
  });

  async function atHome(user: string) {
    const person = office.as(user);
    while (person.topView()) await person.close();
    await person.openHome();
    await office.quiet();
    await person.waitForHome('あなたの予定と期限');
    return person;
  }
  const homeOf = async (user: string) => textOfBlocks((await atHome(user)).home()?.blocks ?? []);

  it('stands on Home of its area with who is in charge, and of the prefecture with whom it hears, each once', async () => {
    const line = `【ヒアリング】${TITLE}（鈴鹿市）`;
    const when = '令和8年12月15日（火） 14:00';
    for (const [user, details] of [
      ['U0TSUJI', `${when}　担当 辻 文香`],
      ['U0AKIYAMA', when],
    ] as const) {
      const text = await homeOf(user);
      expect(text.split(line)).toHaveLength(2);
      expect(text).toContain(details);
    }
    expect(await homeOf('U0HIRATA')).not.toContain('【ヒアリング】');
    const akiyama = await atHome('U0AKIYAMA');
    await akiyama.click('開く');
    await akiyama.waitForView(when);
    await akiyama.close();
  });

  it('is told as what one has to do, and among the meetings, to the area and the prefecture alone', async () => {
    const row = `「${TITLE}」のヒアリング 令和8年12月15日（火） 14:00（あと`;
    const asks = async (user: string, question: string, said: string) => {
      const person = office.as(user).in('bot');
      await person.command(`/tonari ${question}`);
      return textOfMessage(await person.waitFor(said));
    };
    for (const user of ['U0TSUJI', 'U0AKIYAMA']) {
      expect(await asks(user, '12月に私がやることは？', '12月のあなたの予定は')).toContain(row);
      const meetings = await asks(user, '12月の会議は？', '12月の県のヒアリングは、1件です。');
      expect(meetings).toContain(row);
      expect(meetings).toContain('この答えはあなただけに見えます');
      expect(await asks(user, 'ヒアリングはいつ？', '県のヒアリングは、1件です。')).toContain(row);
    }
    const hirata = office.as('U0HIRATA').in('bot');
    for (const question of [
      '12月に私がやることは？',
      '12月の会議は？',
      'ヒアリングはいつ？',
      '12月に鈴鹿市がやることは？',
    ])
      await hirata.command(`/tonari ${question}`);
    await office.quiet();
    expect(hirata.messages().map(textOfMessage).join()).not.toContain(row);
  });

  it('follows what its office sets, and what the prefecture does where the office sets nothing, until it is taken back', async () => {
    const waiting = async () => {
      const where = { kind: 'survey-hearing', status: 'planned' as const };
      const rows = await office.database.prisma.notice.findMany({ where, orderBy: { dueAt: 'asc' } });
      return rows.map(({ dueAt }) => new Date(dueAt.getTime() + 9 * 3_600_000).toISOString().slice(0, 16));
    };
    const { prisma } = office.database;
    const administrators = async () => ({ ids: ['U0AKIYAMA'], named: true });
    const book = new OfficeSettingsBook({ prisma, clock: office.workspace.clock, administrators });
    const set = async (id: string, fields: Partial<OfficeSettings>) => {
      const { version = null } = (await prisma.officeSetting.findUnique({ where: { id } })) ?? {};
      const by = { team: TEAM, user: 'U0AKIYAMA' };
      const saved = await book.save(by, newKey(), id, { ...NO_SETTINGS, ...fields }, version);
      expect(saved.outcome).toBe('saved');
    };
    const usual = ['2026-12-04T09:00', '2026-12-14T09:00'];
    expect(await waiting()).toEqual(usual);
    await set('area:suzuka', { meetingLeads: [], deliveryTime: hour('08:30') });
    expect(await waiting()).toEqual([]);
    await set('area:suzuka', { deliveryTime: hour('08:30') });
    expect(await waiting()).toEqual(['2026-12-04T08:30', '2026-12-14T08:30']);
    await set('area:suzuka', {});
    await set('prefecture:三重県', { meetingLeads: [{ unit: 'business-days', count: 3 }] });
    expect(await waiting()).toEqual(['2026-12-10T09:00']);
    await set('prefecture:三重県', {});
    expect(await waiting()).toEqual(usual);
    const sent = await prisma.notice.count({ where: { kind: 'survey-hearing', status: 'sent' } });
    expect(sent).toBe(0);
  });

  it('stands in the digest of its week, of the area and of the prefecture', async () => {
    const choice = { ...USUAL_NOTICES, digest: 'monday' as const };
    for (const user of ['U0TSUJI', 'U0AKIYAMA']) await office.app.notices.choose({ team: TEAM, user }, choice);
    await until('2026-12-14T08:59:00+09:00');
    for (const user of ['U0TSUJI', 'U0AKIYAMA']) expect(said(`【ヒアリング】${TITLE}（鈴鹿市）`, user)).toEqual([]);
    await until('2026-12-14T09:00:10+09:00');
    for (const user of ['U0TSUJI', 'U0AKIYAMA']) {
      const [digest = ''] = said(`【ヒアリング】${TITLE}（鈴鹿市）`, user);
      expect(digest).toContain('あと1開庁日　令和8年12月15日（火） 14:00');
    }
  });

  it('whoever is in charge is reminded of the booked day alone, at the lead times of meetings', async () => {
    // Seven business days before the 15th is the 4th; nothing is said of the 8th, which was given up.
    await until('2026-12-15T13:00:00+09:00');
    const all = said(NEAR, 'U0TSUJI');
    expect(all).toHaveLength(2);
    expect(all.every((text) => text.includes('12月15日') && text.includes('14:00'))).toBe(true);
    expect(said(NEAR, 'U0HIRATA')).toEqual([]);
  });
});
