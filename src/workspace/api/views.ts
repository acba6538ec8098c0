import { z } from 'zod';
import { SCOPE_OF_ELEMENT } from '../../slack/scopes.ts';
import { interactives, withIds } from '../elements.ts';
import { newId } from '../ids.ts';
import { type Modal, newHash } from '../open-views.ts';
import { homePayload, viewPayload } from '../payloads.ts';
import { Refusal, refusalWith } from '../refusal.ts';
import { Block, type Home } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { Blocks, faultLine, json, judge, method } from './method.ts';

const ModalView = json(z.looseObject({ type: z.literal('modal'), blocks: z.array(Block) }));
const HomeView = json(z.looseObject({ type: z.literal('home'), blocks: z.array(Block) }));

export const views = [
  method('views.open', [], z.object({ trigger_id: z.string(), view: ModalView }), (workspace, { trigger_id, view }) => {
    const modal = takenModal(workspace, view);
    const { person, channel } = workspace.triggers.use(trigger_id);
    const opened = workspace.views.open(person, modal, channel);
    workspace.store.changed();
    return { view: viewPayload(opened) };
  }),
  method('views.push', [], z.object({ trigger_id: z.string(), view: ModalView }), (workspace, { trigger_id, view }) => {
    const modal = takenModal(workspace, view);
    const { person } = workspace.triggers.use(trigger_id);
    const pushed = workspace.views.push(person, modal);
    workspace.store.changed();
    return { view: viewPayload(pushed) };
  }),
  method(
    'views.update',
    [],
    z.object({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view: ModalView,
    }),
    (workspace, { view_id, external_id, hash, view }) => {
      const open = workspace.views.find(view_id, external_id);
      if (!open) throw new Refusal('not_found');
      const modal = takenModal(workspace, view, open.id);
      workspace.views.replace(open, modal, hash);
      workspace.store.changed();
      return { view: viewPayload(open) };
    },
  ),
  method(
    'views.publish',
    [],
    z.object({ user_id: z.string(), view: HomeView, hash: z.string().optional() }),
    (workspace, { user_id, view, hash }) => {
      const { homes } = workspace.store.state;
      const person = workspace.store.person(user_id);
      if (!person || person.isBot)
        throw refusalWith('invalid_arguments', ['invalid `user_id` [json-pointer:/user_id]']);
      judge(workspace, 'home', view);
      const before = homes[user_id];
      if (hash !== undefined && hash !== before?.hash) throw new Refusal('hash_conflict');
      const home: Home = {
        id: before?.id ?? newId('V'),
        hash: newHash(),
        view: { ...view, blocks: withIds(view.blocks) },
      };
      homes[user_id] = home;
      workspace.store.changed();
      return { view: homePayload(home) };
    },
  ),
  method(
    'blocks.validate',
    [],
    z.object({ blocks: Blocks.optional(), message: json(z.unknown()).optional(), view: json(z.unknown()).optional() }),
    (workspace, { blocks, message, view }) => {
      if ([blocks, message, view].filter((given) => given !== undefined).length !== 1) {
        throw refusalWith('invalid_arguments', ['give exactly one of blocks, message, view']);
      }
      const isHome = z.object({ type: z.literal('home') }).safeParse(view).success;
      const faults =
        view === undefined
          ? workspace.referee('message', message ?? { text: ' ', blocks })
          : workspace.referee(isHome ? 'home' : 'modal', view);
      if (faults.length === 0) return {};
      throw new Refusal('invalid_blocks', { ...refusalWith('', faults.map(faultLine)).more, errors: faults });
    },
    'any',
  ),
];

/** An element may need a scope of its own. Throws `missing_scope`. */
export function checkElements({ app }: Workspace, blocks: readonly Block[]): void {
  const needed = interactives(withIds(blocks)).map(({ element }) => SCOPE_OF_ELEMENT[element.type]);
  const missing = needed.find((scope) => scope !== undefined && !app.scopes.includes(scope));
  if (missing) throw new Refusal('missing_scope', { needed: missing, provided: app.scopes.join(',') });
}

/** A form that Slack would take, with all ids filled in. */
function takenModal(
  workspace: Workspace,
  view: Record<string, unknown> & { blocks: Block[] },
  inPlaceOf?: string,
): Modal {
  judge(workspace, 'modal', view);
  checkElements(workspace, view.blocks);
  if (typeof view.external_id === 'string' && view.external_id !== '') {
    const other = workspace.views.find(undefined, view.external_id);
    if (other && other.id !== inPlaceOf) throw new Refusal('duplicate_external_id');
  }
  return { ...view, type: 'modal', blocks: withIds(view.blocks) };
}
