import { firstOfMonth, lastOfMonth } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import { type FiscalYear, yearOfFiscalMonth } from '../calendar/fiscal-year.ts';

/** The months in which a row of the yearly template usually lies, both included: 5–6月, 11–1月. */
export interface TemplateMonths {
  from: number;
  to: number;
}

/** The days in which a row of the yearly template lies in a fiscal year, as inexact as they are known. */
export function templateSpan({ from, to }: TemplateMonths, fiscalYear: FiscalYear): Span {
  return {
    from: firstOfMonth(yearOfFiscalMonth(fiscalYear, from), from),
    to: lastOfMonth(yearOfFiscalMonth(fiscalYear, to), to),
    precision: from === to ? 'month' : 'range',
  };
}
