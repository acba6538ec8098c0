import type { Prefer } from '../../calendar/date-reading.ts';
import { type FoundDate, findDates, findImpossible, type ImpossibleDate } from '../../calendar/date-text.ts';
import { formatSpan } from '../../calendar/span-text.ts';
import { readWrittenDate, writtenDate } from '../../records/written-dates.ts';
import { formWords } from '../../words/forms.ts';
import { type About, type Reading, read, refused } from '../field.ts';

const KANJI_DIGITS = '〇一二三四五六七八九';
/** 二〇二六年: digit by digit, as years are written. */
const KANJI_YEAR = new RegExp(`[${KANJI_DIGITS}]{4}(?=年)`, 'g');
/** May stand beside the days without changing them; 頃 would. */
const BESIDE = /^(現在|時点|予定|\s)*$/;

const asDigits = (year: string) => [...year].map((digit) => KANJI_DIGITS.indexOf(digit)).join('');

/** With 二〇二六年 written as 2026年. */
export const plainYears = (typed: string): string => typed.replace(KANJI_YEAR, asDigits);

/**
 * Reads one day, month, range, quarter or year (rules 3.1, 3.2) into what records hold: as typed where that names its
 * year, else with the year that was meant.
 */
export function readDate(typed: string, about: About, prefer: Prefer): Reading<string> {
  const { errors } = formWords[about.language];
  const text = plainYears(typed);
  const wrong = findImpossible(text, about.today)[0];
  if (wrong) return refused(impossibleWords(wrong, about));
  const [date, ...others] = findDates(text, about.today, { prefer });
  if (!date) return refused(errors.date);
  if (others.length > 0 || !standsAlone(text, date)) return refused(errors.dateAlone);
  const value = readWrittenDate(text) ? text : writtenDate(date);
  const doubt = dateDoubt(typed, date, about);
  return doubt ? read(value, { key: `${about.name}:${value}`, kind: 'date', words: doubt }) : read(value);
}

/** Reads as of when something holds: nothing is known of days to come. */
export function readAsOf(typed: string, about: About): Reading<string> {
  const reading = readDate(typed, about, 'latest');
  if ('error' in reading) return reading;
  const from = readWrittenDate(reading.value)?.from;
  return from && from > about.today ? refused(formWords[about.language].errors.asOfFuture) : reading;
}

/** Reads a single day to come, into YYYY-MM-DD. */
export function readDay(typed: string, about: About): Reading<string> {
  const reading = readDate(typed, about, 'next');
  if ('error' in reading) return reading;
  const span = readWrittenDate(reading.value);
  return span?.precision === 'day'
    ? { ...reading, value: span.from }
    : refused(formWords[about.language].errors.dayNeeded);
}

function standsAlone(text: string, { begin, end }: FoundDate): boolean {
  const whole = text.normalize('NFKC').toLowerCase();
  return BESIDE.test(whole.slice(0, begin)) && BESIDE.test(whole.slice(end));
}

/** What has to be asked back about a day: its year, or a weekday that is not its own. */
export function dateDoubt(typed: string, date: FoundDate, { language }: Pick<About, 'language'>): string | null {
  const { asked } = formWords[language];
  const meant = formatSpan(date, language);
  if (date.weekdayFits === false) return asked.weekday(typed, meant);
  return date.yearGiven ? null : asked.year(typed, meant);
}

/** What is said of a day that does not exist, with the one that was plainly meant. */
export function impossibleWords({ reason, meant, text }: ImpossibleDate, { language }: About): string {
  const { errors } = formWords[language];
  return errors.impossible[reason](text) + (meant ? errors.perhaps(formatSpan(meant, language)) : '');
}
