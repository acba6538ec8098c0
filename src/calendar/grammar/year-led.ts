import { matchAt, type Piece, sticky } from './match.ts';
import { readMonth } from './months.ts';
import { readQuarter } from './quarters.ts';
import { withWeekday } from './weekdays.ts';
import type { Written, WrittenYear } from './written.ts';
import { readYear } from './years.ts';

const FULL_DIGITS = sticky('[./-](\\d{1,2})[./-](\\d{1,2})(?![\\d/]|[.-]\\d)');
const MONTH_DIGITS = sticky('[./](\\d{1,2})(?:~(\\d{1,2}))?(?![\\d%]|[./]\\d)(?:月(?:(\\d{1,2})日)?)?');
const WESTERN_MONTH_DIGITS = sticky('(?:/(\\d{1,2})|-(\\d{2}))(?![\\d%/.-])');
const BEFORE_MONTH = sticky(' ?の? ?');

/** A year with what it governs: 令和8年3月25日(水), r8.2月, 2026-03-25, 令和7年度第2四半期, r7. */
export function readYearLed(text: string, at: number): Piece {
  const piece = readYear(text, at);
  if (!piece) return null;
  const { year, end, reach } = piece;
  if (reach === 'letter') return readFullDigits(text, end, year);
  if (reach === 'bare') return readDigits(text, end, year) ?? readBareYear(text, end, year);
  const after = matchAt(BEFORE_MONTH, text, end)?.end ?? end;
  const month = readMonth(text, after);
  const quarter = reach === 'fiscal' ? readQuarter(text, after) : null;
  if (month || quarter) {
    const { end: reached, written } = (month ?? quarter) as { end: number; written: Written };
    return { end: reached, written: { ...written, year, fiscal: reach === 'fiscal' } };
  }
  return { end, written: { year, fiscal: reach === 'fiscal' } };
}

// r8.3.25, r8/3/25, 2026-03-25
function readFullDigits(text: string, at: number, year: WrittenYear): Piece {
  const full = matchAt(FULL_DIGITS, text, at);
  if (!full) return null;
  const [month, day] = full.groups;
  return withWeekday(text, { end: full.end, written: { year, month: Number(month), day: Number(day) } });
}

// All of these, and r8.2月, r7.9, r7.11~12, 2026/3, 2026-03
function readDigits(text: string, at: number, year: WrittenYear): Piece {
  const full = readFullDigits(text, at, year);
  if (full) return full;
  if (year.kind === 'western') {
    const partial = matchAt(WESTERN_MONTH_DIGITS, text, at);
    const month = Number(partial?.groups[0] ?? partial?.groups[1]);
    return partial && month >= 1 && month <= 12 ? { end: partial.end, written: { year, month } } : null;
  }
  const partial = matchAt(MONTH_DIGITS, text, at);
  if (!partial) return null;
  const [month, monthTo, day] = partial.groups;
  const written: Written = { year, month: Number(month) };
  if (monthTo !== undefined) return { end: partial.end, written: { ...written, monthTo: Number(monthTo) } };
  if (day !== undefined) return withWeekday(text, { end: partial.end, written: { ...written, day: Number(day) } });
  return { end: partial.end, written };
}

// 令和7, r7 and h30 are fiscal years, unless they go on like a version or a ratio.
function readBareYear(text: string, end: number, year: WrittenYear): Piece {
  if (year.kind !== 'era' || /^[.:%/]\d/.test(text.slice(end, end + 2))) return null;
  return { end, written: { year, fiscal: true } };
}
