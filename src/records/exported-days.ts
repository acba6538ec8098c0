import type { Precision, Span } from '../calendar/date-reading.ts';
import { readWrittenDate } from './written-dates.ts';

// Dates as exports write them: first day, last day, and how exact they are.

export type ExportedPrecision = 'day' | 'month' | 'range' | 'year';

const PRECISIONS: Record<Precision, ExportedPrecision> = {
  day: 'day',
  month: 'month',
  range: 'range',
  year: 'year',
  'fiscal-year': 'year',
};

export const exportedPrecision = ({ precision }: Span): ExportedPrecision => PRECISIONS[precision];

/** A date in three columns: what is less than a day exact has its first day, its last and how exact it is. */
export function exportedDays(date: string | null): {
  date: string | null;
  date_to: string | null;
  date_precision: ExportedPrecision | null;
} {
  const span = date === null ? null : readWrittenDate(date);
  if (!span) return { date: null, date_to: null, date_precision: null };
  const date_to = span.precision === 'day' ? null : span.to;
  return { date: span.from, date_to, date_precision: exportedPrecision(span) };
}
