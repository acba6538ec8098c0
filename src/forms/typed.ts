import { z } from 'zod';

/** A file that somebody brought to a form: what it is, and where it is fetched. Its content is asked for later. */
export const ChosenFile = z.object({
  id: z.string(),
  /** As the person called it. It may tell of somebody: it is shown to that person alone, and never logged. */
  name: z.string(),
  /** In bytes. */
  size: z.number().int().min(0),
  /** The end of its name, in small letters: `xlsx`. */
  filetype: z.string(),
  /** Answers with the content to the bot's token (`Voice.fetchFile`). */
  address: z.string(),
});
export type ChosenFile = z.infer<typeof ChosenFile>;

/** What stands in one field as the person left it: text, the id of what was chosen, several ids, files, or nothing. */
export const TypedValue = z.union([z.string(), z.array(z.string()), z.array(ChosenFile), z.null()]);
export type TypedValue = z.infer<typeof TypedValue>;

/** What stands in the fields of a form, by their names. */
export const Typed = z.record(z.string(), TypedValue);
export type Typed = z.infer<typeof Typed>;

/** Whether nothing was typed or chosen; blanks are nothing, 0 is something. */
export const isBlank = (typed: TypedValue | undefined): boolean =>
  typed === undefined || typed === null || typed.length === 0 || (typeof typed === 'string' && typed.trim() === '');

/** The text of a field that holds one, exactly as it is. */
export const textOf = (typed: TypedValue | undefined): string => (typeof typed === 'string' ? typed : '');

/** The ids of a field that holds several. */
export const idsOf = (typed: TypedValue | undefined): string[] =>
  Array.isArray(typed) ? typed.filter((entry) => typeof entry === 'string') : [];

/** The files of a field that holds some. */
export const filesOf = (typed: TypedValue | undefined): ChosenFile[] =>
  Array.isArray(typed) ? typed.filter((entry) => typeof entry === 'object') : [];
