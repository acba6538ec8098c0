import { addDays, type CalendarDate, calendarDate, firstOfMonth, weekdayOf } from './calendar-date.ts';

// 国民の祝日に関する法律 as it stands since 2020, for years that the holiday data do not reach. Exceptions made for single
// years (2019–2021) are in the data.

const MONDAY = 1;

function nthMonday(year: number, month: number, n: number): CalendarDate {
  const first = firstOfMonth(year, month);
  return addDays(first, ((MONDAY - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
}

/** The formula by which equinoxes are forecast: their day drifts by 0.242194 a year and falls back in leap years. */
function equinox(year: number, base: { until2099: number; until2150: number }): number {
  const at = year <= 2099 ? base.until2099 : base.until2150;
  return Math.floor(at + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

/** 春分の日 and 秋分の日 of 1980–2150, as days of March and of September. */
export function equinoxDays(year: number): { vernal: number; autumnal: number } {
  return {
    vernal: equinox(year, { until2099: 20.8431, until2150: 21.851 }),
    autumnal: equinox(year, { until2099: 23.2488, until2150: 24.2488 }),
  };
}

/** 第2条: the holidays with a name. */
function named(year: number): Map<CalendarDate, string> {
  const { vernal, autumnal } = equinoxDays(year);
  const on = (month: number, day: number) => calendarDate(year, month, day) as CalendarDate;
  return new Map([
    [on(1, 1), '元日'],
    [nthMonday(year, 1, 2), '成人の日'],
    [on(2, 11), '建国記念の日'],
    [on(2, 23), '天皇誕生日'],
    [on(3, vernal), '春分の日'],
    [on(4, 29), '昭和の日'],
    [on(5, 3), '憲法記念日'],
    [on(5, 4), 'みどりの日'],
    [on(5, 5), 'こどもの日'],
    [nthMonday(year, 7, 3), '海の日'],
    [on(8, 11), '山の日'],
    [nthMonday(year, 9, 3), '敬老の日'],
    [on(9, autumnal), '秋分の日'],
    [nthMonday(year, 10, 2), 'スポーツの日'],
    [on(11, 3), '文化の日'],
    [on(11, 23), '勤労感謝の日'],
  ]);
}

/** The holidays of a year by the law: those with a name, what replaces a Sunday (第3条2項), what lies between two (3項). */
export function holidaysByLaw(year: number): ReadonlyMap<CalendarDate, string> {
  const withName = named(year);
  const holidays = new Map(withName);
  for (const day of withName.keys()) {
    if (weekdayOf(day) !== 0) continue;
    let next = addDays(day, 1);
    while (withName.has(next)) next = addDays(next, 1);
    holidays.set(next, '振替休日');
  }
  for (const day of withName.keys()) {
    const between = addDays(day, 1);
    if (!holidays.has(between) && withName.has(addDays(day, 2))) holidays.set(between, '国民の休日');
  }
  return holidays;
}
