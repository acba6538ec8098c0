import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  parseIso,
  partsOf,
  todayIn,
  weekdayOf,
} from '../../src/calendar/calendar-date.ts';
import { day } from './day.ts';

describe('calendar days', () => {
  it('have no day that the calendar lacks, and nothing rolls over', () => {
    expect(calendarDate(2026, 2, 30)).toBeNull();
    expect(calendarDate(2026, 2, 29)).toBeNull();
    expect(calendarDate(2028, 2, 29)).toBe('2028-02-29');
    expect(calendarDate(2000, 2, 29)).toBe('2000-02-29');
    expect(calendarDate(2100, 2, 29)).toBeNull();
    expect(calendarDate(2026, 13, 1)).toBeNull();
    expect(calendarDate(2026, 0, 1)).toBeNull();
    expect(calendarDate(2026, 6, 31)).toBeNull();
    expect(calendarDate(2026, 6, 1.5)).toBeNull();
    expect(calendarDate(Number.NaN, 6, 1)).toBeNull();
  });
  it('are read from YYYY-MM-DD and from nothing else', () => {
    expect(parseIso('2026-03-25')).toBe('2026-03-25');
    for (const wrong of ['2026-3-25', '2026-02-30', ' 2026-03-25', '2026-03-25T00:00:00Z', '', '20260325'])
      expect(parseIso(wrong)).toBeNull();
  });
  it('are counted across months, leap days and years, forwards and back', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
    expect(daysBetween(day('2026-03-31'), day('2026-04-01'))).toBe(1);
    expect(daysBetween(day('2026-04-01'), day('2025-04-01'))).toBe(-365);
    expect([firstOfMonth(2026, 14), lastOfMonth(2028, 2), lastOfMonth(2026, 12)]).toEqual([
      '2027-02-01',
      '2028-02-29',
      '2026-12-31',
    ]);
    expect(partsOf(day('2026-03-05'))).toEqual({ year: 2026, month: 3, day: 5 });
  });
  it('agree with plain arithmetic on every day of 1900–2099', () => {
    let at = day('1900-01-01');
    for (let time = Date.UTC(1900, 0, 1), n = 0; n < 73049; time += 86_400_000, n += 1) {
      const instant = new Date(time);
      if (at !== instant.toISOString().slice(0, 10) || weekdayOf(at) !== instant.getUTCDay())
        expect(at).toBe(instant.toISOString());
      at = addDays(at, 1);
    }
    expect(at).toBe('2100-01-01');
    expect(daysBetween(day('1900-01-01'), at)).toBe(73049);
  });
  it('turn at midnight in Tokyo, wherever the host stands', () => {
    expect(todayIn(new Date('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31');
    expect(todayIn(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
    expect(todayIn(new Date('2026-03-31T23:59:00+09:00'))).toBe('2026-03-31');
  });
});
