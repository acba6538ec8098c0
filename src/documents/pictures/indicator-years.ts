import { type FiscalYear, fiscalYearLabel, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import { achievementOf } from '../../records/achievement.ts';
import type { IndicatorRow, IndicatorValueRow } from '../../records/rows.ts';
import type { ValueKind } from '../../records/vocabulary.ts';
import { KIND_ORDER } from '../../words/report-pages.ts';

export interface KindOfYear {
  kind: ValueKind;
  /** Null where nothing is recorded. */
  found: IndicatorValueRow | null;
}

export interface IndicatorYear {
  year: FiscalYear;
  kinds: KindOfYear[];
  /** 達成率 (rule 6.1). */
  rate: number | null;
}

/** Such a value is missed in a year; the others are only there or not. */
const EXPECTED: readonly ValueKind[] = ['planned', 'actual'];

/**
 * An indicator year by year, from its first to its last: a year between them of which nothing is recorded stays a gap, and
 * kinds of values stay apart (rule 6.1).
 */
export function indicatorYears({ values }: Pick<IndicatorRow, 'values'>): IndicatorYear[] {
  const years = yearsBetween(values.map(({ fiscalYear }) => fiscalYear));
  const expected = EXPECTED.filter((kind) => values.some((value) => value.kind === kind));
  return years.map((year) => {
    const label = fiscalYearLabel(year);
    const ofYear = values.filter(({ fiscalYear }) => fiscalYear === label);
    const found = (kind: ValueKind) => ofYear.find((value) => value.kind === kind) ?? null;
    const kinds = KIND_ORDER.map((kind) => ({ kind, found: found(kind) }));
    return {
      year,
      kinds: kinds.filter((each) => each.found !== null || expected.includes(each.kind)),
      rate: achievementOf(ofYear, label),
    };
  });
}

/** All fiscal years from the first to the last of these labels. */
export function yearsBetween(labels: readonly string[]): FiscalYear[] {
  const known = labels.map(parseFiscalYearLabel).filter((year) => year !== null);
  if (known.length === 0) return [];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at);
}
