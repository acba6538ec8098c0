import { describe, expect, it } from 'vitest';
import { japaneseYears } from '../../src/calendar/year-names.ts';

describe('a western year is named by its Japanese ones', () => {
  it.each([
    [2018, '平成30年'],
    [2019, '平成31年（4月30日まで）・令和元年（5月1日から）'],
    [1989, '昭和64年（1月7日まで）・平成元年（1月8日から）'],
    [2028, '令和10年'],
    [1800, ''],
  ])('%i', (year, names) => {
    expect(japaneseYears(year, 'ja')).toBe(names);
  });

  it('in English as well', () => {
    expect(japaneseYears(2019, 'en')).toBe('Heisei 31 (to Tue 30 April 2019), Reiwa 1 (from Wed 1 May 2019)');
  });
});
