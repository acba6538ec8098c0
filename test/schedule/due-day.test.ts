import { describe, expect, it } from 'vitest';
import { defaultOffice, type ShiftRule } from '../../src/calendar/business-days.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import { chainBackFrom } from '../../src/schedule/chain.ts';
import { CLOSED_DAYS_OF, type DueRule, dueDay } from '../../src/schedule/due-day.ts';
import { lateness } from '../../src/schedule/lateness.ts';
import { submittersOf } from '../../src/schedule/submitters.ts';
import { practicalWords } from '../../src/words/schedule.ts';
import { day } from '../calendar/day.ts';

const closedOn = (...days: string[]) => ({ ...defaultOffice, closures: new Set(days.map(day)) });
const both = { sender: defaultOffice, recipient: defaultOffice };
const due = (rule: DueRule, closedDays: ShiftRule, offices = both) => dueDay(rule, closedDays, offices);

describe('the due day of a report', () => {
  it('set by law, moves to the next business day', () => {
    const sunday = due({ day: day('2026-11-15') }, CLOSED_DAYS_OF.law);
    expect(sunday).toMatchObject({ written: '2026-11-15', day: '2026-11-16', practical: '2026-11-16' });
    expect(sunday.closed).toEqual({ why: 'sunday' });
  });
  it('of an enquiry stays, and in practice is the Friday before (実質は○日（金）)', () => {
    const sunday = due({ day: day('2026-11-15') }, CLOSED_DAYS_OF.enquiry);
    expect(sunday).toMatchObject({ day: '2026-11-15', practical: '2026-11-13' });
    expect(practicalWords(sunday, 'ja')).toBe('実質は令和8年11月13日（金）です。');
    expect(practicalWords(sunday, 'en')).toContain('Fri 13 November 2026');
  });
  it('by the rule 前開庁日 moves earlier', () => {
    expect(due({ day: day('2026-11-23') }, 'previous').day).toBe('2026-11-20');
  });
  it('goes by the closed days of its recipient; in practice by those of both', () => {
    const offices = { sender: closedOn('2026-11-19'), recipient: closedOn('2026-11-20') };
    expect(due({ day: day('2026-11-20') }, 'next', offices)).toMatchObject({
      day: '2026-11-24',
      practical: '2026-11-24',
    });
    expect(due({ day: day('2026-11-20') }, 'as-is', offices)).toMatchObject({
      day: '2026-11-20',
      practical: '2026-11-18',
    });
    expect(due({ day: day('2026-11-19') }, 'next', offices)).toMatchObject({ day: '2026-11-19', closed: null });
  });
  it('on an open day is what it is, with nothing to say', () => {
    const open = due({ day: day('2026-11-20') }, 'next');
    expect(open).toEqual({ written: '2026-11-20', day: '2026-11-20', closed: null, practical: '2026-11-20' });
    expect(practicalWords(open, 'ja')).toBeNull();
  });
  it('N days after an event does not count the day of the event, and then moves by its rule', () => {
    expect(due({ event: day('2026-11-18'), daysAfter: 14 }, 'next').day).toBe('2026-12-02');
    expect(due({ event: day('2026-12-15'), daysAfter: 14 }, 'next')).toMatchObject({
      written: '2026-12-29',
      day: '2027-01-04',
      closed: { why: 'year-end' },
    });
  });
});

describe('the chain of due days', () => {
  const step = (name: string, businessDaysBefore: number, office = defaultOffice) => ({
    name,
    businessDaysBefore,
    office,
  });
  const steps = [step('委託先', 5), step('起案', 3), step('決裁', 2)];
  it('is counted backwards in business days, in the order of its steps', () => {
    expect(chainBackFrom(day('2026-11-20'), steps)).toEqual([
      { name: '委託先', day: '2026-11-06' },
      { name: '起案', day: '2026-11-13' },
      { name: '決裁', day: '2026-11-18' },
    ]);
  });
  it('counts each step in the days of its own office', () => {
    const contractor = closedOn('2026-11-09', '2026-11-10');
    const own = [step('委託先', 5, contractor), ...steps.slice(1)];
    expect(chainBackFrom(day('2026-11-20'), own).map(({ day: on }) => on)).toEqual([
      '2026-11-04',
      '2026-11-13',
      '2026-11-18',
    ]);
  });
  it('never asks for a step on a day on which its office is closed, even one on the same day', () => {
    const townClosed = closedOn('2026-11-20');
    expect(chainBackFrom(day('2026-11-20'), [step('決裁', 0, townClosed)])).toEqual([
      { name: '決裁', day: '2026-11-19' },
    ]);
    expect(chainBackFrom(day('2027-01-04'), steps).map(({ day: on }) => on)).toEqual([
      '2026-12-15',
      '2026-12-22',
      '2026-12-25',
    ]);
  });
});

describe('on time or late', () => {
  const moment = (iso: string, time: string | null = null) => ({ day: day(iso), time: time as ClockTime | null });
  it('until the end of the due day is on time', () => {
    expect(lateness(moment('2026-11-13'), moment('2026-11-13', '23:59'))).toBeNull();
    expect(lateness(moment('2026-11-13'), moment('2026-11-14', '00:00'))).toEqual({ days: 1, businessDays: 0 });
    expect(lateness(moment('2026-11-13'), moment('2026-11-01', '12:00'))).toBeNull();
  });
  it('until the due time, that minute included, is on time; later that day is late by no days', () => {
    expect(lateness(moment('2026-11-13', '17:00'), moment('2026-11-13', '17:00'))).toBeNull();
    expect(lateness(moment('2026-11-13', '17:00'), moment('2026-11-13', '17:01'))).toEqual({
      days: 0,
      businessDays: 0,
    });
    expect(lateness(moment('2026-11-13', '17:00'), moment('2026-11-12', '23:00'))).toBeNull();
  });
  it('a submission whose hour nobody noted is on time on the due day', () => {
    expect(lateness(moment('2026-11-13', '17:00'), moment('2026-11-13'))).toBeNull();
  });
  it('is told in calendar days and in business days: a Friday’s report on the Tuesday after a holiday', () => {
    expect(lateness(moment('2026-11-20'), moment('2026-11-24'))).toEqual({ days: 4, businessDays: 1 });
    expect(lateness(moment('2026-11-20'), moment('2026-11-24'), closedOn('2026-11-24'))).toEqual({
      days: 4,
      businessDays: 0,
    });
  });
});

describe('who submits', () => {
  const union = new Map([['鈴鹿亀山地区広域連合', ['鈴鹿市', '亀山市']]]);
  it('is a 広域連合 once, for itself and for its towns', () => {
    expect(submittersOf(['鈴鹿市', '亀山市', '津市'], union)).toEqual([
      { areaId: '鈴鹿市', by: '鈴鹿亀山地区広域連合' },
      { areaId: '亀山市', by: '鈴鹿亀山地区広域連合' },
      { areaId: '津市', by: '津市' },
    ]);
  });
  it('is each area for itself where no body must', () => {
    expect(submittersOf(['津市', '津市'], new Map())).toEqual([{ areaId: '津市', by: '津市' }]);
    expect(
      submittersOf(['鈴鹿亀山地区広域連合'], new Map([['鈴鹿亀山地区広域連合', ['鈴鹿亀山地区広域連合']]])),
    ).toEqual([{ areaId: '鈴鹿亀山地区広域連合', by: '鈴鹿亀山地区広域連合' }]);
  });
});
