import { describe, expect, it } from 'vitest';
import { asOfDate, asOfIn, readWrittenDate, writtenDate } from '../../src/records/written-dates.ts';

describe('a date in a record', () => {
  it.each([
    ['令和8年7月8日', 'R8.7.8', '令和8年7月8日'],
    ['2026/7/8', 'R8.7.8', '令和8年7月8日'],
    ['令和8年7月8日（水）', 'R8.7.8', '令和8年7月8日'],
    ['令和元年5月', 'R1.5', '令和元年5月'],
    ['H31.4.1', 'H31.4.1', '平成31年4月1日'],
    ['R8年1~2月', 'R8.1〜R8.2', '令和8年1月〜令和8年2月'],
    ['R8.7.8〜R8.7.10', 'R8.7.8〜R8.7.10', '令和8年7月8日〜令和8年7月10日'],
    ['令和8年度', 'R8年度', '令和8年度'],
    ['令和8年', 'R8年', '令和8年'],
  ])('stays as exact as it was said: %s', (said, short, long) => {
    const span = readWrittenDate(said);
    if (!span) throw new Error(said);
    expect([writtenDate(span), asOfDate(span)]).toEqual([short, long]);
    expect([readWrittenDate(short), readWrittenDate(long)]).toEqual([span, span]);
  });

  it.each(['7/8', '来月', 'R8.2.30', '令和8年7月8日（木）', '', 'R8.7.8とR8.7.9', 'R8.7.8ごろ'])(
    'is not guessed: %s',
    (said) => {
      expect(readWrittenDate(said)).toBeNull();
    },
  );

  it.each([
    ['令和8年10月', 'October 2026 (Reiwa 8)'],
    ['令和8年3月31日', 'Tue 31 March 2026 (Reiwa 8)'],
    ['令和7年度末（案）', 'fiscal 2025 (Reiwa 7), 令和7年度末（案）'],
    ['不明', '不明'],
  ])('is said in the reader’s language, and nothing of it is lost: %s', (asOf, english) => {
    expect([asOfIn(asOf, 'ja'), asOfIn(asOf, 'en')]).toEqual([asOf, english]);
  });
});
