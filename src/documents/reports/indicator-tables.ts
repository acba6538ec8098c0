import { achievementOf } from '../../records/achievement.ts';
import type { IndicatorRow, IndicatorValueRow, RegistryRecords } from '../../records/rows.ts';
import { choiceWords } from '../../words/data-columns.ts';
import { valueKindWords } from '../../words/labels.ts';
import {
  AREA,
  AS_OF,
  areaCells,
  asOfCells,
  meantChoices,
  PRECISION_CHOICES,
  plainChoices,
  SOURCE,
  sourceCells,
  yearCell,
} from './data-parts.ts';
import type { DataTable } from './data-table.ts';
import type { Wanted } from './wanted.ts';

// Values of indicators, and rates of achievement where they can be computed (rule 6.1).

const CANCELLED = '中止';

const indicatorsOf = ({ indicators }: RegistryRecords, { areaIds }: Wanted) =>
  areaIds.flatMap((areaId) => indicators.filter((each) => each.areaId === areaId));

const inYear =
  ({ fiscalYear }: Wanted) =>
  (label: string) =>
    fiscalYear === null || yearCell(label) === fiscalYear;

const stateOf = ({ value, state }: IndicatorValueRow): keyof typeof choiceWords.value =>
  value !== null ? 'yes' : state === CANCELLED ? 'cancelled' : 'blank';

/** A row an indicator, fiscal year and kind: long, so that a new year adds rows and no columns (L3-09). */
export function indicatorValuesTable(records: RegistryRecords, wanted: Wanted): DataTable {
  return {
    name: 'indicator_values',
    columns: [
      ...(['record_id', ...AREA, 'indicator_title', 'measure', 'fiscal_year', 'value_kind', 'value', 'unit'] as const),
      ...(['value_state', 'note', ...AS_OF, ...SOURCE] as const),
    ],
    choices: {
      value_kind: plainChoices(valueKindWords),
      value_state: meantChoices(choiceWords.value),
      as_of_precision: PRECISION_CHOICES,
    },
    rows: indicatorsOf(records, wanted).flatMap((each) =>
      each.values
        .filter(({ fiscalYear }) => inYear(wanted)(fiscalYear))
        .map((value) => ({
          record_id: value.id,
          ...nameCells(records, each),
          fiscal_year: yearCell(value.fiscalYear),
          value_kind: valueKindWords[value.kind].ja,
          value: value.value,
          unit: each.unit,
          value_state: choiceWords.value[stateOf(value)][0],
          note: value.note,
          ...asOfCells(value.asOf ?? each.asOf),
          ...sourceCells(records, each),
        })),
    ),
  };
}

/** A row an indicator and fiscal year that has both a plan and an actual value. */
export function achievementTable(records: RegistryRecords, wanted: Wanted): DataTable {
  return {
    name: 'achievement_rates',
    columns: [
      ...([
        'record_id',
        ...AREA,
        'indicator_title',
        'measure',
        'fiscal_year',
        'planned_value',
        'actual_value',
      ] as const),
      ...(['unit', 'achievement_rate'] as const),
    ],
    choices: {},
    rows: indicatorsOf(records, wanted).flatMap((each) => {
      const of = (kind: IndicatorValueRow['kind'], year: string) =>
        each.values.find((value) => value.kind === kind && value.fiscalYear === year)?.value ?? null;
      const years = [...new Set(each.values.map(({ fiscalYear }) => fiscalYear))].filter(inYear(wanted));
      return years.flatMap((year) => {
        const rate = achievementOf(each.values, year);
        if (rate === null) return [];
        const cells = { planned_value: of('planned', year), actual_value: of('actual', year), achievement_rate: rate };
        return [
          { record_id: each.id, ...nameCells(records, each), fiscal_year: yearCell(year), unit: each.unit, ...cells },
        ];
      });
    }),
  };
}

const nameCells = (records: RegistryRecords, { areaId, title, measure }: IndicatorRow) => ({
  ...areaCells(records, areaId),
  indicator_title: title,
  measure,
});
