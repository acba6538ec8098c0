import type { WorkspaceWords } from '../../words/workspace.ts';
import { type Interactive, interactives, isEmpty, type Values, valueIn } from '../elements.ts';
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
