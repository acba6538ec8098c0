import type { CalendarDate } from '../calendar/calendar-date.ts';
import { PICTURED, REPORT_FORMATS, REPORTS, ReportFormat, ReportKind } from '../records/reports.ts';
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
  check: possible,
});

type Wish = { day?: string | null; report?: ReportKind; format?: ReportFormat; areaIds?: string[] };

/** Nothing is known of a day to come, and not every document has pictures. */
function possible({ day, report, format, areaIds }: Wish, { today, language }: Reader): Errors {
  const words = reportTalk[language];
  return {
    ...(day && (day as CalendarDate) > today ? { day: words.future } : {}),
    ...(format === 'png' && report === 'survey' && areaIds?.length === 1 ? { areaIds: words.fewTowns } : {}),
    ...(format === 'png' && report && !PICTURED.includes(report) ? { format: words.notPictured } : {}),
  };
}
