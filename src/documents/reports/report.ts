import { fiscalYearName, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { ReportKind } from '../../records/reports.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import type { FromRegistry } from '../../registry/report-source.ts';
import type { RecordUpdate } from '../../registry/updates.ts';
import { reportTitleWords } from '../../words/reports.ts';
import type { Page } from '../page.ts';
import { sheetGroups, surveySheetOf } from '../sheets/survey-answers.ts';
import { surveyPage } from '../sheets/survey-sheet.ts';
import { workbookFile } from '../workbook.ts';
import type { DataTable } from './data-table.ts';
import { datasetFile } from './dataset.ts';
import { dossierPages } from './dossier-pages.ts';
import { evaluationPages } from './evaluation-page.ts';
import { evaluationItemsTable, ratingsTable } from './evaluation-tables.ts';
import { indicatorPage } from './indicator-page.ts';
import { achievementTable, indicatorValuesTable } from './indicator-tables.ts';
import type { ReportFile } from './report-file.ts';
import { picturesFile } from './report-pictures.ts';
import { scenePage } from './scene-page.ts';
import { initiativesTable, visionsTable } from './scene-tables.ts';
import { hubsTable, surveyAnswersTable } from './survey-tables.ts';
import { toolsTable } from './tools-table.ts';
import type { Wanted } from './wanted.ts';

// Each report, in the shape that staff know and as tables for machines.

interface Maker {
  pages(records: RegistryRecords, wanted: Wanted): Page[];
  tables(records: RegistryRecords, wanted: Wanted): DataTable[];
}

const page = (found: Page | null): Page[] => (found ? [found] : []);

/** The year of a survey sheet where none was asked for. */
const surveyYear = ({ fiscalYear, day }: Wanted): number => fiscalYear ?? fiscalYearOf(day);

const survey: Maker = {
  pages: (records, wanted) =>
    sheetGroups(records, wanted.areaIds).map((areaIds) =>
      surveyPage(surveySheetOf(records, { areaIds, fiscalYear: surveyYear(wanted), asOf: null })),
    ),
  tables: (records, wanted) => [
    surveyAnswersTable(records, wanted),
    hubsTable(records, wanted),
    visionsTable(records, wanted),
  ],
};

const scenes: Maker = {
  pages: (records, { areaIds, day }) => areaIds.flatMap((areaId) => page(scenePage(records, areaId, day))),
  tables: (records, wanted) => [visionsTable(records, wanted), initiativesTable(records, wanted)],
};

const indicators: Maker = {
  pages: (records, { areaIds, fiscalYear }) =>
    areaIds.flatMap((areaId) => page(indicatorPage(records, areaId, fiscalYear))),
  tables: (records, wanted) => [indicatorValuesTable(records, wanted), achievementTable(records, wanted)],
};

const evaluations: Maker = {
  pages: (records, { areaIds, fiscalYear }) =>
    areaIds.flatMap((areaId) => evaluationPages(records, areaId, fiscalYear)),
  tables: (records, wanted) => [ratingsTable(records, wanted), evaluationItemsTable(records, wanted)],
};

const dossier: Maker = {
  pages: (records, wanted) =>
    wanted.areaIds.flatMap((areaId) =>
      dossierPages(records, areaId, { ...wanted, surveyYear: surveyYear(wanted) }).map((each) =>
        wanted.areaIds.length > 1 ? { ...each, name: `${areaNames(records, [areaId])} ${each.name}` } : each,
      ),
    ),
  tables: (records, wanted) => [
    ...survey.tables(records, wanted),
    initiativesTable(records, wanted),
    toolsTable(records, wanted),
    ...indicators.tables(records, wanted),
    ...evaluations.tables(records, wanted),
  ],
};

const MAKERS: Record<ReportKind, Maker> = { survey, scenes, indicators, evaluations, dossier };

/** Makes a report as a file. Null where nothing of it is recorded. */
export async function reportFile(source: FromRegistry, wanted: Wanted): Promise<ReportFile | null> {
  const { records, now } = source;
  const title = titleOf(records, wanted);
  const name = `tonarimachi-${wanted.report}-${wanted.day}`;
  if (wanted.format === 'png') return picturesFile(records, wanted, { title, name, at: now });
  const { pages, tables } = MAKERS[wanted.report];
  if (wanted.format === 'xlsx') {
    const made = pages(records, wanted);
    if (made.length === 0) return null;
    const content = await workbookFile(made, { title, at: now });
    return { name: `${name}.xlsx`, title, content, size: made.length };
  }
  const made = tables(records, wanted);
  const size = made.reduce((sum, { rows }) => sum + rows.length, 0);
  if (size === 0) return null;
  const content = datasetFile(made, wanted.format, {
    title,
    at: now,
    day: wanted.day,
    sources: [...new Set(made.flatMap(({ rows }) => rows.map((row) => String(row.source_title ?? ''))))].filter(
      Boolean,
    ),
    updates: await updatesIn(source, made),
  });
  return { name: `${name}${wanted.format === 'csv' ? '' : '-sjis'}.zip`, title, content, size };
}

/** Of every record in the tables: since when it says what its source says, and what was changed here. */
async function updatesIn({ records, updates }: FromRegistry, tables: readonly DataTable[]): Promise<RecordUpdate[]> {
  const ids = new Set(tables.flatMap(({ rows }) => rows.map((row) => String(row.record_id))));
  // A statement changes with the answer that it belongs to.
  const answers = records.answers.map(({ id }) => id);
  return updates([
    ...ids,
    ...answers.filter((id) => !ids.has(id) && [...ids].some((each) => each.startsWith(prefix(id)))),
  ]);
}

const prefix = (answerId: string): string => answerId.replace(/answer-([^.]*)$/, '$1-');

const areaNames = ({ areas }: RegistryRecords, ids: readonly string[]): string =>
  ids.map((id) => areas.find((area) => area.id === id)?.name ?? id).join('・');

/** So many areas are named in a title. */
const NAMED = 3;

function titleOf(records: RegistryRecords, wanted: Wanted): string {
  const { areaIds, report, fiscalYear, day } = wanted;
  const names = areaNames(records, areaIds.slice(0, NAMED));
  const areas = areaIds.length > NAMED ? reportTitleWords.andOthers(names, areaIds.length) : names;
  const year = fiscalYear === null ? null : fiscalYearName(fiscalYear, 'ja');
  return reportTitleWords.title(
    reportTitleWords.kinds[report],
    areas,
    report === 'scenes' ? formatDate(day, 'ja') : year,
  );
}
