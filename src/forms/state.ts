import { z } from 'zod';
import { Typed } from './typed.ts';

/** What an open form knows beside its fields. It travels with the view and is never trusted: rights are asked again. */
export const FormState = z.object({
  form: z.string(),
  language: z.enum(['ja', 'en']),
  step: z.number().int().min(0).default(0),
  /** The record that is changed, and the version that the person saw; null for a new one. */
  record: z.string().nullable().default(null),
  version: z.number().int().nullable().default(null),
  /** Further ids that the form is about: an area, a scene, a year. */
  about: z.record(z.string(), z.string()).default({}),
  /** What was typed in earlier steps. */
  kept: Typed.default({}),
  /** What the person said yes to. */
  agreed: z.array(z.string()).default([]),
  /** Fields whose stored text is too long for an input: left empty, they stay as they are. */
  tooLong: z.array(z.string()).default([]),
  /** What the fields held when the form was opened, as fingerprints: what is left as it was is not judged. */
  stood: z.record(z.string(), z.string()).default({}),
  /** Which of the forms that one view showed in turn this is: each is sent once. */
  turn: z.string().default(''),
  /** Fields that must be filled in this time, such as the reason for going back from a finished state. */
  needed: z.array(z.string()).default([]),
});
export type FormState = z.infer<typeof FormState>;

/** The state of a form that was just opened. */
export const openedState = (
  parts: Pick<FormState, 'form' | 'language'> & Partial<z.input<typeof FormState>>,
): FormState => FormState.parse(parts);

/** The state that came back from Slack. Throws where it is none. */
export const stateIn = (metadata: string): FormState => FormState.parse(JSON.parse(metadata));

/** At most this long in Slack; a test holds it for every form. */
export const STATE_LENGTH = 3_000;
