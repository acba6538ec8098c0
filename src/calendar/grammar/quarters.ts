import { ALONE, LATIN_END, matchAt, type Piece, sticky } from './match.ts';
import { SMALL_NUMBER as N, numeralValue } from './numerals.ts';
import { readYear } from './years.ts';

const QUARTER = sticky('第?([1-4一二三四])四半期');
const HALF = sticky('(?<!以)(上|下)(?:半期|期(?![待間限日]))');
const PERIOD = sticky(`第(${N})期(?!生|工事|課程)|(?<![\\d第])(\\d{1,2})期(?=[の]?(?:計画|介護保険))`);
const PERIOD_ENGLISH = sticky(`${ALONE}(\\d{1,2})(?:st|nd|rd|th) (?:plan(?:ning)?(?: period)?|period)${LATIN_END}`);
const QUARTER_OF_ENGLISH = sticky(`${ALONE}q([1-4])(?: of)?,? `);
const QUARTER_AFTER_ENGLISH = sticky(`,? ?q([1-4])${LATIN_END}`);

/** A quarter or a half of a fiscal year: 第2四半期, 上半期, q2. */
export function readQuarter(text: string, at: number): Piece {
  const quarter = matchAt(QUARTER, text, at) ?? matchAt(QUARTER_AFTER_ENGLISH, text, at);
  if (quarter)
    return { end: quarter.end, written: { year: null, fiscal: true, quarter: numeralValue(quarter.groups[0] ?? '') } };
  const half = matchAt(HALF, text, at);
  return half && { end: half.end, written: { year: null, fiscal: true, half: half.groups[0] === '上' ? 1 : 2 } };
}

/** The same without a year before it, or with one after it: q2 of fy2026. */
export function readQuarterAlone(text: string, at: number): Piece {
  const before = matchAt(QUARTER_OF_ENGLISH, text, at);
  const year = before && readYear(text, before.end);
  if (before && year?.reach === 'fiscal') {
    return { end: year.end, written: { year: year.year, fiscal: true, quarter: Number(before.groups[0]) } };
  }
  return /[a-z,\s]/.test(text[at] ?? '') ? null : readQuarter(text, at);
}

/** A plan period: 第9期, 9th plan. */
export function readPeriod(text: string, at: number): Piece {
  const period = matchAt(PERIOD, text, at) ?? matchAt(PERIOD_ENGLISH, text, at);
  if (!period) return null;
  return { end: period.end, written: { year: null, period: numeralValue(period.groups[0] ?? period.groups[1] ?? '') } };
}
