import { zipSync } from 'fflate';
import type { ReportFormat } from '../../records/reports.ts';
import type { RecordUpdate } from '../../registry/updates.ts';
import {
  type ColumnWords,
  choiceWords,
  DATA_COLUMNS,
  type DataColumnName,
  dataTableWords,
  datasetWords as words,
} from '../../words/data-columns.ts';
import { asShiftJis, asUtf8, csvText } from '../csv.ts';
import { plainLetters } from '../plain-letters.ts';
import type { Choices, DataTable } from './data-table.ts';

// Tables as one zip of CSV files, held to 行政データにおける機械可読性に関するルール: each table a file with its header in
// row 1, and beside them the definitions of the columns, the code table, the history of updates and what the data are.

export interface DatasetAbout {
  title: string;
  at: Date;
  day: string;
  sources: readonly string[];
  /** The changes of the records in the tables. */
  updates: readonly RecordUpdate[];
}

type CsvFormat = Exclude<ReportFormat, 'xlsx' | 'png'>;

type Value = string | number | null;

/** A file of the zip. */
interface CsvFile {
  name: string;
  what: string;
  columns: readonly DataColumnName[];
  choices: DataTable['choices'];
  rows: readonly (readonly Value[])[];
}

/** The zip. Its file names are ASCII. */
export function datasetFile(tables: readonly DataTable[], format: CsvFormat, about: DatasetAbout): Buffer {
  const data = tables.map(dataFile);
  const described = [...data, definitions([]), codes([]), updates(about), dataset([], format, about)];
  const files = [...data, definitions(described), codes(described), updates(about), dataset(described, format, about)];
  const encoded = format === 'csv' ? asUtf8 : asShiftJis;
  const entries = files.map(({ name, columns, rows }) => {
    const texts = rows.map((row) => row.map(cellText));
    return [name, encoded(csvText([[...columns], ...texts]))] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: about.at }));
}

/** One datum, without what only arranges it. */
const cellText = (value: Value): string =>
  plainLetters(String(value ?? ''))
    .replace(/[\s\u3000]+/g, ' ')
    .trim();

const dataFile = ({ name, columns, choices, rows }: DataTable): CsvFile => ({
  name: `${name}.csv`,
  what: dataTableWords[name],
  columns,
  choices,
  rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
});

const definitions = (files: readonly CsvFile[]): CsvFile => ({
  name: 'definitions.csv',
  what: words.definitions,
  columns: ['file_name', 'column_name', 'label_ja', 'label_en', 'data_type', 'unit', 'description'],
  choices: { data_type: Object.entries(words.types) },
  rows: files.flatMap(({ name, columns }) =>
    columns.map((column) => {
      const { label, type, unit, note }: ColumnWords = DATA_COLUMNS[column];
      return [name, column, label.ja, label.en, type, unit ?? null, note ?? null];
    }),
  ),
});

const codes = (files: readonly CsvFile[]): CsvFile => ({
  name: 'codes.csv',
  what: words.codes,
  columns: ['file_name', 'column_name', 'choice_value', 'choice_meaning'],
  choices: {},
  rows: files.flatMap(({ name, choices }) =>
    Object.entries(choices).flatMap(([column, each]: [string, Choices]) =>
      each.map(([value, meaning]) => [name, column, value, meaning]),
    ),
  ),
});

const updates = ({ updates: each, at }: DatasetAbout): CsvFile => ({
  name: 'updates.csv',
  what: words.updates,
  columns: ['updated_at', 'update_action', 'record_id'],
  choices: { update_action: Object.values(choiceWords.action).map((action) => [action, action]) },
  rows: [
    ...each.map((update) => [instant(update.at), choiceWords.action[update.action], update.record]),
    [instant(at), choiceWords.action.made, null],
  ],
});

function dataset(files: readonly CsvFile[], format: CsvFormat, about: DatasetAbout): CsvFile {
  const { items } = words;
  return {
    name: 'dataset.csv',
    what: words.dataset,
    columns: ['dataset_item', 'dataset_value'],
    choices: { dataset_item: Object.values(items).map((item) => [item, item]) },
    rows: [
      [items.title, about.title],
      [items.made, instant(about.at)],
      [items.day, about.day],
      [items.encoding, words.encodings[format]],
      [items.newline, words.newline],
      [items.missing, words.missing],
      [items.dates, words.dates],
      [items.frequency, words.frequency],
      ...about.sources.map((source) => [items.sources, source]),
      ...files.map(({ name, what }) => [items.files, `${name} ${what}`]),
      [items.caution, words.caution],
      [items.rules, words.rules],
    ],
  };
}

/** Office time, with its offset. */
const instant = (at: Date): string => `${new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
