import { zipSync } from 'fflate';
import type { ReportFormat } from '../../records/reports.ts';
import { choiceWords, DATA_COLUMNS, dataTableWords, datasetWords as words } from '../../words/data-columns.ts';
import { asShiftJis, asUtf8, csvText } from '../csv.ts';
import { plainLetters } from '../plain-letters.ts';
import type { DataTable } from './data-table.ts';

// Tables as one zip of CSV files, held to 行政データにおける機械可読性に関するルール: each table a file with its header in
// row 1, and beside them the definitions of the columns, the code table, the history of updates and what the data are.

/** A change of a record that is in the tables. */
export interface Update {
  at: Date;
  action: keyof typeof choiceWords.action;
  record: string;
}

export interface DatasetAbout {
  title: string;
  at: Date;
  day: string;
  sources: readonly string[];
  updates: readonly Update[];
}

export type CsvFormat = Exclude<ReportFormat, 'xlsx'>;

/** The zip. Its file names are ASCII. */
export function datasetFile(tables: readonly DataTable[], format: CsvFormat, about: DatasetAbout): Buffer {
  const encoded = format === 'csv' ? asUtf8 : asShiftJis;
  const files: Record<string, readonly (readonly Value[])[]> = {
    ...Object.fromEntries(tables.map((table) => [`${table.name}.csv`, rowsOf(table)])),
    'definitions.csv': definitions(tables),
    'codes.csv': codes(tables),
    'updates.csv': updates(about),
    'dataset.csv': dataset(tables, format, about),
  };
  const entries = Object.entries(files).map(([name, rows]) => {
    const texts = rows.map((row) => row.map(cellText));
    return [name, encoded(csvText(texts))] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: about.at }));
}

type Value = string | number | null;

/** One datum, without what only arranges it. */
const cellText = (value: Value): string =>
  plainLetters(String(value ?? ''))
    .replace(/[\s\u3000]+/g, ' ')
    .trim();

const rowsOf = ({ columns, rows }: DataTable): Value[][] => [
  [...columns],
  ...rows.map((row) => columns.map((column) => row[column] ?? null)),
];

function definitions(tables: readonly DataTable[]): Value[][] {
  const head = ['file_name', 'column_name', 'label_ja', 'label_en', 'data_type', 'unit', 'description'];
  const lines = tables.flatMap(({ name, columns }) =>
    columns.map((column): Value[] => {
      const { label, type, ...more } = DATA_COLUMNS[column];
      const { unit = null, note = null } = more as { unit?: string; note?: string };
      return [`${name}.csv`, column, label.ja, label.en, type, unit, note];
    }),
  );
  return [head, ...lines];
}

function codes(tables: readonly DataTable[]): Value[][] {
  const lines = tables.flatMap(({ name, choices }) =>
    Object.entries(choices).flatMap(([column, each]) =>
      each.map(([value, meaning]): Value[] => [`${name}.csv`, column, value, meaning]),
    ),
  );
  return [['file_name', 'column_name', 'choice_value', 'choice_meaning'], ...lines];
}

const updates = ({ updates: each, at }: DatasetAbout): Value[][] => [
  ['updated_at', 'update_action', 'record_id'],
  ...each.map((update): Value[] => [instant(update.at), choiceWords.action[update.action], update.record]),
  [instant(at), choiceWords.action.made, null],
];

function dataset(tables: readonly DataTable[], format: CsvFormat, about: DatasetAbout): Value[][] {
  const { items } = words;
  return [
    ['dataset_item', 'dataset_value'],
    [items.title, about.title],
    [items.made, instant(about.at)],
    [items.day, about.day],
    [items.encoding, words.encodings[format]],
    [items.newline, words.newline],
    [items.missing, words.missing],
    [items.dates, words.dates],
    [items.frequency, words.frequency],
    ...about.sources.map((source) => [items.sources, source]),
    ...tables.map(({ name }) => [items.files, `${name}.csv ${dataTableWords[name]}`]),
    [items.files, `definitions.csv ${words.definitions}`],
    [items.files, `codes.csv ${words.codes}`],
    [items.files, `updates.csv ${words.updates}`],
    [items.caution, words.caution],
    [items.rules, words.rules],
  ];
}

/** Office time, with its offset. */
const instant = (at: Date): string => `${new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
