import { z } from 'zod';
import type { FieldsOf } from '../records/changes.ts';
import { HubMode, Stated, SURVEY_COLUMNS } from '../records/vocabulary.ts';
import { statedWords } from '../words/form-choices.ts';
import { answerWords, chooseAnswerWords, hubWords, planWords } from '../words/form-fields.ts';
import { formWords } from '../words/forms.ts';
import { facetWords, modeWords } from '../words/labels.ts';
import type { Errors, Reader } from './definition.ts';
import { optional } from './field.ts';
import { asOfText, choices, longText, radio, select, shortText, statementLines } from './fields.ts';
import { defineForm } from './form.ts';
import { type StatementLine, statementsFrom } from './readings/statements.ts';
import { sceneField } from './update.ts';

/** What can be answered: the twelve columns, the hub, and 目指す姿 with 目標. */
const ANSWERED = [...SURVEY_COLUMNS, 'hub', 'vision'] as const;
const Answered = z.enum(ANSWERED);

export const chooseAnswerForm = defineForm({
  id: 'answer-choose',
  words: chooseAnswerWords,
  fields: {
    areaIds: choices(chooseAnswerWords.fields.areaIds),
    column: select(chooseAnswerWords.fields.column, Answered, ANSWERED, facetWords),
  },
});

/** One column of the survey. */
export const answerForm = defineForm({
  id: 'answer',
  words: answerWords,
  fields: {
    stated: radio(answerWords.fields.stated, Stated, Stated.options, statedWords),
    statements: optional(statementLines(answerWords.fields.statements)),
    asOf: asOfText(answerWords.fields.asOf),
    reason: optional(longText(answerWords.fields.reason)),
  },
  check: checkStated,
});

interface Answer {
  stated?: Stated;
  statements?: StatementLine[] | null;
}

/** 内容あり has statements, 記載なし has none. */
export function checkStated({ stated, statements }: Answer, { language }: Reader): Errors {
  const { errors } = formWords[language];
  if (stated === 'yes' && statements === null) return { statements: errors.statedYes };
  return stated === 'blank' && statements && statements.length > 0 ? { statements: errors.statedBlank } : {};
}

type AnswerFields = FieldsOf<'answer'>;

/** What the form changes of an answer, whose statements were `former`. */
export function answerChange(
  { stated, statements, asOf }: Answer & { asOf?: string },
  former: AnswerFields['statements'],
): Partial<AnswerFields> {
  return {
    ...(stated === undefined ? {} : { stated }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(statements === undefined ? {} : { statements: statementsFrom(statements ?? [], former) }),
  };
}

/** 連携拠点. */
export const hubForm = defineForm({
  id: 'hub',
  words: hubWords,
  steps: [
    ['areaIds', 'name', 'mode', 'operator'],
    ['location', 'tel', 'since', 'note', 'asOf'],
  ],
  fields: {
    areaIds: choices(hubWords.fields.areaIds),
    name: shortText(hubWords.fields.name),
    mode: radio(hubWords.fields.mode, HubMode, HubMode.options, modeWords),
    operator: optional(shortText(hubWords.fields.operator)),
    location: optional(shortText(hubWords.fields.location)),
    tel: optional(shortText(hubWords.fields.tel)),
    since: optional(shortText(hubWords.fields.since)),
    note: optional(longText(hubWords.fields.note)),
    asOf: asOfText(hubWords.fields.asOf),
  },
});

/** 目指す姿 and 目標 of a scene. */
export const planForm = defineForm({
  id: 'plan',
  words: planWords,
  fields: {
    areaIds: choices(planWords.fields.areaIds),
    scene: sceneField(planWords.fields.scene),
    period: optional(shortText(planWords.fields.period)),
    vision: optional(longText(planWords.fields.vision)),
    goal: optional(longText(planWords.fields.goal)),
    asOf: asOfText(planWords.fields.asOf),
  },
});

type PlanValues = Partial<Omit<FieldsOf<'plan'>, 'stated'>>;

/** What the form changes of a plan: one that says nothing is 記載なし. A text that it left alone says something. */
export const planChange = (values: PlanValues): Partial<FieldsOf<'plan'>> => ({
  ...values,
  stated: values.vision === null && values.goal === null ? 'blank' : 'yes',
});
