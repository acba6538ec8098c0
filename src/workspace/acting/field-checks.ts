import { LIMITS } from '../../slack/limits.ts';
import type { WorkspaceWords } from '../../words/workspace.ts';
import { type Interactive, interactives, isEmpty, type Values, valueIn } from '../elements.ts';
import { extensionOf } from '../file-types.ts';
import type { Block } from '../state.ts';

/** What Slack itself holds a submit back for, by block: what is required, too long, out of bounds. */
export function fieldErrors(blocks: readonly Block[], values: Values, words: WorkspaceWords): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of interactives(blocks)) {
    if (field.block.type !== 'input') continue;
    const error = fieldError(field, valueIn(values, field), words);
    if (error !== null) errors[field.blockId] = error;
  }
  return errors;
}

function fieldError({ block, element }: Interactive, value: unknown, words: WorkspaceWords): string | null {
  if (isEmpty(value)) return block.optional === true ? null : words.required;
  if (element.type === 'file_input') return filesError(value as GivenFile[], element, words);
  if (typeof value !== 'string') return null;
  switch (element.type) {
    case 'plain_text_input':
      return textError(value, element, words);
    case 'number_input':
      return numberError(value, element, words);
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(value) ? null : words.notAMailAddress;
    case 'url_text_input':
      return URL.canParse(value) ? null : words.notAnAddress;
    default:
      return null;
  }
}

function textError(value: string, element: Interactive['element'], words: WorkspaceWords): string | null {
  const { min_length: least = 0, max_length: most = 3_000 } = element;
  if (value.length < Number(least)) return words.tooShort(Number(least));
  return value.length > Number(most) ? words.tooLong(Number(most)) : null;
}

function numberError(value: string, element: Interactive['element'], words: WorkspaceWords): string | null {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return words.notANumber;
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return words.notAWholeNumber;
  if (element.min_value !== undefined && number < Number(element.min_value))
    return words.below(String(element.min_value));
  if (element.max_value !== undefined && number > Number(element.max_value))
    return words.above(String(element.max_value));
  return null;
}

interface GivenFile {
  name: string;
  size: number;
}

/** What a field does not take of these files: too many, another type, nothing in one, too large. */
export function filesError(
  files: readonly GivenFile[],
  { max_files: most = LIMITS.files, filetypes }: Interactive['element'],
  words: WorkspaceWords,
): string | null {
  const types = Array.isArray(filetypes) ? filetypes.map((type) => String(type).toLowerCase()) : null;
  if (files.length > Number(most)) return words.tooManyFiles(Number(most));
  if (types && files.some(({ name }) => !types.includes(extensionOf(name)))) return words.wrongFileType(types);
  if (files.some(({ size }) => size === 0)) return words.emptyFile;
  const isTooLarge = files.some(({ size }) => size > LIMITS.fileBytes);
  return isTooLarge ? words.fileTooLarge(LIMITS.fileBytes / 1_048_576) : null;
}
