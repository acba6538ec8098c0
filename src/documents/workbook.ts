import { type Cell, cellRef, type DataValidation, type NamedRange, type WriteSheet, writeXlsx } from 'hucre';
import { inLines } from './cell-text.ts';
import { FONT, styleOf } from './looks.ts';
import type { Box, Page } from './page.ts';
import { breaksIn, HIGHEST, heightOf } from './page-heights.ts';

/** What the file says of itself. */
export interface About {
  title: string;
  /** When it was made. */
  at: Date;
}

/**
 * Pages as a workbook, one a tab, on A4 and as wide as the paper. Text is text, whatever it begins with: nothing is
 * executed. Boxes with a key are named cells of their own tab, so they are found wherever rows are moved to.
 */
export async function workbookFile(pages: readonly Page[], { title, at }: About): Promise<Buffer> {
  const names = tabNames(pages.map(({ name }) => name));
  const drawn = pages.map((page, index) => new Drawn(page, names[index] ?? ''));
  const file = await writeXlsx({
    sheets: drawn.map(({ sheet }) => sheet),
    namedRanges: drawn.flatMap(({ named }) => named),
    defaultFont: FONT,
    properties: { title, created: at, modified: at },
  });
  return Buffer.from(file);
}

const MOST_OF_NAME = 31;

/** Names of tabs: no two alike, none too long, without what a tab cannot be called. */
function tabNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean = name.replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ').trim() || '-';
    let tab = clean.slice(0, MOST_OF_NAME);
    for (let copy = 2; taken.has(tab.toLowerCase()); copy += 1) {
      const ending = ` (${copy})`;
      tab = `${clean.slice(0, MOST_OF_NAME - ending.length)}${ending}`;
    }
    taken.add(tab.toLowerCase());
    return tab;
  });
}

/** Inches. */
const MARGINS = { top: 0.4, bottom: 0.5, left: 0.35, right: 0.35, header: 0.2, footer: 0.2 };

/** One page on its tab. */
class Drawn {
  readonly named: NamedRange[] = [];
  readonly sheet: WriteSheet;
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #merges: NonNullable<WriteSheet['merges']> = [];
  readonly #validations: DataValidation[] = [];
  readonly #heights = new Map<number, { height: number }>();
  /** The row in which each line begins. */
  readonly #starts: number[] = [];

  constructor(
    readonly page: Page,
    readonly tab: string,
  ) {
    const rows = this.#draw();
    const { widths, orientation, repeated } = page;
    // By its name and not by the page's setup, where the library would leave the tab's name without quotation marks.
    if (repeated) this.#name('_xlnm.Print_Titles', `$1:$${this.#starts[repeated] ?? rows}`);
    this.sheet = {
      name: tab,
      rows: Array.from({ length: rows }, () => []),
      columns: widths.map((width) => ({ width })),
      cells: this.#cells,
      merges: this.#merges,
      rowDefs: this.#heights,
      // Named by the last row before the break.
      rowBreaks: breaksIn(page).flatMap((line) => (this.#starts[line] ?? 1) - 1),
      dataValidations: this.#validations,
      view: { showGridLines: false },
      pageSetup: {
        paperSize: 'a4',
        orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: MARGINS,
        horizontalCentered: true,
      },
      headerFooter: { oddFooter: '&L&A&R&P / &N' },
    };
  }

  /** Draws line by line; how many rows there are. A line that is too high for one row takes several. */
  #draw(): number {
    let row = 0;
    for (const line of this.page.lines) {
      this.#starts.push(row);
      const height = heightOf(line, this.page.widths);
      const down = Math.ceil(height / HIGHEST);
      for (let part = 0; part < down; part += 1) this.#heights.set(row + part, { height: Math.ceil(height / down) });
      let column = 0;
      for (const box of line.boxes) {
        this.#box(box, row, column, down);
        column += box.across ?? 1;
      }
      row += down;
    }
    return row;
  }

  #box(box: Box, row: number, column: number, down: number): void {
    const [endRow, endCol] = [row + down - 1, column + (box.across ?? 1) - 1];
    const style = styleOf(box);
    for (let r = row; r <= endRow; r += 1)
      for (let c = column; c <= endCol; c += 1) this.#cells.set(`${r},${c}`, { style });
    const value = typeof box.text === 'string' ? inLines(box.text) : box.text;
    if (value !== null && value !== '') this.#cells.set(`${row},${column}`, { value, style });
    if (endRow > row || endCol > column) this.#merges.push({ startRow: row, startCol: column, endRow, endCol });
    const range = cellRef(row, column);
    if (box.key !== undefined) this.#name(box.key, range.replace(/^([A-Z]+)/, '$$$1$$'));
    if (box.choices) {
      this.#validations.push({
        type: 'list',
        values: [...box.choices],
        allowBlank: true,
        showErrorMessage: false,
        range,
      });
    }
  }

  #name(name: string, range: string): void {
    this.named.push({ name, range: `'${this.tab}'!${range}`, scope: this.tab });
  }
}
