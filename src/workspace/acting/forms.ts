import { z } from 'zod';
import type { WorkspaceWords } from '../../words/workspace.ts';
import type { ActResult } from '../acts.ts';
import { judge } from '../api/method.ts';
import { checkElements } from '../api/views.ts';
import { mergedValues } from '../chosen.ts';
import { interactives, type Values, valueIn, withIds } from '../elements.ts';
import { type OpenView, valuesOfView } from '../open-views.ts';
import { interactionHead, viewPayload } from '../payloads.ts';
import { Refusal, reasonsIn } from '../refusal.ts';
import { Block, type Person } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { takeAnswer } from './acknowledged.ts';
import { fieldErrors } from './field-checks.ts';
import { type ActOf, done, refused, wordsFor } from './outcome.ts';

/** Types into a form; nothing is sent yet. */
export function fill(workspace: Workspace, person: Person, act: ActOf<'fill'>): ActResult {
  const view = ownView(workspace, person, act.viewId);
  if (!view) return refused(wordsFor(person).gone);
  view.typed = mergedValues(view.typed, readValues(view, act.values));
  workspace.store.changed();
  return done;
}

/** Submits a form, unless a field holds it back; does what the bot answers. */
export async function submit(workspace: Workspace, person: Person, act: ActOf<'submit'>): Promise<ActResult> {
  const words = wordsFor(person);
  const view = ownView(workspace, person, act.viewId);
  if (!view) return refused(words.gone);
  view.typed = mergedValues(view.typed, readValues(view, act.values));
  view.errors = fieldErrors(view.modal.blocks, valuesOfView(view), words);
  view.problem = null;
  workspace.store.changed();
  if (Object.keys(view.errors).length > 0) return refused(words.formIncomplete);
  const outcome = await workspace.postman.deliver({
    kind: 'interactive',
    name: 'view_submission',
    payload: {
      type: 'view_submission',
      ...interactionHead(person),
      trigger_id: workspace.triggers.give(person.id, view.channel),
      view: viewPayload(view),
      response_urls: responseUrls(workspace, person, view),
    },
  });
  const problem = outcome.ok ? answered(workspace, words, view, outcome.body) : words.formFailed;
  if (problem !== null) view.problem = problem;
  workspace.store.changed();
  if (problem !== null) return refused(problem);
  return Object.keys(view.errors).length > 0 ? refused(words.formIncomplete) : done;
}

/** Closes a form and all above it; the one below comes to light again. */
export async function closeForm(workspace: Workspace, person: Person, act: ActOf<'close'>): Promise<ActResult> {
  const view = ownView(workspace, person, act.viewId);
  if (!view) return refused(wordsFor(person).gone);
  const clearsAll = view.modal.clear_on_close === true;
  const isCleared = clearsAll || workspace.views.top(person.id) !== view;
  const closed = clearsAll ? workspace.views.clear(person.id) : workspace.views.close(view);
  workspace.store.changed();
  await tellClosed(workspace, person, closed, isCleared);
  return done;
}

async function tellClosed(workspace: Workspace, person: Person, closed: OpenView[], isCleared: boolean): Promise<void> {
  const asked = closed.filter(({ modal }) => modal.notify_on_close === true);
  await Promise.all(
    asked.map((view) =>
      workspace.postman.deliver({
        kind: 'interactive',
        name: 'view_closed',
        payload: { type: 'view_closed', ...interactionHead(person), view: viewPayload(view), is_cleared: isCleared },
      }),
    ),
  );
}

const ModalView = z.looseObject({ type: z.literal('modal'), blocks: z.array(Block) });
const Answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: ModalView }),
  z.object({ response_action: z.literal('push'), view: ModalView }),
  z.object({ response_action: z.literal('clear') }),
]);

/** Does what the bot answered to a submission; returns what is wrong with the answer, if anything. */
function answered(workspace: Workspace, words: WorkspaceWords, view: OpenView, body: unknown): string | null {
  const isEmpty = typeof body !== 'object' || body === null || !('response_action' in body);
  if (isEmpty) {
    workspace.views.close(view);
    return null;
  }
  const refusal = takeAnswer(workspace, 'view_submission', body, () => obey(workspace, view, body));
  return refusal && words.refusedByWorkspace([refusal.code, ...reasonsIn(refusal.more)].join(' '));
}

function obey(workspace: Workspace, view: OpenView, body: unknown): void {
  const read = Answer.safeParse(body);
  if (!read.success) throw new Refusal('invalid_response_action');
  const answer = read.data;
  switch (answer.response_action) {
    case 'errors':
      checkErrors(view, answer.errors);
      view.errors = answer.errors;
      return;
    case 'update':
      judge(workspace, 'modal', answer.view);
      checkElements(workspace, answer.view.blocks);
      workspace.views.replace(view, { ...answer.view, blocks: withIds(answer.view.blocks) });
      return;
    case 'push':
      judge(workspace, 'modal', answer.view);
      checkElements(workspace, answer.view.blocks);
      workspace.views.push(view.person, { ...answer.view, blocks: withIds(answer.view.blocks) });
      return;
    case 'clear':
      workspace.views.clear(view.person);
  }
}

/** Errors may only stand under inputs. */
function checkErrors(view: OpenView, errors: Record<string, string>): void {
  const inputs = view.modal.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  const stray = Object.keys(errors).find((blockId) => !inputs.includes(blockId));
  if (stray !== undefined) throw new Refusal(`no input block ${stray}`);
  if (Object.keys(errors).length === 0) throw new Refusal('errors without an error');
}

/** Where a conversation was chosen in a field that asked for it, the bot may answer there. */
function responseUrls(workspace: Workspace, person: Person, view: OpenView): Record<string, unknown>[] {
  const values = valuesOfView(view);
  return interactives(view.modal.blocks)
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap((field) => {
      const channel = valueIn(values, field);
      if (typeof channel !== 'string') return [];
      const url = workspace.responseUrls.give({ person: person.id, channel, messageTs: null });
      return [{ block_id: field.blockId, action_id: field.element.action_id, channel_id: channel, response_url: url }];
    });
}

/** A form that stands open before this person. */
export function ownView(workspace: Workspace, person: Person, viewId: string): OpenView | undefined {
  const view = workspace.views.find(viewId);
  return view?.person === person.id ? view : undefined;
}

/** The page sends an entry for each element; anything else is left out, and so is what it says of files (attach.ts). */
function readValues({ modal }: OpenView, given: ActOf<'fill'>['values']): Values {
  const Entry = z.record(z.string(), z.unknown());
  const files = interactives(modal.blocks).filter(({ element }) => element.type === 'file_input');
  const isHeld = (block: string, action: string) =>
    files.some(({ blockId, element }) => blockId === block && element.action_id === action);
  const values: Values = {};
  for (const [blockId, actions] of Object.entries(given)) {
    for (const [actionId, entry] of Object.entries(actions)) {
      const read = Entry.safeParse(entry);
      if (read.success && !isHeld(blockId, actionId)) values[blockId] = { ...values[blockId], [actionId]: read.data };
    }
  }
  return values;
}
