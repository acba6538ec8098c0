import { inflateRawSync } from 'node:zlib';
import { ExpectedError } from '../../records/expected-error.ts';
import { readingWords as words } from '../../words/reading.ts';

// What a workbook's archive would unpack to, looked at before anything is unpacked, and held to it afterwards.

const MIB = 1024 * 1024;
/** Far above any survey: a workbook of 29 sheets has some 100 parts and unpacks to 3 MB. */
const MOST = { entries: 1_000, entry: 32 * MIB, all: 64 * MIB, ratio: 150, sheets: 60 };
/** Small parts may well shrink to nothing. */
const RATIO_FROM = MIB;
const CELLS = { rows: 5_000, columns: 256, all: 200_000 };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  at: number;
}

/**
 * Lets an archive pass that is no larger than a workbook has a reason to be. Throws `ExpectedError` where it claims more, or
 * unpacks to more than it claims; where it is encrypted or damaged; where a sheet has too many cells.
 */
export function guardZip(file: Buffer): void {
  const entries = entriesOf(file);
  let all = 0;
  for (const { name, packed, size } of entries) {
    all += size;
    const bomb = size > RATIO_FROM && size > packed * MOST.ratio;
    if (size > MOST.entry || all > MOST.all || bomb) throw new ExpectedError(words.unpacksTooLarge(shown(name)));
  }
  const sheets = entries.filter(isSheet);
  if (sheets.length > MOST.sheets) throw new ExpectedError(words.tooManySheets(MOST.sheets));
  for (const entry of entries) {
    const part = unpacked(file, entry);
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    if (part.subarray(0, 4_096).includes('<!DOCTYPE'))
      throw new ExpectedError(words.declaresEntities(shown(entry.name)));
    if (isSheet(entry)) guardCells(entry.name, part.toString('latin1'));
  }
}

const isSheet = ({ name }: Entry): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
const shown = (name: string): string => name.replace(/[^\w./-]/g, '?').slice(0, 80);

function entriesOf(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const isEnd = end >= 0 && end + END_LENGTH <= file.length && file.length - end <= END_LENGTH + LONGEST_COMMENT;
  if (!isEnd || file.readUInt32LE(end) !== END) throw new ExpectedError(words.damaged);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST.entries) throw new ExpectedError(words.unpacksTooLarge(String(count)));
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw new ExpectedError(words.damaged);
    if (file.readUInt16LE(at + 8) & ENCRYPTED) throw new ExpectedError(words.encrypted);
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + name),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** A part as it unpacks, no more of it than was said. */
function unpacked(file: Buffer, { name, method, packed, size, at }: Entry): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw new ExpectedError(words.damaged);
  const begin = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const data = file.subarray(begin, begin + packed);
  if (method === STORED && packed === size) return data;
  if (method !== DEFLATED) throw new ExpectedError(words.damaged);
  try {
    const part = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    if (part.length === size) return part;
  } catch (error) {
    const isMore = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isMore) throw new ExpectedError(words.unpacksTooLarge(shown(name)));
  }
  throw new ExpectedError(words.damaged);
}

/** A sheet costs as much as the rectangle that its cells span, not as the cells that it has. */
function guardCells(name: string, xml: string): void {
  let [rows, columns, cells] = [0, 0, 0];
  for (const [, letters = '', row = '0'] of xml.matchAll(/<(?:\w+:)?(?:c|row)\b[^>]*?\br="([A-Z]{0,3})(\d{1,8})"/g)) {
    rows = Math.max(rows, Number(row));
    if (letters === '') continue;
    columns = Math.max(columns, columnNumber(letters));
    cells += 1;
  }
  if (!/<\/(?:\w+:)?worksheet>\s*$/.test(xml)) throw new ExpectedError(words.damaged);
  const parts = xml.split(/<(?:\w+:)?c\b/).length - 1;
  const isLarge = rows > CELLS.rows || columns > CELLS.columns || Math.max(cells, parts) > CELLS.all;
  if (isLarge) throw new ExpectedError(words.tooManyCells(shown(name)));
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
