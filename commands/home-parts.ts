import { addDays, type CalendarDate, daysInMonth, firstOfMonth, partsOf } from '../src/calendar/calendar-date.ts';
import { formatSpan } from '../src/calendar/span-text.ts';
import { countedAreas } from '../src/lookup/counted.ts';
import { differencesAround } from '../src/lookup/differences.ts';
import type { AreaRow, InitiativeRow } from '../src/records/rows.ts';
import { Scene } from '../src/records/vocabulary.ts';
import { asOfIn, lastDayOf, readWrittenDate } from '../src/records/written-dates.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import type {
  DraftLine,
  HomeNote,
  HomePlace,
  InitiativeLine,
  NeighbourLine,
  OwnParts,
} from '../src/slack/home-own-view.ts';
import type { HomeParts } from '../src/slack/home-view.ts';
import type { Who } from '../src/slack/listeners.ts';
import { changeWords } from '../src/words/changes.ts';
import { draftWords } from '../src/words/drafts.ts';
import { initiativeStatusWords } from '../src/words/form-choices.ts';
import { type Language, sceneWords } from '../src/words/labels.ts';
import { areasOf, type Bot } from './bot.ts';
import { entryButtons } from './entries.ts';
import { boardParts, dueParts } from './home-due-parts.ts';
import { knownRecord } from './known-records.ts';
import { matchLines } from './matches.ts';
import { ownRequestLines } from './neighbours.ts';
import { paged } from './paged.ts';
import { areaName, recordsOf } from './records.ts';
import { shownAt } from './shown-changes.ts';
import { draftTitle } from './shown-drafts.ts';

/** Initiatives on one page of Home. */
const PAGE = 10;
/** How many of what was not confirmed for long are shown. */
const UNCONFIRMED = 6;
/** How many changes of others are shown, at most so many of one area, out of the last ones. */
const NEIGHBOURS = 6;
const OF_ONE_AREA = 2;
const LOOKED_THROUGH = 200;

interface Showing {
  language: Language;
  place: HomePlace;
  note: HomeNote | null;
}

/** What Home shows somebody now: rights, last changes and drafts by one query each, the rest out of memory. */
export async function homeParts(bot: Bot, who: Who, { language, place, note }: Showing): Promise<HomeParts> {
  const [rights, neighbours] = await Promise.all([bot.registrar.rights(who), bot.registrar.recent(LOOKED_THROUGH)]);
  const { records, index, options } = bot.lookup.lookup;
  const towns = townsOf(bot, rights);
  const own = ownAreasOf(rights);
  const town = towns.find(
    ({ id }) => id === (rights.town ?? own.find((area) => towns.some((each) => each.id === area))),
  );
  const kept = keptArea(bot, rights);
  const [drafts, due, board, requests, isWanted] = await Promise.all([
    draftLines(bot, rights, kept, language),
    dueParts(bot, who, rights, place),
    boardParts(bot, rights, place),
    ownRequestLines(bot, rights, language),
    bot.matches.wantedBy(who),
  ]);
  const initiatives = kept ? ownParts(bot, kept, rights, place, language) : null;
  return {
    language,
    note,
    own: initiatives,
    drafts,
    requests,
    matches: matchLines(bot, own.length > 0 ? own : town ? [town.id] : [], isWanted, language),
    due,
    board,
    place: {
      ...(initiatives?.place ?? place),
      due: due?.page ?? 1,
      board: board?.area ?? null,
      boardPage: board?.page ?? 1,
    },
    neighbours: neighbourLines(bot, neighbours, own, language),
    entries: entryButtons(language, rights.managesSomething),
    town: town ? { id: town.id, name: nameOf(town, language) } : null,
    differences: town?.kind === 'municipality' ? differencesAround(records, town.id) : null,
    towns: towns.map((area) => ({ id: area.id, name: nameOf(area, language) })),
    counted: countedAreas(records, options.homePrefecture),
    records: index.size,
    sources: records.sources.map(({ title, asOf, state }) => ({
      title,
      asOf: asOfIn(asOf, language),
      draft: state === 'draft',
    })),
  };
}

const ownAreasOf = ({ memberships }: Rights): string[] => [...new Set(memberships.map(({ areaId }) => areaId))];

/** What can be chosen as one's town: the municipalities, and where else somebody works. */
export function townsOf(bot: Bot, rights: Rights): AreaRow[] {
  const own = ownAreasOf(rights);
  const isOwn = ({ id }: AreaRow) => own.includes(id);
  const all = areasOf(bot).filter((area) => area.kind === 'municipality' || isOwn(area));
  return [...all.filter(isOwn), ...all.filter((area) => !isOwn(area))];
}

/** Whose records somebody keeps: the chosen town's, else one's own first area's; null where that is not allowed. */
function keptArea(bot: Bot, rights: Rights): AreaRow | null {
  const candidates = [rights.town, ...ownAreasOf(rights)].map((id) => areasOf(bot).find((area) => area.id === id));
  return candidates.find((area) => area && rights.over([area]).may) ?? null;
}

function ownParts(bot: Bot, area: AreaRow, rights: Rights, wanted: HomePlace, language: Language): OwnParts {
  const all = recordsOf(bot).initiatives.filter(({ areaId }) => areaId === area.id);
  const counts = Scene.options.map((scene) => ({ scene, count: all.filter((each) => each.scene === scene).length }));
  const scenes = counts
    .filter(({ count }) => count > 0)
    .map(({ scene, count }) => ({ scene, label: sceneWords[scene][language], count }));
  const scene = scenes.some((each) => each.scene === wanted.scene) ? wanted.scene : null;
  const chosen = scene
    ? all.filter((each) => each.scene === scene)
    : scenes.flatMap((each) => all.filter((one) => one.scene === each.scene));
  const { at, pages, shown } = paged(chosen, wanted.page - 1, PAGE);
  return {
    area: { id: area.id, name: nameOf(area, language) },
    scenes,
    place: { ...wanted, scene, page: at + 1 },
    pages,
    lines: shown.map((each) => lineOf(each, scene === null, language)),
    unconfirmed: mayConfirm(rights, area) ? unconfirmedIn(bot, area.id, language) : null,
  };
}

/** What hubs wrote for the areas that this person decides for; of a hub's person, what that person wrote. */
async function draftLines(bot: Bot, rights: Rights, kept: AreaRow | null, language: Language): Promise<DraftLine[]> {
  const areas = areasOf(bot).filter(({ id }) => id === kept?.id || ownAreasOf(rights).includes(id));
  const mine = areas.filter((area) => rights.over([area]).may);
  if (mine.length === 0) return [];
  const decides = (ids: readonly string[]) => mine.some((area) => ids.includes(area.id) && mayConfirm(rights, area));
  const drafts = await bot.registrar.drafts(mine.map(({ id }) => id));
  return drafts.flatMap((draft) => {
    const own = draft.by.user === rights.person.user;
    const may = decides(draft.areaIds);
    if (!may && !own) return [];
    const what = draftTitle(bot, draft, language);
    const areas = draft.areaIds.map(areaName(bot)).join('・');
    return [{ id: draft.id, what, text: draftWords[language].line(what, areas, shownAt(draft.at)), decides: may }];
  });
}

/** A hub's changes wait for its town, so that it confirms nothing. */
function mayConfirm(rights: Rights, area: AreaRow): boolean {
  const may = rights.over([area]);
  return may.may && !may.draft;
}

function lineOf(
  { id, title, scene, status, date, asOf }: InitiativeRow,
  withScene: boolean,
  language: Language,
): InitiativeLine {
  const span = date === null ? null : readWrittenDate(date);
  return {
    id,
    title,
    scene: withScene ? sceneWords[scene][language] : null,
    status: initiativeStatusWords[status][language],
    date: span ? formatSpan(span, language) : date,
    asOf: asOfIn(asOf, language),
  };
}

/** Initiatives and 目指す姿 that nobody touched or confirmed for so many months, the longest first. */
function unconfirmedIn(bot: Bot, areaId: string, language: Language): NonNullable<OwnParts['unconfirmed']> {
  const months = bot.confirmMonths;
  const limit = monthsBefore(bot.clock.today(), months);
  const { initiatives, plans } = recordsOf(bot);
  const vision = changeWords[language].kind.plan;
  const all = [
    ...initiatives
      .filter((each) => each.areaId === areaId)
      .map(({ id, title, asOf }) => ({ kind: 'initiative' as const, id, title, asOf })),
    ...plans
      .filter(({ areaIds }) => areaIds.includes(areaId))
      .map(({ id, scene, asOf }) => ({
        kind: 'plan' as const,
        id,
        title: `${vision}（${sceneWords[scene][language]}）`,
        asOf,
      })),
  ].flatMap((each) => {
    const last = lastDayOf(each.asOf);
    return last === null || last < limit ? [{ ...each, last: last ?? '' }] : [];
  });
  all.sort((one, other) => (one.last < other.last ? -1 : Number(one.last > other.last)));
  const shown = all.slice(0, UNCONFIRMED).map((each) => ({ ...each, asOf: asOfIn(each.asOf, language) }));
  return { months, shown, count: all.length };
}

/** The same day so many months before, or the last one of that month. */
function monthsBefore(day: CalendarDate, months: number): CalendarDate {
  const { year, month, day: of } = partsOf(day);
  const first = firstOfMonth(year, month - months);
  const there = partsOf(first);
  return addDays(first, Math.min(of, daysInMonth(there.month, there.year)) - 1);
}

/** The last changes of other areas, one a record, and of no area more than a few. */
function neighbourLines(
  bot: Bot,
  changes: Awaited<ReturnType<Bot['registrar']['recent']>>,
  own: readonly string[],
  language: Language,
): NeighbourLine[] {
  const words = changeWords[language];
  const [seen, ofArea] = [new Set<string>(), new Map<string, number>()];
  const lines: NeighbourLine[] = [];
  for (const { at, action, kind, record } of changes) {
    const known = seen.has(record) ? null : knownRecord(bot, kind, record, language);
    seen.add(record);
    if (!known || known.areaIds.some((id) => own.includes(id))) continue;
    const areas = known.areaIds.map(areaName(bot)).join('・');
    const before = ofArea.get(areas) ?? 0;
    if (before >= OF_ONE_AREA) continue;
    ofArea.set(areas, before + 1);
    const title = words.named(words.kind[kind], known.title);
    lines.push({ kind, id: record, title, text: words.changedThere(shownAt(at), areas, title, words.action[action]) });
    if (lines.length === NEIGHBOURS) break;
  }
  return lines;
}

const nameOf = ({ name, romaji }: AreaRow, language: Language): string =>
  language === 'en' && romaji ? `${romaji[0]?.toUpperCase()}${romaji.slice(1)}` : name;
