import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import { fixedClock } from '../src/calendar/clock.ts';
import { openDatabase } from '../src/database/open.ts';
import { readDocument } from '../src/documents/reading/read-document.ts';
import { understand } from '../src/documents/reading/understand.ts';
import { reportFile } from '../src/documents/reports/report.ts';
import { sheetGroups } from '../src/documents/sheets/survey-answers.ts';
import type { RegistryRecords } from '../src/records/rows.ts';
import { ROUND_COLUMNS } from '../src/records/survey-round.ts';
import { townsIn } from '../src/records/towns.ts';
import type { Understood } from '../src/records/understood.ts';
import { digestOf } from '../src/registry/documents/import-document.ts';
import { DocumentSittings } from '../src/registry/documents/sittings.ts';
import { loadShipped } from '../src/registry/files/load-shipped.ts';
import { readShippedRecords } from '../src/registry/files/shipped-records.ts';
import { ADMINISTRATORS, OPERATOR } from '../src/registry/members/operator.ts';
import { openRound } from '../src/registry/survey/survey-rounds.ts';
import { type Made, watched } from './reports.ts';

const NOW = '2026-11-24T09:00:00+09:00';
const DAY = '2026-11-24' as CalendarDate;
const HOME = '三重県';
/** What one form takes. */
const FORM = 10;

interface Sheet {
  name: string;
  file: Buffer;
}

/** What it costs to import the sheets of all 29 municipalities: as three forms of chat. */
export async function measureImports(): Promise<Made[]> {
  const shipped = await readShippedRecords();
  const sheets = await sheetsOf(shipped);
  const database = await openDatabase({});
  await loadShipped(database.prisma, { records: shipped });
  const clock = fixedClock(NOW);
  const towns = townsIn(shipped, HOME).map(({ id }) => id);
  const round = {
    ...{ fiscalYear: 'R8', title: '市町調査', referenceDate: '令和8年11月1日', columns: [...ROUND_COLUMNS] },
    ...{ groups: sheetGroups(shipped, towns), slots: [] },
  };
  const due = { date: 'R8.12.4', event: null, dueTime: null, confirmed: true, submissionYear: 'R8', recipient: HOME };
  const opened = { person: OPERATOR, key: 'round', round, due: { ...due, leads: [] } };
  await openRound(database.prisma, clock, ADMINISTRATORS, opened);
  const sittings = new DocumentSittings({ prisma: database.prisma, clock, administrators: ADMINISTRATORS });
  const made: Made[] = [];
  for (let from = 0; from < sheets.length; from += FORM) {
    made.push(...(await formOf(sittings, 'survey', sheets.slice(from, from + FORM), `form ${from / FORM + 1}`)));
  }
  await database.close();
  return made;
}

/** The sheets as they are sent out, a workbook each. */
async function sheetsOf(records: RegistryRecords): Promise<Sheet[]> {
  const towns = townsIn(records, HOME).map(({ id }) => id);
  const sheets: Sheet[] = [];
  for (const areaIds of sheetGroups(records, towns)) {
    const made = await reportFile(
      { records, now: new Date(NOW), updates: async () => [] },
      { report: 'survey', format: 'xlsx', areaIds, fiscalYear: 2026, day: DAY, submissionsOf: areaIds },
    );
    if (made) sheets.push({ name: `${areaIds.join('-')}.xlsx`, file: made.content });
  }
  return sheets;
}

/** Reading, the preview and saving of one form. */
async function formOf(
  sittings: DocumentSittings,
  kind: 'survey',
  sheets: readonly Sheet[],
  what: string,
): Promise<Made[]> {
  const documents: Understood[] = [];
  const kilobytes = sheets.reduce((sum, { file }) => sum + file.length, 0) / 1_024;
  const label = (step: string) =>
    `import of ${sheets.length} ${sheets.length === 1 ? 'document' : 'sheets'} (${what}), ${step}`;
  const reading = await watched(label('reading'), async () => {
    for (const { name, file } of sheets) documents.push(understand(kind, await readDocument(name, file)));
    return { size: documents.length, kilobytes };
  });
  const files = sheets.map(({ name, file }) => {
    return { id: name, name, size: file.length, filetype: 'xlsx', address: '', digest: digestOf(file) };
  });
  const about = { areaId: null, fiscalYear: null, asOf: '令和8年11月', reason: null, official: true };
  let kept = await sittings.begin({ person: OPERATOR, key: `bench ${what}` }, { kind, files, about });
  const preview = await watched(label('preview'), async () => {
    const reports = await sittings.preview(OPERATOR, kept, documents);
    const asked = reports.flatMap((report, at) =>
      report.asked.map(({ id }) => [`${at}:${id}`, { status: 'doing' as const }]),
    );
    await sittings.say(OPERATOR, kept.id, Object.fromEntries(asked));
    return { size: reports.flatMap(({ records }) => records).length, kilobytes };
  });
  kept = (await sittings.of(OPERATOR, kept.id)) ?? kept;
  const saving = await watched(label('saving'), async () => {
    const { reports } = await sittings.save(OPERATOR, kept, documents);
    const problems = reports.flatMap((report) => report.problems);
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
    return { size: reports.flatMap(({ records }) => records).length, kilobytes };
  });
  return [reading, preview, saving];
}
