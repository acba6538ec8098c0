import { interactives, type Values, valuesOf } from './elements.ts';
import { newId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Block } from './state.ts';

/** A modal as the app sent it, with all ids filled in. */
export type Modal = Record<string, unknown> & { type: 'modal'; blocks: Block[] };

/** A form that stands open before a person. */
export interface OpenView {
  id: string;
  person: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  modal: Modal;
  /** What was typed; read it through `valuesOfView`. */
  typed: Values;
  errors: Record<string, string>;
  problem: string | null;
  /** Where the person was when the first form of the stack opened. */
  channel: string | null;
}

/** The root and two that were pushed. */
const DEEPEST = 3;

/** `state.values` of an open form. */
export const valuesOfView = (view: OpenView): Values => valuesOf(view.modal.blocks, view.typed);

/** Which forms stand open, for each person a stack of its own. In memory only: a restart closes them. */
export class OpenViews {
  readonly #stacks = new Map<string, OpenView[]>();

  /** Lowest first. */
  stackOf(person: string): readonly OpenView[] {
    return this.#stacks.get(person) ?? [];
  }

  top(person: string): OpenView | undefined {
    return this.stackOf(person).at(-1);
  }

  /** By its own id, or by the one that the app gave it. */
  find(id: string | undefined, externalId?: string): OpenView | undefined {
    for (const stack of this.#stacks.values()) {
      const found = stack.find(
        (view) => view.id === id || (externalId !== undefined && view.modal.external_id === externalId),
      );
      if (found) return found;
    }
    return undefined;
  }

  /** Opens a form as the root of a new stack. */
  open(person: string, modal: Modal, channel: string | null): OpenView {
    const id = newId('V');
    const view = opened(id, person, modal, { rootId: id, previousId: null, channel });
    this.#stacks.set(person, [view]);
    return view;
  }

  /** Puts a form on top. Throws `push_limit_reached` on the fourth. */
  push(person: string, modal: Modal): OpenView {
    const stack = this.stackOf(person);
    const below = stack.at(-1);
    if (!below) throw new Refusal('not_found');
    if (stack.length >= DEEPEST) throw new Refusal('push_limit_reached');
    const { rootId, channel } = below;
    const view = opened(newId('V'), person, modal, { rootId, previousId: below.id, channel });
    this.#stacks.set(person, [...stack, view]);
    return view;
  }

  /** Draws an open form anew; what was typed stays where block, action and kind are the same. */
  replace(view: OpenView, modal: Modal, hash?: string): OpenView {
    if (hash !== undefined && hash !== view.hash) throw new Refusal('hash_conflict');
    view.typed = valuesOfView(view);
    Object.assign(view, { modal, hash: newHash(), errors: {}, problem: null });
    return view;
  }

  /** Takes a form and everything above it away; returns what went, topmost first. */
  close(view: OpenView): OpenView[] {
    const stack = this.stackOf(view.person);
    const at = stack.indexOf(view);
    if (at < 0) return [];
    this.#stacks.set(view.person, stack.slice(0, at));
    return stack.slice(at).reverse();
  }

  clear(person: string): OpenView[] {
    const stack = this.stackOf(person);
    this.#stacks.delete(person);
    return [...stack].reverse();
  }
}

export const newHash = () => `${newId('')}.${newId('h').toLowerCase()}`;

const opened = (
  id: string,
  person: string,
  modal: Modal,
  place: Pick<OpenView, 'rootId' | 'previousId' | 'channel'>,
): OpenView => ({
  id,
  person,
  hash: newHash(),
  modal,
  typed: place.channel === null ? {} : currentConversation(modal, place.channel),
  errors: {},
  problem: null,
  ...place,
});

/** Pickers that begin with the conversation in which the form was asked for. */
function currentConversation(modal: Modal, channel: string): Values {
  const values: Values = {};
  for (const { blockId, element } of interactives(modal.blocks)) {
    if (element.default_to_current_conversation !== true) continue;
    const many = element.type.startsWith('multi_');
    values[blockId] = {
      [element.action_id]: many ? { selected_conversations: [channel] } : { selected_conversation: channel },
    };
  }
  return values;
}
