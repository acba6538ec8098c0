import { describe, expect, it } from 'vitest';
import { defaultOffice } from '../../src/calendar/business-days.ts';
import { addDays, type CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import { type DigestRhythm, isDigestDay } from '../../src/schedule/digest-day.ts';
import { remindAgainAt, type Snooze } from '../../src/schedule/snooze.ts';
import { day } from '../calendar/day.ts';
import { at } from './shown.ts';

const again = (pressed: string, snooze: Snooze, over: string | null = null) =>
  remindAgainAt(at(pressed), snooze, over === null ? null : at(over), defaultOffice, '09:00' as ClockTime);

describe('あとで', () => {
  it('is the next business day, or the third', () => {
    expect(again('2026-11-20 09:05', 1)).toEqual(at('2026-11-24 09:00'));
    expect(again('2026-11-20 09:05', 3)).toEqual(at('2026-11-26 09:00'));
    expect(again('2026-11-21 22:00', 1)).toEqual(at('2026-11-24 09:00')); // pressed on a Saturday
  });
  it('is not offered past the thing itself', () => {
    expect(again('2026-11-20 09:05', 1, '2026-11-24 19:00')).toEqual(at('2026-11-24 09:00'));
    expect(again('2026-11-20 09:05', 3, '2026-11-24 19:00')).toBeNull();
    expect(again('2026-11-20 09:05', 1, '2026-11-24 09:00')).toBeNull();
  });
});

describe('the days of a digest', () => {
  const office = { ...defaultOffice, closures: new Set([day('2026-11-27')]) };
  const days = (from: string, count: number, rhythm: DigestRhythm): CalendarDate[] =>
    Array.from({ length: count }, (_, n) => addDays(day(from), n)).filter((each) => isDigestDay(each, rhythm, office));
  it('are all business days of the office, for a daily one', () => {
    expect(days('2026-11-20', 9, 'daily')).toEqual(['2026-11-20', '2026-11-24', '2026-11-25', '2026-11-26']);
  });
  it('are the Mondays, or the first business day after a closed one', () => {
    expect(days('2026-11-16', 14, 'monday')).toEqual(['2026-11-16', '2026-11-24']);
    expect(days('2026-05-01', 14, 'monday')).toEqual(['2026-05-07', '2026-05-11']);
  });
  it('leave out a week that is closed as a whole', () => {
    const closed = { ...defaultOffice, yearEnd: { from: '12-28', to: '01-03' } };
    const week = Array.from({ length: 7 }, (_, n) => addDays(day('2026-12-28'), n));
    expect(week.filter((each) => isDigestDay(each, 'monday', closed))).toEqual([]);
  });
});
