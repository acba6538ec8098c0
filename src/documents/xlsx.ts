import { writeXlsx } from 'hucre';
import { onOneLine } from './cell-text.ts';

/** Rows as a workbook of one sheet. Text is text, whatever it begins with: nothing is executed. */
export async function xlsxFile(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map((value) => (typeof value === 'string' ? onOneLine(value) || null : value)));
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', rows: cells }] }));
}
