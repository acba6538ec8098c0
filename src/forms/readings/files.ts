import { formWords } from '../../words/forms.ts';
import { type About, type Reading, read, refused } from '../field.ts';
import { type ChosenFile, filesOf, type TypedValue } from '../typed.ts';

export interface FileRules {
  /** Ends of names in small letters, as `xlsx`. */
  types: readonly string[];
  /** How many. */
  upTo: number;
}

/** What one file may hold, in bytes: Slack takes no more in a form. */
export const FILE_BYTES = 10 * 1024 * 1024;

/** Reads what was brought. The form's chooser says the same, for convenience only: its word is not taken for it. */
export function readFiles(typed: TypedValue, rules: FileRules, about: About): Reading<ChosenFile[]> {
  const files = filesOf(typed);
  const error = wrongWith(files, rules, about);
  return error === null ? read(files) : refused(error);
}

function wrongWith(files: readonly ChosenFile[], { types, upTo }: FileRules, { language }: About): string | null {
  const { errors } = formWords[language];
  if (files.length > upTo) return errors.files(upTo);
  if (files.some(({ filetype }) => !types.includes(filetype))) return errors.fileType(types.map((type) => `.${type}`));
  if (files.some(({ size }) => size > FILE_BYTES)) return errors.fileSize(FILE_BYTES / 1_048_576);
  if (files.some(({ size }) => size === 0)) return errors.fileEmpty;
  return files.some(({ address }) => address === '') ? errors.fileGone : null;
}
