import { z } from 'zod';
import { draftDecisionWords } from '../words/form-choices.ts';
import { decideDraftWords } from '../words/form-fields.ts';
import { formWords } from '../words/forms.ts';
import type { Errors, Reader } from './definition.ts';
import { optional } from './field.ts';
import { longText, radio } from './fields.ts';
import { defineForm } from './form.ts';

const Decision = z.enum(['approve', 'send-back']);
type Decision = z.infer<typeof Decision>;

/** What becomes of a hub's draft (rules 4.1). */
export const decideDraftForm = defineForm({
  id: 'draft-decide',
  words: decideDraftWords,
  fields: {
    decision: radio(decideDraftWords.fields.decision, Decision, Decision.options, draftDecisionWords),
    reason: optional(longText(decideDraftWords.fields.reason)),
  },
  check: checkReason,
});

function checkReason(
  { decision, reason }: { decision?: Decision; reason?: string | null },
  { language }: Reader,
): Errors {
  return decision === 'send-back' && reason === null ? { reason: formWords[language].errors.whyBack } : {};
}
