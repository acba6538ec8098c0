import type { CalendarDate } from '../calendar/calendar-date.ts';
import { REPORT_FORMATS, REPORTS, ReportFormat, ReportKind } from '../records/reports.ts';
import { reportFormatWords, reportFormWords, reportKindWords, reportTalk } from '../words/reports.ts';
import type { Errors, Reader } from './definition.ts';
import { optional, optionalList } from './field.ts';
import { choices, dayText, fiscalYear, radio, select } from './fields.ts';
import { defineForm } from './form.ts';

const { fields: words } = reportFormWords;

/** Which document, of which areas, and as what file. */
export const reportForm = defineForm({
  id: 'report',
  words: reportFormWords,
  fields: {
    report: select(words.report, ReportKind, REPORTS, reportKindWords),
    areaIds: optionalList(choices(words.areaIds)),
    fiscalYear: optional(fiscalYear(words.fiscalYear)),
    day: optional(dayText(words.day)),
    format: radio(words.format, ReportFormat, REPORT_FORMATS, reportFormatWords),
  },
  check: notLater,
});

/** Nothing is known of a day to come. */
function notLater({ day }: { day?: string | null }, { today, language }: Reader): Errors {
  return day && (day as CalendarDate) > today ? { day: reportTalk[language].future } : {};
}
