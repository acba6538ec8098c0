import { z } from 'zod';
import type { App } from '../app.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { parseFiscalYearLabel } from '../calendar/fiscal-year.ts';
import { reportFile } from '../documents/reports/report.ts';
import { IsoDay } from '../records/closed-days.ts';
import { ReportFormat, ReportKind } from '../records/reports.ts';
import { townsIn } from '../records/towns.ts';
import { FiscalYearLabel } from '../records/vocabulary.ts';
import { reportSource } from '../registry/report-source.ts';
import { exportReportWords as words } from '../words/exchange.ts';

/** A document as /tonari-report makes it. No areas: all municipalities of the home prefecture. */
export const ReportTask = z.object({
  report: ReportKind,
  areas: z.array(z.string()),
  year: FiscalYearLabel.nullable(),
  day: IsoDay.nullable(),
  format: ReportFormat,
});
export type ReportTask = z.infer<typeof ReportTask>;

/** Makes a document; says why where there is none to make. Submissions are in it: who works here sees all. */
export async function makeReport(
  { lookup, database, clock }: App,
  { report, areas, year, day, format }: ReportTask,
): Promise<{ file: string } | { refused: string }> {
  await lookup.refresh();
  const { records, options } = lookup.lookup;
  const unknown = areas.filter((name) => !records.areas.some((area) => area.name === name));
  if (unknown.length > 0) return { refused: words.unknownArea(unknown.join('、')) };
  const today = clock.today();
  if (day && (day as CalendarDate) > today) return { refused: words.future };
  const chosen =
    areas.length > 0
      ? records.areas.filter(({ name }) => areas.includes(name))
      : townsIn(records, options.homePrefecture);
  const areaIds = chosen.map(({ id }) => id);
  const asOf = (day as CalendarDate | null) ?? today;
  const source = await reportSource(database.prisma, clock.now(), records, report === 'scenes' ? asOf : null);
  const fiscalYear = year === null ? null : parseFiscalYearLabel(year);
  const file = await reportFile(source, { report, areaIds, fiscalYear, day: asOf, format, submissionsOf: areaIds });
  return file ? { file: file.content.toString('base64') } : { refused: words.nothing };
}
