import type { FieldWords, FormTitle } from '../words/form-parts.ts';
import { formWords } from '../words/forms.ts';
import type { Language } from '../words/labels.ts';
import { type Fields, type NoteWords, namesIn, type Showing, type Stepped } from './definition.ts';
import type { Field } from './field.ts';
import type { Input, InputPart, Part, Sheet } from './sheet.ts';
import type { FormState } from './state.ts';
import type { TypedValue } from './typed.ts';

// From a form to the sheet of one of its steps.

/** Whether a stored text finds no room in its input. */
export const overflows = (input: Input, typed: TypedValue): boolean =>
  'most' in input && typeof typed === 'string' && typed.length > input.most;

/** One step. Where there is nothing to choose from for what must be chosen, that is said, and there is nothing to send. */
export function sheetOf<F extends Fields>(form: Stepped<F>, state: FormState, showing: Showing): Sheet {
  const { language } = state;
  const words = formWords[language];
  const names = namesIn(form, state);
  const isLast = state.step >= form.steps.length - 1;
  const stuck = names.filter((name) => form.fields[name]?.required && hasNoChoice(form, name, state, showing));
  const notices = (showing.notices ?? []).map((text): Part => ({ kind: 'notice', text }));
  return {
    title: form.words.title[language],
    submit: stuck.length > 0 ? null : (showing.submit ?? (isLast ? form.words.submit[language] : words.next)),
    close: words.close,
    parts: [
      ...notices,
      ...(showing.before ?? []),
      ...(stuck.length > 0 ? stuck : names).flatMap((name) => fieldParts(form, name, state, showing)),
      ...(showing.after ?? []),
    ],
    state,
  };
}

function hasNoChoice<F extends Fields>(
  form: Stepped<F>,
  name: string,
  { language }: FormState,
  { choices }: Showing,
): boolean {
  const input = form.fields[name]?.input(language, choices?.[name] ?? []);
  return input !== undefined && 'choices' in input && input.choices.length === 0;
}

/** Words alone. */
export function noteOf({ title }: FormTitle, language: Language, note: NoteWords): Sheet {
  const words = formWords[language];
  const parts: readonly Part[] = typeof note === 'string' ? [{ kind: 'said', text: words[note] }] : note;
  return { title: title[language], submit: null, close: words.close, parts, state: null };
}

function fieldParts<F extends Fields>(form: Stepped<F>, name: string, state: FormState, showing: Showing): Part[] {
  const field = form.fields[name];
  if (!field) return [];
  const { language } = state;
  const words = formWords[language];
  const input = field.input(language, showing.choices?.[name] ?? []);
  const typed = showing.typed?.[name] ?? null;
  const label = field.words.label[language];
  if (hasNoChoice(form, name, state, showing)) return [{ kind: 'said', text: words.noChoices(label) }];
  const isStored = overflows(input, typed);
  const rest = inputPart(name, field, input, isStored ? null : typed, state);
  if (!isStored && !state.tooLong.includes(name)) return [rest];
  const text = isStored ? String(typed) : null;
  return [{ kind: 'long', name, intro: words.tooLong(label), text, read: words.readAll, of: state }, rest];
}

function inputPart(
  name: string,
  field: Field<unknown>,
  input: Input,
  initial: TypedValue,
  { language, needed, tooLong }: FormState,
): InputPart {
  const words = formWords[language];
  const required = (field.required || needed.includes(name)) && !tooLong.includes(name);
  return {
    kind: 'input',
    name,
    label: words.label(field.words.label[language], required),
    ...hintOf(field.words, language),
    required,
    input,
    initial,
  };
}

const hintOf = ({ hint, example }: FieldWords, language: Language) => ({
  ...(hint ? { hint: hint[language] } : {}),
  ...(example ? { example: example[language] } : {}),
});
