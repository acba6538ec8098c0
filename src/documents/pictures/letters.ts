import { createRequire } from 'node:module';
import { type FontFile, readFontFile } from './font-file.ts';

// The letters of pictures: BIZ UDPGothic, a font made to be told apart easily, which the program brings along (SIL Open
// Font License). Fonts of the machine are never used, so that a picture looks the same everywhere.

export type Weight = 'regular' | 'bold';

const PACKAGE = '@expo-google-fonts/biz-udpgothic';
const find = createRequire(import.meta.url).resolve;

export const FONT_FAMILY = 'BIZ UDPGothic';
const FILES: Record<Weight, string> = {
  regular: find(`${PACKAGE}/400Regular/BIZUDPGothic_400Regular.ttf`),
  bold: find(`${PACKAGE}/700Bold/BIZUDPGothic_700Bold.ttf`),
};
export const FONT_FILES: readonly string[] = Object.values(FILES);

/** Stands for a sign that the font lacks, as in Japanese print. The text beside a picture has the sign itself. */
const GETA = '〓';
/** Neither begins nor ends a line badly: signs that stay with what is before them. */
const CLINGS = /^[、。，．,.・：；:;？！?!）)」』】〕］\]ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%～]/u;
const DOTS = '…';

const read = new Map<Weight, FontFile>();

/** Reads a font when a picture first needs it. */
function fontOf(weight: Weight): FontFile {
  const known = read.get(weight) ?? readFontFile(FILES[weight]);
  read.set(weight, known);
  return known;
}

/** Text as the font can draw it: on one line, without control characters, 〓 for each sign that is missing. */
export function drawable(text: string, weight: Weight = 'regular'): string {
  const font = fontOf(weight);
  return [...text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')]
    .filter((sign) => !/\p{Cf}|\p{Variation_Selector}/u.test(sign))
    .map((sign) => (font.has(sign) ? sign : GETA))
    .join('');
}

/** How wide drawable text is at this size of letters. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  const font = fontOf(weight);
  return [...text].reduce((sum, sign) => sum + font.widthOf(sign), 0) * size;
}

/** As much of the text as fits into a width, with 「…」 where something was left out. */
export function fitting(text: string, width: number, size: number, weight: Weight = 'regular'): string {
  if (widthOf(text, size, weight) <= width) return text;
  const kept = [...text];
  while (kept.length > 0 && widthOf(`${kept.join('')}${DOTS}`, size, weight) > width) kept.pop();
  return `${kept.join('').trimEnd()}${DOTS}`;
}

/** Breaks text into lines of a width, at most so many; what is left over ends in 「…」. */
export function linesOf(text: string, width: number, size: number, most: number, weight: Weight = 'regular'): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most - 1) {
    const line = lineOf(rest, width, size, weight);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? lines : [...lines, fitting(rest, width, size, weight)];
}

/** The beginning of a text that fits on a line: never inside a word of Latin letters, never before a sign that clings. */
function lineOf(text: string, width: number, size: number, weight: Weight): string {
  const pieces = text.match(/[A-Za-z0-9'’.,-]+|./gsu) ?? [];
  const kept: string[] = [];
  for (const piece of pieces) {
    if (kept.length > 0 && widthOf([...kept, piece].join(''), size, weight) > width) break;
    kept.push(piece);
  }
  while (kept.length > 1 && CLINGS.test(pieces[kept.length] ?? '')) kept.pop();
  return kept.join('');
}
