import type { ReadCell, ReadRow } from '../../records/read-document.ts';
import type { CellProblem } from '../../records/understood.ts';
import { mended } from './letters.ts';

/** What is taken from cells, with what is wrong in those that were wanted. */
export class Taking {
  readonly problems: CellProblem[] = [];
  readonly warnings: CellProblem[] = [];

  /** The text of cells that belong together; one that holds no text is a problem, and gives none. */
  text(...cells: readonly (ReadCell | undefined)[]): string {
    return cells
      .flatMap((cell) => (cell && this.#isText(cell) ? [mended(cell.text)] : []))
      .filter((text) => text !== '')
      .join('\n');
  }

  #isText({ place, text, kind }: ReadCell): boolean {
    if (kind === 'text' || kind === 'number' || kind === 'date') return true;
    if (text === '' && kind === 'formula') return true;
    this.problems.push({
      at: place,
      code: kind === 'formula' ? 'formula' : 'wrong-type',
      value: kind === 'formula' ? null : text,
    });
    return false;
  }
}

export const filled = (row: ReadRow | undefined): ReadCell[] => row?.cells.filter(({ text }) => text !== '') ?? [];

/** A table's row as one text: what a heading is compared with. */
export const lineOf = (row: ReadRow | undefined): string =>
  filled(row)
    .map(({ text }) => text)
    .join(' ');
