import { describe, expect, it } from 'vitest';
import {
  fiscalYearDays,
  fiscalYearLabel,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearRange,
  formatFiscalYear,
  formatPlanPeriod,
  parseFiscalYearLabel,
  parsePlanPeriod,
  planPeriodOf,
  planPeriodYears,
} from '../../src/calendar/fiscal-year.ts';
import { day } from './day.ts';

describe('fiscal years', () => {
  it('turn between 31 March and 1 April', () => {
    expect(fiscalYearOf(day('2026-03-31'))).toBe(2025);
    expect(fiscalYearOf(day('2026-04-01'))).toBe(2026);
    expect(fiscalYearOf(day('2026-02-01'))).toBe(2025); // R8年2月 lies in 令和7年度
    expect(fiscalYearOf(day('2025-12-31'))).toBe(fiscalYearOf(day('2026-01-01')));
    expect(fiscalYearRange(2025)).toEqual({ from: '2025-04-01', to: '2026-03-31' });
  });
  it('令和N年度 begins in 2018+N, there and back', () => {
    for (let n = 1; n <= 40; n += 1) {
      expect(fiscalYearLabel(2018 + n)).toBe(`R${n}`);
      expect(parseFiscalYearLabel(`R${n}`)).toBe(2018 + n);
    }
    for (let n = 1; n <= 30; n += 1) expect(fiscalYearLabel(parseFiscalYearLabel(`H${n}`) as number)).toBe(`H${n}`);
    expect(fiscalYearLabel(1988)).toBe('S63');
  });
  it('平成31年度 is 令和元年度', () => {
    expect(parseFiscalYearLabel('H31')).toBe(2019);
    expect(fiscalYearLabel(2019)).toBe('R1');
    expect(fiscalYearName(2019, 'ja')).toBe('令和元年度');
  });
  it('a label that its era never had is none', () => {
    for (const label of ['H32', 'S64', 'R0', 'r8', 'R', 'X3', '2026', 'R8年度'])
      expect(parseFiscalYearLabel(label)).toBeNull();
  });
  it('are shown with their days', () => {
    expect(formatFiscalYear(2026, 'ja')).toBe('令和8年度（2026年4月1日〜2027年3月31日）');
    expect(formatFiscalYear(2026, 'en')).toBe('fiscal 2026 (Reiwa 8), 1 April 2026 – 31 March 2027');
    expect(fiscalYearDays(2025, 'ja')).toBe('2025年4月1日〜2026年3月31日');
  });
});

describe('plan periods', () => {
  it('第9期 is R6–R8 and 第10期 R9–R11, both ways', () => {
    expect(planPeriodYears(9)).toEqual({ first: 2024, last: 2026 });
    expect(planPeriodYears(10)).toEqual({ first: 2027, last: 2029 });
    expect([2023, 2024, 2026, 2027].map(planPeriodOf)).toEqual([8, 9, 9, 10]);
    expect(planPeriodYears(1)).toEqual({ first: 2000, last: 2002 });
    expect([planPeriodOf(1999), planPeriodYears(0)]).toEqual([null, null]);
    expect([parsePlanPeriod('第９期'), parsePlanPeriod('第0期'), parsePlanPeriod('9')]).toEqual([9, null, null]);
  });
  it('are shown with their years', () => {
    expect(formatPlanPeriod(9, 'ja')).toBe('第9期（令和6年度〜令和8年度）');
    expect(formatPlanPeriod(9, 'en')).toBe('plan period 9 (R6–R8)');
  });
});
