import { z } from 'zod';

/** What stands in one field as the person left it: text, the id of what was chosen, several ids, or nothing. */
export const TypedValue = z.union([z.string(), z.array(z.string()), z.null()]);
export type TypedValue = z.infer<typeof TypedValue>;

/** What stands in the fields of a form, by their names. */
export const Typed = z.record(z.string(), TypedValue);
export type Typed = z.infer<typeof Typed>;

/** Whether nothing was typed or chosen; blanks are nothing, 0 is something. */
export const isBlank = (typed: TypedValue | undefined): boolean =>
  typed === undefined || typed === null || typed.length === 0 || (typeof typed === 'string' && typed.trim() === '');

/** The text of a field that holds one, exactly as it is. */
export const textOf = (typed: TypedValue | undefined): string => (typeof typed === 'string' ? typed : '');
