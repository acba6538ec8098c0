import { ExpectedError } from '../../records/expected-error.ts';
import type { ReadDocument } from '../../records/read-document.ts';
import { readingWords as words } from '../../words/reading.ts';
import { textOfFile } from '../csv.ts';
import { readCsv, readText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';

const MIB = 1024 * 1024;
/** The largest file that is looked at. */
export const LARGEST_FILE = 10 * MIB;

const ZIP = Buffer.from([0x50, 0x4b, 3, 4]);
/** The container of .xls, and of workbooks with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a file that somebody sent: a workbook (.xlsx), CSV, or text, in UTF-8 or Shift_JIS. What it is is told by what it
 * holds; its name only tells CSV from text. Nothing in it is carried out. Throws `ExpectedError`, which says what is wrong.
 */
export async function readDocument(name: string, file: Buffer): Promise<ReadDocument> {
  if (file.length === 0) throw new ExpectedError(words.empty);
  if (file.length > LARGEST_FILE) throw new ExpectedError(words.tooLarge('10 MB'));
  if (file.subarray(0, 4).equals(ZIP)) return readWorkbook(file);
  if (file.subarray(0, 4).equals(OLE)) throw new ExpectedError(words.encrypted);
  const text = textOfFile(file);
  if (text.includes('\0') || text.includes('\ufffd')) throw new ExpectedError(words.notText);
  if (text.trim() === '') throw new ExpectedError(words.empty);
  return name.toLowerCase().endsWith('.csv') ? readCsv(text) : readText(text);
}
