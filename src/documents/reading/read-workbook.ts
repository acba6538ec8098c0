import { type Cell, type CellValue, cellRef, readXlsx, type Sheet, type Workbook } from 'hucre';
import { ExpectedError } from '../../records/expected-error.ts';
import type { CellKind, ReadCell, ReadDocument, ReadRow, ReadSheet } from '../../records/read-document.ts';
import { readingWords as words } from '../../words/reading.ts';
import { guardZip } from './zip-guard.ts';

/**
 * The cells of a workbook (.xlsx). Formulas are not worked out and macros and links not followed: a formula's cell says what
 * the program that saved the file saw last, and is marked. Hidden sheets are left out. Throws `ExpectedError`.
 */
export async function readWorkbook(file: Buffer): Promise<ReadDocument> {
  guardZip(file);
  const workbook = await open(file);
  return {
    sheets: workbook.sheets
      .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
      .map((sheet) => read(sheet, workbook)),
  };
}

async function open(file: Buffer): Promise<Workbook> {
  try {
    return await readXlsx(file);
  } catch {
    throw new ExpectedError(words.damaged);
  }
}

function read(sheet: Sheet, workbook: Workbook): ReadSheet {
  const cellAt = (row: number, column: number): ReadCell => {
    const place = words.inSheet(sheet.name, cellRef(row, column));
    const value = sheet.rows[row]?.[column] ?? null;
    return { place, ...contentOf(value, sheet.cells?.get(`${row},${column}`)) };
  };
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const rows: ReadRow[] = sheet.rows.map((_, row) => ({
    at: row + 1,
    cells: Array.from({ length: width }, (_each, column) => cellAt(row, column)),
  }));
  const named = new Map<string, ReadCell>();
  for (const { name, range, scope } of workbook.namedRanges ?? []) {
    const at = cellOf(range);
    if (at && (scope ?? at.sheet) === sheet.name && at.sheet === sheet.name) named.set(name, cellAt(at.row, at.column));
  }
  return { name: sheet.name, rows, named };
}

/** 'いなべ市'!$C$2: the first cell of a range; null where it is none any more (#REF!). */
function cellOf(range: string): { sheet: string; row: number; column: number } | null {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::|$)/.exec(range);
  if (!found) return null;
  const [, quoted, plain = '', letters = '', digits = ''] = found;
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain, row: Number(digits) - 1, column };
}

function contentOf(value: CellValue, cell: Cell | undefined): { text: string; kind: CellKind } {
  if (cell?.formula !== undefined) return { text: textOf(cell.formulaResult ?? value), kind: 'formula' };
  const text = textOf(value);
  if (cell?.type === 'error' || /^#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)$/.test(text))
    return { text, kind: 'error' };
  if (value instanceof Date) return { text, kind: 'date' };
  if (typeof value === 'boolean') return { text, kind: 'boolean' };
  return { text, kind: typeof value === 'number' ? 'number' : 'text' };
}

/** As letters, whatever it is; line breaks as they are typed in a cell. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value)
    .replace(/\r\n?/g, '\n')
    .replace(/_x000D_/g, '')
    .trim();
}
