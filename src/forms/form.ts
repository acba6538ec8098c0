import type { CalendarDate } from '../calendar/calendar-date.ts';
import { reasonWords } from '../words/form-fields.ts';
import type { Language } from '../words/labels.ts';
import {
  type Definition,
  type Fields,
  type NoteWords,
  type Outcome,
  REASON,
  type Showing,
  type Stepped,
  type Values,
} from './definition.ts';
import { noteOf, overflows, sheetOf } from './drawing.ts';
import { optional } from './field.ts';
import { longText } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import { outcomeOf } from './outcome.ts';
import type { Sheet } from './sheet.ts';
import type { FormState } from './state.ts';
import type { Typed } from './typed.ts';

// A form is defined once: from its fields follow the sheet of each step, what is read from it, and what is said where
// something is wrong.

export interface Form<F extends Fields> extends Definition<F> {
  steps: readonly (readonly (keyof F & string)[])[];
  /** The state of a form that is opened with what a record says. */
  opened(state: FormState, typed: Typed): FormState;
  /** One step as it is drawn. */
  sheet(state: FormState, showing?: Showing): Sheet;
  /** A sheet without fields: what is said while the records are fetched or saved, and what became of it. */
  note(language: Language, words: NoteWords): Sheet;
  /** Reads what was typed in the step of `state`. */
  read(typed: Typed, state: FormState, today: CalendarDate): Outcome<Values<F>>;
  /** What stands in the fields for stored values. */
  typed(values: Values<F>): Typed;
}

export function defineForm<F extends Fields>(definition: Definition<F>): Form<F> {
  const steps = definition.steps ?? [Object.keys(definition.fields)];
  const fields: Fields = { [REASON]: optional(longText(reasonWords)), ...definition.fields };
  const form: Stepped<F> = { ...definition, steps, fields };
  return {
    ...definition,
    steps,
    opened: (state, typed) => ({ ...state, tooLong: tooLongIn(fields, typed), stood: stoodIn(typed) }),
    sheet: (state, showing = {}) => sheetOf(form, state, showing),
    note: (language, words) => noteOf(definition.words, language, words),
    read: (typed, state, today) => outcomeOf(form, typed, state, { today, language: state.language }),
    typed: (values) => typedOf(definition.fields, values),
  };
}

const stoodIn = (typed: Typed) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, fingerprint(JSON.stringify(value))]));

function tooLongIn(fields: Fields, typed: Typed): string[] {
  return Object.entries(fields)
    .filter(([name, field]) => overflows(field.input('ja', []), typed[name] ?? null))
    .map(([name]) => name);
}

function typedOf<F extends Fields>(fields: F, values: Values<F>): Typed {
  const named = Object.entries(fields).map(([name, field]) => {
    const value: unknown = values[name];
    return [name, value === undefined || value === null ? null : field.write(value)] as const;
  });
  return Object.fromEntries(named);
}
