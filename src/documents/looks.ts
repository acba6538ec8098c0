import type { CellStyle } from 'hucre';
import type { Box, Look } from './page.ts';

// How the boxes of a page look: black on white, so that a copier keeps it; nothing is said by colour alone.

/** Comes with Windows and is made to be read easily; others show their own Japanese font. */
const NAME = 'BIZ UDPゴシック';
export const TEXT_SIZE = 10;
export const FONT = { name: NAME, size: TEXT_SIZE };

const SIZES: Partial<Record<Look, number>> = { title: 14, part: 11 };
export const sizeOf = (look: Look): number => SIZES[look] ?? TEXT_SIZE;

const line = { style: 'thin', color: { rgb: '000000' } } as const;
const frame = { top: line, right: line, bottom: line, left: line };
const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } } as const;

const bold = (look: Look) => ({ ...FONT, size: sizeOf(look), bold: true });
const wrapped = { wrapText: true, vertical: 'top', horizontal: 'left' } as const;
const middle = { wrapText: true, vertical: 'center', horizontal: 'center' } as const;

const STYLES: Record<Look, CellStyle> = {
  title: { font: bold('title'), alignment: { ...wrapped, vertical: 'center' } },
  note: { font: FONT, alignment: wrapped },
  part: { font: bold('part'), alignment: { ...wrapped, vertical: 'bottom' } },
  label: { font: bold('label'), alignment: middle, border: frame, fill: grey },
  text: { font: FONT, alignment: wrapped, border: frame },
  line: { font: FONT, alignment: { ...wrapped, vertical: 'center' }, border: frame },
  middle: { font: FONT, alignment: middle, border: frame },
  number: { font: FONT, alignment: { ...middle, horizontal: 'right' }, border: frame },
};

export const styleOf = ({ look, format }: Box): CellStyle =>
  format === undefined ? STYLES[look] : { ...STYLES[look], numFmt: format };
