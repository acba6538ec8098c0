import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { todayIn } from '../calendar/calendar-date.ts';
import { timeIn } from '../calendar/office-time.ts';
import { formatDate } from '../calendar/wareki.ts';
import { dueWords } from '../words/due.ts';
import { homeOwnWords } from '../words/home-own.ts';
import type { Language } from '../words/labels.ts';
import { noticeSettingsTalk } from '../words/notice-settings.ts';
import { plannedNoticeWords } from '../words/planned-notices.ts';
import { plannedTalk } from '../words/planned-talk.ts';
import {
  actions,
  bold,
  button,
  context,
  header,
  list,
  person as mentioned,
  option,
  paragraph,
  plain,
  richText,
  section,
} from './blocks.ts';
import { dueButton, dueDetails, dueTitle, type ShownDue } from './due-view.ts';
import { LIMITS } from './limits.ts';
import { type OpeningParts, openButton } from './record-forms.ts';

// What is due, on Home; and for those who manage, who in the section is in charge of what.

export const HOME_DUE = {
  page: 'home.due-page',
  later: 'home.later',
  laterBack: 'home.later-back',
  board: 'home.board',
  boardPage: 'home.board-page',
} as const;

/** Which line a button is about. */
export const DueKey = z.object({
  recordKind: z.enum(['meeting', 'deadline', 'initiative']),
  recordId: z.string(),
  areaId: z.string(),
});

export interface DueLine extends ShownDue {
  /** あとで was pressed: when it comes. */
  again: Date | null;
  /** When あとで would come; null: it cannot be put off. */
  later: Date | null;
}

export interface DueParts {
  lines: readonly DueLine[];
  page: number;
  pages: number;
  /** All that is due, by how urgent it is. */
  counts: Readonly<Record<ShownDue['urgency'], number>>;
}

export interface BoardParts {
  /** Those that this person manages. */
  areas: readonly { id: string; name: string }[];
  /** The one that is shown; null: how much in each. */
  area: string | null;
  people: readonly { user: string | null; name: string | null; section: string | null; lines: readonly ShownDue[] }[];
  /** Areas where something is urgent. */
  counts: readonly { name: string; overdue: number; asked: number; week: number }[];
  page: number;
  pages: number;
}

/** Turns pages of Home; `place` travels with the buttons. */
const turn = (action: string, page: number, label: string, place: object, name: 'due' | 'boardPage') =>
  button({ action: `${action}.${page}`, label, value: JSON.stringify({ ...place, [name]: page }) });

function pageButtons(
  action: string,
  { page, pages }: { page: number; pages: number },
  place: object,
  name: 'due' | 'boardPage',
  language: Language,
) {
  const words = dueWords[language].turn[name];
  return [
    ...(page > 1 ? [turn(action, page - 1, words.earlier, place, name)] : []),
    ...(page < pages ? [turn(action, page + 1, words.further, place, name)] : []),
  ];
}

/** What is due for somebody, the most urgent first, each with what can be done about it. */
export function dueBlocks(due: DueParts, place: object, language: Language): KnownBlock[] {
  const words = dueWords[language];
  const settings = openButton('notices', noticeSettingsTalk[language].change, { form: 'notice-settings' });
  const kinds = (['overdue', 'asked', 'week', 'later'] as const).filter((kind) =>
    due.lines.some(({ urgency }) => urgency === kind),
  );
  return [
    header(words.yours),
    ...(due.lines.length === 0 ? [section(words.nothing)] : []),
    ...kinds.flatMap((kind) => [
      richText(paragraph([bold(words.withCount(words.urgency[kind], due.counts[kind]))])),
      ...due.lines
        .filter(({ urgency }) => urgency === kind)
        .flatMap((line, at) => lineBlocks(line, `${kind}.${at}`, language)),
    ]),
    ...(due.pages > 1 ? [context(homeOwnWords[language].page(due.page, due.pages))] : []),
    actions('due', [...pageButtons(HOME_DUE.page, due, place, 'due', language), button(settings)]),
  ];
}

function lineBlocks(line: DueLine, name: string, language: Language): KnownBlock[] {
  const { again } = line;
  const told =
    again === null ? [] : [dueWords[language].again(`${formatDate(todayIn(again), language)} ${timeIn(again)}`)];
  return [
    { ...section([dueTitle(line, language), dueDetails(line, language), ...told].join('\n')), block_id: `due.${name}` },
    actions(`act.${name}`, lineButtons(line, language)),
  ];
}

function lineButtons(line: DueLine, language: Language) {
  const first = dueButton(line, language);
  const { open: label } = homeOwnWords[language];
  const { recordKind, recordId, areaId } = line;
  const { open, ofDuty } = plannedTalk[language];
  const move = {
    label: (line.subject === 'duty' ? ofDuty : open).move,
    opening: { form: 'meeting-move', record: recordId },
  };
  const others: { at: string; label: string; opening: OpeningParts }[] = [
    { at: 'open', label, opening: { form: OPENS[recordKind], record: recordId } },
    ...(recordKind === 'meeting' && line.asks === null ? [{ at: 'move', ...move }] : []),
  ];
  const { buttons } = plannedNoticeWords[language];
  const key = { recordKind, recordId, areaId };
  const wait = (action: string, words: string) =>
    button({ action, label: words, spoken: `${words}: ${line.title}`, value: JSON.stringify(key) });
  return [
    ...(first ? [button(first)] : []),
    ...others.map(({ at, label: words, opening }) =>
      button({ ...openButton(at, words, opening), spoken: `${words}: ${line.title}` }),
    ),
    ...(line.again
      ? [wait(HOME_DUE.laterBack, buttons.undo)]
      : line.later
        ? [wait(HOME_DUE.later, buttons['later-1'])]
        : []),
  ];
}

/** What shows all of a record, and what may be done with it. */
const OPENS = {
  meeting: 'meeting-choose',
  deadline: 'deadline-choose',
  initiative: 'update',
  hearing: 'survey-reply',
} as const;

/** Lines of one person; the others are counted. */
const LINES = 6;

/** Who is in charge of what is due, for those who manage alone: nobody is shamed in a channel (rules 8.4). */
export function boardBlocks(board: BoardParts, place: object, language: Language): KnownBlock[] {
  const words = dueWords[language];
  const several = board.areas.length > 1;
  const pages = pageButtons(HOME_DUE.boardPage, board, place, 'boardPage', language);
  return [
    header(words.board),
    context(words.boardNote),
    ...(several ? [areaSelect(board, language)] : []),
    ...(board.area === null ? overview(board, language) : people(board, language)),
    ...(board.pages > 1 ? [context(homeOwnWords[language].page(board.page, board.pages))] : []),
    ...(pages.length > 0 ? [actions('board', pages)] : []),
  ];
}

export const ALL_AREAS = 'all';

function areaSelect({ areas, area }: BoardParts, language: Language): KnownBlock {
  const words = dueWords[language];
  const options = [option(ALL_AREAS, words.boardAll), ...areas.map(({ id, name }) => option(id, name))];
  const shown = options.slice(0, LIMITS.options);
  const chosen = shown.find(({ value }) => value === (area ?? ALL_AREAS));
  return {
    ...section(words.boardOf, {
      type: 'static_select',
      action_id: HOME_DUE.board,
      placeholder: plain(words.boardOf),
      options: shown,
      ...(chosen ? { initial_option: chosen } : {}),
    }),
    block_id: 'board-area',
  };
}

function overview({ counts }: BoardParts, language: Language): KnownBlock[] {
  const words = dueWords[language];
  if (counts.length === 0) return [section(words.allClear)];
  const lines = counts.map(({ name, overdue, asked, week }) => [
    bold(`${name}${words.between}`),
    words.counts(overdue, asked, week),
  ]);
  return [richText(list(lines))];
}

const people = (board: BoardParts, language: Language): KnownBlock[] =>
  board.people.map(({ user, name, section: of, lines }) => {
    const words = dueWords[language];
    // Whoever has no name yet stands there as Slack calls that person; on Home a mention tells nobody.
    const called = user === null ? bold(words.nobody) : name === null ? mentioned(user) : bold(name);
    const said = lines
      .slice(0, LINES)
      .map((line) => [
        ...(line.urgency === 'overdue' ? [bold(`${words.urgency.overdue}${words.between}`)] : []),
        `${dueTitle({ ...line, area: null }, language)}${words.between}${dueDetails({ ...line, inChargeName: null }, language)}`,
      ]);
    const more = lines.length > LINES ? [[words.more(lines.length - LINES)]] : [];
    return richText(
      paragraph(of === null ? [called] : [called, bold(`（${of}）`)]),
      ...(lines.length === 0 ? [paragraph(words.nothingDue)] : [list([...said, ...more])]),
    );
  });
