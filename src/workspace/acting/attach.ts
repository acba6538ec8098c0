import type { ActResult } from '../acts.ts';
import { type Interactive, interactives, valueIn } from '../elements.ts';
import { newId } from '../ids.ts';
import { type OpenView, valuesOfView } from '../open-views.ts';
import { type FileEntry, filePayload } from '../payloads.ts';
import type { Person, StoredFile } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { filesError } from './field-checks.ts';
import { ownView } from './forms.ts';
import { type ActOf, done, refused, wordsFor } from './outcome.ts';

// Files that people bring to a form. The workspace alone holds what a field has: what a page says of it counts for nothing.

/** Brings a file to a field. What the field does not take is told under it, and nothing is kept of it. */
export function attach(workspace: Workspace, person: Person, act: ActOf<'attach'>): ActResult {
  const words = wordsFor(person);
  const found = fieldFor(workspace, person, act);
  if (!found) return refused(words.gone);
  const { view, field } = found;
  const before = filesIn(view, field);
  const content = act.content === null ? null : Buffer.from(act.content, 'base64');
  const { name } = act;
  const problem = filesError([...before, { name, size: content?.length ?? act.size }], field.element, words);
  if (problem !== null || content === null) {
    view.errors = { ...view.errors, [field.blockId]: problem ?? words.fileNotBrought };
    workspace.store.changed();
    return refused(problem ?? words.fileNotBrought);
  }
  const file = stored(workspace, person, name, content);
  workspace.store.state.files.push(file);
  hold(workspace, view, field, [...before, filePayload(workspace, file)]);
  return done;
}

/** Takes a file out of a field; it is gone from the workspace, too. */
export function detach(workspace: Workspace, person: Person, act: ActOf<'detach'>): ActResult {
  const found = fieldFor(workspace, person, act);
  const before = found ? filesIn(found.view, found.field) : [];
  if (!found || !before.some(({ id }) => id === act.fileId)) return refused(wordsFor(person).gone);
  const { state } = workspace.store;
  state.files = state.files.filter(({ id }) => id !== act.fileId);
  const left = before.filter(({ id }) => id !== act.fileId);
  hold(workspace, found.view, found.field, left);
  return done;
}

function fieldFor(
  workspace: Workspace,
  person: Person,
  { viewId, blockId, actionId }: ActOf<'attach' | 'detach'>,
): { view: OpenView; field: Interactive } | undefined {
  const view = ownView(workspace, person, viewId);
  const field = interactives(view?.modal.blocks ?? []).find(
    (one) => one.blockId === blockId && one.element.action_id === actionId && one.element.type === 'file_input',
  );
  return view && field ? { view, field } : undefined;
}

const filesIn = (view: OpenView, field: Interactive): FileEntry[] => valueIn(valuesOfView(view), field) as FileEntry[];

function hold(workspace: Workspace, view: OpenView, { blockId, element }: Interactive, files: FileEntry[]): void {
  const held = { [element.action_id]: { type: element.type, files } };
  view.typed = { ...view.typed, [blockId]: { ...view.typed[blockId], ...held } };
  const { [blockId]: _, ...others } = view.errors;
  view.errors = others;
  workspace.store.changed();
}

const stored = ({ store }: Workspace, person: Person, name: string, content: Buffer): StoredFile => ({
  id: newId('F'),
  name,
  title: name,
  alt: null,
  size: content.length,
  owner: person.id,
  created: store.seconds(),
  channels: [],
  content: content.toString('base64'),
});
