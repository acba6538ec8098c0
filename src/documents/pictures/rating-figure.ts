import { type FiscalYear, fiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { EvaluationRow, RegistryRecords } from '../../records/rows.ts';
import { SCENES, Scene } from '../../records/vocabulary.ts';
import { type Language, sceneWords } from '../../words/labels.ts';
import { pictureWords } from '../../words/pictures.ts';
import { COLOURS } from './colours.ts';
import type { Figure } from './figure.ts';
import { framed, gap, MARGIN, type Part, SIZE, WIDTH } from './frame.ts';
import { yearsBetween } from './indicator-years.ts';
import { widthOf } from './letters.ts';
import { aboutLine, LATEST } from './said.ts';
import { all, circle, line, rect, type Svg, words } from './svg.ts';

// 成熟度評価: a panel a scene, all on the same scale, so that no line crosses another and no colour is needed to tell them
// apart. A year without a rating is named and interrupts the line.

const LOWEST = 1;
const HIGHEST = 5;
const PANEL = { head: 24, plot: 92, foot: 18 };
const PLOT_X = MARGIN + 26;
const POINT = 5;
const LABEL_ROOM = 4;

interface Rated {
  scene: Scene;
  /** By year; null where there is no rating. */
  ratings: (EvaluationRow | null)[];
}

/** The ratings of an area by scene over the years; null where it has none. */
export function ratingFigure(records: RegistryRecords, areaId: string, language: Language): Figure | null {
  const w = pictureWords[language];
  const rows = records.evaluations.filter((each) => each.areaId === areaId && each.rating !== null);
  const years = yearsBetween(rows.map(({ fiscalYear }) => fiscalYear));
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const title = w.ratingTitle(records.areas.find(({ id }) => id === areaId)?.name ?? areaId);
  const about = [w.ratingScale, aboutLine(records, rows, language)];
  const scenes = ratedScenes(rows, years);
  const shown = years.slice(-LATEST);
  const left = years.length - shown.length;
  const notes = [...(rows.some(({ draft }) => draft) ? [w.draftMeans] : []), ...(left > 0 ? [w.earlier(left)] : [])];
  const said = (rated: Rated, from = 0) =>
    saidOf({ ...rated, ratings: rated.ratings.slice(from) }, years.slice(from), language);
  const panels = scenes.map(({ scene, ratings }) => panel({ scene, ratings: ratings.slice(-LATEST) }, language));
  return {
    name: 'ratings',
    title,
    alt: w.ratingAlt(
      title,
      w.span(w.longYear(first), w.longYear(last)),
      scenes.map((rated) => said(rated, -1)).join(w.and),
    ),
    twin: [...about, ...scenes.map((rated) => `・${said(rated)}`)],
    draw: () => framed(title, about, [...panels, yearLine(shown, language)], dashNote(shown, notes, language)),
  };
}

/** The four scenes always, others where they were rated. */
function ratedScenes(rows: readonly EvaluationRow[], years: readonly FiscalYear[]): Rated[] {
  const isShown = (scene: Scene) => SCENES.some((each) => each === scene) || rows.some((row) => row.scene === scene);
  return Scene.options.filter(isShown).map((scene) => ({
    scene,
    ratings: years.map(
      (year) => rows.find((row) => row.scene === scene && row.fiscalYear === fiscalYearLabel(year)) ?? null,
    ),
  }));
}

function saidOf({ scene, ratings }: Rated, years: readonly FiscalYear[], language: Language): string {
  const w = pictureWords[language];
  const parts = ratings.map((rating, at) => `${w.longYear(years[at] ?? 0)} ${labelOf(rating, language) ?? w.missing}`);
  return `${sceneWords[scene][language]}${w.colon}${parts.join(w.and)}`;
}

function labelOf(found: EvaluationRow | null, language: Language): string | null {
  const rating = found?.rating?.toFixed(1) ?? null;
  return rating !== null && found?.draft ? pictureWords[language].draft(rating) : rating;
}

const slotOf = (years: number): number => (WIDTH - MARGIN - PLOT_X) / years;
const middleOf = (at: number, years: number): number => PLOT_X + (at + 0.5) * slotOf(years);

/** Whether 「記載なし」 finds room in a year, or a dash has to stand for it. */
const hasRoom = (years: number, language: Language): boolean =>
  widthOf(pictureWords[language].missing, SIZE.small) + LABEL_ROOM <= slotOf(years);

const dashNote = (years: readonly FiscalYear[], notes: readonly string[], language: Language): string[] =>
  hasRoom(years.length, language) ? [...notes] : [...notes, pictureWords[language].dashMeans];

function panel({ scene, ratings }: Rated, language: Language): Part {
  const { head, plot, foot } = PANEL;
  return {
    height: head + plot + foot,
    draw: (top) => {
      const heightOf = (rating: number) => top + head + plot - ((rating - LOWEST) / (HIGHEST - LOWEST)) * plot;
      return all(
        words(sceneWords[scene][language], MARGIN, top + 14, {
          size: SIZE.label,
          colour: COLOURS.letters,
          weight: 'bold',
        }),
        scale(heightOf),
        ...linesBetween(ratings, heightOf),
        ...ratings.map((rating, at) => point(rating, middleOf(at, ratings.length), heightOf, ratings.length, language)),
      );
    },
  };
}

function scale(heightOf: (rating: number) => number): Svg {
  const steps = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, at) => LOWEST + at);
  return all(
    ...steps.map((step) =>
      line([PLOT_X, heightOf(step)], [WIDTH - MARGIN, heightOf(step)], { stroke: COLOURS.grid, 'stroke-width': 1 }),
    ),
    ...[LOWEST, 3, HIGHEST].map((step) =>
      words(step.toFixed(1), PLOT_X - 6, heightOf(step) + 4, { size: SIZE.small, colour: COLOURS.quiet, at: 'end' }),
    ),
  );
}

/** From one rated year to the next; not over a year without a rating. */
function linesBetween(ratings: readonly (EvaluationRow | null)[], heightOf: (rating: number) => number): Svg[] {
  return ratings.flatMap((each, at) => {
    const before = at === 0 ? null : ratings[at - 1]?.rating;
    if (each?.rating == null || before == null) return [];
    const from: [number, number] = [middleOf(at - 1, ratings.length), heightOf(before)];
    const to: [number, number] = [middleOf(at, ratings.length), heightOf(each.rating)];
    return [line(from, to, { stroke: COLOURS.strong, 'stroke-width': 2 })];
  });
}

/** A rating with its figure above it, below it near the top; a draft is hollow. */
function point(
  found: EvaluationRow | null,
  x: number,
  heightOf: (rating: number) => number,
  years: number,
  language: Language,
): Svg {
  const w = pictureWords[language];
  const letters = { size: SIZE.small, at: 'middle' } as const;
  if (found?.rating == null) {
    const text = hasRoom(years, language) ? w.missing : w.dash;
    return lettered(text, x, heightOf(3) + 4, { ...letters, colour: COLOURS.quiet });
  }
  const y = heightOf(found.rating);
  const above = y - POINT - 4;
  const label = found.rating > 4 ? y + POINT + SIZE.small + 1 : above;
  return all(
    circle(x, y, POINT, {
      fill: found.draft ? COLOURS.ground : COLOURS.strong,
      stroke: COLOURS.strong,
      'stroke-width': 2,
    }),
    lettered(labelOf(found, language) ?? '', x, label, { ...letters, colour: COLOURS.letters }),
  );
}

/** Letters on a piece of ground of their own, so that no line runs through them. */
function lettered(text: string, x: number, y: number, look: { size: number; colour: string; at: 'middle' }): Svg {
  const width = widthOf(text, look.size) + LABEL_ROOM;
  const ground = { x: x - width / 2, y: y - look.size + 1, width, height: look.size + 2 };
  return all(rect(ground, { fill: COLOURS.ground }), words(text, x, y, look));
}

const yearLine = (years: readonly FiscalYear[], language: Language): Part => {
  const height = SIZE.small + 6;
  if (years.length === 0) return gap(height);
  return {
    height,
    draw: (y) =>
      all(
        ...years.map((year, at) =>
          words(pictureWords[language].year(year), middleOf(at, years.length), y + SIZE.small, {
            size: SIZE.small,
            colour: COLOURS.letters,
            at: 'middle',
          }),
        ),
      ),
  };
};
