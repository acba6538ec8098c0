import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { FieldWords } from '../words/form-parts.ts';
import type { Language } from '../words/labels.ts';
import type { Choice, Input } from './sheet.ts';
import type { Typed, TypedValue } from './typed.ts';

/** What a reading depends on beside the text. */
export interface About {
  today: CalendarDate;
  language: Language;
  /** The field's own name. */
  name: string;
  /** Everything typed in the form: what a day without a year means hangs on the status. */
  typed: Typed;
}

/** Something to be asked back before it is saved. */
export interface Doubt {
  /** Says what exactly was asked, so that a yes holds for this and nothing else. */
  key: string;
  kind: 'date' | 'number' | 'personal';
  words: string;
}

export type Reading<V> = { value: V; doubts: readonly Doubt[] } | { error: string };

export const read = <V>(value: V, ...doubts: Doubt[]): Reading<V> => ({ value, doubts });

export const refused = (error: string): { error: string } => ({ error });

export const isRefused = (reading: Reading<unknown>): reading is { error: string } => 'error' in reading;

/** One question of a form: how it is asked, and what is made of what was typed. */
export interface Field<V> {
  words: FieldWords;
  required: boolean;
  /** How it is filled in; `choices` come from the records where the field has none of its own. */
  input(language: Language, choices: readonly Choice[]): Input;
  /** What an optional field holds that was left empty. */
  none?: V;
  /** Reads what is not empty. */
  read(typed: TypedValue, about: About): Reading<V>;
  /** What stands in the field for a stored value: reading it again gives the same. */
  write(value: V): TypedValue;
}

/** May be left empty: then null, which takes away what was stored. */
export const optional = <V>(field: Field<V>): Field<V | null> => ({
  ...field,
  required: false,
  none: null,
  write: (value) => (value === null ? null : field.write(value)),
});

/** A list that may be left empty. */
export const optionalList = <V>(field: Field<V[]>): Field<V[]> => ({ ...field, required: false, none: [] });
