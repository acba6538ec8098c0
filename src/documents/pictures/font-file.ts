import { readFileSync } from 'node:fs';

// What a TrueType file says of its signs: which there are, and how wide they are. Two of its tables are enough, and
// reading them takes a hundredth of the time that a whole parser takes for a Japanese font.

const HEAD_UNITS_PER_EM = 18;
const HHEA_METRICS = 34;
const METRIC_BYTES = 4;
const DIRECTORY = 12;
const DIRECTORY_ENTRY = 16;
const SEGMENTED = 12;
const GROUP_BYTES = 12;

/** The signs of a font file. */
export interface FontFile {
  has(sign: string): boolean;
  /** In parts of the size of the letters; of a sign that is missing, a full width. */
  widthOf(sign: string): number;
}

/** Reads a TrueType file. Throws `RangeError` where it has no table of Unicode signs. */
export function readFontFile(path: string): FontFile {
  const file = readFileSync(path);
  const tables = tablesOf(file);
  const glyphs = glyphsOf(table(tables, 'cmap'));
  const unitsPerEm = table(tables, 'head').readUInt16BE(HEAD_UNITS_PER_EM);
  const metrics = table(tables, 'hmtx');
  const count = table(tables, 'hhea').readUInt16BE(HHEA_METRICS);
  const glyphOf = (sign: string) => glyphs.get(sign.codePointAt(0) ?? 0) ?? 0;
  return {
    has: (sign) => glyphOf(sign) > 0,
    widthOf: (sign) => {
      const glyph = glyphOf(sign);
      return glyph === 0 ? 1 : metrics.readUInt16BE(Math.min(glyph, count - 1) * METRIC_BYTES) / unitsPerEm;
    },
  };
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  const entries = Array.from({ length: file.readUInt16BE(4) }, (_, index) => DIRECTORY + index * DIRECTORY_ENTRY);
  return new Map(
    entries.map((at) => {
      const from = file.readUInt32BE(at + 8);
      return [file.toString('latin1', at, at + 4), file.subarray(from, from + file.readUInt32BE(at + 12))];
    }),
  );
}

function table(tables: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const found = tables.get(name);
  if (!found) throw new RangeError(`the font has no table ${name}`);
  return found;
}

/** From code points to glyphs: the groups of the table that covers all of Unicode (cmap, format 12). */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
  const at = tables.find((each) => cmap.readUInt16BE(each) === SEGMENTED);
  if (at === undefined) throw new RangeError('the font has no table of Unicode signs');
  const glyphs = new Map<number, number>();
  for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
    const entry = at + 16 + group * GROUP_BYTES;
    const [first, last, glyph] = [0, 4, 8].map((offset) => cmap.readUInt32BE(entry + offset)) as [
      number,
      number,
      number,
    ];
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}
