import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { FormTitle } from '../words/form-parts.ts';
import type { Language } from '../words/labels.ts';
import type { Field } from './field.ts';
import type { Choice, Part } from './sheet.ts';
import type { FormState } from './state.ts';
import type { Typed } from './typed.ts';

// What a form is made of, what it shows and what comes of it.

export type Fields = Record<string, Field<unknown>>;

type ValueOf<F> = F extends Field<infer V> ? V : never;

/** What was read. A field that is missing stays as it was stored: it was not asked, or is too long for an input. */
export type Values<F extends Fields> = { [Name in keyof F]?: ValueOf<F[Name]> };

/** By field: what is wrong and how to mend it. */
export type Errors = Record<string, string>;

export type Outcome<V> =
  | { kind: 'errors'; errors: Errors }
  /** To be asked back: draw the sheet again with `state` and these notices; its submit says yes. */
  | { kind: 'ask'; notices: string[]; submit: string; state: FormState }
  /** The next step, with what was typed so far in `state`. */
  | { kind: 'next'; state: FormState }
  /** What to change, why, and whether the person said that numbers like personal ones are official. */
  | { kind: 'values'; values: Omit<V, 'reason'>; reason: string | null; official: boolean };

/** What fields are read with together. */
export interface Reader {
  today: CalendarDate;
  language: Language;
}

export interface Definition<F extends Fields> {
  /** `update`: the view's `callback_id` is made of it. */
  id: string;
  words: FormTitle;
  fields: F;
  /** Which fields stand in which step; without it all stand in one. Long texts belong into the last one. */
  steps?: readonly (readonly (keyof F & string)[])[];
  /** What is said while it works on what was sent; without it that it is saved. */
  working?: 'loading' | 'reading';
  /** What fields of one step say together: a day and its fiscal year. */
  check?: (values: Values<F>, about: Reader, state: FormState) => Errors;
}

/** What a sheet shows beside its fields. */
export interface Showing {
  typed?: Typed;
  /** By field: what can be chosen, or the labels of what was. */
  choices?: Readonly<Record<string, readonly Choice[]>>;
  /** What is to be read first. */
  notices?: readonly string[];
  /** Between the notices and the fields: how the record stands, earlier years. */
  before?: readonly Part[];
  after?: readonly Part[];
  /** Another word on the submit button: that of `ask`. */
  submit?: string;
}

/** What a note says: one of the usual things, or these lines. */
export type NoteWords = 'loading' | 'saving' | 'reading' | readonly Part[];

/** Why something is changed: any form may have to ask, some always do. */
export const REASON = 'reason';

/** A form whose steps are known, with the reason among its fields. */
export interface Stepped<F extends Fields> extends Omit<Definition<F>, 'fields' | 'steps'> {
  fields: Fields;
  steps: readonly (readonly string[])[];
}

/** The fields of a step, with what this time must be asked beside them. */
export function namesIn<F extends Fields>({ steps }: Stepped<F>, { step, needed }: FormState): string[] {
  const names = steps[step] ?? [];
  const known = steps.flat();
  return step < steps.length - 1 ? [...names] : [...names, ...needed.filter((name) => !known.includes(name))];
}
