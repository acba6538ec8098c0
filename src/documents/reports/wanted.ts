import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { FiscalYear } from '../../calendar/fiscal-year.ts';
import type { ReportFormat, ReportKind } from '../../records/reports.ts';

/** What somebody wants as a document. */
export interface Wanted {
  report: ReportKind;
  /** At least one. */
  areaIds: readonly string[];
  /** Null: the latest, or all where a report shows years side by side. */
  fiscalYear: FiscalYear | null;
  /** As of which day. */
  day: CalendarDate;
  format: ReportFormat;
  /** Areas whose submissions the person may see (rule 1.6). */
  submissionsOf: readonly string[];
}
