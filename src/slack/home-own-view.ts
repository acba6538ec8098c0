import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { Scene } from '../records/vocabulary.ts';
import { joinTalk } from '../words/admin.ts';
import { draftWords } from '../words/drafts.ts';
import { homeOwnWords } from '../words/home-own.ts';
import type { Language } from '../words/labels.ts';
import { actions, button, context, header, option, paragraph, plain, richText, section } from './blocks.ts';
import { shorten } from './escape.ts';
import { FORM, FormValue, type Named, openButton } from './record-forms.ts';

// What somebody works on, on Home: the initiatives of the area, what was long not confirmed, what others changed.

export const HOME_OWN = {
  scene: 'home.scene',
  page: 'home.page',
  confirm: 'home.confirm',
  confirmScene: 'home.confirm-scene',
} as const;

/** Where somebody stands on Home: travels with it, so that any copy of the bot can go on from there. */
export const HomePlace = z.object({
  /** Null: all of them. */
  scene: Scene.nullable().default(null),
  page: z.number().int().min(1).default(1),
  /** The page of what is due. */
  due: z.number().int().min(1).default(1),
  /** Whose board; null: how much in each area. */
  board: z.string().nullable().default(null),
  boardPage: z.number().int().min(1).default(1),
});
export type HomePlace = z.infer<typeof HomePlace>;

/** Where Home begins. */
export const FIRST_PLACE: HomePlace = { scene: null, page: 1, due: 1, board: null, boardPage: 1 };

/** Where somebody stands by what came back from Slack; the beginning where it says nothing. */
export function placeIn(metadata: string | undefined): HomePlace {
  const read = HomePlace.safeParse(metadata ? JSON.parse(metadata) : null);
  return read.success ? read.data : FIRST_PLACE;
}

export const ALL_SCENES = 'all';

const ConfirmedScene = z.object({ areaId: z.string(), scene: Scene });
export const readConfirmedScene = (value: string) => ConfirmedScene.parse(JSON.parse(value));

export interface InitiativeLine {
  id: string;
  title: string;
  /** Given where all scenes stand together. */
  scene: string | null;
  status: string;
  date: string | null;
  asOf: string;
}

export interface OwnParts {
  area: { id: string; name: string };
  /** The scenes that have something, with how much. */
  scenes: readonly { scene: Scene; label: string; count: number }[];
  /** The scene and the page of it that are shown. */
  place: HomePlace;
  pages: number;
  lines: readonly InitiativeLine[];
  /** What was not confirmed for so many months, the longest first; null: this person cannot confirm. */
  unconfirmed: { months: number; shown: readonly (Named & { title: string; asOf: string })[]; count: number } | null;
}

/** A hub's draft that waits. */
export interface DraftLine {
  id: string;
  what: string;
  text: string;
  /** Whether this person decides; else it is the person's own. */
  decides: boolean;
}

/** What waits for this person's approval, and what of the person's own waits for somebody else's. */
export function draftBlocks(drafts: readonly DraftLine[], language: Language): KnownBlock[] {
  if (drafts.length === 0) return [];
  const words = draftWords[language];
  return [
    header(words.waiting),
    ...drafts.slice(0, MOST_DRAFTS).map(({ id, what, text, decides }) => ({
      ...(decides
        ? section(
            text,
            button({
              ...openButton('draft', words.check, { form: 'draft-decide', about: { draft: id } }),
              spoken: words.checkSpoken(what),
            }),
          )
        : section(`${text}\n${words.ownWaiting}`)),
      block_id: `draft.${id}`,
    })),
    ...(drafts.length > MOST_DRAFTS ? [context(words.more(drafts.length - MOST_DRAFTS))] : []),
  ];
}

const MOST_DRAFTS = 6;

export interface NeighbourLine extends Named {
  /** Who, what, when. */
  text: string;
  title: string;
}

export const ownBlocks = (own: OwnParts, language: Language): KnownBlock[] => [
  ...unconfirmedBlocks(own, language),
  ...initiativeBlocks(own, language),
];

const TITLE = 150;

function unconfirmedBlocks({ unconfirmed }: OwnParts, language: Language): KnownBlock[] {
  if (!unconfirmed || unconfirmed.count === 0) return [];
  const words = homeOwnWords[language];
  const { months, shown, count } = unconfirmed;
  return [
    header(words.unconfirmed),
    section(words.unconfirmedIntro(months, count)),
    ...shown.map(({ kind, id, title, asOf }) => ({
      ...section(
        `${shorten(title, TITLE)}\n${words.asOf(asOf)}`,
        button({
          action: HOME_OWN.confirm,
          label: words.stillSo,
          spoken: words.stillSoSpoken(title),
          value: FormValue.named({ kind, id }),
        }),
      ),
      block_id: `unconfirmed.${kind}.${id}`,
    })),
    ...(count > shown.length ? [context(words.moreUnconfirmed(count - shown.length))] : []),
  ];
}

function initiativeBlocks(own: OwnParts, language: Language): KnownBlock[] {
  const words = homeOwnWords[language];
  const { area, scenes, lines } = own;
  if (scenes.length === 0) return [header(words.own(area.name)), section(words.noInitiatives)];
  return [
    header(words.own(area.name)),
    sceneSelect(own, language),
    ...lines.map(lineOf(language)),
    ...below(own, language),
  ];
}

function sceneSelect({ scenes, place }: OwnParts, language: Language): KnownBlock {
  const words = homeOwnWords[language];
  const total = scenes.reduce((sum, { count }) => sum + count, 0);
  const options = [
    option(ALL_SCENES, words.withCount(words.allScenes, total)),
    ...scenes.map(({ scene, label, count }) => option(scene, words.withCount(label, count))),
  ];
  const chosen = options.find(({ value }) => value === (place.scene ?? ALL_SCENES));
  return {
    ...section(words.sceneLabel, {
      type: 'static_select',
      action_id: HOME_OWN.scene,
      placeholder: plain(words.sceneLabel),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    }),
    block_id: 'scene',
  };
}

const lineOf =
  (language: Language) =>
  ({ id, title, scene, status, date, asOf }: InitiativeLine): KnownBlock => {
    const words = homeOwnWords[language];
    const said = [scene, words.state(status), date && words.date(date), words.asOf(asOf)].filter(Boolean);
    const open = openButton('initiative', words.open, { form: 'update', record: id });
    return {
      ...section(
        `${shorten(title, TITLE)}\n${said.join(words.between)}`,
        button({ ...open, spoken: words.openSpoken(title) }),
      ),
      block_id: `initiative.${id}`,
    };
  };

/** The pages, and the scene as a whole. */
function below({ area, scenes, place, pages, unconfirmed }: OwnParts, language: Language): KnownBlock[] {
  const words = homeOwnWords[language];
  const turn = (page: number, label: string) =>
    button({ action: `${HOME_OWN.page}.${page}`, label, value: JSON.stringify({ ...place, page }) });
  const chosen = scenes.find(({ scene }) => scene === place.scene);
  const buttons = [
    ...(place.page > 1 ? [turn(place.page - 1, words.earlier)] : []),
    ...(place.page < pages ? [turn(place.page + 1, words.further)] : []),
    ...(chosen && unconfirmed
      ? [
          button({
            action: HOME_OWN.confirmScene,
            label: words.confirmScene(chosen.label, chosen.count),
            value: JSON.stringify({ areaId: area.id, scene: chosen.scene }),
          }),
        ]
      : []),
  ];
  return [
    ...(pages > 1 ? [context(words.page(place.page, pages))] : []),
    ...(buttons.length > 0 ? [actions('initiatives', buttons)] : []),
  ];
}

/** What other areas changed last. */
export function neighbourBlocks(lines: readonly NeighbourLine[], language: Language): KnownBlock[] {
  const words = homeOwnWords[language];
  return [
    header(words.neighbours),
    ...(lines.length === 0 ? [section(words.noNeighbours)] : []),
    ...lines.map(({ kind, id, text, title }) => ({
      ...section(
        text,
        button({
          action: FORM.look,
          label: words.look,
          spoken: words.lookSpoken(title),
          value: FormValue.named({ kind, id }),
        }),
      ),
      block_id: `neighbour.${kind}.${id}`,
    })),
  ];
}

/** How somebody comes to be allowed to change records: by asking to join, the chosen town's area where there is one. */
export const joinBlocks = (town: { id: string; name: string } | null, language: Language): KnownBlock[] => {
  const words = homeOwnWords[language];
  const about = town ? { areaIds: town.id } : {};
  const ask = openButton('join', joinTalk[language].offer, { form: 'join', about });
  return [header(words.join), section(words.joinHow(town?.name ?? null)), actions('join', [button(ask)])];
};

/** What became of what was just pressed on Home, with a way back. */
export const noteBlocks = (note: HomeNote, undo: string): KnownBlock[] => [
  richText(paragraph(note.text)),
  ...(note.entry === null ? [] : [actions('note', [button({ action: FORM.undo, label: undo, value: note.entry })])]),
];

export interface HomeNote {
  text: string;
  /** The history entry that can be taken back; null: none. */
  entry: string | null;
}
