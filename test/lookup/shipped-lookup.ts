import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { Answer } from '../../src/lookup/answer.ts';
import type { Turn } from '../../src/lookup/conversation.ts';
import { Lookup } from '../../src/lookup/lookup.ts';
import { plainText } from '../../src/lookup/plain-text.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';

export const TODAY = '2026-11-21' as CalendarDate;
export const HOME = 29;

/** What a person sees of an answer, in the words that the tests speak. */
export interface Told {
  answer: Answer;
  turn: Turn;
  /** The official names of the areas that are the answer. */
  areas: string[];
  /** The whole answer as it is copied out. */
  text: string;
}

/** The shipped records, asked through the front door. */
export async function openShippedLookup() {
  const lookup = new Lookup(await readShippedRecords(), { homePrefecture: '三重県' });
  const nameOf = (id: string): string => lookup.dictionary.areas.get(id)?.name ?? id;
  const told = (turn: Turn): Told => ({
    answer: turn.answer,
    turn,
    areas: turn.answer.areas.map(nameOf),
    text: plainText(turn.answer),
  });
  /** Asks the questions of one conversation in order and tells the answer to the last. */
  const ask = (...questions: string[]): Told => {
    const [first = '', ...rest] = questions;
    return told(rest.reduce((turn, question) => lookup.ask(question, turn, TODAY), lookup.ask(first, null, TODAY)));
  };
  const askOn = (today: string, question: string): Told => told(lookup.ask(question, null, today as CalendarDate));
  /** Asks again without the slots of these keys. */
  const askWithout = (question: string, ...dropped: string[]): Told =>
    told(lookup.ask(question, null, TODAY, new Set(dropped)));
  return { lookup, nameOf, ask, askOn, askWithout };
}

export type ShippedLookup = Awaited<ReturnType<typeof openShippedLookup>>;

export interface Counts {
  total: number;
  doing: number;
  planned: number | null;
  none: number | null;
  silent: number | null;
}

const JA = /(\d+)市町のうち(\d+)市町です。(?:（予定・検討中 (\d+)、なし (\d+)、記載なし (\d+)）)?/;
const EN = /(\d+) of (\d+) municipalities\.(?: \(planned or considered (\d+), none (\d+), not stated (\d+)\))?/;

/** The counts in a headline; null where it gives none. */
export function countsIn(headline: string): Counts | null {
  const ja = headline.match(JA);
  const en = headline.match(EN);
  const found = ja ?? en;
  if (!found) return null;
  const number = (group: string | undefined) => (group === undefined ? null : Number(group));
  const [first, second] = [Number(found[1]), Number(found[2])];
  return {
    total: ja ? first : second,
    doing: ja ? second : first,
    planned: number(found[3]),
    none: number(found[4]),
    silent: number(found[5]),
  };
}

/** The names that stand in the rows of a group; `null` is the group without a title. */
export const namesIn = (answer: Answer, title: string | null): string[] =>
  answer.groups.filter((group) => group.title === title).flatMap((group) => group.rows.flatMap((row) => row.areas));
