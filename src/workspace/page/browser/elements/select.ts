import { h, type Wanted } from '../dom.ts';
import { isComposing } from '../keys.ts';
import { perform } from '../server.ts';
import { type Box, change, state, words } from '../state.ts';
import {
  allOffers,
  isExternal,
  isMulti,
  matching,
  type Offer,
  picked,
  type SelectElement,
  stateFor,
} from './options.ts';
import { type Spot, setState, spotId, spotKey, stateOf } from './surface.ts';

type SelectSpot = Spot<SelectElement>;

const closed = (): Box => ({ open: false, query: '', active: 0, offered: null, asked: 0 });
const boxOf = (spot: SelectSpot): Box => state.boxes.get(spotKey(spot)) ?? closed();
const setBox = (spot: SelectSpot, edit: Partial<Box>): void =>
  change(() => state.boxes.set(spotKey(spot), { ...boxOf(spot), ...edit }));

/** Every kind of select, single and multiple: a field to narrow the list by typing, and the list. */
export function selectField(spot: SelectSpot): Wanted {
  const box = boxOf(spot);
  const chosen = picked(spot.element, stateOf(spot));
  const offers = offersOf(spot, box);
  const id = spotId(spot);
  return h(
    'div',
    { class: 'select' },
    isMulti(spot.element) && chosen.length > 0 && chips(spot, chosen),
    h(
      'div',
      { class: 'select-line' },
      h('input', {
        id,
        class: 'field select-input',
        role: 'combobox',
        type: 'text',
        autocomplete: 'off',
        'aria-expanded': box.open,
        'aria-controls': `${id}-list`,
        'aria-autocomplete': 'list',
        'aria-activedescendant': box.open && offers[box.active] ? `${id}-${box.active}` : undefined,
        'aria-labelledby': spot.labelledBy,
        'aria-label': spot.labelledBy ? undefined : (spot.element.placeholder?.text ?? words().choose),
        'aria-describedby': spot.describedBy,
        'aria-invalid': spot.surface.errors[spot.blockId] ? true : undefined,
        placeholder: spot.element.placeholder?.text ?? words().choose,
        value: box.open || isMulti(spot.element) ? box.query : (chosen[0]?.label ?? ''),
        onclick: () => open(spot),
        oninput: (event: Event) => open(spot, (event.currentTarget as HTMLInputElement).value),
        onkeydown: (event: KeyboardEvent) => onKey(spot, event, offers),
        onblur: () => setBox(spot, closed()),
      }),
      !isMulti(spot.element) && chosen.length > 0 && clearButton(spot),
    ),
    box.open && list(spot, box, offers, chosen),
  );
}

function offersOf(spot: SelectSpot, box: Box): Offer[] {
  if (!box.open) return [];
  const all = allOffers(spot.element, box.offered);
  return isExternal(spot.element) ? all : matching(all, box.query);
}

function chips(spot: SelectSpot, chosen: Offer[]): Wanted {
  return h(
    'ul',
    { class: 'chips', key: 'chips' },
    chosen.map((offer) =>
      h(
        'li',
        { key: offer.id, class: 'chip' },
        offer.label,
        h(
          'button',
          {
            type: 'button',
            class: 'chip-out',
            'aria-label': words().takeOut(offer.label),
            onclick: () =>
              setState(
                spot,
                stateFor(
                  spot.element,
                  chosen.filter(({ id }) => id !== offer.id),
                ),
              ),
          },
          '×',
        ),
      ),
    ),
  );
}

function clearButton(spot: SelectSpot): Wanted {
  return h(
    'button',
    {
      type: 'button',
      class: 'select-clear',
      'aria-label': words().clear,
      onclick: () => setState(spot, stateFor(spot.element, [])),
    },
    '×',
  );
}

function list(spot: SelectSpot, box: Box, offers: Offer[], chosen: Offer[]): Wanted {
  const id = spotId(spot);
  const isWaiting = isExternal(spot.element) && box.offered === null;
  const empty = isWaiting ? words().searching : words().nothingFound;
  return h(
    'ul',
    {
      id: `${id}-list`,
      key: 'list',
      class: 'options',
      role: 'listbox',
      'aria-multiselectable': isMulti(spot.element) ? true : undefined,
      drawn: (element: Element) => element.querySelector('.active')?.scrollIntoView({ block: 'nearest' }),
    },
    offers.length === 0 && h('li', { class: 'quiet option', role: 'presentation' }, empty),
    offers.flatMap((offer, at) => [
      offer.group !== '' &&
        offer.group !== offers[at - 1]?.group &&
        h('li', { class: 'option-group', role: 'presentation' }, offer.group),
      h(
        'li',
        {
          id: `${id}-${at}`,
          class: at === box.active ? 'option active' : 'option',
          role: 'option',
          'aria-selected': chosen.some((other) => other.id === offer.id),
          // The field keeps the focus, so that its list stays open.
          onmousedown: (event: MouseEvent) => event.preventDefault(),
          onclick: () => pick(spot, offer),
        },
        offer.label,
        offer.note !== '' && h('span', { class: 'quiet option-note' }, offer.note),
      ),
    ]),
  );
}

function open(spot: SelectSpot, query = ''): void {
  const box = boxOf(spot);
  if (box.open && box.query === query) return;
  setBox(spot, { open: true, query, active: 0 });
  if (isExternal(spot.element)) void suggest(spot, query);
}

async function suggest(spot: SelectSpot, query: string): Promise<void> {
  const { element, surface, blockId } = spot;
  const least = 'min_query_length' in element ? (element.min_query_length ?? 3) : 0;
  if (query.length < least) return setBox(spot, { offered: [] });
  const asked = boxOf(spot).asked + 1;
  setBox(spot, { asked });
  await new Promise((resolve) => setTimeout(resolve, 150));
  if (boxOf(spot).asked !== asked) return;
  const result = await perform(
    { act: 'suggest', on: surface.on, blockId, actionId: element.action_id ?? '', query },
    { quiet: true },
  );
  if (boxOf(spot).asked === asked) setBox(spot, { offered: result.options ?? [], active: 0 });
}

function pick(spot: SelectSpot, offer: Offer): void {
  const chosen = picked(spot.element, stateOf(spot));
  if (!isMulti(spot.element)) {
    setBox(spot, closed());
    setState(spot, stateFor(spot.element, [offer]));
    return;
  }
  setBox(spot, { query: '', active: 0 });
  const without = chosen.filter(({ id }) => id !== offer.id);
  const most = spot.element.max_selected_items ?? Number.POSITIVE_INFINITY;
  if (without.length < chosen.length) setState(spot, stateFor(spot.element, without));
  else if (chosen.length < most) setState(spot, stateFor(spot.element, [...chosen, offer]));
}

function onKey(spot: SelectSpot, event: KeyboardEvent, offers: Offer[]): void {
  if (isComposing(event)) return;
  const box = boxOf(spot);
  const { key } = event;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    const active = box.active + (key === 'ArrowDown' ? 1 : -1);
    if (box.open) setBox(spot, { active: Math.max(0, Math.min(offers.length - 1, active)) });
    else open(spot);
    return;
  }
  const offer = offers[box.active];
  if (key === 'Enter' && box.open) {
    event.preventDefault();
    if (offer) pick(spot, offer);
  } else if (key === 'Escape' && box.open) {
    event.preventDefault();
    event.stopPropagation();
    setBox(spot, closed());
  } else if (key === 'Backspace' && box.query === '' && isMulti(spot.element)) {
    setState(spot, stateFor(spot.element, picked(spot.element, stateOf(spot)).slice(0, -1)));
  }
}
