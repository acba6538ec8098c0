import type { IndicatorRow, IndicatorValueRow, RegistryRecords } from '../../records/rows.ts';
import type { ValueKind } from '../../records/vocabulary.ts';
import { type Language, valueKindWords } from '../../words/labels.ts';
import { pictureWords } from '../../words/pictures.ts';
import { COLOURS } from './colours.ts';
import type { Figure } from './figure.ts';
import { framed, INNER, MARGIN, type Part, SIZE, WIDTH } from './frame.ts';
import { type IndicatorYear, indicatorYears, type KindOfYear } from './indicator-years.ts';
import { drawable, fitting, widthOf } from './letters.ts';
import { aboutLine, LATEST, shortNote } from './said.ts';
import { all, line, rect, type Svg, words } from './svg.ts';

// 計画と実績: years from top to bottom, in each a bar a kind of value. Each bar carries its kind and its figure in letters,
// and kinds differ in pattern and outline, so that nothing hangs on colours. Figures of any length find room.

const BAR = 20;
const BETWEEN_YEARS = 12;
const KIND_X = MARGIN + 70;
const BARS_X = KIND_X + 72;
const RATE_WIDTH = 62;
const BARS_END = WIDTH - MARGIN - RATE_WIDTH;
/** What is left for a figure behind the longest bar. */
const SHORTEST_LONGEST_BAR = 90;

const LOOKS: Record<ValueKind, Readonly<Record<string, string | number>>> = {
  planned: { fill: COLOURS.ground, stroke: COLOURS.strong, 'stroke-width': 1.6, 'stroke-dasharray': '5 3' },
  actual: { fill: COLOURS.strong, stroke: COLOURS.strong, 'stroke-width': 1.6 },
  forecast: { fill: 'url(#stripes)', stroke: COLOURS.strong, 'stroke-width': 1.6 },
  partial: { fill: 'url(#dots)', stroke: COLOURS.strong, 'stroke-width': 1.6 },
};

/** The values of an indicator over the years; null where it has none. */
export function indicatorFigure(records: RegistryRecords, indicator: IndicatorRow, language: Language): Figure | null {
  const w = pictureWords[language];
  const years = indicatorYears(indicator);
  const last = years.findLast(({ kinds }) => kinds.some(({ found }) => found));
  const [first] = years;
  if (!first || !last) return null;
  const area = records.areas.find(({ id }) => id === indicator.areaId)?.name ?? indicator.areaId;
  const title = w.indicatorTitle(area, indicator.title);
  const about = [w.measured(indicator.measure, indicator.unit), aboutLine(records, [indicator], language)];
  const shown = years.slice(-LATEST);
  const left = years.length - shown.length;
  const notes = [...(left > 0 ? [w.earlier(left)] : []), ...w.indicatorNotes];
  const span = w.span(w.longYear(first.year), w.longYear(years.at(-1)?.year ?? first.year));
  const said = (year: IndicatorYear) => `${w.longYear(year.year)}${w.colon}${saidOf(year, indicator.unit, language)}`;
  return {
    name: 'indicator',
    title,
    alt: w.indicatorAlt(title, span, said(last)),
    twin: [...about, ...years.map((year) => `・${said(year)}`), ...w.indicatorNotes],
    draw: () => framed(title, about, [rateHead(language), ...barsOf(shown, indicator.unit, language)], notes),
  };
}

function saidOf({ kinds, rate }: IndicatorYear, unit: string, language: Language): string {
  const w = pictureWords[language];
  const parts = kinds.map(({ kind, found }) =>
    w.kind(valueKindWords[kind][language], noted(figureOf(found, unit, language), found, language)),
  );
  return [...(parts.length > 0 ? parts : [w.missing]), ...(rate === null ? [] : [w.rateOf(rate.toFixed(1))])].join(
    w.and,
  );
}

/** A figure with its unit, 中止, or that nothing is recorded. */
function figureOf(found: IndicatorValueRow | null, unit: string, language: Language): string {
  const w = pictureWords[language];
  if (found?.value == null) return found?.state ? w.state(found.state) : w.missing;
  return `${found.value.toLocaleString('en', { maximumFractionDigits: 6 })}${unit}`;
}

const noted = (text: string, found: IndicatorValueRow | null, language: Language): string =>
  found?.note ? pictureWords[language].noted(text, shortNote(found.note)) : text;

function rateHead(language: Language): Part {
  const { rate } = pictureWords[language];
  return {
    height: SIZE.small + 8,
    draw: (y) => words(rate, WIDTH - MARGIN, y + SIZE.small, { size: SIZE.small, colour: COLOURS.quiet, at: 'end' }),
  };
}

function barsOf(years: readonly IndicatorYear[], unit: string, language: Language): Part[] {
  const figures = years.flatMap(({ kinds }) => kinds.map(({ found }) => figureOf(found, unit, language)));
  const widest = Math.max(...figures.map((text) => widthOf(drawable(text), SIZE.label)));
  const longest = Math.max(SHORTEST_LONGEST_BAR, BARS_END - BARS_X - widest - 12);
  const most = Math.max(...years.flatMap(({ kinds }) => kinds.map(({ found }) => found?.value ?? 0)));
  const lengthOf = (value: number) => (most > 0 ? (Math.max(0, value) / most) * longest : 0);
  return years.map((year) => yearPart(year, lengthOf, unit, language));
}

function yearPart(year: IndicatorYear, lengthOf: (value: number) => number, unit: string, language: Language): Part {
  const w = pictureWords[language];
  const rows: (KindOfYear | null)[] = year.kinds.length > 0 ? year.kinds : [null];
  const height = rows.length * BAR + BETWEEN_YEARS;
  const letters = { size: SIZE.label, colour: COLOURS.letters };
  return {
    height,
    draw: (top) =>
      all(
        line([MARGIN, top], [MARGIN + INNER, top], { stroke: COLOURS.grid, 'stroke-width': 1 }),
        words(w.year(year.year), MARGIN, top + BETWEEN_YEARS / 2 + 15, { ...letters, weight: 'bold' }),
        ...rows.map((row, at) => barPart(row, top + BETWEEN_YEARS / 2 + at * BAR, lengthOf, unit, language)),
        ...(year.rate === null
          ? []
          : [
              words(`${year.rate.toFixed(1)}%`, WIDTH - MARGIN, top + BETWEEN_YEARS / 2 + 15, {
                ...letters,
                at: 'end',
              }),
            ]),
        line([BARS_X, top + 3], [BARS_X, top + height - 3], { stroke: COLOURS.letters, 'stroke-width': 1 }),
      ),
  };
}

/** One bar with its kind before and its figure behind it; what is no figure is said in letters, without a bar. */
function barPart(
  row: KindOfYear | null,
  top: number,
  lengthOf: (value: number) => number,
  unit: string,
  language: Language,
): Svg {
  const base = top + 15;
  const value = row?.found?.value ?? null;
  const length = value === null ? 0 : lengthOf(value);
  const text = noted(figureOf(row?.found ?? null, unit, language), row?.found ?? null, language);
  const from = BARS_X + length + 6;
  const figure = fitting(drawable(text), BARS_END - from, SIZE.label);
  const missing = row?.found == null;
  return all(
    ...(row
      ? [words(valueKindWords[row.kind][language], KIND_X, base, { size: SIZE.small, colour: COLOURS.quiet })]
      : []),
    ...(row && length > 0 ? [rect({ x: BARS_X, y: top + 3, width: length, height: BAR - 6 }, LOOKS[row.kind])] : []),
    words(figure, from, base, { size: SIZE.label, colour: missing ? COLOURS.quiet : COLOURS.letters }),
  );
}
