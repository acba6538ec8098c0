import { describe, expect, it } from 'vitest';
import { addDays, partsOf, weekdayOf } from '../../src/calendar/calendar-date.ts';
import { Recurrence } from '../../src/records/recurrence.ts';
import { openSlots } from '../../src/schedule/open-slots.ts';
import { nextOfSeries, type Series, seriesDays } from '../../src/schedule/series.ts';
import { day } from '../calendar/day.ts';

const series = (recurrence: unknown, from: string, until?: string): Series => ({
  recurrence: Recurrence.parse(recurrence),
  from: day(from),
  ...(until && { until: day(until) }),
});
const daysOf = (recurrence: unknown, from: string, until?: string) => seriesDays(series(recurrence, from, until)).days;

describe('the rhythm of a meeting', () => {
  it('is every Nth weekday of the month, several of them too', () => {
    const tuesdays = { rhythm: 'weekday-of-month', nths: [2, 4], weekday: 2, months: 1 };
    expect(daysOf(tuesdays, '2026-11-01', '2027-01-31')).toEqual([
      '2026-11-10',
      '2026-11-24',
      '2026-12-08',
      '2026-12-22',
      '2027-01-12',
      '2027-01-26',
    ]);
  });
  it('begins with its first day, not with the month of it', () => {
    const tuesdays = { rhythm: 'weekday-of-month', nths: [2, 4], weekday: 2, months: 1 };
    expect(daysOf(tuesdays, '2026-11-11', '2026-12-08')).toEqual(['2026-11-24', '2026-12-08']);
  });
  it('a fifth Friday is left out where a month has none, and the month is named', () => {
    const fifth = series({ rhythm: 'weekday-of-month', nths: [5], weekday: 5, months: 1 }, '2026-10-01', '2027-01-31');
    expect(seriesDays(fifth).days).toEqual(['2026-10-30', '2027-01-29']);
    expect(seriesDays(fifth).monthsWithout).toEqual(['2026-11-01', '2026-12-01']);
  });
  it('the last weekday of a month is in every month', () => {
    expect(
      daysOf({ rhythm: 'weekday-of-month', nths: ['last'], weekday: 5, months: 1 }, '2026-10-01', '2026-12-31'),
    ).toEqual(['2026-10-30', '2026-11-27', '2026-12-25']);
  });
  it('agrees with a walk through every day of 2026–2035, for each weekday and each Nth', () => {
    for (const weekday of [0, 1, 2, 3, 4, 5, 6])
      for (const nth of [1, 2, 3, 4, 5, 'last'] as const) {
        const expected: string[] = [];
        for (let at = day('2026-01-01'); at <= '2035-12-31'; at = addDays(at, 1)) {
          if (weekdayOf(at) !== weekday) continue;
          const isLast = partsOf(addDays(at, 7)).month !== partsOf(at).month;
          if (nth === 'last' ? isLast : Math.ceil(partsOf(at).day / 7) === nth) expected.push(at);
        }
        const found = daysOf(
          { rhythm: 'weekday-of-month', nths: [nth], weekday, months: 1 },
          '2026-01-01',
          '2035-12-31',
        );
        expect(found).toEqual(expected);
      }
  });
  it('is a day of the month; the 31st is the last one of a shorter month', () => {
    expect(daysOf({ rhythm: 'day-of-month', day: 31, months: 1 }, '2028-01-15', '2028-04-30')).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
  });
  it('is every N months from its first month on', () => {
    expect(daysOf({ rhythm: 'day-of-month', day: 10, months: 3 }, '2026-05-01')).toEqual([
      '2026-05-10',
      '2026-08-10',
      '2026-11-10',
      '2027-02-10',
    ]);
  });
  it('is every N weeks from its first day on, over the turn of the year', () => {
    expect(daysOf({ rhythm: 'weeks', interval: 2 }, '2026-12-18', '2027-01-31')).toEqual([
      '2026-12-18',
      '2027-01-01',
      '2027-01-15',
      '2027-01-29',
    ]);
  });
  it('is every N years: a 29 February is the 28th where there is none, and comes back', () => {
    expect(daysOf({ rhythm: 'years', interval: 1 }, '2028-02-29', '2032-03-31')).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });
  it('is a list of dates, in order and none twice', () => {
    expect(daysOf({ rhythm: 'dates', days: ['2027-02-02', '2026-06-02', '2027-02-02'] }, '2026-06-02')).toEqual([
      '2026-06-02',
      '2027-02-02',
    ]);
  });
});

describe('a series', () => {
  it('stays within the fiscal year in which it begins, unless said otherwise', () => {
    const monthly = { rhythm: 'day-of-month', day: 25, months: 1 };
    expect(daysOf(monthly, '2027-01-20')).toEqual(['2027-01-25', '2027-02-25', '2027-03-25']);
    expect(daysOf(monthly, '2027-01-20', '2027-05-01')).toHaveLength(4);
    expect(daysOf(monthly, '2026-04-01')).toHaveLength(12);
  });
  it('names the dates of a list that lie outside its fiscal year', () => {
    const list = series({ rhythm: 'dates', days: ['2027-03-31', '2027-04-01'] }, '2027-03-31');
    expect(seriesDays(list)).toMatchObject({ days: ['2027-03-31'], outside: ['2027-04-01'] });
  });
  it('a rhythm of years reaches to its second day: a guide every three years has one to be reminded of', () => {
    expect(daysOf({ rhythm: 'years', interval: 3 }, '2026-10-01')).toEqual(['2026-10-01', '2029-10-01']);
  });
  it('a duty goes on: after this year’s kit comes the next one', () => {
    const kit = series({ rhythm: 'years', interval: 1 }, '2026-10-01');
    expect(nextOfSeries(kit, day('2026-10-01'))).toBe('2027-10-01');
    expect(nextOfSeries(kit, day('2026-01-01'))).toBe('2026-10-01');
    const weekly = series({ rhythm: 'weeks', interval: 2 }, '2026-12-18');
    expect(nextOfSeries(weekly, day('2026-12-20'))).toBe('2027-01-01');
    expect(nextOfSeries(series({ rhythm: 'dates', days: ['2026-12-18'] }, '2026-12-18'), day('2026-12-18'))).toBeNull();
  });
  it('of a rhythm that makes no sense is refused', () => {
    for (const wrong of [
      { rhythm: 'weeks', interval: 0 },
      { rhythm: 'day-of-month', day: 32, months: 1 },
      { rhythm: 'weekday-of-month', nths: [], weekday: 1, months: 1 },
      { rhythm: 'dates', days: ['2026-02-30'] },
    ])
      expect(Recurrence.safeParse(wrong).success).toBe(false);
  });
});

describe('N times a year with dates still open', () => {
  const slots = (times: number, days: string[]) =>
    openSlots(Recurrence.parse({ rhythm: 'times-a-year', times, days }), 2026);
  it('each slot asks when its share of the year begins', () => {
    expect(slots(4, [])).toEqual(['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']);
    expect(slots(1, [])).toEqual(['2026-04-01']);
    expect(slots(24, [])).toHaveLength(24);
  });
  it('a date that is known takes its share; two in one leave one more closed elsewhere', () => {
    expect(slots(4, ['2026-08-20'])).toEqual(['2026-04-01', '2026-10-01', '2027-01-01']);
    expect(slots(4, ['2026-05-20', '2026-06-20'])).toEqual(['2026-07-01', '2026-10-01']);
    expect(slots(2, ['2026-05-20', '2026-06-20'])).toEqual([]);
  });
  it('the known dates are in its series, whenever in the fiscal year they are', () => {
    const known = { rhythm: 'times-a-year', times: 3, days: ['2026-06-02', '2027-02-02'] };
    expect(daysOf(known, '2026-11-21')).toEqual(['2026-06-02', '2027-02-02']);
  });
  it('other rhythms have no open dates', () => {
    expect(openSlots(Recurrence.parse({ rhythm: 'weeks', interval: 1 }), 2026)).toEqual([]);
  });
});
