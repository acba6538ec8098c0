import { fiscalYearLabel, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import { achievementOf } from '../../records/achievement.ts';
import type { IndicatorRow, IndicatorValueRow, RegistryRecords } from '../../records/rows.ts';
import { valueKindWords } from '../../words/labels.ts';
import { KIND_ORDER, indicatorPageWords as words } from '../../words/report-pages.ts';
import { type Box, box, type Line, type Page, wholeLine } from '../page.ts';

const FIRST_WIDTHS = [34, 14];
const YEAR_WIDTH = 12;
/** So many years fill the width of the paper; fewer are as wide as if there were so many. */
const FEWEST_YEARS = 5;

/**
 * The indicators of an area with plan, actual and rate, year beside year; null where it has none. `fiscalYear`: that year
 * alone.
 */
export function indicatorPage(records: RegistryRecords, areaId: string, fiscalYear: number | null): Page | null {
  const name = records.areas.find((area) => area.id === areaId)?.name ?? areaId;
  const indicators = records.indicators
    .filter((each) => each.areaId === areaId)
    .map((each) => ({ ...each, values: each.values.filter((value) => isOf(value, fiscalYear)) }))
    .filter(({ values }) => values.length > 0);
  const years = yearsOf(indicators);
  if (years.length === 0) return null;
  const blank = Array.from({ length: Math.max(0, FEWEST_YEARS - years.length) }, () => YEAR_WIDTH);
  const widths = [...FIRST_WIDTHS, ...years.map(() => YEAR_WIDTH), ...blank];
  const groups = [...new Set(indicators.map(({ title }) => title))];
  return {
    name,
    widths,
    orientation: 'landscape',
    lines: [
      wholeLine('title', words.title(name), widths),
      wholeLine('note', words.legend, widths),
      ...groups.flatMap((title) =>
        groupLines(
          title,
          indicators.filter((each) => each.title === title),
          years,
          widths,
        ),
      ),
    ],
    repeated: 1,
  };
}

const isOf = (value: IndicatorValueRow, fiscalYear: number | null) =>
  fiscalYear === null || parseFiscalYearLabel(value.fiscalYear) === fiscalYear;

function yearsOf(indicators: readonly IndicatorRow[]): string[] {
  const years = new Set(
    indicators.flatMap(({ values }) => values.map((value) => parseFiscalYearLabel(value.fiscalYear))),
  );
  return [...years]
    .filter((year) => year !== null)
    .sort((one, other) => one - other)
    .map(fiscalYearLabel);
}

function groupLines(
  title: string,
  indicators: readonly IndicatorRow[],
  years: readonly string[],
  widths: readonly number[],
): Line[] {
  const head = [words.measure, words.kind, ...years.map((year) => `${year}年度`)];
  const rows = indicators.flatMap((each) => kept(measureLines(each, years)));
  const notes = indicators.flatMap(({ values }) => values.flatMap(noteOf));
  return [
    wholeLine('part', words.group(title), widths, { withNext: true }),
    { boxes: head.map((text) => box('label', text)), withNext: true },
    ...rows.slice(0, -1),
    ...rows.slice(-1).map((row) => ({ ...row, withNext: notes.length > 0 })),
    ...(notes.length > 0 ? [wholeLine('note', [...new Set(notes)].join('\n'), widths)] : []),
  ];
}

/** The rows of a measure stay on one sheet of paper. */
const kept = (rows: readonly Line[]): Line[] => rows.map((row, at) => ({ ...row, withNext: at < rows.length - 1 }));

/** A row a kind of value that there is, actual always; with a plan also the rate. */
function measureLines({ measure, unit, values }: IndicatorRow, years: readonly string[]): Line[] {
  const name = words.withUnit(measure, unit);
  const kinds = KIND_ORDER.filter((kind) => kind === 'actual' || values.some((value) => value.kind === kind));
  const row = (kind: string, boxes: Box[]): Line => ({ boxes: [box('line', name), box('middle', kind), ...boxes] });
  const valueBox = (kind: IndicatorValueRow['kind'], year: string): Box => {
    const found = values.find((value) => value.kind === kind && value.fiscalYear === year);
    return box('number', found?.value ?? found?.state ?? words.nothing, formatOf(found?.value ?? 0));
  };
  const rateBox = (year: string): Box => box('number', achievementOf(values, year) ?? words.noRate, { format: '0.0' });
  return [
    ...kinds.map((kind) =>
      row(
        valueKindWords[kind].ja,
        years.map((year) => valueBox(kind, year)),
      ),
    ),
    ...(kinds.includes('planned') ? [row(words.rate, years.map(rateBox))] : []),
  ];
}

const formatOf = (value: number) => ({ format: Number.isInteger(value) ? '#,##0' : '#,##0.0#' });

const noteOf = ({ fiscalYear, kind, note }: IndicatorValueRow): string[] =>
  note === null ? [] : [words.note(`${fiscalYear}年度`, valueKindWords[kind].ja, note)];
