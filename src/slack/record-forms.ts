import { z } from 'zod';
import { Typed } from '../forms/typed.ts';
import { ADMIN_KINDS, ChangeKind } from '../records/changes.ts';
import { LIMITS } from './limits.ts';

// The buttons around the forms of records: what they do, and what stands in them.

export const FORM = {
  /** Opens a form; on Home and in messages, and on top of another form. */
  open: 'form.open',
  /** The same in the view that carries the button. */
  go: 'form.go',
  history: 'form.history',
  /** Shows a record to whoever wants to read it. */
  look: 'form.look',
  /** Shows all of a text that is too long for its input, and turns its pages. */
  whole: 'form.whole',
  confirm: 'form.confirm',
  undo: 'form.undo',
} as const;

/** Asks those who have not answered a survey. */
export const SURVEY_ASK = 'survey.ask';

/** The buttons of administration. */
export const ADMIN = {
  undo: 'admin.undo',
  history: 'admin.history',
  /** Decides a request to join, in a message or a list. */
  decide: 'join.decide',
  /** A question that nobody got an answer to is dealt with. */
  settle: 'question.settle',
} as const;

/** The buttons of an area's calendar; its id follows. */
export const CALENDAR = { file: 'calendar.file', renew: 'calendar.renew', revoke: 'calendar.revoke' } as const;

/** What is opened: a form, for a record or for what `about` names, filled in with what was typed already. */
const Opening = z.object({
  form: z.string(),
  record: z.string().nullable().default(null),
  about: z.record(z.string(), z.string()).default({}),
  typed: Typed.default({}),
});
export type Opening = z.infer<typeof Opening>;
export type OpeningParts = Pick<Opening, 'form'> & Partial<Opening>;

/** A field of a form as it is stored, and which part of its text. */
const Whole = Opening.omit({ typed: true }).extend({ field: z.string(), page: z.number().int().min(1) });
export type Whole = z.infer<typeof Whole>;

const Named = z.object({ kind: ChangeKind, id: z.string() });
export type Named = z.infer<typeof Named>;

const AdminNamed = z.object({ kind: z.enum(ADMIN_KINDS), id: z.string() });
const Decision = z.object({ id: z.string(), role: z.enum(['staff', 'viewer']).nullable() });

const json = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

export const FormValue = {
  opening: (opening: OpeningParts) => JSON.stringify(opening),
  named: (named: Named) => JSON.stringify(named),
  whole: (whole: Whole) => JSON.stringify(whole),
  adminNamed: (named: z.infer<typeof AdminNamed>) => JSON.stringify(named),
  decision: (decision: z.infer<typeof Decision>) => JSON.stringify(decision),
};

export const ReadFormValue = {
  opening: json(Opening),
  named: json(Named),
  whole: json(Whole),
  adminNamed: json(AdminNamed),
  decision: json(Decision),
  entry: z.string().regex(/^\d{1,18}$/),
};

/** What opens a form again, as far as it finds room in a button: without what was typed, or null. */
export function reopening(opening: OpeningParts): OpeningParts | null {
  const { typed: _, ...untyped } = opening;
  return [opening, untyped].find((each) => FormValue.opening(each).length <= LIMITS.buttonValue) ?? null;
}

/** A button that opens a form. `at` tells it from its neighbours. */
export const openButton = (at: string | number, label: string, opening: OpeningParts) => ({
  action: `${FORM.open}.${at}`,
  label,
  value: FormValue.opening(opening),
});

/** A button that shows a form in place of what stands in the view. */
export const goButton = (at: string | number, label: string, opening: OpeningParts) => ({
  ...openButton(at, label, opening),
  action: `${FORM.go}.${at}`,
});
