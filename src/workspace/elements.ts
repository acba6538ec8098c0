import { newId } from './ids.ts';
import type { Block } from './state.ts';

// What can be chosen, typed or clicked in blocks, and what its state looks like.

export type Element = Record<string, unknown> & { type: string; action_id: string };
export type Values = Record<string, Record<string, unknown>>;

export interface Interactive {
  blockId: string;
  block: Block;
  element: Element;
}

/** By element type: where its state stands, where its beginning is defined, and what it is when empty. */
const STATEFUL: Record<string, { key: string; initial: string; empty: null | [] }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
  // The app cannot fill it beforehand.
  file_input: { key: 'files', initial: '', empty: [] },
};

const WITHOUT_STATE = ['button', 'overflow', 'icon_button', 'feedback_buttons', 'workflow_button'];

/** The name under which the state of such an element stands; undefined for buttons and their like. */
export const stateKey = (type: string): string | undefined => STATEFUL[type]?.key;

/** Blocks as Slack stores them: every block with its `block_id`, every element with its `action_id`. */
export function withIds(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const copy = structuredClone(block);
    for (const inner of nested(copy)) {
      if (isElementType(inner.type)) inner.action_id ??= newId('a');
    }
    return { ...copy, block_id: copy.block_id ?? newId('b') };
  });
}

/** All elements of the blocks that a person can use, from the top. */
export function interactives(blocks: readonly Block[]): Interactive[] {
  return blocks.flatMap((block) =>
    nested(block)
      .filter((inner): inner is Element => isElementType(inner.type) && typeof inner.action_id === 'string')
      .map((element) => ({ blockId: block.block_id ?? '', block, element })),
  );
}

/** `state.values`: every element with a state, the typed one or its beginning or its empty form. */
export function valuesOf(blocks: readonly Block[], typed: Values): Values {
  const values: Values = {};
  for (const { blockId, element } of interactives(blocks)) {
    const form = STATEFUL[element.type];
    if (!form) continue;
    const said = asRecord(typed[blockId]?.[element.action_id]);
    const isTyped = said !== undefined && form.key in said && (said.type ?? element.type) === element.type;
    const value = isTyped ? (said[form.key] ?? form.empty) : (element[form.initial] ?? form.empty);
    values[blockId] = { ...values[blockId], [element.action_id]: { type: element.type, [form.key]: value } };
  }
  return values;
}

/** The value of one entry of `state.values`, whatever its kind: null, text, an option, a list. */
export function valueIn(values: Values, { blockId, element }: Interactive): unknown {
  const key = stateKey(element.type);
  return key === undefined ? undefined : asRecord(values[blockId]?.[element.action_id])?.[key];
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A JSON object, or undefined. */
export const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** The text of a text object, or of a string. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = asRecord(value)?.text;
  return typeof text === 'string' ? text : '';
}

const isElementType = (type: string) => type in STATEFUL || WITHOUT_STATE.includes(type);

/** All typed objects inside a value, outermost first. Options and texts hold no elements but cost nothing to pass. */
function nested(value: unknown): (Record<string, unknown> & { type: string })[] {
  if (Array.isArray(value)) return value.flatMap(nested);
  const record = asRecord(value);
  if (!record) return [];
  const inside = Object.values(record).flatMap(nested);
  return typeof record.type === 'string' ? [record as Record<string, unknown> & { type: string }, ...inside] : inside;
}
