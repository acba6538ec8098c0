import { parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import { exportedPrecision } from '../../records/exported-days.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { spanOf } from '../../records/written-dates.ts';
import { choiceWords, type DataColumnName } from '../../words/data-columns.ts';
import type { Choices, DataRow } from './data-table.ts';

// What many tables have: areas, days and sources in columns of their own.

export const AREA = ['area_code', 'area_name', 'prefecture'] as const satisfies DataColumnName[];
export const AS_OF = ['as_of_from', 'as_of_to', 'as_of_precision'] as const satisfies DataColumnName[];
export const SOURCE = ['source_title', 'place'] as const satisfies DataColumnName[];

/** Columns of an area: the standard area code (標準地域コード, five digits) and the official name. */
export function areaCells({ areas }: RegistryRecords, areaId: string): DataRow {
  const area = areas.find(({ id }) => id === areaId);
  return {
    area_code: area?.code?.slice(0, 5) ?? null,
    area_name: area?.name ?? areaId,
    prefecture: area?.prefecture ?? null,
  };
}

const PRECISION = choiceWords.precision;

/** An as-of text as days. */
export function asOfCells(asOf: string | null): DataRow {
  const span = asOf === null ? null : spanOf(asOf);
  return {
    as_of_from: span?.from ?? null,
    as_of_to: span?.to ?? null,
    as_of_precision: span ? PRECISION[exportedPrecision(span)] : PRECISION.none,
  };
}

export const precisionOf = (precision: keyof typeof PRECISION): string => PRECISION[precision];

export function sourceCells(
  { sources }: RegistryRecords,
  { sourceId, place }: { sourceId: string; place: string | null },
) {
  return { source_title: sources.find(({ id }) => id === sourceId)?.title ?? sourceId, place };
}

/** R7 as 2025. */
export const yearCell = (label: string | null): number | null => (label === null ? null : parseFiscalYearLabel(label));

const meaningless = (values: readonly string[]): Choices => values.map((value) => [value, value]);

export const PRECISION_CHOICES: Choices = meaningless(Object.values(PRECISION));

/** Choices that say of themselves what they mean. */
export const plainChoices = (labels: Readonly<Record<string, { ja: string }>>): Choices =>
  meaningless(Object.values(labels).map(({ ja }) => ja));

/** Choices with a meaning each, out of the words. */
export const meantChoices = (words: Readonly<Record<string, readonly [string, string]>>): Choices =>
  Object.values(words);
