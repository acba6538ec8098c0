import { z } from 'zod';
import type { FieldsOf } from '../records/changes.ts';
import { evaluationStateWords } from '../words/form-choices.ts';
import { chooseEvaluationWords, evaluationWords } from '../words/form-fields.ts';
import { optional } from './field.ts';
import { choice, fiscalYear, longText, radio, rating } from './fields.ts';
import { defineForm } from './form.ts';
import { sceneField } from './update.ts';

/** Which area, scene and year. */
export const chooseEvaluationForm = defineForm({
  id: 'evaluation-choose',
  words: chooseEvaluationWords,
  fields: {
    areaId: choice(chooseEvaluationWords.fields.areaId),
    scene: sceneField(chooseEvaluationWords.fields.scene),
    fiscalYear: fiscalYear(chooseEvaluationWords.fields.fiscalYear),
  },
});

const EvaluationState = z.enum(['draft', 'final']);
type EvaluationState = z.infer<typeof EvaluationState>;

/** The maturity rating and the four PDCA texts of a year. */
export const evaluationForm = defineForm({
  id: 'evaluation',
  words: evaluationWords,
  fields: {
    rating: optional(rating(evaluationWords.fields.rating)),
    done: optional(longText(evaluationWords.fields.done)),
    checked: optional(longText(evaluationWords.fields.checked)),
    changed: optional(longText(evaluationWords.fields.changed)),
    nextPlan: optional(longText(evaluationWords.fields.nextPlan)),
    state: radio(evaluationWords.fields.state, EvaluationState, EvaluationState.options, evaluationStateWords),
  },
});

type EvaluationTexts = Pick<FieldsOf<'evaluation'>, 'rating' | 'done' | 'checked' | 'changed' | 'nextPlan'>;

/** What the form changes of an evaluation. */
export const evaluationChange = ({
  state,
  ...fields
}: Partial<EvaluationTexts> & { state?: EvaluationState }): Partial<FieldsOf<'evaluation'>> => ({
  ...fields,
  ...(state === undefined ? {} : { draft: state === 'draft' }),
});

/** What stands in the form for an evaluation; with last year's a new one begins (rule 5.8). */
export const evaluationTyped = ({ draft, ...texts }: EvaluationTexts & { draft: boolean }) =>
  evaluationForm.typed({ ...texts, state: draft ? 'draft' : 'final' });
