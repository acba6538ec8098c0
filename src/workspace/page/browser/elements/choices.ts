import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { textObject } from '../blocks/text.ts';
import { h, type Wanted } from '../dom.ts';
import { type Spot, setState, spotId, stateOf } from './surface.ts';

/** Checkboxes and radio buttons. */
export function choiceField(spot: Spot<Checkboxes | RadioButtons>): Wanted {
  const { element } = spot;
  const isRadio = element.type === 'radio_buttons';
  return h(
    'div',
    {
      id: spotId(spot),
      class: 'choices',
      role: isRadio ? 'radiogroup' : 'group',
      'aria-labelledby': spot.labelledBy,
      'aria-describedby': spot.describedBy,
    },
    element.options.map((option, at) => choice(spot, option, at, isRadio)),
  );
}

function choice(spot: Spot<Checkboxes | RadioButtons>, option: Option, at: number, isRadio: boolean): Wanted {
  const picked = pickedOptions(spot);
  const isPicked = picked.some(({ value }) => value === option.value);
  return h(
    'label',
    { class: 'choice', key: `${option.value}-${at}` },
    h('input', {
      type: isRadio ? 'radio' : 'checkbox',
      name: spotId(spot),
      checked: isPicked,
      onchange: () => setState(spot, next(spot, option, isPicked)),
    }),
    h(
      'span',
      null,
      textObject(option.text),
      option.description && h('span', { class: 'quiet line' }, textObject(option.description)),
    ),
  );
}

function pickedOptions(spot: Spot<Checkboxes | RadioButtons>): Option[] {
  const state = stateOf(spot);
  const one = state.selected_option as Option | null | undefined;
  return one ? [one] : ((state.selected_options as Option[] | undefined) ?? []);
}

function next(spot: Spot<Checkboxes | RadioButtons>, option: Option, wasPicked: boolean) {
  const { type, options } = spot.element;
  if (type === 'radio_buttons') return { type, selected_option: option };
  const picked = pickedOptions(spot);
  const isIn = (other: Option) =>
    other.value === option.value ? !wasPicked : picked.some(({ value }) => value === other.value);
  return { type, selected_options: options.filter(isIn) };
}
