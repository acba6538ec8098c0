import Encoding from 'encoding-japanese';

/** What makes a spreadsheet take a cell for a formula, full width as well. */
const FORMULA = /^[\s'’]*[=+\-@＝＋－＠]/;
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** Rows as CSV. Line breaks are folded, and nothing is executed: what looks like a formula is marked as text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const folded = text.replace(BREAKS, ' ').trim();
  return `"${(FORMULA.test(folded) ? `'${folded}` : folded).replaceAll('"', '""')}"`;
}

/** UTF-8 with the mark by which a spreadsheet knows it. */
export const asUtf8 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf8');

/** Signs that Shift_JIS has under another number. */
const SAME: Record<string, string> = { '\u301c': '～', '\u2212': '－', '\u2014': '―', '\u2016': '∥', '\u00a0': ' ' };

/** Shift_JIS (as Windows has it); what it lacks becomes 〓. */
export function asShiftJis(text: string): Buffer {
  // Each character is looked at once: a look costs as much as encoding a page.
  const known = new Map<string, string>();
  for (const character of new Set(text)) {
    const same = SAME[character] ?? character;
    known.set(character, fits(same) ? same : '〓');
  }
  return Buffer.from(encoded(Array.from(text, (character) => known.get(character) ?? '〓').join('')));
}

const encoded = (text: string): number[] =>
  Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' });

const fits = (character: string): boolean => {
  if (character <= '\u007f') return true;
  const bytes = encoded(character);
  return Encoding.codeToString(Encoding.convert(bytes, { to: 'UNICODE', from: 'SJIS' })) === character;
};

/** A row of a CSV file, with the number of the line on which it begins. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** The rows of a CSV text, empty ones left out. Null where a quoted cell never ends. */
export function csvRows(text: string): CsvRow[] | null {
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let cell = '';
  let quoted = false;
  let line = 1;
  const endRow = () => {
    row.cells.push(cell);
    if (row.cells.some((each) => each.trim() !== '')) rows.push(row);
    cell = '';
    row = { line, cells: [] };
  };
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] as string;
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === ',') {
      row.cells.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else cell += character;
  }
  if (quoted) return null;
  endRow();
  return rows;
}

/** A file's text: UTF-8, or Shift_JIS where it is no UTF-8, as spreadsheets in Japan save it. */
export function textOfFile(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return Encoding.convert(file, { to: 'UNICODE', from: 'SJIS', type: 'string' });
  }
}
