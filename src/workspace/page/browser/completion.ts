import { h, type Wanted } from './dom.ts';
import { redraw, state, words } from './state.ts';

interface Suggestion {
  /** What is written, with the blank after it. */
  text: string;
  label: string;
  note: string;
}

/** What could stand where the caret is. */
export interface Completion {
  from: number;
  to: number;
  suggestions: Suggestion[];
  active: number;
}

const view = { key: '', draft: '', active: 0, dismissed: '' };

/** Commands after a slash at the beginning, members after an @; null where there is nothing to complete. */
export function complete(key: string, draft: string): Completion | null {
  if (view.key !== key || view.draft !== draft) Object.assign(view, { key, draft, active: 0 });
  if (view.dismissed === draft) return null;
  const command = /^\/\S*$/.exec(draft)?.[0];
  if (command !== undefined) return found(0, draft.length, commands(command));
  const mention = /(^|[\s\u3000])@([^\s\u3000@]*)$/.exec(draft);
  if (!mention) return null;
  const from = mention.index + (mention[1]?.length ?? 0);
  return found(from, draft.length, members(mention[2] ?? ''));
}

function found(from: number, to: number, suggestions: Suggestion[]): Completion | null {
  return suggestions.length === 0
    ? null
    : { from, to, suggestions, active: Math.min(view.active, suggestions.length - 1) };
}

const commands = (begun: string): Suggestion[] =>
  (state.sight?.commands ?? [])
    .filter(({ command }) => command.startsWith(begun))
    .map(({ command, description, usageHint }) => ({
      text: `${command} `,
      label: usageHint === '' ? command : `${command} ${usageHint}`,
      note: description,
    }));

function members(begun: string): Suggestion[] {
  const { people = [], bot } = state.sight ?? {};
  const all = [
    ...(bot ? [{ name: bot.name, title: words().app }] : []),
    ...people.filter(({ deleted, id }) => !deleted && id !== bot?.userId),
  ];
  return all
    .filter(({ name }) => name.toLowerCase().includes(begun.toLowerCase()))
    .slice(0, 8)
    .map(({ name, title }) => ({ text: `@${name} `, label: `@${name}`, note: title }));
}

export function completionList(key: string, id: string, { suggestions, active, from, to }: Completion): Wanted {
  return h(
    'ul',
    {
      class: 'options completion',
      id: `${id}-completion`,
      role: 'listbox',
      'aria-label': words().suggestions,
      drawn: (element: Element) => element.querySelector('.active')?.scrollIntoView({ block: 'nearest' }),
    },
    suggestions.map((suggestion, at) =>
      h(
        'li',
        {
          key: suggestion.text,
          id: `${id}-completion-${at}`,
          class: at === active ? 'option active' : 'option',
          role: 'option',
          'aria-selected': at === active,
          onmousedown: (event: MouseEvent) => event.preventDefault(),
          onclick: () => take(key, from, to, suggestion),
        },
        h('strong', null, suggestion.label),
        h('span', { class: 'quiet option-note' }, suggestion.note),
      ),
    ),
  );
}

function take(key: string, from: number, to: number, { text }: Suggestion): void {
  const draft = state.drafts.get(key) ?? '';
  state.drafts.set(key, draft.slice(0, from) + text + draft.slice(to));
  redraw();
}

/** Keys that belong to the list while it is open; says whether it took this one. */
export function completionKey(key: string, event: KeyboardEvent, completion: Completion | null): boolean {
  if (!completion) return false;
  const { suggestions, active, from, to } = completion;
  const chosen = suggestions[active];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const step = event.key === 'ArrowDown' ? 1 : suggestions.length - 1;
    view.active = (active + step) % suggestions.length;
  } else if (event.key === 'Escape') view.dismissed = view.draft;
  else if (chosen && takes(event, chosen, view.draft.slice(from, to))) take(key, from, to, chosen);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  redraw();
  return true;
}

/** Tab takes a suggestion, and so does Enter, unless it is typed in full already: then Enter sends. */
const takes = ({ key, shiftKey }: KeyboardEvent, { text }: Suggestion, typed: string): boolean =>
  key === 'Tab' || (key === 'Enter' && !shiftKey && text.trim() !== typed);
