import { csvText } from './csv.ts';
import { xlsxFile } from './xlsx.ts';

/** What a cell of an export can hold. Lists and objects stay what they are in JSON lines. */
export type Cell = string | number | boolean | null | readonly string[] | object;

/** A table with named columns; a record a row. */
export interface Table {
  columns: readonly string[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

export const TABLE_FORMATS = ['jsonl', 'csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table as a file. JSON lines hold text exactly; CSV and XLSX fold line breaks and execute nothing. */
export async function tableFile(table: Table, format: TableFormat): Promise<Buffer> {
  if (format === 'jsonl') return Buffer.from(jsonLines(table), 'utf8');
  const { columns, rows } = table;
  const cells = rows.map((row) => columns.map((name) => flat(row[name] ?? null)));
  if (format === 'xlsx') return xlsxFile([columns, ...cells]);
  const texts = cells.map((row) => row.map((cell) => String(cell ?? '')));
  return Buffer.from(csvText([columns, ...texts]), 'utf8');
}

function jsonLines({ columns, rows }: Table): string {
  const line = (row: Table['rows'][number]) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
  return rows.map((row) => `${JSON.stringify(line(row))}\n`).join('');
}

/** As one cell shows it. */
function flat(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  if (Array.isArray(cell) && cell.every((each) => typeof each === 'string')) return cell.join('、');
  return typeof cell === 'boolean' ? String(cell) : JSON.stringify(cell);
}
