import type { ActionsBlock, KnownBlock, RichTextElement } from '@slack/types';
import type { Answer, Row, RowGroup } from '../lookup/answer.ts';
import { facetOfEntry } from '../lookup/dictionary.ts';
import type { Offer } from '../lookup/offers.ts';
import { stateMark, stateOf } from '../lookup/plain-text.ts';
import { RequestColumn } from '../records/neighbour-request.ts';
import { answerWords } from '../words/answers.ts';
import type { Language } from '../words/labels.ts';
import { neighbourTalk } from '../words/neighbours.ts';
import { pictureWords } from '../words/pictures.ts';
import { slackWords } from '../words/slack.ts';
import { ANSWER, AnswerValue } from './answer-actions.ts';
import {
  actions,
  bold,
  button,
  context,
  dataTable,
  fallback,
  list,
  option,
  paragraph,
  person,
  plain,
  richText,
  section,
  text,
} from './blocks.ts';
import { shorten } from './escape.ts';
import { LIMITS } from './limits.ts';
import { pagesOf } from './pages.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

export interface AnswerView {
  answer: Answer;
  /** What the answer's buttons go back to; null: it has none. */
  id: string | null;
  offers: readonly Offer[];
  /** Of labels and buttons; the answer speaks its own. */
  language: Language;
  /** Only the asker sees it, who may then share it. */
  alone: boolean;
  /**
   * Set where the question does not stand above the answer: what was asked, and who brought it here, if not the asker. A
   * question that may not be kept is not repeated either.
   */
  about?: { question: string; by?: string } | undefined;
  /** What became of the answer, below it. */
  note?: string | undefined;
  /** What was asked, where neighbours may be asked the same. */
  question?: string | undefined;
  /** From 0; the following pages of a long answer are messages of their own. */
  page?: number | undefined;
}

/** A line of the answer's body, with the part of the body that it belongs to. */
type Item = { part: TablePart | ListPart; cells: string[] } | { part: ListPart; row: Row | null };

interface TablePart {
  kind: 'table';
  caption: string;
  columns: string[];
}

interface ListPart {
  kind: 'list';
  title: string | null;
  language: Language;
}

/** What a row shows at most; the files of an answer hold all of it. */
const LONGEST_CELL = 1_200;
const MOST_OFFERS = 10;
/** What is repeated of a question. */
const LONGEST_QUESTION = 500;
/** What is asked of neighbours is short. */
const LONGEST_ASKED = 300;

/** An answer as a message: the conclusion, how it was understood, the records, notes and sources, and what can be done. */
export function answerMessage(given: AnswerView): Message {
  const view = given.id === null ? { ...given, about: undefined } : given;
  const { answer, page = 0 } = view;
  if (view.id === null && repeats(answer)) return personalMessage(view.language);
  const pages = pagesOf(bodyOf(answer), lengthOf);
  const body = blocksOf(pages[page] ?? []);
  const isLast = page >= pages.length - 1;
  const more = isLast ? null : { page: page + 1, of: pages.length };
  const blocks = [
    ...(page === 0 ? headOf(view) : [richText(paragraph(slackWords[view.language].pageOf(page + 1, pages.length)))]),
    ...body,
    ...(isLast ? tailOf(answer) : []),
    ...notesOf(view, page),
    ...doable(view, more),
  ];
  return { text: fallbackOf(view), blocks };
}

/** Whether the answer says back words of the question that no record holds, which may be somebody's name. */
const repeats = ({ found, understood }: Answer): boolean =>
  !found || understood.some(({ key }) => key.startsWith('unknown:'));

function personalMessage(language: Language): Message {
  const words = slackWords[language].notAnswered;
  return { text: fallback(words), blocks: [richText(paragraph(words))] };
}

/** How many messages the whole answer takes. */
export const pageCount = (answer: Answer): number => pagesOf(bodyOf(answer), lengthOf).length;

function notesOf({ id, language, note }: AnswerView, page: number): KnownBlock[] {
  const notes = [...(id ? [] : [slackWords[language].personal]), ...(note ? [note] : [])];
  return notes.length > 0 && page === 0 ? [context(...notes)] : [];
}

function fallbackOf({ answer, about }: AnswerView): string {
  const towns = answer.groups[0]?.rows.flatMap((row) => row.areas) ?? [];
  const named = answer.intent === 'which-areas' ? [[...new Set(towns)].join('、')] : [];
  const offered = answer.offers.map((offer) => `・${offer}`);
  return fallback(
    [...(about ? [shorten(about.question, LONGEST_QUESTION)] : []), answer.headline, ...named, ...offered].join('\n'),
  );
}

function headOf({ answer, id, language, about }: AnswerView): KnownBlock[] {
  const [conclusion = '', ...further] = answer.headline.split('\n');
  return [
    ...(about ? [richText(aboutLine(about, language))] : []),
    richText(paragraph([bold(conclusion), ...(further.length > 0 ? [`\n${further.join('\n')}`] : [])])),
    ...understoodOf(answer, id, language),
  ];
}

function aboutLine({ by, question }: NonNullable<AnswerView['about']>, language: Language) {
  const asked = `「${shorten(question, LONGEST_QUESTION)}」`;
  return paragraph(by ? [person(by), `${slackWords[language].sharedBy}\n${asked}`] : asked);
}

/** How the question was taken, with a menu that takes a part out. */
function understoodOf(answer: Answer, id: string | null, language: Language): KnownBlock[] {
  const slots = answer.understood;
  if (slots.length === 0) return [];
  const words = slackWords[language];
  const taken = shorten(`${words.understoodAs}: ${slots.map((slot) => slot.label).join(' × ')}`, 1_000);
  if (!id || slots.length < 2) return [section(taken)];
  const options = slots
    .slice(0, LIMITS.options)
    .map((slot, index) => option(AnswerValue.slot(id, index), words.drop(shorten(slot.label, 40))));
  const menu = { action_id: ANSWER.drop, options };
  if (options.length <= LIMITS.overflowOptions) return [section(taken, { type: 'overflow', ...menu })];
  return [section(taken, { type: 'static_select', placeholder: plain(words.dropSome), ...menu })];
}

function bodyOf(answer: Answer): Item[] {
  const items: Item[] = [];
  if (answer.table) {
    const part: TablePart = { kind: 'table', caption: captionOf(answer), columns: answer.table.columns };
    items.push(...answer.table.rows.map((cells) => ({ part, cells })));
  }
  const sources = sourcesOf(answer);
  const asTable = answer.intent === 'which-areas' && !answer.table;
  const table: TablePart = { kind: 'table', caption: captionOf(answer), columns: [...tableWords(answer).columns] };
  for (const group of answer.groups) {
    const counted = asTable && !isApart(group.title, answer);
    const part: ListPart = { kind: 'list', title: group.title, language: answer.language };
    if (group.rows.length === 0) items.push({ part, row: null });
    for (const row of group.rows) {
      items.push(counted ? { part: table, cells: cellsOf(row, answer, sources) } : { part, row });
    }
  }
  return items;
}

/** Areas elsewhere and other documents are told apart from what is counted (rules 1.1). */
const isApart = (title: string | null, { language }: Answer): boolean =>
  title === answerWords[language].elsewhere || title === answerWords[language].olderGroup;

const tableWords = ({ language }: Answer) => slackWords[language].table;

/** What the table is about, as the question was taken: the conclusion stands above it already. */
function captionOf(answer: Answer): string {
  const rows = answer.table?.rows.length ?? answer.groups.flatMap((group) => countedOf(group, answer)).length;
  return tableWords(answer).caption(answer.understood.map(({ label }) => label).join(' × '), rows);
}

const countedOf = ({ title, rows }: RowGroup, answer: Answer): Row[] => (isApart(title, answer) ? [] : rows);

function cellsOf(row: Row, answer: Answer, sources: readonly string[]): string[] {
  return [row.areas.join('・'), row.text, stateOf(row, answer.language), placeOf(row, sources), row.asOf];
}

/** Where a record stands; of several documents, also in which. */
function placeOf(row: Row, sources: readonly string[]): string {
  return sources.length > 1 ? `［${sources.indexOf(row.source) + 1}］${row.place}` : row.place;
}

const sourcesOf = (answer: Answer): string[] => [
  ...new Set(answer.groups.flatMap((group) => group.rows.map((row) => row.source))),
];

function lengthOf(item: Item): number {
  if ('cells' in item) return item.cells.reduce((sum, cell) => sum + Math.min(cell.length, LONGEST_CELL) + 2, 0);
  if (!item.row) return 40;
  const { areas, text, place, asOf } = item.row;
  return areas.join().length + Math.min(text.length, LONGEST_CELL) + place.length + asOf.length + 10;
}

/** Items of a page as blocks: neighbours of one part stand in one table or list. */
function blocksOf(items: readonly Item[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let begin = 0; begin < items.length; ) {
    const part = items[begin]?.part;
    let end = begin;
    while (end < items.length && items[end]?.part === part) end += 1;
    const run = items.slice(begin, end);
    blocks.push(part?.kind === 'table' ? tableBlock(part, run) : listBlock(part as ListPart, run));
    begin = end;
  }
  return blocks;
}

function tableBlock({ caption, columns }: TablePart, items: readonly Item[]): KnownBlock {
  const rows = items.map((item) => ('cells' in item ? item.cells.map((cell) => shorten(cell, LONGEST_CELL)) : []));
  return dataTable({ caption, columns, rows, pageSize: 10 }).block;
}

function listBlock({ title, language }: ListPart, items: readonly Item[]): KnownBlock {
  const rows = items.flatMap((item) => ('row' in item && item.row ? [rowLine(item.row, language)] : []));
  return richText(...(title ? [paragraph([bold(title)])] : []), ...(rows.length > 0 ? [list(rows)] : []));
}

function rowLine(row: Row, language: Language): RichTextElement[] {
  const place = [row.place, row.asOf].filter(Boolean).join('、');
  return [
    bold(row.areas.join('・')),
    text(`　${stateMark(row, language)}${shorten(row.text, LONGEST_CELL)}　`),
    text(`［${place}］`, { italic: true }),
  ];
}

/** Notes, documents with their as-of dates, and what the answer is worth. */
function tailOf(answer: Answer): KnownBlock[] {
  const words = answerWords[answer.language];
  const rows = answer.groups.flatMap((group) => group.rows);
  const titles = sourcesOf(answer);
  const sources = titles.map((title, index) => {
    const asOf = [...new Set(rows.filter((row) => row.source === title).map((row) => row.asOf))].join('、');
    return `${titles.length > 1 ? `［${index + 1}］` : ''}${title}（${asOf}）`;
  });
  const lines = [
    ...answer.notes,
    ...(sources.length > 0 ? [`${words.source}: ${sources.join('　')}`, words.disclaimer] : []),
  ];
  return lines.length > 0 ? [richText(paragraph(shorten(lines.join('\n'), 2_800)))] : [];
}

/** What the person can do with the answer. */
function doable(view: AnswerView, more: { page: number; of: number } | null): KnownBlock[] {
  const { id, language, page = 0 } = view;
  const next = more && id ? [nextButton(id, more, language)] : [];
  if (page > 0) return row('more', next);
  const offered = view.offers
    .slice(0, MOST_OFFERS)
    .map(({ label, question }, index) =>
      button({ action: `${ANSWER.ask}.${index}`, label, value: AnswerValue.question({ question, after: id }) }),
    );
  if (!id) return row('offers', offered);
  const neighbours = row('neighbours', neighboursOf(view));
  // What is told to one person alone has no way of getting to others (rules 1.6).
  if (view.answer.toAskerAlone) return [...row('offers', offered), ...row('more', next)];
  return [
    ...row('offers', offered),
    ...row('answer', [...next, ...usesOf(view, id)]),
    ...neighbours,
    feedbackOf(id, language),
  ];
}

/** Where nothing is recorded, the neighbours may know. */
function neighboursOf({ answer, question, language }: AnswerView) {
  if (answer.intent !== 'not-recorded' || question === undefined) return [];
  const column = RequestColumn.safeParse(columnIn(answer));
  const typed = { question: shorten(question, LONGEST_ASKED), ...(column.success ? { column: column.data } : {}) };
  return [button(openButton('neighbours', neighbourTalk[language].ask, { form: 'neighbours-ask', typed }))];
}

/** The column that the question named. */
const columnIn = ({ understood }: Answer): string | undefined =>
  understood
    .flatMap(({ key }) => /^(?:column|term):(.+)$/.exec(key)?.[1] ?? [])
    .map(facetOfEntry)
    .find((facet) => RequestColumn.safeParse(facet).success);

const row = (id: string, elements: ActionsBlock['elements']): KnownBlock[] =>
  elements.length > 0 ? [actions(id, elements)] : [];

const nextButton = (id: string, { page, of }: { page: number; of: number }, language: Language) =>
  button({ action: ANSWER.more, label: slackWords[language].more(page + 1, of), value: AnswerValue.page(id, page) });

function usesOf({ answer, alone, language }: AnswerView, id: string) {
  const words = { ...slackWords[language], picture: pictureWords[language].button };
  const hasRows = answer.groups.some((group) => group.rows.length > 0);
  const wanted = [
    ...(alone && answer.found ? (['share', 'keep'] as const) : []),
    ...(answer.picture ? (['picture'] as const) : []),
    ...(hasRows || answer.table ? (['copy', 'files'] as const) : []),
    ...(hasRows ? (['wrong'] as const) : []),
  ];
  return wanted.map((what) => button({ action: ANSWER[what], label: words[what], value: id }));
}

const feedbackOf = (id: string, language: Language): KnownBlock => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: ANSWER.feedback,
      positive_button: { text: plain(slackWords[language].good), value: AnswerValue.feedback(id, 'good') },
      negative_button: { text: plain(slackWords[language].bad), value: AnswerValue.feedback(id, 'bad') },
    },
  ],
});
