import { sizeOf } from './looks.ts';
import type { Box, Line, Page } from './page.ts';

// How high the lines of a page must be: spreadsheets do not find it out for boxes over several columns.

/** Points of a line of text, for each point of its size. */
const LEADING = 1.3;
const PADDING = 6;
/** A row cannot be higher. */
export const HIGHEST = 400;
/** Points of a half-width character of a column's width, and of the frame around it. */
const UNIT = 5.25;
const FRAME = 3.75;
/** Fonts differ: a little room is left over. */
const ROOM = 0.93;

/** In points. */
export function heightOf(line: Line, widths: readonly number[]): number {
  let column = 0;
  const heights = line.boxes.map((box) => {
    const across = box.across ?? 1;
    const width = widths.slice(column, column + across).reduce((sum, each) => sum + each, 0);
    column += across;
    return Math.max(linesIn(box, width * UNIT - FRAME), line.least ?? 1) * sizeOf(box.look) * LEADING;
  });
  return Math.ceil(Math.max(...heights) + PADDING);
}

/** How many lines a box's text takes in so many points. */
function linesIn({ text, look }: Box, points: number): number {
  const room = Math.max(1, (points * ROOM * 2) / sizeOf(look));
  return String(text ?? '')
    .split('\n')
    .reduce((lines, each) => lines + Math.max(1, Math.ceil(halfWidths(each) / room)), 0);
}

const halfWidths = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2), 0);

/** A4, less the margins of src/documents/workbook.ts. */
const PAPER = { portrait: { width: 545, height: 777 }, landscape: { width: 791, height: 530 } };

/** Before which lines a new sheet of paper begins, so that no line is cut that fits on one. */
export function breaksIn({ lines, widths, orientation, repeated = 0 }: Page): number[] {
  const { width, height } = PAPER[orientation];
  const wide = widths.reduce((sum, each) => sum + each * UNIT + FRAME, 0);
  const room = height * Math.max(1, wide / width);
  const heights = lines.map((line) => heightOf(line, widths));
  const again = heights.slice(0, repeated).reduce((sum, each) => sum + each, 0);
  const breaks: number[] = [];
  let used = 0;
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while (lines[end - 1]?.withNext && end < lines.length) end += 1;
    const needed = heights.slice(at, end).reduce((sum, each) => sum + each, 0);
    if (used > 0 && used + needed > room) {
      breaks.push(at);
      used = again;
    }
    used += needed;
    at = end;
  }
  return breaks;
}
