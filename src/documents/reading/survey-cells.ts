import type { ReadCell, ReadRow, ReadSheet } from '../../records/read-document.ts';
import { SURVEY_COLUMNS, type SurveyColumn } from '../../records/vocabulary.ts';
import { SURVEY_PLACES, type SurveyCell } from '../sheets/survey-sheet.ts';
import { bare, circled } from './letters.ts';
import { filled, lineOf } from './taking.ts';

// Where the answers of a survey stand: by the names that our own sheets give their cells; else by headings, whose order
// counts and not their exact letters, since ①〜⑥ stand twice and scanned headings are damaged.

/** One sheet of a survey: a tab, or the stretch of a text under one heading. */
export interface SurveyCells {
  /** The heading, where the areas and the year are printed. */
  heading: string;
  cells: ReadonlyMap<SurveyCell, readonly ReadCell[]>;
}

const VISION_CELLS = ['vision1', 'vision2', 'vision3', 'vision4'] as const;
const HEADING = /取り?組み?[(（]([^()（）]{2,60})[)）]\s*$/;

/** The sheets of a survey; those without any of its headings are none. */
export function surveyCells(sheets: readonly ReadSheet[]): SurveyCells[] {
  return sheets.flatMap((sheet) => {
    const named = byNames(sheet);
    if (named) return [named];
    return stretches(sheet)
      .map(byHeadings)
      .filter(({ cells }) => cells.size > 0);
  });
}

/** By the names of the cells, where the rows may have been moved to anywhere. */
function byNames(sheet: ReadSheet): SurveyCells | null {
  const cells = new Map<SurveyCell, ReadCell[]>();
  for (const { cell, name } of SURVEY_PLACES) {
    const found = sheet.named.get(name);
    if (found) cells.set(cell, [found]);
  }
  // A sheet that lost some of its names is read by its headings as a whole.
  return cells.size < SURVEY_PLACES.length ? null : { heading: lineOf(sheet.rows[0]), cells };
}

/** A text with many sheets, parted where a heading begins the next one. */
function stretches({ name, rows }: ReadSheet): { name: string | null; rows: ReadRow[] }[] {
  const begins = rows.flatMap((row, at) => (filled(row).length === 1 && HEADING.test(lineOf(row)) ? [at] : []));
  if (begins.length === 0) return [{ name, rows }];
  return begins.map((at, index) => ({ name, rows: rows.slice(at, begins[index + 1] ?? rows.length) }));
}

function byHeadings({ rows }: { rows: ReadRow[] }): SurveyCells {
  const cells = new Map<SurveyCell, readonly ReadCell[]>();
  const put = (cell: SurveyCell, found: readonly ReadCell[]) => {
    if (!cells.has(cell)) cells.set(cell, found);
  };
  let part = 0;
  rows.forEach((row, at) => {
    const columns = row.cells.flatMap((cell, index) => (circled(cell.text) === null ? [] : [index]));
    if (isColumns(row, columns)) {
      const names = SURVEY_COLUMNS.slice(part * 6, part * 6 + 6);
      for (const [index, found] of below(rows, at, columns).entries()) put(names[index] as SurveyColumn, found);
      part += 1;
    }
    const visions = row.cells.flatMap((cell, index) => (/目指す?べ?き?姿/.test(bare(cell.text)) ? [index] : []));
    if (visions.length === VISION_CELLS.length) {
      for (const [index, found] of below(rows, at, visions).entries()) put(VISION_CELLS[index] ?? 'vision1', found);
    }
    if (row.cells.some(({ text }) => bare(text).startsWith('連携拠点名称'))) putHub(rows, at, put);
    putHead(row, put);
  });
  return { heading: lineOf(rows[0]), cells };
}

/** Six headings in their order; scanning may have damaged any of their letters, not their numbers. */
const isColumns = ({ cells }: ReadRow, columns: readonly number[]): boolean =>
  columns.length === 6 && columns.every((column, index) => circled(cells[column]?.text ?? '') === index + 1);

/** What stands below each of some headings, to the next row of headings. A column reaches to where the next one begins. */
function below(rows: readonly ReadRow[], at: number, columns: readonly number[]): ReadCell[][] {
  const under: ReadRow[] = [];
  for (const row of rows.slice(at + 1)) {
    if (isLandmark(row)) break;
    under.push(row);
  }
  return columns.map((column, index) =>
    under.flatMap(({ cells }) =>
      cells.slice(column, columns[index + 1] ?? cells.length).filter(({ text }) => text !== ''),
    ),
  );
}

const isLandmark = (row: ReadRow): boolean => {
  const found = filled(row);
  return (
    /^[(（][12１２][)）]/.test(lineOf(row).trim()) ||
    (found.length > 2 && found.every(({ text }) => circled(text) !== null)) ||
    found.filter(({ text }) => /目指す?べ?き?姿/.test(bare(text))).length > 2 ||
    (found.length === 1 && HEADING.test(lineOf(row)))
  );
};

/** The hub stands beside its label, in the same cell, or scanned onto the line before. */
function putHub(
  rows: readonly ReadRow[],
  at: number,
  put: (cell: SurveyCell, found: readonly ReadCell[]) => void,
): void {
  const cells = rows[at]?.cells ?? [];
  const label = cells.findIndex(({ text }) => bare(text).startsWith('連携拠点名称'));
  const mode = cells.findIndex(({ text }) => bare(text).startsWith('直営・委託'));
  const own = cells[label];
  const rest = own ? own.text.replace(/^[●\s]*連携拠点名称[:：\s]*/, '') : '';
  const beside = cells.slice(label + 1, mode < 0 ? undefined : mode).filter(({ text }) => text !== '');
  if (own && rest !== '') put('hub', [{ ...own, text: rest }, ...beside]);
  else if (beside.length > 0) put('hub', beside);
  else {
    const before = filled(rows[at - 1]);
    put('hub', before.length === 1 && !HEADING.test(lineOf(rows[at - 1])) ? before : []);
  }
  if (mode >= 0)
    put(
      'mode',
      cells.slice(mode + 1).filter(({ text }) => text !== ''),
    );
}

/** 市町名, 年度 and 時点 of our own sheets, each beside its label. */
function putHead({ cells }: ReadRow, put: (cell: SurveyCell, found: readonly ReadCell[]) => void): void {
  const found = cells.filter(({ text }) => text !== '');
  for (const { cell, label } of SURVEY_PLACES.slice(0, 3)) {
    const at = found.findIndex(({ text }) => text === label);
    const next = found[at + 1];
    if (at >= 0 && next && !SURVEY_PLACES.some(({ label: other }) => other === next.text)) put(cell, [next]);
  }
}
