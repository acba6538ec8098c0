import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaIcs } from '../../src/documents/area-ics.ts';
import { areaCalendar } from '../../src/registry/planned/area-calendar.ts';
import { newKey } from '../registry/open-registry.ts';
import { isoDay } from '../registry/planned-records.ts';
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
    office = await openOffice('socket');
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

  it('whoever is in charge is reminded of the booked day alone, at the lead times of meetings', async () => {
    await until('2026-12-08T12:00:00+09:00');
    // Seven business days before the 15th is the 4th; nothing is said of the 8th, which was given up.
    expect(said(NEAR, 'U0TSUJI')).toHaveLength(1);
    await until('2026-12-15T13:00:00+09:00');
    const all = said(NEAR, 'U0TSUJI');
    expect(all).toHaveLength(2);
    expect(all.every((text) => text.includes('12月15日') && text.includes('14:00'))).toBe(true);
    expect(said(NEAR, 'U0HIRATA')).toEqual([]);
  });
});
