import type { Rights } from '../src/registry/members/permissions.ts';
import type { BoardParts, DueParts } from '../src/slack/home-due-view.ts';
import type { HomePlace } from '../src/slack/home-own-view.ts';
import type { Who } from '../src/slack/listeners.ts';
import { managedAreas } from './admin-acting.ts';
import type { Bot } from './bot.ts';
import { paged } from './paged.ts';
import { areaName } from './records.ts';

// What is due, as Home shows it: for whoever works for an area; and the board, for whoever manages one.

/** Lines on a page: each takes two blocks of the hundred that Home has. */
const PAGE = 5;
const PEOPLE = 5;
/** Areas on a page of the overview. */
const AREAS = 40;

/** What is due for somebody; null: works for no area. */
export async function dueParts(bot: Bot, who: Who, rights: Rights, place: HomePlace): Promise<DueParts | null> {
  if (rights.deactivated || rights.memberships.every(({ role, deputy }) => role === 'viewer' && !deputy)) return null;
  const all = await bot.agenda.of(who);
  const counts = { overdue: 0, asked: 0, week: 0, later: 0 };
  for (const { urgency } of all) counts[urgency] += 1;
  const { at, pages, shown } = paged(all, place.due - 1, PAGE);
  return { lines: shown, page: at + 1, pages, counts };
}

/** The board of the area that was chosen, of the only one, or of all how much; null: manages nothing. */
export async function boardParts(bot: Bot, rights: Rights, place: HomePlace): Promise<BoardParts | null> {
  const managed = managedAreas(bot, rights).filter(({ kind }) => kind !== 'prefecture');
  if (managed.length === 0) return null;
  const areas = managed.map(({ id, name }) => ({ id, name }));
  const only = areas.length === 1 ? areas[0] : undefined;
  const area = only ?? areas.find(({ id }) => id === place.board);
  const empty = { areas, people: [], counts: [] };
  if (area) {
    const { at, pages, shown } = paged(await bot.agenda.board(area.id), place.boardPage - 1, PEOPLE);
    return { ...empty, page: at + 1, pages, area: area.id, people: shown };
  }
  const urgent = (await bot.agenda.counts(areas.map(({ id }) => id))).flatMap(({ areaId, counts }) =>
    counts.overdue + counts.asked + counts.week > 0 ? [{ name: areaName(bot)(areaId), ...counts }] : [],
  );
  const { at, pages, shown } = paged(urgent, place.boardPage - 1, AREAS);
  return { ...empty, page: at + 1, pages, area: null, counts: shown };
}
