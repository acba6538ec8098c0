import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { isBusinessDay } from '../../src/calendar/business-days.ts';
import { ClosedDays, officeCalendarOf } from '../../src/records/closed-days.ts';
import { day } from '../calendar/day.ts';

const open = (iso: string, closed: z.input<typeof ClosedDays>) => isBusinessDay(day(iso), officeCalendarOf(closed));

describe('closed days of an area or a recipient', () => {
  it('are those of the law where nothing is entered', () => {
    expect([open('2026-12-29', {}), open('2026-12-28', {}), open('2026-06-23', {})]).toEqual([false, true, true]);
  });
  it('close single days, days of every year, and another turn of the year', () => {
    const closed = { days: ['2026-11-25'], yearly: ['06-23'], yearEnd: { from: '12-28', to: '01-04' } };
    expect(['2026-11-25', '2027-06-23', '2026-12-28', '2027-01-04'].map((iso) => open(iso, closed))).toEqual(
      Array(4).fill(false),
    );
    expect([open('2027-11-25', closed), open('2027-01-05', closed)]).toEqual([true, true]);
    expect(open('2026-12-29', { yearEnd: 'open' })).toBe(true);
  });
  it('are refused where a day does not exist', () => {
    for (const closed of [{ days: ['2026-02-30'] }, { yearly: ['13-01'] }, { yearEnd: { from: '12-28', to: '1-4' } }])
      expect(ClosedDays.safeParse(closed).success).toBe(false);
    expect(ClosedDays.safeParse({ yearly: ['02-29'] }).success).toBe(true);
  });
});
