import type { KnownBlock } from '@slack/types';
import type { SeenView } from '../../sight.ts';
import { blocks } from './blocks/blocks.ts';
import { plainText, textObject } from './blocks/text.ts';
import { type Child, h, type Wanted } from './dom.ts';
import { fieldsOf } from './elements/element-state.ts';
import { spotId, valuesOf, viewSurface } from './elements/surface.ts';
import { isComposing } from './keys.ts';
import { perform } from './server.ts';
import { change, state, words } from './state.ts';

let opener: Element | null = null;
const last = { view: '', hash: '', errors: '' };

/** The form on top, in a dialog that keeps the focus inside. */
export function modal(): Child {
  const views = state.sight?.views ?? [];
  const top = views.at(-1);
  if (!top) return null;
  return h(
    'dialog',
    {
      class: 'modal',
      key: 'modal',
      'aria-labelledby': 'modal-title',
      mounted: (element: HTMLDialogElement) => {
        opener = document.activeElement;
        last.view = '';
        element.showModal();
      },
      drawn: (element: HTMLElement) => leadFocus(element, top),
      oncancel: (event: Event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) close(top);
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) void submit(top);
      },
    },
    head(top, views.length),
    h(
      'div',
      { class: 'modal-body', key: `body-${top.id}` },
      problems(top),
      blocks(viewSurface(top), top.view.blocks as KnownBlock[]),
    ),
    foot(top),
  );
}

function head(top: SeenView, depth: number): Wanted {
  const w = words();
  return h(
    'header',
    { class: 'modal-head' },
    depth > 1 && h('button', { type: 'button', class: 'close', 'aria-label': w.back, onclick: () => close(top) }, '←'),
    h('h2', { id: 'modal-title', tabindex: -1 }, top.view.type === 'modal' ? plainText(top.view.title.text) : ''),
    h('button', { type: 'button', class: 'close', 'aria-label': w.close, onclick: () => close(top) }, '×'),
  );
}

function problems(top: SeenView): Child {
  const texts = [top.problem, state.problem].filter((text) => text !== null);
  return texts.map((text) => h('div', { class: 'alert-box error', role: 'alert', key: text }, text));
}

function foot(top: SeenView): Child {
  const { view } = top;
  if (view.type !== 'modal') return null;
  const isBusy = state.busy.has(`submit-${top.id}`);
  const w = words();
  return h(
    'footer',
    { class: 'modal-foot' },
    h('button', { type: 'button', class: 'button', onclick: () => close(top) }, view.close?.text ?? w.close),
    view.submit &&
      h(
        'button',
        {
          type: 'button',
          class: 'button primary',
          'aria-busy': isBusy ? true : undefined,
          onclick: () => void submit(top),
        },
        isBusy ? w.sending : plainText(view.submit.text),
      ),
  );
}

async function submit(top: SeenView): Promise<void> {
  if (top.view.type !== 'modal' || !top.view.submit || state.busy.has(`submit-${top.id}`)) return;
  change({ problem: null });
  last.errors = '';
  await perform({ act: 'submit', viewId: top.id, values: valuesOf(top) }, { busy: `submit-${top.id}`, quiet: true });
}

function close({ id }: SeenView): void {
  change({ problem: null });
  void perform({ act: 'close', viewId: id });
}

/**
 * A new form takes the focus to its first field, and so does one whose fields come after it was opened; errors take it to
 * the first field that has one.
 */
function leadFocus(element: HTMLElement, top: SeenView): void {
  const errors = JSON.stringify(top.errors);
  const isUnused = document.activeElement?.matches('body, dialog, #modal-title') ?? true;
  if (last.view !== top.id || (isUnused && last.hash !== top.hash)) firstField(element, top)?.focus();
  else if (errors !== last.errors && errors !== '{}')
    element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  Object.assign(last, { view: top.id, hash: top.hash, errors });
}

function firstField(element: HTMLElement, top: SeenView): HTMLElement | null {
  const surface = viewSurface(top);
  const wanted = fieldsOf(top.view).find(({ element: field }) => 'focus_on_load' in field && field.focus_on_load);
  const id = wanted && spotId({ surface, ...wanted });
  return (
    (id ? document.getElementById(id) : null) ??
    element.querySelector<HTMLElement>('.modal-body :is(input, textarea, button)') ??
    element.querySelector<HTMLElement>('h2')
  );
}

/** The last form was closed: the focus goes back to where it came from. */
export function afterForms(): void {
  if (!opener || (state.sight?.views.length ?? 0) > 0) return;
  const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null;
  (back ?? document.getElementById('composer'))?.focus();
  opener = null;
}

/** Asks whether the bot's button is really meant. */
export function confirmDialog(): Child {
  const { asking } = state;
  if (!asking) return null;
  const { confirm, onYes } = asking;
  const done = (yes: boolean) => () => {
    change({ asking: null });
    if (yes) onYes();
  };
  const w = words();
  return h(
    'dialog',
    {
      class: 'modal small',
      key: 'confirm',
      role: 'alertdialog',
      'aria-labelledby': 'confirm-title',
      'aria-describedby': 'confirm-text',
      mounted: (element: HTMLDialogElement) => {
        element.showModal();
        element.querySelector<HTMLElement>('.modal-foot button')?.focus();
      },
      oncancel: (event: Event) => {
        event.preventDefault();
        done(false)();
      },
    },
    h(
      'header',
      { class: 'modal-head' },
      h('h2', { id: 'confirm-title' }, confirm.title ? plainText(confirm.title.text) : w.areYouSure),
    ),
    h('div', { class: 'modal-body', id: 'confirm-text' }, textObject(confirm.text)),
    h(
      'footer',
      { class: 'modal-foot' },
      h('button', { type: 'button', class: 'button', onclick: done(false) }, confirm.deny?.text ?? w.no),
      h(
        'button',
        { type: 'button', class: `button ${confirm.style ?? 'primary'}`, onclick: done(true) },
        confirm.confirm?.text ?? w.yes,
      ),
    ),
  );
}
