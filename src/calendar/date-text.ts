import { type CalendarDate, parseIso } from './calendar-date.ts';
import {
  type Impossible,
  isImpossible,
  type Precision,
  type Prefer,
  readEnds,
  readWritten,
  type Span,
  weekdayFits,
} from './date-reading.ts';
import { type FiscalYear, fiscalYearOf } from './fiscal-year.ts';
import { readPhrases } from './grammar/phrases.ts';
import type { Phrase, Written } from './grammar/written.ts';

/** A date phrase in a text. Offsets refer to the NFKC, lower-case form of the text. */
export interface FoundDate {
  begin: number;
  end: number;
  text: string;
  precision: Precision;
  from: CalendarDate;
  to: CalendarDate;
  /** The fiscal year all its days lie in; missing for calendar years and for ranges across a 4/1. */
  fiscalYear?: FiscalYear;
  /** False where the year was left out, so that somebody has to be asked before it is saved. */
  yearGiven: boolean;
  /** Whether the weekday that was written is right; null where none was written. */
  weekdayFits: boolean | null;
}

/** A phrase that is written as a date but stands for no day, with the one that was plainly meant, if any. */
export interface ImpossibleDate extends Impossible {
  begin: number;
  end: number;
  text: string;
}

export interface FindOptions {
  /** Without a year: the next such day from today on (for plans), or the latest up to today (for what was held). */
  prefer?: Prefer;
}

const comparable = (text: string) => text.normalize('NFKC').toLowerCase();

/** All dates in a running text, left to right, none overlapping. Months, ranges and years stay what they are. */
export function findDates(text: string, today: CalendarDate, { prefer = 'next' }: FindOptions = {}): FoundDate[] {
  const searched = comparable(text);
  return readPhrases(searched).flatMap((phrase) => foundIn(searched, phrase, today, prefer));
}

// Whether a phrase without a relative word exists does not depend on today.
const ANY_DAY = parseIso('2024-01-01') as CalendarDate;

/**
 * All phrases that are written as dates and do not exist: 2/30, month 13, 令和0年, 平成40年. `today` is needed only for
 * phrases that count from it (来月31日).
 */
export function findImpossible(text: string, today?: CalendarDate): ImpossibleDate[] {
  const searched = comparable(text);
  return readPhrases(searched).flatMap((phrase) =>
    phrase.flatMap((expression) => {
      const { written, begin, end } = expression;
      if (today === undefined && countsFromToday(written)) return [];
      const reading = readWritten(written, today ?? ANY_DAY, 'next');
      return reading && isImpossible(reading) ? [{ begin, end, text: searched.slice(begin, end), ...reading }] : [];
    }),
  );
}

function countsFromToday({ relative, year }: Written): boolean {
  return relative !== undefined || year?.kind === 'relative';
}

function foundIn(text: string, phrase: Phrase, today: CalendarDate, prefer: Prefer): FoundDate[] {
  const readings = phrase.map(({ written }) => readWritten(written, today, prefer));
  // Half a range is not what was meant: where one end does not exist, the whole is for findImpossible.
  if (readings.some((reading) => reading !== null && isImpossible(reading))) return [];
  const [first, second] = phrase;
  const range = second && readEnds([first.written, second.written], today, prefer);
  if (range) {
    const given = hasYear(first.written) || hasYear(second.written);
    return [found(text, first.begin, second.end, range, given, endsFit(first.written, second.written, range))];
  }
  return phrase.flatMap(({ written, begin, end }) => {
    const span = readWritten(written, today, prefer);
    if (!span || isImpossible(span)) return [];
    return [found(text, begin, end, span, hasYear(written), weekdayFits(written, span.from))];
  });
}

function endsFit(first: Written, second: Written, { from, to }: Span): boolean | null {
  const fits = [weekdayFits(first, from), weekdayFits(second, to)].filter((fit) => fit !== null);
  return fits.length === 0 ? null : fits.every(Boolean);
}

function found(
  text: string,
  begin: number,
  end: number,
  span: Span,
  yearGiven: boolean,
  fits: boolean | null,
): FoundDate {
  const { from, to, precision } = span;
  const base = { begin, end, text: text.slice(begin, end), precision, from, to, yearGiven, weekdayFits: fits };
  const fiscalYear = fiscalYearOf(from);
  return precision !== 'year' && fiscalYear === fiscalYearOf(to) ? { ...base, fiscalYear } : base;
}

function hasYear({ year, relative, period }: Written): boolean {
  return year !== null || relative !== undefined || period !== undefined;
}
