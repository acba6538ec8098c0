import { formWords } from '../words/forms.ts';
import type { Language } from '../words/labels.ts';
import {
  type Errors,
  type Fields,
  namesIn,
  type Outcome,
  REASON,
  type Reader,
  type Stepped,
  type Values,
} from './definition.ts';
import { type Doubt, type Field, isRefused } from './field.ts';
import { fingerprint } from './fingerprint.ts';
import type { FormState } from './state.ts';
import { isBlank, type Typed } from './typed.ts';

// From what was typed in a step to what becomes of it.

/** Reads a step, the last one with all before it. */
export function outcomeOf<F extends Fields>(
  form: Stepped<F>,
  typed: Typed,
  state: FormState,
  about: Reader,
): Outcome<Values<F>> {
  const isLast = state.step >= form.steps.length - 1;
  const all = { ...state.kept, ...typed };
  const here = namesIn(form, state);
  const names = isLast ? [...form.steps.slice(0, -1).flat(), ...here] : here;
  const { values, errors, doubts } = readFields(form, names, all, state, about);
  const wrong = { ...form.check?.(values as Values<F>, about, state), ...errors };
  // What earlier steps held was read when they were sent; there is no field here to say it at.
  if (Object.keys(wrong).some((name) => !here.includes(name))) throw new Error(`${form.id}: an earlier step fails`);
  if (Object.keys(wrong).length > 0) return { kind: 'errors', errors: wrong };
  const open = doubts.filter(({ key }) => !state.agreed.includes(key));
  if (open.length > 0) return asking(open, state, about.language);
  if (!isLast) {
    const kept = Object.fromEntries(here.map((name) => [name, all[name] ?? null]));
    return { kind: 'next', state: { ...state, step: state.step + 1, kept: { ...state.kept, ...kept } } };
  }
  const { [REASON]: reason = null, ...changed } = values;
  const official = doubts.some(({ kind }) => kind === 'personal');
  return { kind: 'values', values: changed as Values<F>, reason: reason as string | null, official };
}

interface Readings {
  values: Record<string, unknown>;
  errors: Errors;
  doubts: Doubt[];
}

function readFields<F extends Fields>(
  form: Stepped<F>,
  names: readonly string[],
  typed: Typed,
  state: FormState,
  about: Reader,
): Readings {
  const readings: Readings = { values: {}, errors: {}, doubts: [] };
  for (const name of names) {
    const field = form.fields[name];
    if (!field) continue;
    if (isBlank(typed[name])) readBlank(field, name, name in typed, state, readings);
    else readField(field, name, typed, state, about, readings);
  }
  return readings;
}

function readBlank(field: Field<unknown>, name: string, asked: boolean, state: FormState, to: Readings): void {
  if (state.tooLong.includes(name)) return;
  if (field.required || state.needed.includes(name)) to.errors[name] = missing(field, state.language);
  else if (asked) to.values[name] = field.none;
}

function readField(
  field: Field<unknown>,
  name: string,
  typed: Typed,
  state: FormState,
  about: Reader,
  to: Readings,
): void {
  const given = typed[name] ?? null;
  const reading = field.read(given, { ...about, name, typed });
  // What the record said before is not judged now.
  const stood = state.stood[name] === fingerprint(JSON.stringify(given));
  if (isRefused(reading)) {
    if (!stood) to.errors[name] = reading.error;
    return;
  }
  to.values[name] = reading.value;
  if (!stood) to.doubts.push(...reading.doubts.map((doubt) => labelled(doubt, field, about.language)));
}

const missing = ({ words }: Field<unknown>, language: Language): string =>
  formWords[language].errors.missing(words.label[language]);

const labelled = (doubt: Doubt, { words }: Field<unknown>, language: Language): Doubt => ({
  ...doubt,
  words: formWords[language].asked.about(words.label[language], doubt.words),
});

function asking(doubts: readonly Doubt[], state: FormState, language: Language): Outcome<never> {
  const { asked } = formWords[language];
  const official = doubts.every(({ kind }) => kind === 'personal');
  return {
    kind: 'ask',
    notices: [asked.intro, ...doubts.map(({ words }) => words)],
    submit: official ? asked.official : asked.yes,
    state: { ...state, agreed: [...state.agreed, ...doubts.map(({ key }) => key)] },
  };
}
