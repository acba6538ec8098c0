import type { SeenConversation } from '../../sight.ts';
import { complete, completionKey, completionList } from './completion.ts';
import { h, type Wanted } from './dom.ts';
import { isComposing } from './keys.ts';
import { perform } from './server.ts';
import { change, redraw, state, words } from './state.ts';

const draftKey = (place: SeenConversation, thread: string | null) => `${place.id}/${thread ?? ''}`;

/** The field to write in. Enter sends, Shift+Enter makes a line; an input method's Enter belongs to it alone. */
export function composer(place: SeenConversation, thread: string | null): Wanted {
  const key = draftKey(place, thread);
  const draft = state.drafts.get(key) ?? '';
  const id = thread === null ? 'composer' : 'thread-composer';
  const w = words();
  const label = thread === null ? w.writeTo(place.kind === 'dm' ? place.name : `#${place.name}`) : w.replyInThread;
  const found = complete(key, draft);
  return h(
    'form',
    {
      class: 'composer',
      key: `composer-${key}`,
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void send(place, thread);
      },
    },
    found && completionList(key, id, found),
    h(
      'div',
      { class: 'composer-line' },
      h('textarea', {
        id,
        rows: 1,
        value: draft,
        placeholder: label,
        'aria-label': label,
        'aria-autocomplete': 'list',
        'aria-controls': found ? `${id}-completion` : undefined,
        'aria-activedescendant': found ? `${id}-completion-${found.active}` : undefined,
        mounted: (element: HTMLElement) => thread === null && takeFocus(element),
        oninput: (event: Event) => type(key, (event.currentTarget as HTMLTextAreaElement).value),
        onclick: redraw,
        onkeydown: (event: KeyboardEvent) => {
          if (isComposing(event) || completionKey(key, event, found)) return;
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void send(place, thread);
        },
      }),
      h('button', { type: 'submit', class: 'button primary', disabled: draft.trim() === '' }, w.send),
    ),
    h('div', { class: 'quiet composer-hint' }, thread === null ? w.composerHint : w.threadHint),
  );
}

/** Whoever comes here with the focus on nothing wants to write; on a touch screen a keyboard would jump up. */
function takeFocus(element: HTMLElement): void {
  if (document.activeElement === document.body && matchMedia('(hover: hover)').matches) element.focus();
}

/** Only the composer changes while someone types, so nothing else is drawn again. */
function type(key: string, text: string): void {
  state.drafts.set(key, text);
  redraw();
}

async function send(place: SeenConversation, thread: string | null): Promise<void> {
  const key = draftKey(place, thread);
  const text = (state.drafts.get(key) ?? '').trim();
  if (text === '') return;
  type(key, '');
  const result = await sendText(place, thread, text);
  if (!result.ok && !state.drafts.get(key)) type(key, text);
}

/** Says something, or gives a command; the thread that an answer opens is shown then. */
export function sendText(place: SeenConversation, thread: string | null, text: string) {
  const awaiting = { channel: place.id, after: place.messages.at(-1)?.ts ?? '0' };
  change({ problem: null, awaiting: thread === null ? awaiting : null });
  return perform({ act: 'say', channel: place.id, text, ...(thread !== null && { threadTs: thread }) });
}
