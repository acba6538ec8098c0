import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/calendar-date.ts';
import { formatDate, fromWareki, toWareki } from '../../src/calendar/wareki.ts';
import { day } from './day.ts';

describe('wareki', () => {
  it('is shown with the weekday computed, in full-width parentheses', () => {
    expect(formatDate(day('2026-03-25'), 'ja')).toBe('令和8年3月25日（水）');
    expect(formatDate(day('2026-03-25'), 'en')).toBe('Wed 25 March 2026 (Reiwa 8)');
    expect(formatDate(day('2019-05-01'), 'ja')).toBe('令和元年5月1日（水）');
    expect(formatDate(day('2019-05-01'), 'en')).toBe('Wed 1 May 2019 (Reiwa 1)');
  });
  it.each([
    ['1868-01-25', '明治', 1],
    ['1912-07-29', '明治', 45],
    ['1912-07-30', '大正', 1],
    ['1926-12-24', '大正', 15],
    ['1926-12-25', '昭和', 1],
    ['1989-01-07', '昭和', 64],
    ['1989-01-08', '平成', 1],
    ['2019-04-30', '平成', 31],
    ['2019-05-01', '令和', 1],
    ['2026-11-21', '令和', 8],
  ] as const)('%s is %s %i', (iso, era, year) => {
    const date = day(iso);
    const wareki = toWareki(date);
    expect(wareki).toMatchObject({ era, year });
    expect(fromWareki(era, year, wareki?.month ?? 0, wareki?.day ?? 0)).toBe(date);
  });
  it('has none before Meiji', () => expect(toWareki(day('1868-01-24'))).toBeNull());
  it('has no day after an era’s end, before its beginning, in a year 0, or that no calendar has', () => {
    expect(fromWareki('平成', 31, 5, 1)).toBeNull();
    expect(fromWareki('平成', 40, 3, 1)).toBeNull();
    expect(fromWareki('令和', 1, 4, 30)).toBeNull();
    expect(fromWareki('昭和', 64, 1, 8)).toBeNull();
    expect(fromWareki('令和', 0, 3, 1)).toBeNull();
    expect(fromWareki('令和', 8, 2, 29)).toBeNull();
    expect(fromWareki('令和', 10, 2, 29)).toBe('2028-02-29');
  });
  it('goes there and back, and agrees with Intl, on every day since 1873', () => {
    const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'full', timeZone: 'Asia/Tokyo' });
    for (let at = day('1873-01-01'); at < day('2045-01-01'); at = addDays(at, 1)) {
      const { era, year, month, day: dayOfMonth } = toWareki(at) as NonNullable<ReturnType<typeof toWareki>>;
      if (fromWareki(era, year, month, dayOfMonth) !== at) expect(at).toBe('there and back');
      const shown = intl.format(new Date(`${at}T12:00:00+09:00`)).replace(/(.)曜日$/, '（$1）');
      if (formatDate(at, 'ja') !== shown) expect(formatDate(at, 'ja')).toBe(shown);
    }
  });
});
