import { ALONE, LATIN_END, matchAt, type Piece, sticky } from './match.ts';
import { ENGLISH_WEEKDAY, weekdayNumber, withWeekday } from './weekdays.ts';
import type { Written, WrittenYear } from './written.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH_NAME = `(${FULL_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
const ENGLISH_YEAR = '(?:,? (?:of )?((?:18|19|20|21)\\d\\d))';
const ERA_IN_PARENTHESES = '(?: \\((?:reiwa|heisei|showa|taisho|meiji) \\d{1,2}\\))?';
const LED_BY_WEEKDAY = `${ALONE}(?:${ENGLISH_WEEKDAY}\\.?,? )?(?:the )?`;
const DAY_MONTH = sticky(
  `${LED_BY_WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH_NAME}${ENGLISH_YEAR}?${ERA_IN_PARENTHESES}${LATIN_END}`,
);
const MONTH_DAY = sticky(
  `${LED_BY_WEEKDAY}${MONTH_NAME} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d/:%]| (?:towns|cities|areas|people|municipalities|meetings|sections))${ENGLISH_YEAR}?${ERA_IN_PARENTHESES}${LATIN_END}`,
);
const MONTH_YEAR = sticky(`${ALONE}${MONTH_NAME}${ENGLISH_YEAR}${LATIN_END}`);
const MONTH_ALONE = sticky(
  `${ALONE}(?:(?:(?<=(?<![a-z])(?:in|by|until|till|since|during|from|to|of|last|next|this|mid|early|late) )(?:march|may))|(?!march|may)(?:${FULL_MONTH}))(?![a-z0-9])`,
);

const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3)) + 1;

function englishYear(year: string | undefined): WrittenYear | null {
  return year === undefined ? null : { kind: 'western', year: Number(year) };
}

/** English dates: June 30, Wed 25 March 2026 (Reiwa 8), March 2026. */
export function readEnglish(text: string, at: number): Piece {
  const dayFirst = matchAt(DAY_MONTH, text, at);
  if (dayFirst) {
    const [weekday, day, month = '', year] = dayFirst.groups;
    return englishDay(text, dayFirst.end, weekday, {
      year: englishYear(year),
      month: monthNumber(month),
      day: Number(day),
    });
  }
  const monthFirst = matchAt(MONTH_DAY, text, at);
  if (monthFirst) {
    const [weekday, month = '', day, year] = monthFirst.groups;
    return englishDay(text, monthFirst.end, weekday, {
      year: englishYear(year),
      month: monthNumber(month),
      day: Number(day),
    });
  }
  const month = matchAt(MONTH_YEAR, text, at);
  if (month) {
    const [name = '', year] = month.groups;
    return { end: month.end, written: { year: englishYear(year), month: monthNumber(name) } };
  }
  const alone = matchAt(MONTH_ALONE, text, at);
  return alone && { end: alone.end, written: { year: null, month: monthNumber(text.slice(at, alone.end)) } };
}

function englishDay(text: string, end: number, weekday: string | undefined, written: Written): Piece {
  if (weekday === undefined) return withWeekday(text, { end, written });
  return { end, written: { ...written, weekday: weekdayNumber(weekday) } };
}
