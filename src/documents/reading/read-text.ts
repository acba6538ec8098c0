import { ExpectedError } from '../../records/expected-error.ts';
import type { ReadCell, ReadDocument, ReadRow } from '../../records/read-document.ts';
import { readingWords as words } from '../../words/reading.ts';
import { csvRows } from '../csv.ts';

/** A CSV file as one sheet. Throws `ExpectedError` where a quoted cell never ends. */
export function readCsv(text: string): ReadDocument {
  const rows = csvRows(text);
  if (!rows) throw new ExpectedError(words.openQuote);
  return oneSheet(rows.map(({ line, cells }) => rowOf(line, cells)));
}

/** A text as it comes out of a PDF: a line a row, its cells parted by tabs, lists and paragraphs inside a cell as lines. */
export function readText(text: string): ReadDocument {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\f\v]/g, '\n')
    .split('\n');
  const furniture = furnitureOf(lines);
  return oneSheet(
    lines.map((line, index) => rowOf(index + 1, (furniture.has(index) ? '' : line).split('\t').map(withoutMarkup))),
  );
}

/** 「- 52 -」, 「53 / 120 ページ」, 「p. 7」. */
const PAGE_NUMBER =
  /^(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:p|page|ページ|頁)\.?\s*\d{1,4}|\d{1,4}\s*(?:ページ|頁|[/／]\s*\d{1,4}\s*(?:ページ|頁)?)?)$/iu;

/** Lines that belong to the page and not to the text: its number, and beside that the running head, but for the first time. */
function furnitureOf(lines: readonly string[]): Set<number> {
  const plain = lines.map((line) => line.normalize('NFKC').trim());
  const numbers = plain.flatMap((line, at) => (PAGE_NUMBER.test(line) ? [at] : []));
  const heads = numbers
    .flatMap((at) => [at - 1, at + 1])
    .filter((at) => (plain[at] ?? '') !== '' && plain.indexOf(plain[at] ?? '') < at);
  return new Set([...numbers, ...heads]);
}

const oneSheet = (rows: ReadRow[]): ReadDocument => ({ sheets: [{ name: null, rows, named: new Map() }] });

const rowOf = (line: number, texts: readonly string[]): ReadRow => ({
  at: line,
  cells: texts.map((text, index): ReadCell => {
    const place = texts.length > 1 ? words.inLineCell(line, index + 1) : words.inLine(line);
    return { place, text: text.trim(), kind: 'text' };
  }),
});

/** `<li>` begins an item and `<p>` a paragraph; nothing else of HTML means anything, and nothing of it stays. */
const withoutMarkup = (cell: string): string =>
  cell
    .replace(/<li\b[^>]*>\s*・?/gi, '\n・')
    .replace(/<\/?(?:p|ul|ol|br|div|tr)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(lt|gt|quot|amp|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[ \u3000]*\n\s*/g, '\n')
    .trim();

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };
