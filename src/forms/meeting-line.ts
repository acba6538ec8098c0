import type { CalendarDate } from '../calendar/calendar-date.ts';
import { findDates } from '../calendar/date-text.ts';
import { findRhythm } from '../schedule/read-rhythm.ts';
import { TIME_IN_TEXT } from './readings/time.ts';
import type { Typed } from './typed.ts';

// The line after `/tonari-meeting`: 事例検討会 6/30 19:00 中央公民館. It fills the form, or says what becomes of a meeting.

const ACTIONS = [
  ['cancel', /中止|\bcancel(?:led)?\b/i],
  ['postpone', /延期(?:\(日程未定\))?|\bpostponed?\b/i],
  ['in-writing', /書面(?:開催)?/],
  ['held', /開催済み?|開催した/],
  ['move', /に?(?:日程変更|変更|移動)|\bmoved?\b/i],
] as const;
export type MeetingAction = (typeof ACTIONS)[number][0];

export interface MeetingLine {
  /** What is to become of a meeting that stands already; null where none is said. */
  action: MeetingAction | null;
  title: string;
  areaIds: string[];
  /** The days that are named. */
  days: CalendarDate[];
  /** What fills the form, still as it was typed. */
  typed: Typed;
}

interface NamedArea {
  id: string;
  names: readonly string[];
}

const LEADS =
  /(?:\d{1,3} ?(?:開庁日|営業日|日|週間)前|当日)(?:[、,・ ]+(?:\d{1,3} ?(?:開庁日|営業日|日|週間)前|当日))*/;
const END_OF_TIME = /^(?:から|[~〜-])? ?\d{1,2}(?::\d{2}|時(?:\d{1,2}分)?)(?:まで)?/;

/** Reads the line; what is no date, time or area is the title and then the venue. */
export function readMeetingLine(line: string, areas: readonly NamedArea[], today: CalendarDate): MeetingLine {
  let text = line.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const cut = (from: number, length: number): void => {
    text = `${text.slice(0, from)} ${text.slice(from + length)}`;
  };
  const take = (pattern: RegExp): string | null => {
    const match = pattern.exec(text);
    if (match) cut(match.index, match[0].length);
    return match?.[0].trim() ?? null;
  };
  const action = ACTIONS.find(([, pattern]) => pattern.test(text));
  if (action) take(action[1]);
  const leads = take(LEADS);
  const time = takeTime();
  const rhythm = findRhythm(text.toLowerCase())?.said.trim() ?? null;
  if (rhythm !== null) cut(text.toLowerCase().indexOf(rhythm), rhythm.length);
  const dates = findDates(text, today);
  const said = dates.map(({ begin, end }) => {
    const after = /^ ?(?:から|まで|以降)/.exec(text.slice(end))?.[0] ?? '';
    return { begin, length: end - begin + after.length, text: text.slice(begin, end) + after };
  });
  for (const { begin, length } of [...said].reverse()) cut(begin, length);
  const words = text
    .split(/[\s、,]+/)
    .map((word) => word.replace(/^[はがをにでの@]+|[はがをにで]+$/g, ''))
    .filter((word) => word !== '');
  const areaIds = [...new Set(words.flatMap((word) => areaOf(word)))];
  const [title = '', ...rest] = words.filter((word) => areaOf(word).length === 0);
  const when = [...(rhythm === null ? [] : [rhythm]), ...said.map((date) => date.text)].join(' ');
  const typed = { title, when, time, location: rest.join(' ').replace(/^会場[::]?/, ''), leads };
  return {
    action: action?.[0] ?? null,
    title,
    areaIds,
    days: dates.filter(({ precision }) => precision === 'day').map(({ from }) => from),
    typed: Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null && value !== '')),
  };

  function takeTime(): string | null {
    const match = TIME_IN_TEXT.exec(text);
    if (!match) return null;
    const end = END_OF_TIME.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    cut(match.index, match[0].length + end.length);
    return match[0].replace(/(?:から|より|開始|[~〜])$/, '').trim();
  }

  function areaOf(word: string): string[] {
    return areas.filter(({ names }) => names.includes(word)).map(({ id }) => id);
  }
}
