// npm run data:check: reads all shipped files, reports every problem with file and line, and prints how much of each
// document is covered: a line a source, and for the survey a line a sheet with its twelve columns.
import { COLUMN_LABELS } from '../records/columns.ts';
import type { RegistryRecords } from '../records/rows.ts';
import { SURVEY_COLUMNS } from '../records/vocabulary.ts';
import { ShippedDataError } from '../registry/files/shipped-files.ts';
import { readShippedRecords } from '../registry/files/shipped-records.ts';

const SHEETS = 26;
const MUNICIPALITIES = 29;

async function main(): Promise<number> {
  let records: RegistryRecords;
  try {
    records = await readShippedRecords(process.argv[2]);
  } catch (error) {
    if (!(error instanceof ShippedDataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const problems = [...duplicateIds(records), ...survey(records)];
  sources(records);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const total = records.statements.length;
  const english = records.statements.filter((row) => row.english.length > 0).length;
  print(
    `statements ${total}, with an English gloss ${english}, with figures ${records.statements.filter((row) => row.numbers.length > 0).length}`,
  );
  print(`lexicon entries ${records.lexicon.length}`);
  print(problems.length === 0 ? 'all records are in order' : `${problems.length} problem(s)`);
  return problems.length === 0 ? 0 : 1;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

function duplicateIds(records: RegistryRecords): string[] {
  const problems: string[] = [];
  for (const rows of Object.values(records) as { id: string }[][]) {
    const seen = new Set<string>();
    for (const { id } of rows) {
      if (seen.has(id)) problems.push(`the id ${id} stands twice`);
      seen.add(id);
    }
  }
  return problems;
}

/** A line a source: how many records of each kind rest on it. */
function sources(records: RegistryRecords): void {
  for (const source of records.sources) {
    const count = (rows: { sourceId: string }[]) => rows.filter((row) => row.sourceId === source.id).length;
    const values = records.indicators.filter((row) => row.sourceId === source.id).flatMap((row) => row.values).length;
    print(
      `${source.id}: statements ${count(records.statements)}, hubs ${count(records.hubs)}, visions and goals ${count(records.plans)}, ` +
        `tools ${count(records.toolUses)}, initiatives ${count(records.initiatives)}, indicator values ${values}, ` +
        `evaluations ${count(records.evaluations)}, meetings ${count(records.meetings)}, surveys ${count(records.surveys)}`,
    );
  }
}

/** Every cell of the survey is accounted for: statements, an explicit なし, or 記載なし (blank). */
function survey(records: RegistryRecords): string[] {
  const problems: string[] = [];
  const names = new Map(records.areas.map((area) => [area.id, area.name]));
  const bySheet = new Map<number, typeof records.answers>();
  for (const answer of records.answers) {
    const answers = bySheet.get(answer.sheet);
    if (answers) answers.push(answer);
    else bySheet.set(answer.sheet, [answer]);
  }
  print(`sheet: ${SURVEY_COLUMNS.map((column) => COLUMN_LABELS[column]).join(' | ')}  (statements; - blank; 0 なし)`);
  const covered = new Set<string>();
  for (const [sheet, answers] of [...bySheet].sort((a, b) => a[0] - b[0])) {
    const areaIds = answers[0]?.areaIds ?? [];
    for (const id of areaIds) covered.add(id);
    const cells = SURVEY_COLUMNS.map((column) => {
      const answer = answers.find((row) => row.facet === column);
      if (!answer) problems.push(`sheet ${sheet}: nothing is said of ${column}`);
      if (answer?.stated === 'blank') return '-';
      if (answer?.stated === 'none') return '0';
      const prefix = answer?.id.replace(/\.answer-.*$/, '') ?? '';
      return String(records.statements.filter((row) => row.facet === column && row.id.startsWith(`${prefix}.`)).length);
    });
    const visions = answers.filter((row) => row.facet === 'vision').length;
    if (visions !== 4 || !answers.some((row) => row.facet === 'hub'))
      problems.push(`sheet ${sheet}: hub or visions are missing`);
    print(`${String(sheet).padStart(2)} ${areaIds.map((id) => names.get(id)).join('・')}: ${cells.join(' ')}`);
  }
  if (bySheet.size !== SHEETS) problems.push(`${bySheet.size} sheets, expected ${SHEETS}`);
  if (covered.size !== MUNICIPALITIES) problems.push(`${covered.size} municipalities, expected ${MUNICIPALITIES}`);
  print(
    `${bySheet.size} sheets, ${covered.size} municipalities, ${bySheet.size * SURVEY_COLUMNS.length} cells accounted for`,
  );
  return problems;
}

process.exitCode = await main();
