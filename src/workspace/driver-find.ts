import type { ActSurface } from './acts.ts';
import { asRecord, type Element, type Interactive, interactives, stateKey, textIn } from './elements.ts';
import type { SeenConversation, SeenMessage, Sight } from './sight.ts';
import type { Block } from './state.ts';

// How the driver finds what a person sees by its words, and what a choice is in Slack's form.

/** Something that can be used, and where it stands. */
export interface Found extends Interactive {
  on: ActSurface;
}

/** All messages of a conversation with their replies, oldest first. */
export const allMessages = (place: SeenConversation): SeenMessage[] =>
  place.messages.flatMap((message) => [message, ...message.replies]).sort((a, b) => (a.ts < b.ts ? -1 : 1));

/** What stands before the person: the topmost form, else Home or the messages of the conversation, the newest first. */
export function usable(sight: Sight, place: SeenConversation, atHome: boolean): Found[] {
  const view = sight.views.at(-1);
  if (view) return found(view.view.blocks, { in: 'view', viewId: view.id });
  if (atHome) return found(sight.home?.blocks ?? [], { in: 'home' });
  return allMessages(place)
    .reverse()
    .flatMap(({ blocks, ts }) => found(blocks, { in: 'message', channel: place.id, ts }));
}

const found = (blocks: readonly unknown[], on: ActSurface): Found[] =>
  interactives(blocks as Block[]).map((one) => ({ ...one, on }));

/** The first that bears the label: whole, else as a part of it. Ids are understood as well. */
export function byLabel(all: readonly Found[], label: string): Found {
  const whole = all.find((one) => labelsOf(one).includes(label));
  const part = all.find((one) => labelsOf(one).some((text) => text.includes(label)));
  const target = whole ?? part;
  if (target) return target;
  const seen = all.flatMap(labelsOf).filter((text) => text !== '');
  throw new Error(`Nothing is labelled 「${label}」 here; there is: ${[...new Set(seen)].join(', ') || 'nothing'}`);
}

function labelsOf({ block, blockId, element }: Found): string[] {
  const own = [element.text, element.placeholder].map(textIn);
  const pressed = [element.positive_button, element.negative_button].map((button) => textIn(asRecord(button)?.text));
  const around = block.type === 'input' ? [textIn(block.label)] : block.type === 'section' ? [textIn(block.text)] : [];
  const menu = element.type === 'overflow' ? optionsOf(element).map(optionText) : [];
  return [...around, ...own, ...pressed, ...menu, blockId, element.action_id].filter((text) => text !== '');
}

/** The state of a button after it was pressed: which half of feedback buttons, which entry of a menu. */
export function pressedState({ element }: Found, label: string): Record<string, unknown> {
  if (element.type === 'overflow') return { selected_option: optionNamed(optionsOf(element), label) };
  if (element.type !== 'feedback_buttons') return {};
  const half = [element.positive_button, element.negative_button]
    .map(asRecord)
    .find((button) => textIn(button?.text) === label);
  return { value: half?.value };
}

/** The state of an element after something was typed or chosen, given in words. */
export function chosenState(
  sight: Sight,
  element: Element,
  wanted: string | readonly string[] | null,
  options: readonly unknown[],
): Record<string, unknown> {
  const key = stateKey(element.type);
  if (key === undefined) throw new Error(`A ${element.type} is clicked, not filled`);
  if (key === 'files') throw new Error(`A ${element.type} is filled by attach`);
  const many = Array.isArray(wanted) ? (wanted as readonly string[]) : wanted === null ? [] : [wanted as string];
  const read = (text: string) => valueFor(sight, key, text, options);
  const isList = key.endsWith('s');
  const value = isList ? many.map(read) : many[0] === undefined ? null : read(many[0]);
  return { type: element.type, [key]: value };
}

function valueFor(sight: Sight, key: string, text: string, options: readonly unknown[]): unknown {
  if (key.startsWith('selected_option')) return optionNamed(options, text);
  if (key.startsWith('selected_user')) return sight.people.find(({ id, name }) => id === text || name === text)?.id;
  if (key.startsWith('selected_conversation') || key.startsWith('selected_channel')) {
    return sight.conversations.find(({ id, name }) => id === text || name === text)?.id;
  }
  if (key === 'selected_date_time') return Number(text);
  if (key === 'rich_text_value') return richText(text);
  return text;
}

const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** The options of an element, those in groups as well. */
export function optionsOf(from: Record<string, unknown>): unknown[] {
  const groups = Array.isArray(from.option_groups) ? from.option_groups : [];
  const own = Array.isArray(from.options) ? from.options : [];
  return [...own, ...groups].flatMap((option: unknown) => asRecord(option)?.options ?? option) as unknown[];
}

function optionNamed(options: readonly unknown[], label: string): unknown {
  const option =
    options.find((one) => optionText(one) === label) ?? options.find((one) => asRecord(one)?.value === label);
  if (option === undefined) {
    throw new Error(`There is no option 「${label}」; there is: ${options.map(optionText).join(', ') || 'none'}`);
  }
  return option;
}

const optionText = (option: unknown): string => textIn(asRecord(option)?.text);
