import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/calendar-date.ts';
import { type FindOptions, findDates, findImpossible } from '../../src/calendar/date-text.ts';
import { formatDate } from '../../src/calendar/wareki.ts';
import { day } from './day.ts';

const TODAY = day('2026-11-21'); // a Saturday

/** "precision from..to" of every date found. */
function read(text: string, options?: FindOptions): string {
  return findDates(text, TODAY, options)
    .map(({ precision, from, to }) => (from === to ? `${precision} ${from}` : `${precision} ${from}..${to}`))
    .join(', ');
}

const PHRASES: [typed: string, meant: string][] = [
  // full dates
  ['令和8年3月25日（水）', 'day 2026-03-25'],
  ['令和８年３月２５日', 'day 2026-03-25'],
  ['R8.3.25', 'day 2026-03-25'],
  ['r8/3/25', 'day 2026-03-25'],
  ['R8-03-25', 'day 2026-03-25'],
  ['H30.4.1', 'day 2018-04-01'],
  ['S63.4.1', 'day 1988-04-01'],
  ['R7.10.19開催', 'day 2025-10-19'],
  ['2026-03-25', 'day 2026-03-25'],
  ['2026/6/2', 'day 2026-06-02'],
  ['2021.11.10', 'day 2021-11-10'],
  ['2026年6月2日', 'day 2026-06-02'],
  ['令和八年三月二十五日', 'day 2026-03-25'],
  ['令和元年5月1日', 'day 2019-05-01'],
  ['6/30', 'day 2027-06-30'],
  ['6月30日', 'day 2027-06-30'],
  ['11月18日', 'day 2027-11-18'],
  ['10/11市民公開講座', 'day 2027-10-11'],
  ['3/25まで', 'day 2027-03-25'],
  ['3/25回答期限', 'day 2027-03-25'],
  ['令和7年度3月1日', 'day 2026-03-01'],
  ['昨年11月3日', 'day 2025-11-03'],
  ['来月10日', 'day 2026-12-10'],
  // months
  ['R8.2月', 'month 2026-02-01..2026-02-28'],
  ['R7.9時点', 'month 2025-09-01..2025-09-30'],
  ['令和8年2月', 'month 2026-02-01..2026-02-28'],
  ['令和八年三月', 'month 2026-03-01..2026-03-31'],
  ['3月中', 'month 2027-03-01..2027-03-31'],
  ['11月に', 'month 2026-11-01..2026-11-30'],
  ['2026年3月', 'month 2026-03-01..2026-03-31'],
  ['2026-03', 'month 2026-03-01..2026-03-31'],
  ['来月末', 'month 2026-12-01..2026-12-31'],
  ['今月', 'month 2026-11-01..2026-11-30'],
  ['先月', 'month 2026-10-01..2026-10-31'],
  ['今年度3月', 'month 2027-03-01..2027-03-31'],
  ['3月上旬', 'range 2027-03-01..2027-03-10'],
  ['令和8年2月下旬', 'range 2026-02-21..2026-02-28'],
  // years and fiscal years
  ['令和7年度', 'fiscal-year 2025-04-01..2026-03-31'],
  ['令和7度', 'fiscal-year 2025-04-01..2026-03-31'], // as 鳥羽市's heading has it
  ['R7年度', 'fiscal-year 2025-04-01..2026-03-31'],
  ['8年度事業計画', 'fiscal-year 2026-04-01..2027-03-31'],
  ['R7', 'fiscal-year 2025-04-01..2026-03-31'],
  ['h30', 'fiscal-year 2018-04-01..2019-03-31'],
  ['H31', 'fiscal-year 2019-04-01..2020-03-31'],
  ['平成31年度', 'fiscal-year 2019-04-01..2020-03-31'],
  ['令和元年度', 'fiscal-year 2019-04-01..2020-03-31'],
  ['H29年度', 'fiscal-year 2017-04-01..2018-03-31'],
  ['2025年度', 'fiscal-year 2025-04-01..2026-03-31'],
  ['FY2025', 'fiscal-year 2025-04-01..2026-03-31'],
  ['fiscal 2025', 'fiscal-year 2025-04-01..2026-03-31'],
  ['昨年度', 'fiscal-year 2025-04-01..2026-03-31'],
  ['今年度', 'fiscal-year 2026-04-01..2027-03-31'],
  ['来年度', 'fiscal-year 2027-04-01..2028-03-31'],
  ['一昨年度', 'fiscal-year 2024-04-01..2025-03-31'],
  ['last fiscal year', 'fiscal-year 2025-04-01..2026-03-31'],
  ['this fiscal year', 'fiscal-year 2026-04-01..2027-03-31'],
  ['令和4年', 'year 2022-01-01..2022-12-31'],
  ['令和元年', 'year 2019-05-01..2019-12-31'],
  ['昨年', 'year 2025-01-01..2025-12-31'],
  // ranges
  ['R8年1~2月', 'range 2026-01-01..2026-02-28'],
  ['R7.11~12', 'range 2025-11-01..2025-12-31'],
  ['令和7年11月～令和7年12月', 'range 2025-11-01..2025-12-31'],
  ['令和7年11月〜翌2月', 'range 2025-11-01..2026-02-28'],
  ['R6~R8', 'range 2024-04-01..2027-03-31'],
  ['R6-R11', 'range 2024-04-01..2030-03-31'],
  ['令和3~5年度', 'range 2021-04-01..2024-03-31'],
  ['2024～2026年度', 'range 2024-04-01..2027-03-31'],
  ['10月~3月', 'range 2026-10-01..2027-03-31'],
  ['12/28~1/4', 'range 2026-12-28..2027-01-04'],
  ['3月1日(月)～5日(金)', 'range 2027-03-01..2027-03-05'],
  ['令和7年度第2四半期', 'range 2025-07-01..2025-09-30'],
  ['第4四半期', 'range 2027-01-01..2027-03-31'],
  ['Q2 of FY2026', 'range 2026-07-01..2026-09-30'],
  ['第9期', 'range 2024-04-01..2027-03-31'],
  // counted from today
  ['今日', 'day 2026-11-21'],
  ['明日', 'day 2026-11-22'],
  ['昨日', 'day 2026-11-20'],
  ['来週の水曜', 'day 2026-11-25'],
  ['今週', 'range 2026-11-16..2026-11-22'],
  ['先週', 'range 2026-11-09..2026-11-15'],
  ['today', 'day 2026-11-21'],
  ['tomorrow', 'day 2026-11-22'],
  ['next week', 'range 2026-11-23..2026-11-29'],
  // English
  ['June 30', 'day 2027-06-30'],
  ['30 June 2026', 'day 2026-06-30'],
  ['Wednesday, March 25th, 2026', 'day 2026-03-25'],
  ['March 2026', 'month 2026-03-01..2026-03-31'],
  ['from April to June', 'range 2027-04-01..2027-06-30'],
];

describe('dates in what people type, on Saturday 2026-11-21', () => {
  it.each(PHRASES)('%s is %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
    expect(findImpossible(typed)).toEqual([]);
  });
  it('are found in the middle of a sentence, several of them, at their places', () => {
    const text = '令和4年および令和6年に、r7.10.19から始めて3月中に終える(前回は令和元年度)';
    const found = findDates(text, TODAY);
    expect(found.map(({ text: phrase }) => phrase)).toEqual(['令和4年', '令和6年', 'r7.10.19', '3月中', '令和元年度']);
    for (const { begin, end, text: phrase } of found) expect(text.slice(begin, end)).toBe(phrase);
  });
  it('our own way of writing a day is understood, in Japanese and in English, for every day', () => {
    for (let at = day('2018-01-01'); at < day('2030-01-01'); at = addDays(at, 1)) {
      for (const shown of [formatDate(at, 'ja'), formatDate(at, 'en')]) {
        const found = findDates(shown, TODAY);
        const [only] = found;
        const right = found.length === 1 && only?.from === at && only.weekdayFits && only.text.length === shown.length;
        if (!right) expect(found).toBe(shown);
      }
    }
  });
});

describe('what is less exact than a day', () => {
  it('stays so, and knows its fiscal year where it has one', () => {
    const [month] = findDates('R8年2月', TODAY);
    expect(month).toMatchObject({ precision: 'month', fiscalYear: 2025, yearGiven: true, weekdayFits: null });
    expect(findDates('R7.11~12', TODAY)[0]?.fiscalYear).toBe(2025);
    expect(findDates('令和7年度', TODAY)[0]?.fiscalYear).toBe(2025);
    expect(findDates('R6~R8', TODAY)[0]).not.toHaveProperty('fiscalYear');
    expect(findDates('令和7年', TODAY)[0]).not.toHaveProperty('fiscalYear');
    expect(findDates('R8.3.31', TODAY)[0]?.fiscalYear).toBe(2025);
    expect(findDates('R8.4.1', TODAY)[0]?.fiscalYear).toBe(2026);
  });
});

describe('a date without a year', () => {
  it('is the next such day for a plan, today included, and says that the year was not given', () => {
    expect(read('11/21')).toBe('day 2026-11-21');
    expect(read('11/20')).toBe('day 2027-11-20');
    expect(findDates('11/20', TODAY)[0]?.yearGiven).toBe(false);
    expect(findDates('R8.11.20', TODAY)[0]?.yearGiven).toBe(true);
  });
  it('is the latest such day for something held', () => {
    expect(read('11/21', { prefer: 'latest' })).toBe('day 2026-11-21');
    expect(read('11/22', { prefer: 'latest' })).toBe('day 2025-11-22');
    expect(read('6月30日', { prefer: 'latest' })).toBe('day 2026-06-30');
    expect(read('12月', { prefer: 'latest' })).toBe('month 2025-12-01..2025-12-31');
    expect(read('10月~3月', { prefer: 'latest' })).toBe('range 2026-10-01..2027-03-31');
    expect(read('12月~3月', { prefer: 'latest' })).toBe('range 2025-12-01..2026-03-31');
  });
  it('on 29 February waits for a leap year', () => {
    expect(read('2/29')).toBe('day 2028-02-29');
    expect(read('2月29日', { prefer: 'latest' })).toBe('day 2024-02-29');
  });
  it('counts from the fiscal year of today at its border', () => {
    const on = (iso: string) => findDates('今年度', day(iso)).map(({ fiscalYear }) => fiscalYear);
    expect([on('2026-03-31'), on('2026-04-01')]).toEqual([[2025], [2026]]);
  });
});

describe('a weekday', () => {
  it('that does not fit its date is told, not corrected', () => {
    const [wrong] = findDates('令和8年3月6日（木）', TODAY); // as seed 000 has it; it is a Friday
    expect(wrong).toMatchObject({ from: '2026-03-06', weekdayFits: false });
    expect(findDates('令和8年3月6日（金）', TODAY)[0]?.weekdayFits).toBe(true);
    expect(findDates('3月25日水曜', TODAY)[0]?.weekdayFits).toBe(false); // 2027-03-25 is a Thursday
    expect(findDates('令和8年5月6日（水・祝）', TODAY)[0]?.weekdayFits).toBe(true);
    expect(findDates('3月1日(月)～5日(土)', TODAY)[0]?.weekdayFits).toBe(false);
  });
});

describe('what is not a date', () => {
  it.each([
    '24時間365日',
    '3回/年',
    '10/11部会',
    '10/29市町で実施',
    'TEL 0594-22-8200',
    'TEL:0567-68-8183',
    '4場面',
    '65歳',
    '3町',
    '24/7対応',
    '血圧120/80',
    '約1/2の回答',
    '3か月ごと',
    '第3月曜',
    '第1、3月曜',
    '整理番号 2012-03-1278',
    '毎月第3木曜',
    '三重県四日市市',
    '連携マニュアル2025',
    'COVID-19',
    'H1N1',
    '3年ぶり',
    '1年で10団体',
    '2年度にわたり',
    '以下期限',
    'How may 3 towns share a sheet?',
    '12:30',
    'v2.5.1',
  ])('%s', (text) => {
    expect(findDates(text, TODAY)).toEqual([]);
    expect(findImpossible(text)).toEqual([]);
  });
});

describe('dates that do not exist', () => {
  it.each([
    ['2/30', 'no-such-day'],
    ['2月30日', 'no-such-day'],
    ['6月31日', 'no-such-day'],
    ['三月三十二日', 'no-such-day'],
    ['2026/2/29', 'no-such-day'],
    ['R7.2.29', 'no-such-day'],
    ['2026-02-30', 'no-such-day'],
    ['30 February 2026', 'no-such-day'],
    ['13月', 'no-such-month'],
    ['13/1', 'no-such-month'],
    ['2026年13月1日', 'no-such-month'],
    ['R8.13.1', 'no-such-month'],
    ['令和8年0月', 'no-such-month'],
    ['令和0年', 'year-zero'],
    ['R0', 'year-zero'],
    ['令和元年4月30日', 'before-era'],
    ['平成40年', 'after-era'],
    ['平成31年5月1日', 'after-era'],
    ['平成32年度', 'after-era'],
    ['H32', 'after-era'],
    ['昭和64年1月8日', 'after-era'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(findImpossible(typed)).toMatchObject([{ reason, text: typed.toLowerCase(), begin: 0, end: typed.length }]);
    expect(findDates(typed, TODAY)).toEqual([]);
  });
  it('where the meaning is obvious, it is suggested', () => {
    expect(findImpossible('平成40年3月1日')[0]?.meant).toEqual({
      from: '2028-03-01',
      to: '2028-03-01',
      precision: 'day',
    });
    expect(findImpossible('2/30')[0]).not.toHaveProperty('meant');
  });
  it('spoil the range they end', () => {
    expect(findDates('9/1~9/31', TODAY)).toEqual([]);
    expect(findImpossible('9/1~9/31')).toMatchObject([{ text: '9/31', begin: 4, end: 8 }]);
  });
  it('may depend on today: there is no 31st next month in October, there is one in November', () => {
    expect(findImpossible('来月31日', day('2026-10-15'))).toMatchObject([{ reason: 'no-such-day' }]);
    expect(findImpossible('来月31日', TODAY)).toEqual([]);
  });
});
