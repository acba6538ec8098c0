import { describe, expect, it } from 'vitest';
import { defaultOffice, isBusinessDay } from '../../src/calendar/business-days.ts';
import { addDays, todayIn } from '../../src/calendar/calendar-date.ts';
import { type ClockTime, instantOrEnd, timeIn } from '../../src/calendar/office-time.ts';
import { readLeadTimes } from '../../src/schedule/lead-times.ts';
import { remindersOf } from '../../src/schedule/reminders.ts';
import { leadWords } from '../../src/words/schedule.ts';
import { day } from '../calendar/day.ts';

const NINE = '09:00' as ClockTime;

function reminders(iso: string, leads: string, time: string | null = '19:00', office = defaultOffice) {
  const read = readLeadTimes(leads);
  if (!('leads' in read)) throw new Error(read.unreadable);
  const over = instantOrEnd(day(iso), time as ClockTime | null);
  return remindersOf({ day: day(iso), over }, read.leads, office, NINE);
}
const shown = (...args: Parameters<typeof reminders>) =>
  reminders(...args).map(({ lead, day: on }) => `${on} ${leadWords(lead, 'ja')}`);

describe('reminders', () => {
  it('N business days before leave out weekends, holidays and the day itself', () => {
    expect(shown('2026-11-24', '7開庁日前, 1開庁日前')).toEqual(['2026-11-12 7開庁日前', '2026-11-20 1開庁日前']);
    expect(shown('2027-01-04', '3開庁日前')).toEqual(['2026-12-24 3開庁日前']);
  });
  it('N days before are calendar days, moved to an earlier business day where they fall on a closed one', () => {
    expect(shown('2026-12-04', '14日前')).toEqual(['2026-11-20 14日前']);
    expect(shown('2026-12-06', '14日前')).toEqual(['2026-11-20 14日前']); // 11/22 is a Sunday
    expect(shown('2026-12-07', '14日前')).toEqual(['2026-11-20 14日前']); // 11/23 is a holiday
    expect(shown('2027-01-15', '14日前')).toEqual(['2026-12-28 14日前']); // 1/1
  });
  it('on the day itself go out in the morning, for a meeting in the evening', () => {
    expect(shown('2026-11-24', '当日')).toEqual(['2026-11-24 当日']);
  });
  it('on the day itself go out on an earlier business day where the office is closed or it begins before they could', () => {
    expect(shown('2026-11-22', '当日')).toEqual(['2026-11-20 当日']);
    expect(shown('2026-11-24', '当日', '08:30')).toEqual(['2026-11-20 当日']);
    expect(shown('2026-11-24', '当日', '09:00')).toEqual(['2026-11-20 当日']);
    expect(shown('2026-11-24', '当日', null)).toEqual(['2026-11-24 当日']);
  });
  it('that come to the same morning are one, the shorter', () => {
    expect(shown('2026-11-22', '1開庁日前, 当日')).toEqual(['2026-11-20 当日']);
    expect(shown('2026-12-04', '14日前, 9開庁日前, 1開庁日前')).toEqual([
      '2026-11-20 9開庁日前',
      '2026-12-03 1開庁日前',
    ]);
  });
  it('go by the closed days of the office', () => {
    const office = { ...defaultOffice, closures: new Set([day('2026-11-20')]) };
    expect(shown('2026-11-24', '1開庁日前', '19:00', office)).toEqual(['2026-11-19 1開庁日前']);
  });
  it('on every day of 2026–2027 go out at 09:00 office time, on a business day, before the thing, earliest first', () => {
    for (let at = day('2026-01-01'); at <= '2027-12-31'; at = addDays(at, 1)) {
      const found = reminders(at, '30日前, 14開庁日前, 7開庁日前, 3日前, 1開庁日前, 当日', '08:30');
      const instants = found.map(({ dueAt }) => dueAt.getTime());
      expect(instants).toEqual([...new Set(instants)].sort((one, other) => one - other));
      for (const { day: on, dueAt } of found) {
        expect([isBusinessDay(on), todayIn(dueAt), timeIn(dueAt)]).toEqual([true, on, NINE]);
        expect(on < at).toBe(true); // it begins at 08:30
      }
    }
  });
});
