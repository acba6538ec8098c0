import type { Choice } from '../src/forms/sheet.ts';
import { type Known, type KnownTitle, readShortcut, type Shortcut } from '../src/forms/shortcut.ts';
import { openedState } from '../src/forms/state.ts';
import type { Typed } from '../src/forms/typed.ts';
import { type OfficeCalendars, officeCalendars } from '../src/records/office-calendars.ts';
import type { OfficeRuleBook, OfficeRules } from '../src/records/office-settings.ts';
import type { RegistryRecords } from '../src/records/rows.ts';
import { rulesFrom } from '../src/schedule/office-rules.ts';
import { draftWords } from '../src/words/drafts.ts';
import { sceneWords } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import type { Sitting } from './record-form.ts';

// What forms offer out of the registry in memory.

export const recordsOf = ({ lookup }: Pick<Bot, 'lookup'>): RegistryRecords => lookup.lookup.records;

/** When each office is open. */
export const calendarsOf = (bot: Pick<Bot, 'lookup'>): OfficeCalendars => {
  const { closedDays, areas } = recordsOf(bot);
  return officeCalendars(closedDays, areas);
};

/** What each office goes by (⚙). */
export const rulesIn = (bot: Pick<Bot, 'lookup'>): OfficeRuleBook => {
  const { officeSettings, areas } = recordsOf(bot);
  return rulesFrom(officeSettings, areas);
};

/** What holds for one area; for several what their prefecture set. */
export const rulesOfAreas = (bot: Pick<Bot, 'lookup'>, areaIds: readonly string[]): OfficeRules => {
  const [only, ...others] = areaIds;
  const rules = rulesIn(bot);
  return only !== undefined && others.length === 0 ? rules.ofArea(only) : rules.ofPrefecture(areaIds);
};

/** The name of an area; its id where it is unknown. */
export const areaName =
  (bot: Pick<Bot, 'lookup'>) =>
  (id: string): string =>
    recordsOf(bot).areas.find((area) => area.id === id)?.name ?? id;

/** Where a person works, the town chosen on Home where nobody registered one. It decides the order, never a right. */
export async function ownAreas({ bot, who, state, notes }: Sitting): Promise<string[]> {
  const { memberships, town } = await bot.registrar.rights(who);
  if (memberships.length > 0 && memberships.every(({ role, deputy }) => role === 'hub' && !deputy)) {
    notes.add(draftWords[state.language].first);
  }
  if (memberships.length > 0) return [...new Set(memberships.map(({ areaId }) => areaId))];
  return town === null ? [] : [town];
}

export const ownIn = ({ about }: Sitting['state']): string[] => (about.own ?? '').split(',').filter((id) => id !== '');

/** How a form begins in which a record is looked for: one's own areas, and the line that came with the command. */
export async function choosing(sitting: Sitting): Promise<{ own: string[]; line: string; opened: Sitting['state'] }> {
  const { state } = sitting;
  const own = await ownAreas(sitting);
  const { line = '', ...about } = state.about;
  return { own, line, opened: openedState({ ...state, about: { ...about, own: own.join(',') }, kept: {} }) };
}

/** Towns, districts and unions, one's own first. */
export function areaChoices({ bot, state }: Sitting): Choice[] {
  const own = ownIn(state);
  const all = recordsOf(bot).areas.filter(({ kind }) => kind !== 'prefecture');
  const isOwn = ({ id }: { id: string }) => own.includes(id);
  return [...all.filter(isOwn), ...all.filter((area) => !isOwn(area))].map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}

/** A record that can be looked for. */
export interface Entry extends KnownTitle {
  description: string;
}

export function initiativeEntries(bot: Pick<Bot, 'lookup'>): Entry[] {
  const name = areaName(bot);
  return recordsOf(bot).initiatives.map(({ id, title, areaId, scene }) => ({
    id,
    title,
    areaIds: [areaId],
    scene,
    description: `${name(areaId)}・${sceneWords[scene].ja}`,
  }));
}

export function indicatorEntries(bot: Pick<Bot, 'lookup'>): Entry[] {
  const name = areaName(bot);
  return recordsOf(bot).indicators.map(({ id, title, measure, areaId, scene }) => ({
    id,
    title: `${title} ${measure}`,
    areaIds: [areaId],
    scene,
    description: name(areaId),
  }));
}

/** Tools first, then surveys. */
export function sharedEntries(bot: Pick<Bot, 'lookup'>): Entry[] {
  const name = areaName(bot);
  const { tools, toolUses, surveys } = recordsOf(bot);
  const users = new Map<string, string[]>();
  for (const { toolId, areaIds } of toolUses) users.set(toolId, [...(users.get(toolId) ?? []), ...areaIds]);
  const entry = (id: string, title: string, areaIds: string[]): Entry => ({
    id,
    title,
    areaIds,
    scene: null,
    description: areaIds.map(name).join('・'),
  });
  return [
    ...tools.map(({ id, name: title }) => entry(id, title, users.get(id) ?? [])),
    ...surveys.map(({ id, title, areaIds }) => entry(id, title, areaIds)),
  ];
}

/** Meetings and trainings that documents tell of. */
export function describedEntries(bot: Pick<Bot, 'lookup'>): Entry[] {
  const name = areaName(bot);
  return recordsOf(bot).meetings.map(({ id, title, areaIds }) => ({
    id,
    title,
    areaIds,
    scene: null,
    description: areaIds.map(name).join('・'),
  }));
}

const comparable = (text: string) => text.normalize('NFKC').toLowerCase();

/** Those that hold every word of what is typed, one's own first. */
export function found(entries: readonly Entry[], typed: string, own: readonly string[]): Entry[] {
  const words = comparable(typed).split(/\s+/).filter(Boolean);
  const holds = ({ title, description }: Entry) => {
    const text = comparable(`${title} ${description}`);
    return words.every((word) => text.includes(word));
  };
  const fitting = entries.filter(holds);
  const isOwn = ({ areaIds }: Entry) => areaIds.some((id) => own.includes(id));
  return [...fitting.filter(isOwn), ...fitting.filter((entry) => !isOwn(entry))];
}

/** All areas with what they are called in a line. */
export const namedAreas = (bot: Pick<Bot, 'lookup'>): Known['areas'] =>
  recordsOf(bot).areas.map(({ id, name, aliases, romaji }) => ({
    id,
    names: [name, ...aliases, ...(romaji ? [romaji] : []), name.replace(/[市町村]$/, '')].filter(
      (each) => each.length > 1,
    ),
  }));

/** What was typed after a command, read against the titles. */
export function readLine(line: string, entries: readonly Entry[], { bot, state }: Sitting): Shortcut {
  const known: Known = {
    areas: namedAreas(bot),
    titles: entries,
    own: ownIn(state),
  };
  return readShortcut(line, known, bot.clock.today());
}

/** The one record that a line names: by its very title, where it was said to be or in one's own areas. */
export function meant({ fits }: Shortcut, entries: readonly Entry[], own: readonly string[]): string | null {
  const same = fits.filter(({ how, here }) => how === 'same' && here);
  if (same.length === 1) return same[0]?.id ?? null;
  const mine = same.filter(({ id }) =>
    entries.find((entry) => entry.id === id)?.areaIds.some((area) => own.includes(area)),
  );
  return mine.length === 1 ? (mine[0]?.id ?? null) : null;
}

/** What was typed that a form has a field for. */
export const typedFor = (fields: object, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name in fields));
