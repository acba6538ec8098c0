import type { HomeView, KnownBlock } from '@slack/types';
import type { Counted } from '../lookup/counted.ts';
import type { Differences } from '../lookup/differences.ts';
import { changeWords } from '../words/changes.ts';
import { type HomeWords, homeWords } from '../words/home.ts';
import { homeOwnWords } from '../words/home-own.ts';
import { facetWords, type Language } from '../words/labels.ts';
import { slackWords } from '../words/slack.ts';
import { ANSWER, AnswerValue } from './answer-actions.ts';
import { actions, bold, button, divider, header, list, option, paragraph, plain, richText, section } from './blocks.ts';
import { exampleButtons } from './guide-view.ts';
import { type BoardParts, boardBlocks, type DueParts, dueBlocks } from './home-due-view.ts';
import {
  type DraftLine,
  draftBlocks,
  type HomeNote,
  type HomePlace,
  joinBlocks,
  type NeighbourLine,
  neighbourBlocks,
  noteBlocks,
  type OwnParts,
  ownBlocks,
} from './home-own-view.ts';
import { LIMITS } from './limits.ts';
import { type MatchLine, matchBlocks } from './match-view.ts';
import { type OwnRequestLine, ownRequestBlocks } from './neighbour-view.ts';

export const HOME = { town: 'home.town' } as const;

export interface HomeParts {
  language: Language;
  /** What became of what was just pressed here. */
  note: HomeNote | null;
  /** What this person keeps the records of; null: may change nothing. */
  own: OwnParts | null;
  drafts: readonly DraftLine[];
  /** What the own areas ask their neighbours. */
  requests: readonly OwnRequestLine[];
  /** What neighbours recorded for difficulties of the own areas. */
  matches: readonly MatchLine[];
  /** Null: works for no area. */
  due: DueParts | null;
  /** Null: manages nothing. */
  board: BoardParts | null;
  /** Where this person stands on Home. */
  place: HomePlace;
  neighbours: readonly NeighbourLine[];
  /** The doors to the forms of records. */
  entries: KnownBlock;
  /** The person's own; null: none was chosen yet. */
  town: { id: string; name: string } | null;
  differences: Differences | null;
  /** Those that can be chosen. */
  towns: readonly { id: string; name: string }[];
  /** Of the home prefecture, and areas beyond it. */
  counted: Counted;
  records: number;
  sources: readonly { title: string; asOf: string; draft: boolean }[];
}

const NAMED = 4;

/** What waits for this person, then what differs around the own town, then what stands behind the answers. */
export function homeView(parts: HomeParts): HomeView {
  const { language, town, differences, own, note, due, board, place } = parts;
  const words = homeWords[language];
  const around = town && differences ? aroundBlocks(town.name, differences, language) : chooseBlocks(words);
  return {
    type: 'home',
    private_metadata: JSON.stringify(place),
    blocks: [
      ...(note ? [...noteBlocks(note, changeWords[language].undo), divider] : []),
      ...draftBlocks(parts.drafts, language),
      ...(due ? [...dueBlocks(due, place, language), divider] : []),
      ...(board ? [...boardBlocks(board, place, language), divider] : []),
      ...(own ? [...ownBlocks(own, language), ...doors(parts), divider] : []),
      ...around,
      ...townSelect(parts, words),
      divider,
      ...matchBlocks(parts.matches, language),
      ...ownRequestBlocks(parts.requests, language),
      ...neighbourBlocks(parts.neighbours, language),
      ...(own ? [] : [divider, ...joinBlocks(town, language), ...doors(parts)]),
      divider,
      ...stateBlocks(parts, words),
      divider,
      ...guideBlocks(words, language),
    ],
  };
}

const doors = ({ entries, language }: HomeParts): KnownBlock[] => [header(homeOwnWords[language].record), entries];

const chooseBlocks = (words: HomeWords): KnownBlock[] => [header(words.choose), section(words.chooseHint)];

function aroundBlocks(town: string, { district, columns, tools }: Differences, language: Language): KnownBlock[] {
  const words = homeWords[language];
  const label = (column: Differences['columns'][number]) => facetWords[column.facet][language];
  const lines = columns.map((column) =>
    (column.own === 'none' ? words.none : words.blank)(label(column), column.others, column.of),
  );
  const questions = [
    ...columns.map((column) => ({ label: words.look(label(column)), question: words.askColumn(label(column)) })),
    ...tools.map(({ name }) => ({ label: words.look(name), question: words.askTool(name) })),
    { label: words.ownRecords(town), question: words.askOwn(town) },
  ];
  const asking = questions.map(({ label, question }, index) =>
    button({ action: `${ANSWER.ask}.${index}`, label, value: AnswerValue.question({ question, after: null }) }),
  );
  return [
    header(words.around(town)),
    richText(list(lines.length > 0 ? lines : [words.nothingDiffers])),
    ...(tools.length > 0
      ? [richText(paragraph(bold(toolsTitle(words, district))), list(tools.map(toolLine(words))))]
      : []),
    actions('around', asking),
  ];
}

const toolsTitle = (words: HomeWords, district: string | null): string =>
  district ? words.toolsNear(district) : words.toolsAnywhere;

const toolLine =
  (words: HomeWords) =>
  ({ name, areas }: Differences['tools'][number]): string =>
    name + words.usedBy(areas.slice(0, NAMED).join('・'), Math.max(0, areas.length - NAMED));

function townSelect({ towns, town }: HomeParts, words: HomeWords): KnownBlock[] {
  const options = towns.slice(0, LIMITS.options).map(({ id, name }) => option(id, name));
  const chosen = options.find(({ value }) => value === town?.id);
  if (options.length === 0) return [];
  return [
    {
      ...section(words.townLabel),
      block_id: 'town',
      accessory: {
        type: 'static_select',
        action_id: HOME.town,
        placeholder: plain(words.townPlaceholder),
        options,
        ...(chosen ? { initial_option: chosen } : {}),
      },
    },
  ];
}

function stateBlocks({ counted, records, sources }: HomeParts, words: HomeWords): KnownBlock[] {
  const lines = sources.map(({ title, asOf, draft }) => words.source(title, asOf, draft));
  const said = records > 0 ? words.counts(counted.towns, counted.elsewhere, records) : words.noRecords;
  return [header(words.state), richText(paragraph(said), ...(lines.length > 0 ? [list(lines)] : []))];
}

const guideBlocks = (words: HomeWords, language: Language): KnownBlock[] => [
  header(words.guide),
  richText(paragraph(`${slackWords[language].guideCommand}\n${slackWords[language].guideFollowUp}`)),
  actions('examples', exampleButtons(language)),
  { type: 'context', elements: [plain(words.answersArrive)] },
];
