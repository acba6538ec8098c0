import type { IndicatorValueRow } from './rows.ts';

/**
 * The rate of achievement of a fiscal year in per cent, with one decimal: actual ÷ planned (rule 6.1). Null where either
 * is missing or nothing was planned; forecasts and part-year values never stand in.
 */
export function achievementOf(values: readonly IndicatorValueRow[], fiscalYear: string): number | null {
  const of = (kind: IndicatorValueRow['kind']) =>
    values.find((each) => each.kind === kind && each.fiscalYear === fiscalYear)?.value ?? null;
  const [planned, actual] = [of('planned'), of('actual')];
  return planned === null || actual === null || planned === 0 ? null : Math.round((actual / planned) * 1_000) / 10;
}
