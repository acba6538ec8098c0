import type { Button, FeedbackButtons, IconButton, Overflow, WorkflowButton } from '@slack/types';
import { sign } from '../blocks/sign.ts';
import { plainText } from '../blocks/text.ts';
import { h, type Wanted } from '../dom.ts';
import { webAddress } from '../links.ts';
import { menu } from '../menu.ts';
import { state, words } from '../state.ts';
import { choose, type Spot, type Surface, spotId, spotKey } from './surface.ts';

/** A button of the bot; one with an address opens that too. */
export function button(spot: Spot<Button>): Wanted {
  const { element } = spot;
  const isBusy = state.busy.has(spotKey(spot));
  return h(
    'button',
    {
      id: spotId(spot),
      type: 'button',
      class: `button ${element.style ?? ''}`,
      'aria-label': element.accessibility_label,
      'aria-busy': isBusy ? true : undefined,
      onclick: () => {
        if (isBusy) return;
        const address = element.url && webAddress(element.url);
        if (address) window.open(address, '_blank', 'noopener,noreferrer');
        choose(spot, {
          type: 'button',
          text: element.text,
          ...(element.value !== undefined && { value: element.value }),
        });
      },
    },
    plainText(element.text.text),
  );
}

/** Workflows run in Slack only. */
export function workflowButton({ element }: Spot<WorkflowButton>): Wanted {
  return h(
    'button',
    { type: 'button', class: 'button', disabled: true, title: words().onlyInSlack },
    plainText(element.text.text),
  );
}

export function overflow(spot: Spot<Overflow>): Wanted {
  const items = spot.element.options.map((option, at) => ({
    key: String(at),
    label: plainText(option.text.text),
    onPick: () => {
      const address = option.url && webAddress(option.url);
      if (address) window.open(address, '_blank', 'noopener,noreferrer');
      choose(spot, { type: 'overflow', selected_option: option });
    },
  }));
  return menu(`overflow-${spotKey(spot)}`, { label: '⋯', name: words().more, class: 'button' }, items);
}

/** Thumbs up and down under an answer. */
export function feedbackButtons(surface: Surface, blockId: string, element: FeedbackButtons): Wanted[] {
  const sides = [
    { ...element.positive_button, thumb: '+1' },
    { ...element.negative_button, thumb: '-1' },
  ];
  const spot = { surface, blockId, element } as unknown as Spot;
  return sides.map(({ text, value, accessibility_label, thumb }) =>
    h(
      'button',
      {
        key: `feedback-${value}-${thumb}`,
        type: 'button',
        class: 'small-button',
        'aria-label': accessibility_label ?? text.text,
        title: text.text,
        onclick: () => choose(spot, { type: 'feedback_buttons', text, value }),
      },
      sign(thumb),
      ' ',
      plainText(text.text),
    ),
  );
}

export function iconButton(surface: Surface, blockId: string, element: IconButton): Wanted | null {
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(state.sight?.me.id ?? '')) return null;
  const spot = { surface, blockId, element } as unknown as Spot;
  return h(
    'button',
    {
      key: `icon-${element.action_id}`,
      type: 'button',
      class: 'small-button',
      'aria-label': element.accessibility_label,
      onclick: () => choose(spot, { type: 'icon_button', icon: element.icon, value: element.value }),
    },
    element.icon === 'trash' && [sign('trash'), ' '],
    plainText(element.text.text),
  );
}
