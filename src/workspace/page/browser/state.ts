import type { Confirm } from '@slack/types';
import { type PageWords, pageWords } from '../../../words/page.ts';
import type { SeenConversation, SeenPerson, Sight, WireEntry } from '../../sight.ts';
import type { ElementState } from './elements/element-state.ts';
import { type Place, readPlace, writePlace } from './place.ts';

/** How a select looks while it is used. */
export interface Box {
  open: boolean;
  query: string;
  active: number;
  /** What the bot offered for the query; null while it is asked. */
  offered: unknown[] | null;
  asked: number;
}

export interface TableView {
  page: number;
  sort: { column: number; ascending: boolean } | null;
}

/** All that the page knows: what the workspace shows this person, and what the person has begun here. */
export const state = {
  sight: null as Sight | null,
  /** The server does not answer at the moment. */
  lost: false,
  place: readPlace(location.hash),
  drafts: new Map<string, string>(),
  /** What was typed or chosen in elements and not yet told by the workspace, by field key. */
  typed: new Map<string, ElementState>(),
  busy: new Set<string>(),
  problem: null as string | null,
  /** The menu that is open. */
  menu: null as string | null,
  asking: null as { confirm: Confirm; onYes: () => void } | null,
  drawer: false,
  panel: false,
  wire: [] as WireEntry[],
  faultsOnly: false,
  boxes: new Map<string, Box>(),
  tables: new Map<string, TableView>(),
  unfolded: new Set<string>(),
  /** Where a reply is awaited, to show its thread: the channel, and what was the last message then. */
  awaiting: null as { channel: string; after: string } | null,
  /** Counts changes other than typing, so that parts know when they are stale. */
  version: 0,
};

let draw: () => void = () => {};
let isDue = false;

/** Says how the page is drawn; once, at the start. */
export function drawWith(drawing: () => void): void {
  draw = drawing;
}

/** Draws soon, once for all changes of this turn. */
export function redraw(): void {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    draw();
  });
}

/** Changes what the page knows, and draws it. */
export function change(edit: Partial<typeof state> | (() => unknown)): void {
  if (typeof edit === 'function') edit();
  else Object.assign(state, edit);
  state.version += 1;
  redraw();
}

/** Goes somewhere; the address follows. */
export function go(place: Place): void {
  const hash = writePlace(place);
  change({ place, drawer: false, menu: null });
  if (location.hash !== hash) history.pushState(null, '', hash);
}

export const words = (): PageWords => pageWords[language()];
export const language = (): 'ja' | 'en' => (state.sight?.me.locale === 'en-US' ? 'en' : 'ja');

export const conversations = (): SeenConversation[] => state.sight?.conversations ?? [];
export const conversation = (id: string): SeenConversation | undefined =>
  conversations().find((other) => other.id === id);
/** The bot's direct messages: the first ones. */
export const withBot = (): SeenConversation | undefined => conversations().find(({ kind }) => kind === 'dm');
export const person = (id: string): SeenPerson | undefined => state.sight?.people.find((other) => other.id === id);

/** How a member is called, the bot included; the id where nobody knows. */
export function nameOf(id: string): string {
  const { bot } = state.sight ?? {};
  return bot?.userId === id ? bot.name : (person(id)?.name ?? id);
}
