import { addDays, type CalendarDate, type Weekday, weekdayOf } from '../../calendar/calendar-date.ts';
import { type FoundDate, findDates, findImpossible } from '../../calendar/date-text.ts';
import { fiscalYearOf, fiscalYearRange, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { Recurrence } from '../../records/recurrence.ts';
import { findRhythm } from '../../schedule/read-rhythm.ts';
import { plannedErrors } from '../../words/planned-forms.ts';
import { type About, type Doubt, type Reading, read, refused } from '../field.ts';
import { dateDoubt, impossibleWords, plainYears } from './date.ts';

/** When something is held, as it was written. */
export interface When {
  text: string;
  recurrence: Recurrence;
  /** Null: from today, or from the beginning of the fiscal year that the form names. */
  from: CalendarDate | null;
  until: CalendarDate | null;
  /** Of weeks: on which weekday. */
  weekday: Weekday | null;
}

/** What may stand around dates without meaning anything. */
const BESIDE =
  /から|まで|より|以降|以後|開催|開始|予定|[(]?日程は?未定[)]?|[、,;・\s~〜と及びのに()]|\b(?:and|from|until|till|to|on|starting)\b/g;

/** Reads a day, several, or a rhythm with its first and last day (rules 7.1). */
export function readWhen(typed: string, about: About): Reading<When> {
  const text = plainYears(typed).normalize('NFKC').toLowerCase();
  const rhythm = findRhythm(text);
  const rest = rhythm?.rest ?? text;
  const wrong = findImpossible(rest, about.today)[0];
  if (wrong) return refused(impossibleWords(wrong, about));
  const dates = findDates(rest, about.today);
  if (withoutDates(rest, dates) !== '') return refused(plannedErrors[about.language].when);
  const said = rhythm ? withRhythm(rhythm, rest, dates, about) : listed(dates, about);
  if ('error' in said) return said;
  return read({ text: typed, ...said.value }, ...doubtsOf(dates, about));
}

function withoutDates(text: string, dates: readonly FoundDate[]): string {
  let rest = text;
  for (const { begin, end } of [...dates].reverse()) rest = `${rest.slice(0, begin)} ${rest.slice(end)}`;
  return rest.replace(BESIDE, '');
}

const doubtsOf = (dates: readonly FoundDate[], about: About): Doubt[] =>
  dates.flatMap((date) => {
    const words = dateDoubt(date.text, date, about);
    return words ? [{ key: `${about.name}:${date.from}`, kind: 'date' as const, words }] : [];
  });

type Said = Reading<Omit<When, 'text'>>;

const aDay = ({ precision }: FoundDate) => precision === 'day';

function listed(dates: readonly FoundDate[], { language }: About): Said {
  if (dates.length === 0) return refused(plannedErrors[language].when);
  if (!dates.every(aDay)) return refused(plannedErrors[language].daysNeeded);
  const days = [...new Set(dates.map(({ from }) => from))].sort();
  return read({ recurrence: { rhythm: 'dates', days }, ...spanOf(days), weekday: null });
}

/** A list that goes on into another fiscal year says so by itself. */
function spanOf(days: readonly CalendarDate[]): Pick<When, 'from' | 'until'> {
  const [from = null, last = null] = [days[0], days.at(-1)];
  const goesOn = from !== null && last !== null && fiscalYearOf(from) !== fiscalYearOf(last);
  return { from, until: goesOn ? last : null };
}

function withRhythm(
  { recurrence, weekday }: { recurrence: Recurrence; weekday: Weekday | null },
  text: string,
  dates: readonly FoundDate[],
  { language, today }: About,
): Said {
  const errors = plannedErrors[language];
  if (recurrence.rhythm === 'times-a-year') {
    if (!dates.every(aDay)) return refused(errors.daysNeeded);
    const days = [...new Set(dates.map(({ from }) => from))].sort();
    if (days.length > recurrence.times) return refused(errors.tooManyDays(recurrence.times, days.length));
    return read({ recurrence: { ...recurrence, days }, from: days[0] ?? null, until: null, weekday: null });
  }
  const { from, until } = endsOf(text, dates, today);
  const startsNowhere = from === null && (recurrence.rhythm === 'years' || isWeeksAlone(recurrence, weekday));
  if (startsNowhere || dates.length > 2) return refused(errors.firstDay);
  if (recurrence.rhythm === 'years' && !dates.some(aDay)) return refused(errors.firstDay);
  if (from !== null && until !== null && until < from) return refused(errors.endsEarlier);
  return read({ recurrence, from, until, weekday });
}

const isWeeksAlone = ({ rhythm }: Recurrence, weekday: Weekday | null) => rhythm === 'weeks' && weekday === null;

/** The first and the last day of a rhythm: 12月から, 3月まで, 4月〜9月, 令和9年度. */
function endsOf(text: string, dates: readonly FoundDate[], today: CalendarDate): Pick<When, 'from' | 'until'> {
  const ends: Pick<When, 'from' | 'until'> = { from: null, until: null };
  for (const { precision, from, to, begin, end } of dates) {
    if (precision === 'fiscal-year') ends.from = from < today && today <= to ? today : from;
    else if (precision === 'range') Object.assign(ends, { from, until: to });
    else if (/^ ?まで/.test(text.slice(end)) || /\b(?:until|till|to) $/.test(text.slice(0, begin))) ends.until = to;
    else ends.from = from;
  }
  return ends;
}

/** The first day of what was written, in the fiscal year that the form names where the text says none. */
export function firstDay({ from, weekday }: When, fiscalYear: string | null, today: CalendarDate): CalendarDate {
  const named = fiscalYear === null ? null : parseFiscalYearLabel(fiscalYear);
  const year = named ?? fiscalYearOf(today);
  const first = from ?? (year === fiscalYearOf(today) ? today : fiscalYearRange(year).from);
  return weekday === null ? first : addDays(first, (weekday - weekdayOf(first) + 7) % 7);
}
