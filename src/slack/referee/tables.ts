import { LIMITS } from '../limits.ts';
import type { Fault } from './fault.ts';
import { fault, isNode, type Parts, type Place } from './walk.ts';

// slack.md tells tables apart: `data_table` for answers, `table` for short fixed layouts.

export function tableFaults({ blocks }: Parts): Fault[] {
  const places = blocks.flatMap(({ nodes }) => nodes.filter(({ node }) => isTable(node.type)));
  const tables = places.filter(({ node }) => node.type === 'table');
  const surplus = tables.slice(LIMITS.tablesPerMessage);
  return [
    ...surplus.map((place) => fault(place.pointer, 'too_many', 'only one table block is taken')),
    ...tables.flatMap((place) => faultsOfTable(place)),
    ...places.filter(({ node }) => node.type === 'data_table').flatMap((place) => faultsOfDataTable(place)),
  ];
}

const isTable = (type: unknown) => type === 'table' || type === 'data_table';

function faultsOfTable(place: Place): Fault[] {
  const rows = rowsOf(place);
  const { node, pointer } = place;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const settings = Array.isArray(node.column_settings) ? node.column_settings.length : 0;
  return [
    ...(rows.length === 0 ? [fault(`${pointer}/rows`, 'too_few', 'needs a row')] : []),
    ...unequal(place),
    ...tooMuch(place, LIMITS.tableCharacters),
    ...(settings > columns ? [fault(`${pointer}/column_settings`, 'too_many', 'has more entries than columns')] : []),
  ];
}

function faultsOfDataTable(place: Place): Fault[] {
  const { node, pointer } = place;
  const rows = rowsOf(place);
  const header = rows[0] ?? [];
  const index = node.row_header_column_index;
  const inside = typeof index !== 'number' || (Number.isInteger(index) && index >= 0 && index < header.length);
  return [
    ...(rows.length < 2 ? [fault(`${pointer}/rows`, 'too_few', 'needs a header and a row')] : []),
    ...(rows.length > LIMITS.dataTableRows + 1
      ? [fault(`${pointer}/rows`, 'too_many', `at most ${LIMITS.dataTableRows} rows below the header`)]
      : []),
    ...(header.length === 0 || header.length > LIMITS.dataTableColumns
      ? [fault(`${pointer}/rows/0`, 'too_many', `from 1 to ${LIMITS.dataTableColumns} columns`)]
      : []),
    ...unequal(place),
    ...header.flatMap((cell, at) =>
      isNode(cell) && cell.type === 'rich_text'
        ? [fault(`${pointer}/rows/0/${at}`, 'not_allowed_here', 'a header cell is no rich_text')]
        : [],
    ),
    ...tooMuch(place, LIMITS.dataTableCharacters),
    ...(inside ? [] : [fault(`${pointer}/row_header_column_index`, 'out_of_range', 'is no column')]),
    ...(node.caption === '' ? [fault(`${pointer}/caption`, 'too_short', 'must have at least 1 character')] : []),
  ];
}

const rowsOf = ({ node }: Place): unknown[][] => (Array.isArray(node.rows) ? node.rows.filter(Array.isArray) : []);

function unequal(place: Place): Fault[] {
  const rows = rowsOf(place);
  const columns = rows[0]?.length ?? 0;
  return rows.flatMap((row, at) =>
    row.length === columns
      ? []
      : [fault(`${place.pointer}/rows/${at}`, 'unequal_rows', `has ${row.length} cells, the first row ${columns}`)],
  );
}

function tooMuch(place: Place, most: number): Fault[] {
  const characters = textIn(place.node.rows);
  return characters > most
    ? [fault(`${place.pointer}/rows`, 'too_long', `at most ${most} characters in all cells, there are ${characters}`)]
    : [];
}

/** The characters that a reader sees in `value`: the texts of text objects, rich text and cells. */
export function textIn(value: unknown, name = ''): number {
  if (typeof value === 'string') return isRead(name) ? value.length : 0;
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const key in value) sum += textIn((value as Record<string, unknown>)[key], key);
  return sum;
}

const TEXTS = new Set(['text', 'caption', 'alt_text', 'title', 'fallback']);

/** Whether a string of this name is something that people read. */
export const isRead = (name: string): boolean => TEXTS.has(name);
