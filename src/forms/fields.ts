import type { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Prefer } from '../calendar/date-reading.ts';
import type { ClockTime } from '../calendar/office-time.ts';
import type { YearEnd } from '../records/closed-days.ts';
import type { LeadTime } from '../records/lead-time.ts';
import type { ChainLink } from '../records/planned.ts';
import type { HearingSlot } from '../records/survey-round.ts';
import type { FiscalYearLabel } from '../records/vocabulary.ts';
import type { FieldWords } from '../words/form-parts.ts';
import { formWords } from '../words/forms.ts';
import type { Language } from '../words/labels.ts';
import { type About, type Field, type Reading, read, refused } from './field.ts';
import {
  readDays,
  readYearEnd,
  readYearlyDays,
  writeDays,
  writeYearEnd,
  writeYearlyDays,
} from './readings/closed-days.ts';
import { readAsOf, readDate, readDay } from './readings/date.ts';
import { type Due, readChain, readDue, writeChain, writeDue } from './readings/due.ts';
import { type FileRules, readFiles } from './readings/files.ts';
import { readFiscalYear } from './readings/fiscal-year.ts';
import { readLeads, readOfficeLeads, writeLeads } from './readings/leads.ts';
import { type Figure, type NumberRules, readFigure, readNumber, readRating, writeFigure } from './readings/number.ts';
import { readSlots, writeSlots } from './readings/slots.ts';
import { readStatements, type StatementLine, writeStatements } from './readings/statements.ts';
import { readLink, readText, type TextRules } from './readings/text.ts';
import { readTime } from './readings/time.ts';
import { readWhen, type When } from './readings/when.ts';
import type { Input } from './sheet.ts';
import { type ChosenFile, idsOf, type Typed, textOf } from './typed.ts';

// The kinds of fields. Each is required; `optional` makes it one that may be left empty.

const LINE = 150;
/** What Slack takes in one input. */
const LONGEST = 3_000;
/** Days, numbers and years as text: long enough for every way to write them. */
const SHORT = 60;

const typedField = <V>(
  words: FieldWords,
  input: Input,
  readIt: (text: string, about: About) => Reading<V>,
  write: (value: V) => string,
): Field<V> => ({
  words,
  required: true,
  input: () => input,
  read: (typed, about) => readIt(textOf(typed), about),
  write,
});

const asIs = (text: string) => text;

/** One line. */
export const shortText = (words: FieldWords, rules: Partial<TextRules> = {}): Field<string> => {
  const all = { most: LINE, ...rules };
  return typedField(words, { kind: 'line', most: all.most }, (text, about) => readText(text, all, about), asIs);
};

/** Several lines, as long as Slack takes. */
export const longText = (words: FieldWords): Field<string> =>
  typedField(words, { kind: 'lines', most: LONGEST }, (text, about) => readText(text, { most: LONGEST }, about), asIs);

/** Text that is taken whatever it says. */
export const rawText = (words: FieldWords): Field<string> =>
  typedField(words, { kind: 'lines', most: LONGEST }, (text) => read(text), asIs);

/** One statement of a survey's cell a line. */
export const statementLines = (words: FieldWords): Field<StatementLine[]> =>
  typedField(
    words,
    { kind: 'lines', most: LONGEST },
    (text, about) => readStatements(text, LONGEST, about),
    writeStatements,
  );

/** A figure of an indicator: a number, or 中止. */
export const figure = (words: FieldWords): Field<Figure> =>
  typedField(words, { kind: 'line', most: SHORT }, readFigure, writeFigure);

/** Days as exact as they are known. `prefer` says which year is meant where none was written. */
export const dateText = (words: FieldWords, prefer: (typed: Typed) => Prefer): Field<string> =>
  typedField(
    words,
    { kind: 'line', most: SHORT },
    (text, about) => readDate(text.trim(), about, prefer(about.typed)),
    asIs,
  );

/** As of when something holds (時点): up to today. */
export const asOfText = (words: FieldWords): Field<string> =>
  typedField(words, { kind: 'line', most: SHORT }, (text, about) => readAsOf(text.trim(), about), asIs);

/** A single day, as YYYY-MM-DD. */
export const dayText = (words: FieldWords): Field<string> =>
  typedField(words, { kind: 'line', most: SHORT }, (text, about) => readDay(text.trim(), about), asIs);

/** Days and periods, one a line. */
export const dayLines = (words: FieldWords): Field<CalendarDate[]> =>
  typedField(words, { kind: 'lines', most: LONGEST }, readDays, writeDays);

/** Days of every year and periods of them, one a line. */
export const yearlyDayLines = (words: FieldWords): Field<string[]> =>
  typedField(words, { kind: 'lines', most: LONGEST }, readYearlyDays, writeYearlyDays);

/** When an office is closed at the turn of the year. */
export const turnOfYear = (words: FieldWords): Field<NonNullable<YearEnd>> =>
  typedField(words, { kind: 'line', most: SHORT }, readYearEnd, writeYearEnd);

/** R8, 令和8年度, 2026年度. */
export const fiscalYear = (words: FieldWords): Field<FiscalYearLabel> =>
  typedField(words, { kind: 'line', most: SHORT }, readFiscalYear, (label) => `${label}年度`);

/** A time of day in office time. */
export const timeText = (words: FieldWords): Field<ClockTime> =>
  typedField(words, { kind: 'line', most: SHORT }, readTime, asIs);

/** A day, several, or a rhythm. */
export const whenText = (words: FieldWords): Field<When> =>
  typedField(words, { kind: 'line', most: LONGEST }, readWhen, ({ text }) => text);

/** How long ahead reminders go out. */
export const leadTimes = (words: FieldWords): Field<LeadTime[]> =>
  typedField(words, { kind: 'line', most: LINE }, readLeads, writeLeads);

/** The same as an office has them: numbers alone are business days. */
export const officeLeadTimes = (words: FieldWords): Field<LeadTime[]> =>
  typedField(words, { kind: 'line', most: LINE }, readOfficeLeads, writeLeads);

/** When a report is due. */
export const dueText = (words: FieldWords): Field<Due> =>
  typedField(words, { kind: 'line', most: LINE }, readDue, writeDue);

/** When hearings may be held, one a line. */
export const hearingSlots = (words: FieldWords): Field<HearingSlot[]> =>
  typedField(words, { kind: 'lines', most: LONGEST }, readSlots, writeSlots);

/** The steps before a due day. */
export const chainText = (words: FieldWords): Field<ChainLink[]> =>
  typedField(words, { kind: 'line', most: LINE }, readChain, writeChain);

export const numberText = (words: FieldWords, rules: NumberRules): Field<number> =>
  typedField(words, { kind: 'line', most: SHORT }, (text, about) => readNumber(text, rules, about), String);

export const rating = (words: FieldWords): Field<number> =>
  typedField(words, { kind: 'line', most: SHORT }, readRating, (value) => value.toFixed(1));

export const link = (words: FieldWords): Field<string> =>
  typedField(
    words,
    { kind: 'line', most: LONGEST },
    (text, about) => readLink(text.trim(), { most: LONGEST }, about),
    asIs,
  );

/** Several short names, one a line. */
export const nameLines = (words: FieldWords): Field<string[]> =>
  typedField(
    words,
    { kind: 'lines', most: LONGEST },
    (text, about) => {
      const whole = readText(text, { most: LONGEST }, about);
      return 'error' in whole ? whole : { ...whole, value: linesOf(whole.value) };
    },
    (lines) => lines.join('\n'),
  );

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/* ---- chosen, not typed ---- */

/** Its own choices: the values of a vocabulary, with their words. */
type Labels<V extends string> = Readonly<Record<V, Record<Language, string>>>;

const choicesOf = <V extends string>(values: readonly V[], labels: Labels<V>, language: Language) =>
  values.map((value) => ({ value, label: labels[value][language] }));

const oneOf =
  (kind: 'one' | 'radio') =>
  <V extends string>(
    words: FieldWords,
    vocabulary: z.ZodType<V>,
    values: readonly V[],
    labels: Labels<V>,
  ): Field<V> => ({
    words,
    required: true,
    input: (language) => ({ kind, choices: choicesOf(values, labels, language) }),
    read: (typed, about) => chosen(vocabulary.safeParse(typed), about),
    write: asIs,
  });

const someOf =
  (kind: 'some' | 'checks') =>
  <V extends string>(
    words: FieldWords,
    vocabulary: z.ZodType<V>,
    values: readonly V[],
    labels: Labels<V>,
  ): Field<V[]> => ({
    words,
    required: true,
    input: (language) => ({ kind, choices: choicesOf(values, labels, language) }),
    read: (typed, about) => chosen(vocabulary.array().safeParse(typed), about),
    write: (values) => [...values],
  });

/** A list that opens, for more than a few choices. */
export const select = oneOf('one');
/** All choices in sight. */
export const radio = oneOf('radio');
export const multiSelect = someOf('some');
export const checkboxes = someOf('checks');

/** What Slack sent is no choice of ours only if somebody made it up. */
const chosen = <V>(parsed: { success: true; data: V } | { success: false }, { language }: About): Reading<V> =>
  parsed.success ? read(parsed.data) : refused(formWords[language].errors.choice);

const id = (words: FieldWords, input: Field<string>['input']): Field<string> => ({
  words,
  required: true,
  input,
  read: (typed) => read(textOf(typed)),
  write: asIs,
});

const ids = (words: FieldWords, input: Field<string[]>['input']): Field<string[]> => ({
  words,
  required: true,
  input,
  read: (typed) => read(idsOf(typed)),
  write: (values) => [...values],
});

/** One record of few, given when the form is drawn. Whether it exists is for the records to say. */
export const choice = (words: FieldWords) => id(words, (_, choices) => ({ kind: 'one', choices }));
/** One record of many, looked for while one types. */
export const search = (words: FieldWords) => id(words, (_, known) => ({ kind: 'search', known }));
export const person = (words: FieldWords) => id(words, () => ({ kind: 'person' }));
export const channel = (words: FieldWords) => id(words, () => ({ kind: 'channel' }));
/** One or several of few: the areas that a record belongs to. */
export const choices = (words: FieldWords) => ids(words, (_, given) => ({ kind: 'some', choices: given }));

/**
 * One or several files: what they are called and where they are fetched; `Voice.fetchFile` brings what is in them. Belongs
 * into the last step, as what earlier steps hold must find room in the form's state. Slack never fills it beforehand.
 */
export const files = (words: FieldWords, rules: FileRules): Field<ChosenFile[]> => ({
  words,
  required: true,
  input: () => ({ kind: 'files', ...rules }),
  read: (typed, about) => readFiles(typed, rules, about),
  write: (values) => [...values],
});
