import { type PictureSubject, TOWN_SCALES, type TownState } from '../../records/picture-subject.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { townsIn } from '../../records/towns.ts';
import type { Language } from '../../words/labels.ts';
import { pictureWords, TOWN_MARKS } from '../../words/pictures.ts';
import { COLOURS } from './colours.ts';
import type { Figure } from './figure.ts';
import { framed, INNER, MARGIN, type Part, SIZE } from './frame.ts';
import { drawable, fitting, widthOf } from './letters.ts';
import { standing } from './said.ts';
import { all, type Box, rect, type Svg, words } from './svg.ts';
import { COLUMNS, isMapped, type TilePlace, tilePlaces } from './tile-places.ts';

// 「だれが何を」 on the map: a tile a town, at about its place. Colour and letter say the same of it.

const GAP = 4;
const TILE = { width: (INNER - GAP * (COLUMNS - 1)) / COLUMNS, height: 46 };
const MARK_WIDTH = 18;
const LEGEND_LINE = 24;

interface Look {
  fill: string;
  letters: string;
  border: string;
  dashed?: boolean;
}

const LOOKS: Record<TownState, Look> = {
  doing: { fill: COLOURS.strong, letters: COLOURS.onStrong, border: COLOURS.strong },
  planned: { fill: COLOURS.soft, letters: COLOURS.letters, border: COLOURS.strong },
  none: { fill: COLOURS.warm, letters: COLOURS.letters, border: COLOURS.quiet },
  told: { fill: COLOURS.strong, letters: COLOURS.onStrong, border: COLOURS.strong },
  added: { fill: COLOURS.strong, letters: COLOURS.onStrong, border: COLOURS.strong },
  stayed: { fill: COLOURS.soft, letters: COLOURS.letters, border: COLOURS.strong },
  gone: { fill: COLOURS.warm, letters: COLOURS.letters, border: COLOURS.quiet },
  silent: { fill: COLOURS.ground, letters: COLOURS.quiet, border: COLOURS.quiet, dashed: true },
};
const NOT_ASKED: Look = { fill: COLOURS.ground, letters: COLOURS.quiet, border: COLOURS.grid };

type Towns = Extract<PictureSubject, { kind: 'towns' }>;

/** How the towns of a prefecture stand; null where none of them is there any more. */
export function townFigure(records: RegistryRecords, subject: Towns, language: Language): Figure | null {
  const w = pictureWords[language];
  const states = new Map(subject.states.map(({ areaId, state }) => [areaId, state]));
  const prefecture = records.areas.find(({ id }) => states.has(id))?.prefecture;
  if (!prefecture) return null;
  const towns = townsIn(records, prefecture);
  const groups = TOWN_SCALES[subject.scale].map((state) => ({
    state,
    names: towns.filter(({ id }) => states.get(id) === state).map(({ name }) => name),
  }));
  const others = towns.filter(({ id }) => !states.has(id));
  const asked = towns.length - others.length;
  const title = w.townsTitle(subject.about, prefecture, asked);
  const about = [standing(subject.asOf, subject.sources, language)];
  const counts = [
    ...groups.map(({ state, names }) => w.counted(w.townStates[state], names.length)),
    ...(others.length > 0 ? [w.counted(w.notAsked, others.length)] : []),
  ];
  const place = tilePlaces(towns);
  return {
    name: 'towns',
    title,
    alt: w.townsAlt(title, counts.join(w.and)),
    twin: [
      ...about,
      ...groups.map(({ names }, at) => `・${counts[at]}${names.length > 0 ? `${w.colon}${names.join('・')}` : ''}`),
      w.townsNote,
    ],
    draw: () =>
      framed(
        title,
        about,
        [legend(groups, others.length, language), tiles(place, states)],
        [w.tiles[isMapped(towns) ? 'map' : 'grid'], w.townsNote],
      ),
  };
}

function legend(
  groups: readonly { state: TownState; names: readonly string[] }[],
  others: number,
  language: Language,
): Part {
  const w = pictureWords[language];
  const entries = [
    ...groups.map(({ state, names }) => ({
      look: LOOKS[state],
      mark: TOWN_MARKS[state],
      text: w.counted(w.townStates[state], names.length),
    })),
    ...(others > 0 ? [{ look: NOT_ASKED, mark: '', text: w.counted(w.notAsked, others) }] : []),
  ];
  const swatch = 22;
  let [x, row] = [MARGIN, 0];
  const placed = entries.map((entry) => {
    const width = swatch + 6 + widthOf(drawable(entry.text), SIZE.label) + 16;
    if (x + width > MARGIN + INNER + 16) [x, row] = [MARGIN, row + 1];
    const at = { ...entry, x, row };
    x += width;
    return at;
  });
  return {
    height: (row + 1) * LEGEND_LINE + 8,
    draw: (y) =>
      all(
        ...placed.map(({ look, mark, text, ...at }) => {
          const box = { x: at.x, y: y + at.row * LEGEND_LINE, width: swatch, height: 18 };
          return all(
            ground(box, look),
            words(mark, box.x + swatch / 2, box.y + 14, { size: SIZE.label, colour: look.letters, at: 'middle' }),
            words(text, box.x + swatch + 6, box.y + 14, { size: SIZE.label, colour: COLOURS.letters }),
          );
        }),
      ),
  };
}

const ground = (box: Box, { fill, border, dashed }: Look): Svg =>
  rect(box, { fill, stroke: border, 'stroke-width': 1.4, 'stroke-dasharray': dashed ? '4 3' : undefined, rx: 3 });

function tiles(places: readonly TilePlace[], states: ReadonlyMap<string, TownState>): Part {
  const rows = 1 + Math.max(...places.map(({ row }) => row));
  return {
    height: rows * (TILE.height + GAP),
    draw: (top) => all(...places.map((place) => tile(place, top, states.get(place.area.id)))),
  };
}

function tile({ area, column, row }: TilePlace, top: number, state: TownState | undefined): Svg {
  const look = state ? LOOKS[state] : NOT_ASKED;
  const box = {
    x: MARGIN + column * (TILE.width + GAP),
    y: top + row * (TILE.height + GAP),
    width: TILE.width,
    height: TILE.height,
  };
  const base = box.y + TILE.height / 2 + 5;
  const mark = state ? TOWN_MARKS[state] : '';
  const room = TILE.width - MARK_WIDTH - 8;
  const name = drawable(area.name, 'bold');
  const size = Math.max(10, Math.min(SIZE.label + 1, room / widthOf(name, 1, 'bold')));
  return all(
    ground(box, look),
    words(mark, box.x + 4 + MARK_WIDTH / 2, base, { size: 15, colour: look.letters, weight: 'bold', at: 'middle' }),
    words(fitting(name, room, size, 'bold'), box.x + 4 + MARK_WIDTH + room / 2, base, {
      size,
      colour: look.letters,
      weight: 'bold',
      at: 'middle',
    }),
  );
}
