import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates, findImpossible } from '../../calendar/date-text.ts';
import { numeralValue } from '../../calendar/grammar/numerals.ts';
import type { ClockTime } from '../../calendar/office-time.ts';
import type { AfterEvent, ChainLink } from '../../records/planned.ts';
import { plannedErrors } from '../../words/planned-forms.ts';
import { type About, type Reading, read, refused } from '../field.ts';
import { dateDoubt, impossibleWords, plainYears, readDate } from './date.ts';
import { shortened } from './leads.ts';
import { readText } from './text.ts';
import { clockTime, TIME_IN_TEXT } from './time.ts';

/** When a report is due: a day, or so many days after an event; a month while the day is open. */
export interface Due {
  date: string | null;
  event: AfterEvent | null;
  time: ClockTime | null;
}

const AFTER = /(?:から|より|後)? ?(\d{1,4}|[一二三四五六七八九十]{1,3}) ?日(?:後|以内|を経過した日)?$/;
const LONGEST_NAME = 60;

/** Reads R8.11.20, R8.11.20 17:00, 交付決定 R8.10.1から30日後. */
export function readDue(typed: string, about: About): Reading<Due> {
  const text = plainYears(typed).normalize('NFKC').trim();
  const after = /日(?:後|以内|を経過した日)$/.test(text) ? AFTER.exec(text) : null;
  if (after) return afterEvent(text.slice(0, after.index), numeralValue(after[1] ?? ''), about);
  const time = TIME_IN_TEXT.exec(text);
  const day = time ? `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}` : text;
  const date = readDate(day.replace(/(?:まで|必着|締切)\s*$/, '').trim(), about, 'next');
  if ('error' in date) return date;
  const at = time ? clockTime(time[0]) : null;
  return time && at === null
    ? refused(plannedErrors[about.language].time)
    : { ...date, value: { date: date.value, event: null, time: at } };
}

function afterEvent(text: string, daysAfter: number, about: About): Reading<Due> {
  const errors = plannedErrors[about.language];
  const wrong = findImpossible(text, about.today)[0];
  if (wrong) return refused(impossibleWords(wrong, about));
  const [date, ...others] = findDates(text, about.today, { prefer: 'latest' });
  if (date?.precision !== 'day' || others.length > 0 || daysAfter > 3_660) return refused(errors.due);
  const name = `${text.slice(0, date.begin)} ${text.slice(date.end)}`.replace(/[()]|の?(?:日|から|より)$/g, '').trim();
  const named = readText(name, { most: LONGEST_NAME }, about);
  if ('error' in named) return named;
  const words = dateDoubt(date.text, date, about);
  const doubt = words ? [{ key: `${about.name}:${date.from}`, kind: 'date' as const, words }] : [];
  const event = { name: name === '' ? null : name, day: date.from, daysAfter };
  return read({ date: null, event, time: null }, ...named.doubts, ...doubt);
}

/** As it stands in a field. */
export const writeDue = ({ date, event, time }: Due): string =>
  event
    ? `${event.name ? `${event.name} ` : ''}${western(event.day)}から${event.daysAfter}日後`
    : [date, time].filter(Boolean).join(' ');

const western = (day: CalendarDate) => day.replaceAll('-', '/');

const STEP = /^(.+?)[ :(]*(\d{1,3}) ?(?:開庁日|営業日|日)?前?\)?$/;

/** Reads 委託先 5, 起案 3, 決裁 1: each step with its business days before the next one. */
export function readChain(typed: string, about: About): Reading<ChainLink[]> {
  const whole = readText(typed, { most: 300 }, about);
  if ('error' in whole) return whole;
  const links: ChainLink[] = [];
  for (const piece of typed.normalize('NFKC').split(/[,、→\n]/)) {
    if (piece.trim() === '') continue;
    const [, name, days] = STEP.exec(piece.trim()) ?? [];
    if (name === undefined || Number(days) > 366)
      return refused(plannedErrors[about.language].chain(shortened(piece.trim())));
    links.push({ name: name.trim(), businessDaysBefore: Number(days) });
  }
  return { ...whole, value: links };
}

export const writeChain = (links: readonly ChainLink[]): string =>
  links.map(({ name, businessDaysBefore }) => `${name} ${businessDaysBefore}`).join(', ');
