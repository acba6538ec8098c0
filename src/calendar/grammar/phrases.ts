import { readEnglish } from './english.ts';
import { matchAt, sticky } from './match.ts';
import { readMonth, readSlash } from './months.ts';
import { SMALL_NUMBER as N, numeralValue } from './numerals.ts';
import { readPeriod, readQuarterAlone } from './quarters.ts';
import { readRelative } from './relative.ts';
import { withWeekday } from './weekdays.ts';
import type { Expression, Phrase, Written } from './written.ts';
import { readYearLed } from './year-led.ts';

const READERS = [readRelative, readPeriod, readYearLed, readMonth, readSlash, readEnglish, readQuarterAlone];
const LATIN = /[a-z]/;

function readAt(text: string, at: number): Expression | null {
  if (LATIN.test(text[at] ?? '') && /[a-z0-9]/.test(text[at - 1] ?? '')) return null;
  for (const read of READERS) {
    const piece = read(text, at);
    if (piece) return { begin: at, end: piece.end, written: piece.written };
  }
  return null;
}

const JOINED = sticky('(?: ?[~〜～–―] ?|から)(翌年度?の?|翌)?(?:同年)?');
const JOINED_NARROWLY = sticky(' ?- ?()| (?:to|through|until|till) ()');
const SHORT_YEAR_END = sticky(`(${N})(?:(年度|年)|(?=$|[\\s)、。,の]))`);
const SHORT_DAY_END = sticky(`(${N})日(?![間目])`);

// The second end of a range may leave out what the first has said: 令和3~5年度, r6~8, 3月1日(日)~5日.
function readShortEnd(text: string, at: number, first: Written): Expression | null {
  if (first.day !== undefined && first.month !== undefined) {
    const { weekday: _, ...rest } = first;
    const short = matchAt(SHORT_DAY_END, text, at);
    if (!short) return null;
    const written = { ...rest, day: numeralValue(short.groups[0] ?? '') };
    return { begin: at, ...withWeekday(text, { end: short.end, written }) };
  }
  const short = first.year?.kind === 'era' && first.month === undefined ? matchAt(SHORT_YEAR_END, text, at) : null;
  if (!short || first.year?.kind !== 'era') return null;
  const [year = '', unit] = short.groups;
  const fiscal = unit === undefined ? first.fiscal === true : unit === '年度';
  return { begin: at, end: short.end, written: { year: { ...first.year, year: numeralValue(year) }, fiscal } };
}

const WESTERN_YEARS = sticky('(?<![\\w./-])((?:19|20|21)\\d\\d) ?[~〜～–-] ?((?:19|20|21)\\d\\d)(年度?)');

function readWesternYears(text: string, at: number): Phrase | null {
  const match = matchAt(WESTERN_YEARS, text, at);
  if (!match) return null;
  const [from, to, unit] = match.groups;
  const fiscal = unit === '年度';
  const end = (year: string | undefined): Written => ({ year: { kind: 'western', year: Number(year) }, fiscal });
  return [
    { begin: at, end: at + 4, written: end(from) },
    { begin: at, end: match.end, written: end(to) },
  ];
}

function readPhrase(text: string, at: number): Phrase | null {
  const years = readWesternYears(text, at);
  if (years) return years;
  const first = readAt(text, at);
  if (!first) return null;
  const broad = matchAt(JOINED, text, first.end);
  const joined = broad ?? matchAt(JOINED_NARROWLY, text, first.end);
  const second = joined && ((broad && readShortEnd(text, joined.end, first.written)) ?? readAt(text, joined.end));
  if (!second) return [first];
  const yearLater = joined?.groups[0]?.startsWith('翌') === true;
  return [first, yearLater ? { ...second, written: { ...second.written, yearLater } } : second];
}

const MAY_BEGIN = /[\da-z〇一二三四五六七八九十令平昭大明今来昨去先再本次前上下第あきお]/;

/** All date phrases of a normalised text from left to right; none overlap. Needs no calendar and no today. */
export function readPhrases(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < text.length; ) {
    const phrase = MAY_BEGIN.test(text[at] ?? '') ? readPhrase(text, at) : null;
    if (phrase) phrases.push(phrase);
    at = phrase ? (phrase.at(-1) as Expression).end : at + 1;
  }
  return phrases;
}
