import type { FieldsOf } from '../records/changes.ts';
import { ValueKind } from '../records/vocabulary.ts';
import { addIndicatorWords, chooseIndicatorWords, figuresWords } from '../words/form-fields.ts';
import type { FieldWords } from '../words/form-parts.ts';
import { formWords } from '../words/forms.ts';
import { valueKindWords } from '../words/labels.ts';
import type { Errors, Reader } from './definition.ts';
import { optional, optionalList } from './field.ts';
import { asOfText, checkboxes, choice, figure, fiscalYear, longText, search, shortText } from './fields.ts';
import { defineForm } from './form.ts';
import { type Figure, writeFigure } from './readings/number.ts';
import type { FormState } from './state.ts';
import { sceneField } from './update.ts';

/** Which indicator, and of which year. */
export const chooseIndicatorForm = defineForm({
  id: 'indicator-choose',
  words: chooseIndicatorWords,
  fields: {
    indicator: search(chooseIndicatorWords.fields.indicator),
    fiscalYear: fiscalYear(chooseIndicatorWords.fields.fiscalYear),
  },
});

export const addIndicatorForm = defineForm({
  id: 'indicator-add',
  words: addIndicatorWords,
  fields: {
    areaId: choice(addIndicatorWords.fields.areaId),
    title: shortText(addIndicatorWords.fields.title),
    measure: shortText(addIndicatorWords.fields.measure),
    // A figure without a unit has an empty one.
    unit: { ...shortText(addIndicatorWords.fields.unit), required: false, none: '' },
    scene: optional(sceneField(addIndicatorWords.fields.scene)),
  },
});

const figureField = (words: FieldWords) => optional(figure(words));

/** All figures of a year side by side; entering one never changes the others (rule 6.1). */
export const figuresForm = defineForm({
  id: 'figures',
  words: figuresWords,
  fields: {
    planned: figureField(figuresWords.fields.planned),
    actual: figureField(figuresWords.fields.actual),
    forecast: figureField(figuresWords.fields.forecast),
    partial: figureField(figuresWords.fields.partial),
    asOf: optional(asOfText(figuresWords.fields.asOf)),
    note: optional(longText(figuresWords.fields.note)),
    noteFor: optionalList(checkboxes(figuresWords.fields.noteFor, ValueKind, ValueKind.options, valueKindWords)),
  },
  check: checkNote,
});

/** What a year holds: by kind, as far as there is a value. */
export type Figures = Partial<Record<ValueKind, Pick<FieldsOf<'value'>, 'value' | 'state' | 'note' | 'asOf'>>>;

type FigureValues = Partial<Record<ValueKind, Figure | null>> & {
  asOf?: string | null;
  note?: string | null;
  noteFor?: ValueKind[];
};

/** What the form was opened with, to be kept in its state's `about`. */
export const figuresAbout = (figures: Figures): Record<ValueKind, string> => {
  const shown = (kind: ValueKind) => (figures[kind] ? writeFigure(figures[kind]) : '');
  return { planned: shown('planned'), actual: shown('actual'), forecast: shown('forecast'), partial: shown('partial') };
};

/** A note belongs to the values that were changed, or to those that it is said to belong to: never to one by guess. */
function checkNote(values: FigureValues, { language }: Reader, { about }: FormState): Errors {
  const changed = ValueKind.options.some(
    (kind) => values[kind] !== undefined && writeFigure(values[kind] ?? NO_FIGURE) !== (about[kind] ?? ''),
  );
  const said = Boolean(values.asOf || values.note);
  return said && !changed && !values.noteFor?.length ? { noteFor: formWords[language].errors.noteFor } : {};
}

const NO_FIGURE: Figure = { value: null, state: null };
const figureOf = ({ value, state }: Figure = NO_FIGURE): Figure => ({ value, state });

/** By kind, what the form changes of a year's figures; kinds that stay as they were are not in it. */
export function figureChanges({ asOf, note, noteFor = [], ...values }: FigureValues, former: Figures): Figures {
  const changes: Figures = {};
  for (const kind of ValueKind.options) {
    const before = former[kind];
    const now = figureOf((values[kind] === undefined ? before : values[kind]) ?? undefined);
    const figureChanged = now.value !== (before?.value ?? null) || now.state !== (before?.state ?? null);
    const noted = noteFor.length > 0 ? noteFor.includes(kind) : figureChanged;
    if (!figureChanged && !noted) continue;
    // A corrected value leaves its old note behind, in the history.
    const kept = figureChanged ? undefined : before;
    changes[kind] = {
      ...now,
      note: (noted ? note : null) ?? kept?.note ?? null,
      asOf: (noted ? asOf : null) ?? kept?.asOf ?? null,
    };
  }
  return changes;
}
