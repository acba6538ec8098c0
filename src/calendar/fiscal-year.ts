import { type CalendarDate, calendarDate, daysInMonth, firstOfMonth, lastOfMonth, partsOf } from './calendar-date.ts';
import { ERAS, type Era, eraFit, eraOf, eraYear, type Language, MONTHS_EN } from './wareki.ts';

/** A fiscal year (年度), named by the western year of its April. */
export type FiscalYear = number;

/** The first and the last day of something. */
export interface DateRange {
  from: CalendarDate;
  to: CalendarDate;
}

const FIRST_MONTH = 4;

/** The fiscal year a day lies in: 31 March belongs to the year before. */
export function fiscalYearOf(date: CalendarDate): FiscalYear {
  const { year, month } = partsOf(date);
  return month < FIRST_MONTH ? year - 1 : year;
}

/** The western year in which a month of a fiscal year lies. */
export function yearOfFiscalMonth(fiscalYear: FiscalYear, month: number): number {
  return month < FIRST_MONTH ? fiscalYear + 1 : fiscalYear;
}

/** The same month and day in another fiscal year; 29 February is the 28th where there is none. */
export function inFiscalYear(date: CalendarDate, fiscalYear: FiscalYear): CalendarDate {
  const { month, day } = partsOf(date);
  const year = yearOfFiscalMonth(fiscalYear, month);
  return calendarDate(year, month, Math.min(day, daysInMonth(month, year))) ?? date;
}

/** 1 April to 31 March. */
export function fiscalYearRange(fiscalYear: FiscalYear): DateRange {
  return { from: firstOfMonth(fiscalYear, FIRST_MONTH), to: lastOfMonth(fiscalYear + 1, FIRST_MONTH - 1) };
}

// A fiscal year bears the era in which its calendar year ends: 2019年度 is 令和元年度, though its April was still 平成31年.
function eraOfFiscalYear(fiscalYear: FiscalYear): { era: Era; year: number } {
  const era = eraOf(lastOfMonth(fiscalYear, 12));
  if (!era) throw new RangeError(`No era for fiscal year ${fiscalYear}`);
  return { era, year: fiscalYear - era.firstYear + 1 };
}

/** R8, H30; 平成31年度 is R1. */
export function fiscalYearLabel(fiscalYear: FiscalYear): string {
  const { era, year } = eraOfFiscalYear(fiscalYear);
  return `${era.letter}${year}`;
}

/** Reads R8 or H30; null for anything else and for a year its era did not have. H31 is R1. */
export function parseFiscalYearLabel(label: string): FiscalYear | null {
  const [, letter, year] = /^([MTSHR])([1-9]\d?)$/.exec(label) ?? [];
  const era = ERAS.find((candidate) => candidate.letter === letter);
  return era ? fiscalYearOfEra(era, Number(year)) : null;
}

/** The fiscal year that begins in, or reaches into, a year of an era; null where the era had none (平成32年度). */
export function fiscalYearOfEra(era: Era, year: number): FiscalYear | null {
  if (year < 1) return null;
  const fiscalYear = era.firstYear + year - 1;
  const { from, to } = fiscalYearRange(fiscalYear);
  return eraFit(era, from, to) === 'fits' ? fiscalYear : null;
}

/** 令和8年度, or fiscal 2026 (Reiwa 8). */
export function fiscalYearName(fiscalYear: FiscalYear, language: Language): string {
  const { era, year } = eraOfFiscalYear(fiscalYear);
  return language === 'ja' ? `${era.name}${eraYear(year)}年度` : `fiscal ${fiscalYear} (${era.english} ${year})`;
}

/** Its days: 2026年4月1日〜2027年3月31日, or 1 April 2026 – 31 March 2027. */
export function fiscalYearDays(fiscalYear: FiscalYear, language: Language): string {
  const { from, to } = fiscalYearRange(fiscalYear);
  return language === 'ja' ? `${westernJa(from)}〜${westernJa(to)}` : `${westernEn(from)} – ${westernEn(to)}`;
}

/** Name and days: 令和8年度（2026年4月1日〜2027年3月31日）, or fiscal 2026 (Reiwa 8), 1 April 2026 – 31 March 2027. */
export function formatFiscalYear(fiscalYear: FiscalYear, language: Language): string {
  const [name, days] = [fiscalYearName(fiscalYear, language), fiscalYearDays(fiscalYear, language)];
  return language === 'ja' ? `${name}（${days}）` : `${name}, ${days}`;
}

function westernJa(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

function westernEn(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS_EN[month - 1]} ${year}`;
}

const PERIOD_YEARS = 3;
const FIRST_PERIOD_BEGINS = 2000; // 第1期介護保険事業計画: 平成12年度

/** The fiscal years of plan period N (第N期): 第9期 is R6–R8. Null where there is no such period. */
export function planPeriodYears(period: number): { first: FiscalYear; last: FiscalYear } | null {
  if (!Number.isInteger(period) || period < 1) return null;
  const first = FIRST_PERIOD_BEGINS + (period - 1) * PERIOD_YEARS;
  return { first, last: first + PERIOD_YEARS - 1 };
}

/** The plan period a fiscal year lies in; null before the first one. */
export function planPeriodOf(fiscalYear: FiscalYear): number | null {
  const period = Math.floor((fiscalYear - FIRST_PERIOD_BEGINS) / PERIOD_YEARS) + 1;
  return period < 1 ? null : period;
}

/** 第9期（令和6年度〜令和8年度）, or plan period 9 (R6–R8). */
export function formatPlanPeriod(period: number, language: Language): string {
  const years = planPeriodYears(period);
  if (!years) throw new RangeError(`No plan period ${period}`);
  if (language === 'ja')
    return `第${period}期（${fiscalYearName(years.first, 'ja')}〜${fiscalYearName(years.last, 'ja')}）`;
  return `plan period ${period} (${fiscalYearLabel(years.first)}–${fiscalYearLabel(years.last)})`;
}

/** Reads 第9期; null for anything else. */
export function parsePlanPeriod(text: string): number | null {
  const [, period] = /^第([1-9]\d?)期$/.exec(text.normalize('NFKC')) ?? [];
  return period === undefined ? null : Number(period);
}
