import { describe, expect, it } from 'vitest';
import { holidayName } from '../../src/calendar/holidays.ts';
import { day } from './day.ts';
import { holidaysByLaw, openDaysByLaw } from './law.ts';

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
