import type { DataTableBlock, RichTextBlock, RichTextElement, TableBlock } from '@slack/types';
import { type Child, h, type Wanted } from '../dom.ts';
import { change, state, type TableView, words } from '../state.ts';
import { richText } from './rich-text.ts';
import { plainText } from './text.ts';

type Cell = DataTableBlock['rows'][number][number];

function cellContent(cell: Cell): Child {
  if (cell.type === 'rich_text') return richText(cell);
  return cell.type === 'raw_number' ? (cell.text ?? String(cell.value)) : plainText(cell.text);
}

/** A short table of fixed layout. */
export function table({ rows, column_settings: columns }: TableBlock): Wanted {
  const cell = (tag: string) => (content: Cell, at: number) => {
    const { align = 'left', is_wrapped: isWrapped = false } = columns?.[at] ?? {};
    return h(tag, { class: `align-${align}${isWrapped ? '' : ' one-line'}` }, cellContent(content));
  };
  const [head = [], ...body] = rows;
  return h(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': words().table },
    h(
      'table',
      null,
      h('thead', null, h('tr', null, head.map(cell('th')))),
      h(
        'tbody',
        null,
        body.map((row) => h('tr', null, row.map(cell('td')))),
      ),
    ),
  );
}

/** A table that the reader sorts and pages through. `id` keeps where the reader is. */
export function dataTable(block: DataTableBlock, id: string): Wanted {
  const [head = [], ...body] = block.rows;
  const size = block.page_size ?? 5;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const view = state.tables.get(id) ?? { page: 0, sort: null };
  const page = Math.min(view.page, pages - 1);
  const shown = sorted(body, view.sort).slice(page * size, (page + 1) * size);
  return h(
    'div',
    { class: 'data-table' },
    h('div', { class: 'caption quiet', 'aria-hidden': true }, block.caption),
    h(
      'div',
      { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': block.caption },
      h(
        'table',
        { 'aria-label': block.caption },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            head.map((cell, at) => headCell(cell, at, id, view)),
          ),
        ),
        h(
          'tbody',
          null,
          shown.map((row) =>
            h(
              'tr',
              null,
              row.map((cell, at) => bodyCell(cell, at, block)),
            ),
          ),
        ),
      ),
    ),
    pages > 1 && pager(id, view, page, pages, { from: page * size, shown: shown.length, all: body.length }),
  );
}

function bodyCell(cell: Cell, at: number, block: DataTableBlock): Wanted {
  const isName = at === (block.row_header_column_index ?? 0);
  const className = cell.type === 'raw_number' ? 'number' : null;
  return h(isName ? 'th' : 'td', { scope: isName ? 'row' : null, class: className }, cellContent(cell));
}

function headCell(cell: Cell, at: number, id: string, view: TableView): Wanted {
  const mine = view.sort?.column === at ? view.sort : null;
  const sort = mine && !mine.ascending ? null : { column: at, ascending: !mine };
  const order = mine ? (mine.ascending ? 'ascending' : 'descending') : 'none';
  return h(
    'th',
    { scope: 'col', 'aria-sort': order },
    h(
      'button',
      { type: 'button', class: 'sort', onclick: () => change(() => state.tables.set(id, { page: 0, sort })) },
      cellContent(cell),
      h('span', { class: 'sort-sign', 'aria-hidden': true }, { none: '↕', ascending: '↑', descending: '↓' }[order]),
    ),
  );
}

function pager(
  id: string,
  view: TableView,
  page: number,
  pages: number,
  { from, shown, all }: { from: number; shown: number; all: number },
): Wanted {
  const turn = (to: number) => () => change(() => state.tables.set(id, { ...view, page: to }));
  const w = words();
  return h(
    'div',
    { class: 'pager' },
    h('span', { class: 'quiet', 'aria-live': 'polite' }, w.rows(from + 1, from + shown, all)),
    h('button', { type: 'button', class: 'small-button', disabled: page === 0, onclick: turn(page - 1) }, w.former),
    h(
      'button',
      { type: 'button', class: 'small-button', disabled: page >= pages - 1, onclick: turn(page + 1) },
      w.next,
    ),
  );
}

function sorted(rows: Cell[][], sort: TableView['sort']): Cell[][] {
  if (!sort) return rows;
  const sign = sort.ascending ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(a[sort.column], b[sort.column]));
}

const collator = new Intl.Collator('ja', { numeric: true });

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.type === 'raw_number' && b?.type === 'raw_number') return a.value - b.value;
  return collator.compare(textOf(a), textOf(b));
}

function textOf(cell: Cell | undefined): string {
  if (!cell) return '';
  return cell.type === 'rich_text' ? richTextOf(cell) : (cell.text ?? '');
}

const richTextOf = ({ elements }: RichTextBlock): string =>
  elements
    .flatMap((element): RichTextElement[] =>
      element.type === 'rich_text_list' ? element.elements.flatMap((item) => item.elements) : element.elements,
    )
    .map((part) => ('text' in part ? part.text : ''))
    .join('');
