// A page to be printed and filled in: boxes in lines, as a person sees it. src/documents/workbook.ts writes it.

/** How a box looks. */
export type Look =
  | 'title'
  /** Text without a frame. */
  | 'note'
  /** Begins a part of the page. */
  | 'part'
  /** What stands over or beside a box. */
  | 'label'
  /** Framed text, from the top left. */
  | 'text'
  /** Framed, one line or two, from the left. */
  | 'line'
  /** Framed, in the middle. */
  | 'middle'
  /** Framed, to the right. */
  | 'number';

export interface Box {
  text: string | number | null;
  look: Look;
  /** So many columns wide; 1 where nothing is said. */
  across?: number;
  /** The name under which the box is found again wherever it was moved; unique on its page. */
  key?: string;
  /** What can be chosen in it. */
  choices?: readonly string[];
  /** How a number is shown: `0.0`. */
  format?: string;
}

export interface Line {
  boxes: readonly Box[];
  /** At least so many lines of text high, for those who write by hand. */
  least?: number;
  /** Stays on one sheet of paper with the line that follows. */
  withNext?: boolean;
}

export interface Page {
  name: string;
  /** Widths of the columns, in half-width characters. */
  widths: readonly number[];
  orientation: 'portrait' | 'landscape';
  lines: readonly Line[];
  /** Repeated at the top of every sheet of paper: so many lines from the first one. */
  repeated?: number;
}

export const box = (look: Look, text: Box['text'], more: Partial<Box> = {}): Box => ({ look, text, ...more });

/** A line with one box over the whole width. */
export const wholeLine = (look: Look, text: string, widths: readonly number[], more: Partial<Line> = {}): Line => ({
  boxes: [box(look, text, { across: widths.length })],
  ...more,
});
