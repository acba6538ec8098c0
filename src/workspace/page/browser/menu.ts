import { type Child, h, type Wanted } from './dom.ts';
import { roveFocus } from './keys.ts';
import { change, state } from './state.ts';

export interface MenuItem {
  key: string;
  label: Child;
  isCurrent?: boolean;
  danger?: boolean;
  onPick(): void;
}

/** A button that opens a small menu. One menu is open at a time; Esc and a click elsewhere close it. */
export function menu(id: string, button: { label: Child; name: string; class?: string }, items: MenuItem[]): Wanted {
  const isOpen = state.menu === id;
  return h(
    'div',
    { class: 'menu', 'data-menu': id, onkeydown: (event: KeyboardEvent) => isOpen && onKey(event) },
    h(
      'button',
      {
        type: 'button',
        class: button.class ?? 'plain-button',
        'aria-label': button.name,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onclick: () => change({ menu: isOpen ? null : id }),
      },
      button.label,
    ),
    isOpen && list(items),
  );
}

function list(items: MenuItem[]): Wanted {
  return h(
    'div',
    {
      class: 'menu-list',
      role: 'menu',
      mounted: (element: HTMLElement) => {
        keepInside(element);
        element.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
      },
      onkeydown: (event: KeyboardEvent) => roveFocus(event, '[role^=menuitem]'),
    },
    items.map(({ key, label, isCurrent, danger, onPick }) =>
      h(
        'button',
        {
          key,
          type: 'button',
          class: danger ? 'menu-item danger' : 'menu-item',
          role: isCurrent === undefined ? 'menuitem' : 'menuitemradio',
          'aria-checked': isCurrent,
          tabindex: -1,
          onclick: () => {
            closeMenu();
            onPick();
          },
        },
        label,
      ),
    ),
  );
}

/** Opens to the side on which there is room. */
function keepInside(element: HTMLElement): void {
  const { right, bottom, height, top } = element.getBoundingClientRect();
  if (right > innerWidth - 4) element.classList.add('from-right');
  if (bottom > innerHeight - 4 && top > height) element.classList.add('from-below');
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Tab') closeMenu();
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  closeMenu();
}

/** Closes the menu that is open; the focus goes back to its button. */
export function closeMenu(): void {
  const { menu: id } = state;
  if (id === null) return;
  const button = [...document.querySelectorAll<HTMLElement>('[data-menu]')]
    .find((element) => element.dataset.menu === id)
    ?.querySelector<HTMLElement>('button');
  change({ menu: null });
  button?.focus();
}
