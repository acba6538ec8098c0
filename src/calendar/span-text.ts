import { type CalendarDate, daysInMonth, partsOf } from './calendar-date.ts';
import type { Span } from './date-reading.ts';
import { fiscalYearName, fiscalYearOf } from './fiscal-year.ts';
import { eraNamed, eraYear, formatDate, type Language, MONTHS_EN, toWareki } from './wareki.ts';

/** Days as people read them, as exact as they are: 令和8年7月8日（水）, 令和8年1月〜令和8年2月, 令和8年度. */
export function formatSpan({ from, to, precision }: Span, language: Language): string {
  if (precision === 'day') return formatDate(from, language);
  if (precision === 'month') return formatMonth(from, language);
  if (precision === 'fiscal-year') return yearName(from, language);
  if (precision === 'year') return language === 'ja' ? `${partsOf(from).year}年` : String(partsOf(from).year);
  const format = endFormat(from, to);
  return `${format(from, language)}〜${format(to, language)}`;
}

const yearName = (date: CalendarDate, language: Language) => fiscalYearName(fiscalYearOf(date), language);

/** A range by its fiscal years, its months or its days, whichever says it whole. */
function endFormat(from: CalendarDate, to: CalendarDate): (date: CalendarDate, language: Language) => string {
  const [first, last] = [partsOf(from), partsOf(to)];
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.month, last.year);
  if (wholeMonths && first.month === 4 && last.month === 3) return yearName;
  return wholeMonths ? formatMonth : formatDate;
}

function formatMonth(date: CalendarDate, language: Language): string {
  const { year, month } = partsOf(date);
  const wareki = toWareki(date);
  if (language === 'ja') return `${wareki ? `${wareki.era}${eraYear(wareki.year)}` : year}年${month}月`;
  return `${MONTHS_EN[month - 1]} ${year}${wareki ? ` (${eraNamed(wareki.era).english} ${wareki.year})` : ''}`;
}
