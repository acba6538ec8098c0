import { describe, expect, it } from 'vitest';
import { Recurrence } from '../../src/records/recurrence.ts';
import {
  closedDayRuleWords,
  closedWords,
  leadWords,
  leftWords,
  rhythmWords,
  shiftWords,
} from '../../src/words/schedule.ts';
import { day } from '../calendar/day.ts';

const rhythm = (recurrence: unknown, language: 'ja' | 'en' = 'ja') =>
  rhythmWords(Recurrence.parse(recurrence), day('2026-11-24'), language);

describe('rhythms in words', () => {
  it.each([
    [
      { rhythm: 'weekday-of-month', nths: [2, 4], weekday: 2, months: 1 },
      '毎月第2・第4火曜日',
      '2nd and 4th Tue of every month',
    ],
    [
      { rhythm: 'weekday-of-month', nths: ['last'], weekday: 5, months: 3 },
      '3か月ごとの最終金曜日',
      'last Fri of every 3 months',
    ],
    [{ rhythm: 'day-of-month', day: 25, months: 1 }, '毎月25日', 'day 25 of every month'],
    [{ rhythm: 'day-of-month', day: 31, months: 2 }, '2か月ごとの末日', 'last day of every 2 months'],
    [{ rhythm: 'weeks', interval: 1 }, '毎週火曜日', 'Tue of every week'],
    [{ rhythm: 'weeks', interval: 2 }, '2週間ごとの火曜日', 'Tue of every 2 weeks'],
    [{ rhythm: 'years', interval: 1 }, '毎年11月24日', '24 November of every year'],
    [{ rhythm: 'years', interval: 3 }, '3年ごとの11月24日', '24 November of every 3 years'],
    [{ rhythm: 'dates', days: ['2026-11-24'] }, '指定日（1日）', '1 chosen day'],
    [{ rhythm: 'times-a-year', times: 4, days: [] }, '年4回', '4 times a year'],
  ])('%o', (recurrence, ja, en) => expect([rhythm(recurrence), rhythm(recurrence, 'en')]).toEqual([ja, en]));
});

describe('what is left', () => {
  it('is told in business days', () => {
    expect(leftWords({ days: 5, businessDays: 3 }, 'ja')).toBe('あと3開庁日');
    expect(leftWords({ days: 1, businessDays: 1 }, 'en')).toBe('1 business day left');
  });
  it('is today on the day itself, and days where no business day is left', () => {
    expect(leftWords({ days: 0, businessDays: 0 }, 'ja')).toBe('本日');
    expect(leftWords({ days: 2, businessDays: 0 }, 'ja')).toBe('あと2日');
  });
});

describe('lead times, closed days and rules', () => {
  it('a lead time of one is said in the singular, none is 当日', () => {
    expect(leadWords({ unit: 'business-days', count: 1 }, 'en')).toBe('1 business day before');
    expect(leadWords({ unit: 'days', count: 0 }, 'ja')).toBe('当日');
  });
  it('why an office is closed is said by the holiday’s name, or by what else it is', () => {
    expect(closedWords({ why: 'holiday', name: '国民の休日' }, 'en')).toBe('国民の休日');
    expect(closedWords({ why: 'own-closure' }, 'ja')).toBe('閉庁日');
  });
  it('the three rules for closed days are named as in the form', () => {
    expect(Object.values(closedDayRuleWords).map(({ ja }) => ja)).toEqual(['そのまま', '前開庁日', '翌開庁日']);
  });
  it('a day on which the office is open has no shift to tell of', () => {
    expect(shiftWords({ written: day('2026-11-24'), day: day('2026-11-24'), closed: null }, 'ja')).toBeNull();
  });
});
