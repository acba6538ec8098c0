import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/calendar-date.ts';
import { equinoxDays, holidaysByLaw as lawOfToday } from '../../src/calendar/holiday-law.ts';
import { HOLIDAY_YEARS, HolidaysUnknown, holidayName } from '../../src/calendar/holidays.ts';
import { day } from './day.ts';
import { AUTUMNAL, FIRST_YEAR, holidaysByLaw, openDaysByLaw, VERNAL } from './law.ts';

describe('national holidays', () => {
  it('are those of the law on every day of 2019–2035, by the same names', () => {
    const law = holidaysByLaw();
    const differing = openDaysByLaw()
      .map(({ day: iso }) => ({ iso, ours: holidayName(day(iso)), law: law.get(iso) ?? null }))
      .filter(({ ours, law: expected }) => ours !== expected);
    expect(differing).toEqual([]);
    expect(law.size).toBeGreaterThan(17 * 16);
  });
  it.each([
    ['2026-05-06', '振替休日'], // three days after the Sunday it replaces
    ['2027-03-22', '振替休日'],
    ['2026-09-22', '国民の休日'],
    ['2019-04-30', '国民の休日'],
    ['2019-05-01', '天皇の即位の日'],
    ['2020-07-24', 'スポーツの日'],
    ['2021-08-09', '振替休日'],
  ])('%s is %s', (iso, name) => expect(holidayName(day(iso))).toBe(name));
  it('do not include the turn of the year beyond 元日, nor days the Olympics emptied', () => {
    for (const iso of ['2026-12-29', '2027-01-02', '2020-10-12', '2021-10-11', '2019-12-23'])
      expect(holidayName(day(iso))).toBeNull();
  });
});

describe('national holidays beyond the data of the package', () => {
  it('are computed by the law, which agrees with the data on every day of 2022–2050', () => {
    const differing: string[] = [];
    for (let at = day('2022-01-01'); at <= day('2050-12-31'); at = addDays(at, 1)) {
      const law = lawOfToday(Number(at.slice(0, 4))).get(at) ?? null;
      if (law !== holidayName(at)) differing.push(`${at} ${law}`);
    }
    expect(differing).toEqual([]);
  });
  it('have their equinoxes by formula, which agrees with the almanac of 2019–2035', () => {
    const years = VERNAL.map((_, index) => equinoxDays(FIRST_YEAR + index));
    expect(years.map(({ vernal }) => vernal)).toEqual(VERNAL);
    expect(years.map(({ autumnal }) => autumnal)).toEqual(AUTUMNAL);
  });
  it.each([
    ['2051-01-01', '元日'],
    ['2051-01-02', '振替休日'], // 元日 on a Sunday
    ['2051-01-03', null],
    ['2060-01-12', '成人の日'],
    ['2092-03-19', '春分の日'],
    ['2092-03-20', null],
    ['2097-09-22', '秋分の日'],
    ['2052-02-11', '建国記念の日'],
    ['2052-02-13', null],
    ['2053-02-24', '振替休日'], // 天皇誕生日 on a Sunday
    ['2150-11-23', '勤労感謝の日'],
  ])('%s is %s', (iso, name) => expect(holidayName(day(iso))).toBe(name));
  it('are refused, not guessed, for years that neither data nor law reach', () => {
    for (const iso of ['1969-12-31', '2151-01-01']) expect(() => holidayName(day(iso))).toThrow(HolidaysUnknown);
    expect(holidayName(day(`${HOLIDAY_YEARS.first}-01-01`))).toBe('元日');
    expect(holidayName(day(`${HOLIDAY_YEARS.last}-12-31`))).toBeNull();
  });
});
