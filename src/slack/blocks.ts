import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DataTableBlock,
  HeaderBlock,
  InputBlock,
  InputBlockElement,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  RawNumberElement,
  RawTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
  SectionBlock,
} from '@slack/types';
import { escaped, shorten, shortenThen, wellFormed } from './escape.ts';
import { LIMITS } from './limits.ts';

// Plain objects as Slack takes them. Texts are given as people see them; each helper shortens to the limit of its place
// and escapes where that is due, so that a long or hostile text in a record cannot spoil a message.

/** Labels, titles, buttons: never formatted, emoji codes stay letters. */
export const plain = (text: string, most: number = LIMITS.text) =>
  ({
    type: 'plain_text',
    text: text.trim() ? shorten(wellFormed(text), most) : '－',
    emoji: false,
  }) satisfies PlainTextElement;

/** Only for text that code wrote, with links or mentions in it. Anything else: `richText`. */
export const mrkdwn = (markup: string) => ({ type: 'mrkdwn', text: markup, verbatim: true }) satisfies MrkdwnElement;

/** A date or a person in `mrkdwn`, beside escaped text. */
export const link = (url: string, label: string) => `<${url}|${escaped(label.replaceAll('|', '｜'))}>`;

export const header = (text: string) => ({ type: 'header', text: plain(text, LIMITS.header) }) satisfies HeaderBlock;

export const divider = { type: 'divider' } as const;

/** One paragraph as it is, with at most one element beside it. */
export const section = (text: string, accessory?: NonNullable<SectionBlock['accessory']>) =>
  ({ type: 'section', text: plain(text), ...(accessory ? { accessory } : {}) }) satisfies SectionBlock;

/** Short pairs in two columns; also what stands for a table in a modal. */
export const fields = (texts: readonly string[]) =>
  ({
    type: 'section',
    fields: texts.slice(0, LIMITS.fields).map((text) => plain(text, LIMITS.fieldText)),
  }) satisfies SectionBlock;

/** Small grey notes below something. */
export const context = (...texts: string[]) =>
  ({
    type: 'context',
    elements: texts.slice(0, LIMITS.contextElements).map((text) => plain(text, LIMITS.text)),
  }) satisfies ContextBlock;

type Style = NonNullable<Extract<RichTextElement, { type: 'text' }>['style']>;

/** A piece of rich text; an empty one shows as a blank, since Slack refuses nothing at all. */
export const text = (words: string, style?: Style) =>
  ({ type: 'text', text: wellFormed(words) || ' ', ...(style ? { style } : {}) }) satisfies RichTextElement;

export const bold = (words: string) => text(words, { bold: true });

/** A link with its words; an address that Slack would refuse becomes letters. */
export const linkTo = (url: string, words: string): RichTextElement =>
  /^https?:\/\/[^\s<>|]+$/.test(url) && URL.canParse(url) && url.length <= LIMITS.url
    ? { type: 'link', url, text: words }
    : text(words === url ? words : `${words} ${url}`);

export const person = (userId: string) => ({ type: 'user', user_id: userId }) satisfies RichTextElement;

type Pieces = string | RichTextElement | readonly (string | RichTextElement)[];

const pieces = (given: Pieces): RichTextElement[] =>
  [given].flat().map((piece) => (typeof piece === 'string' ? text(piece) : (piece as RichTextElement)));

export const paragraph = (given: Pieces) =>
  ({ type: 'rich_text_section', elements: pieces(given) }) satisfies RichTextSection;

export const list = (items: readonly Pieces[], style: 'bullet' | 'ordered' = 'bullet') =>
  ({ type: 'rich_text_list', style, elements: items.map(paragraph) }) satisfies RichTextList;

export const quote = (given: Pieces) => ({ type: 'rich_text_quote', elements: pieces(given) }) satisfies RichTextQuote;

/** Text to be copied out, letter by letter. */
export const preformatted = (words: string) =>
  ({ type: 'rich_text_preformatted', elements: [text(words)] }) satisfies RichTextPreformatted;

export const richText = (...elements: RichTextBlock['elements']) =>
  ({ type: 'rich_text', elements }) satisfies RichTextBlock;

interface ButtonParts {
  /** `answer.share`: what it does. */
  action: string;
  label: string;
  /** An id, at most 2,000 characters. */
  value?: string;
  style?: 'primary' | 'danger';
  url?: string;
  /** What a screen reader says, where the label alone stands several times. */
  spoken?: string;
}

export const button = ({ action, label, value, style, url, spoken }: ButtonParts) =>
  ({
    type: 'button',
    action_id: action,
    text: plain(label, LIMITS.buttonText),
    ...(value === undefined ? {} : { value }),
    ...(style ? { style } : {}),
    ...(url ? { url } : {}),
    ...(spoken ? { accessibility_label: shorten(wellFormed(spoken), LIMITS.buttonText) } : {}),
  }) satisfies Button;

export const actions = (blockId: string, elements: ActionsBlock['elements']) =>
  ({ type: 'actions', block_id: blockId, elements: elements.slice(0, LIMITS.actionsElements) }) satisfies ActionsBlock;

export const option = (value: string, label: string, description?: string) =>
  ({
    text: plain(label, LIMITS.optionText),
    value,
    ...(description ? { description: plain(description, LIMITS.optionDescription) } : {}),
  }) satisfies PlainTextOption;

interface InputParts {
  /** The field's name: its `block_id`; the element's `action_id` is the same for all fields. */
  name: string;
  label: string;
  element: InputBlockElement;
  hint?: string;
  optional?: boolean;
}

export const INPUT_ACTION = 'value';

export const input = ({ name, label, element, hint, optional = false }: InputParts) =>
  ({
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.label),
    optional,
    ...(hint ? { hint: plain(hint, LIMITS.label) } : {}),
    element: { ...element, action_id: INPUT_ACTION },
  }) satisfies InputBlock;

export interface Table {
  /** Said by screen readers. */
  caption: string;
  /** Units stand here. */
  columns: readonly string[];
  /** A number sorts as one; give the words it is shown with, or none. */
  rows: readonly (readonly (string | number | { value: number; shown: string })[])[];
  pageSize?: number;
}

/**
 * A table to sort and page through. `left` is how many rows found no room (100 rows, 20 columns, the characters of a
 * message): say it, and offer the export.
 */
export function dataTable(
  table: Table,
  room: number = LIMITS.messageCharacters - 2_000,
): { block: DataTableBlock; left: number } {
  const columns = table.columns.slice(0, LIMITS.dataTableColumns);
  const rows: DataTableBlock['rows'] = [columns.map((title) => cell(title))];
  let used = lengthOf(rows[0] ?? []) + table.caption.length;
  for (const row of table.rows.slice(0, LIMITS.dataTableRows)) {
    const cells = columns.map((_, at) => cell(row[at] ?? ''));
    used += lengthOf(cells);
    if (used > room) break;
    rows.push(cells);
  }
  const block = {
    type: 'data_table',
    caption: shorten(wellFormed(table.caption), LIMITS.header) || '－',
    rows,
    ...(table.pageSize ? { page_size: table.pageSize } : {}),
  } satisfies DataTableBlock;
  return { block, left: table.rows.length - (rows.length - 1) };
}

type Cell = RawTextElement | RawNumberElement;

/** An empty cell is an error, and a blank one is read as nothing: 「－」 says that there is nothing. */
function cell(content: Table['rows'][number][number]): Cell {
  if (typeof content === 'number') return { type: 'raw_number', value: content, text: String(content) };
  if (typeof content === 'object') return { type: 'raw_number', value: content.value, text: content.shown || '－' };
  return { type: 'raw_text', text: wellFormed(content).trim() || '－' };
}

const lengthOf = (cells: readonly DataTableBlock['rows'][number][number][]) =>
  cells.reduce((sum, each) => sum + ('text' in each ? each.text.length : 0), 0);

/** The `text` of a message: what notifications and screen readers say, as letters. */
export const fallback = (words: string) => shortenThen(wellFormed(words).trim() || '－', LIMITS.messageText);
