import type { Era } from '../wareki.ts';

/** A year as it was written. */
export type WrittenYear =
  | { kind: 'era'; era: Era; year: number }
  | { kind: 'western'; year: number }
  /** Counted from this one: 昨年 is -1. */
  | { kind: 'relative'; offset: number }
  /** The era was left out: 8年度. */
  | { kind: 'short'; year: number };

/** What was written about a date, not yet looked up in any calendar. */
export interface Written {
  /** Null where the year was left out. */
  year: WrittenYear | null;
  /** Whether the year is a 年度; a month then lies in that fiscal year. */
  fiscal?: boolean;
  quarter?: number;
  half?: number;
  month?: number;
  monthTo?: number;
  /** 上旬, 中旬, 下旬. */
  third?: number;
  day?: number;
  dayTo?: number;
  weekday?: number;
  /** 第N期. */
  period?: number;
  /** Counted from today. */
  relative?: { unit: 'day' | 'week' | 'month'; offset: number; weekendOnly?: boolean };
  /** The second end of a range lies in the year after (翌). */
  yearLater?: boolean;
}

/** A piece of text that is written as a date. */
export interface Expression {
  begin: number;
  end: number;
  written: Written;
}

/** A single expression, or two that are the ends of a range. */
export type Phrase = readonly [Expression] | readonly [Expression, Expression];
