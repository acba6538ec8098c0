import type { EmailInput, NumberInput, PlainTextInput, RichTextBlock, RichTextInput, URLInput } from '@slack/types';
import { h, type Wanted } from '../dom.ts';
import { isComposing } from '../keys.ts';
import type { ElementState } from './element-state.ts';
import { choose, type Spot, spotId, stateOf, typeInto } from './surface.ts';

type TextElement = PlainTextInput | NumberInput | EmailInput | URLInput | RichTextInput;

/** Fields to type into. */
export function textField(spot: Spot<TextElement>): Wanted {
  const { element } = spot;
  const isLong = element.type === 'rich_text_input' || (element.type === 'plain_text_input' && element.multiline);
  const common = {
    id: spotId(spot),
    class: 'field',
    value: shownText(stateOf(spot)),
    placeholder: element.placeholder?.text,
    'aria-labelledby': spot.labelledBy,
    'aria-describedby': spot.describedBy,
    'aria-invalid': spot.surface.errors[spot.blockId] ? true : undefined,
    maxlength: element.type === 'plain_text_input' ? element.max_length : undefined,
    oninput: (event: Event) => onInput(spot, (event.currentTarget as HTMLInputElement).value),
    onkeydown: (event: KeyboardEvent) => onKey(spot, event, Boolean(isLong)),
  };
  return isLong ? h('textarea', { ...common, rows: 4 }) : h('input', { ...common, ...kindOf(element) });
}

function kindOf(element: TextElement) {
  if (element.type === 'email_text_input') return { type: 'email', autocomplete: 'off' };
  if (element.type === 'url_text_input') return { type: 'url', autocomplete: 'off' };
  if (element.type !== 'number_input') return { type: 'text', autocomplete: 'off' };
  // A text field that asks for digits: a number field would swallow what it does not understand.
  return { type: 'text', inputmode: element.is_decimal_allowed ? 'decimal' : 'numeric', autocomplete: 'off' };
}

function onInput(spot: Spot<TextElement>, text: string): void {
  const next = typedState(spot.element, text);
  typeInto(spot, next);
  if (spot.dispatches && triggersOn(spot.element, 'on_character_entered')) choose(spot, next);
}

function onKey(spot: Spot<TextElement>, event: KeyboardEvent, isLong: boolean): void {
  if (event.key !== 'Enter' || isComposing(event)) return;
  if (isLong && !(event.ctrlKey || event.metaKey)) return;
  if (!spot.dispatches || !triggersOn(spot.element, 'on_enter_pressed')) return;
  event.preventDefault();
  choose(spot, stateOf(spot));
}

function triggersOn(element: TextElement, trigger: 'on_enter_pressed' | 'on_character_entered'): boolean {
  return (element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']).includes(trigger);
}

function typedState({ type }: TextElement, text: string): ElementState {
  if (type !== 'rich_text_input') return { type, value: text === '' ? null : text };
  const block: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
  return { type, rich_text_value: text === '' ? null : block };
}

function shownText(state: ElementState): string {
  if (state.type !== 'rich_text_input') return String(state.value ?? '');
  const block = state.rich_text_value as RichTextBlock | null;
  const first = block?.elements[0];
  if (first?.type !== 'rich_text_section') return '';
  return first.elements.map((part) => ('text' in part ? part.text : '')).join('');
}
