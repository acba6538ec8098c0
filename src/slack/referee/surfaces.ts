import { LIMITS } from '../limits.ts';
import type { Fault } from './fault.ts';
import { type BlockContents, fault, isNode, type Node, type Parts, type Place, repeated } from './walk.ts';

// What may stand where, and how much of it.

export type Surface = 'message' | 'modal' | 'home';

/** Blocks that do not go everywhere (documented). */
const ONLY_ON = new Map<unknown, readonly Surface[]>(
  Object.entries({
    alert: ['modal'],
    card: ['message'],
    carousel: ['message'],
    container: ['message', 'home'],
    context_actions: ['message'],
    data_table: ['message', 'home'],
    markdown: ['message'],
    plan: ['message'],
    table: ['message', 'home'],
    task_card: ['message'],
  }),
);

export function surfaceFaults(surface: Surface, { blocks }: Parts, pointer: string): Fault[] {
  const top = blocks.map(({ block }) => block);
  const most = surface === 'message' ? LIMITS.messageBlocks : LIMITS.viewBlocks;
  return [
    ...(top.length > most ? [fault(pointer, 'too_many', `at most ${most} blocks, there are ${top.length}`)] : []),
    ...top.flatMap((place) => wrongPlace(surface, place)),
    ...repeated(top, ({ node }) => node.block_id).map((place) =>
      fault(`${place.pointer}/block_id`, 'duplicate', 'another block has this block_id'),
    ),
    ...blocks.flatMap(repeatedActions),
    ...focusFaults(surface, blocks),
  ];
}

function wrongPlace(surface: Surface, { node, pointer }: Place): Fault[] {
  const only = ONLY_ON.get(node.type);
  const misplaced = only !== undefined && !only.includes(surface);
  const fileInput = surface !== 'modal' && isNode(node.element) && node.element.type === 'file_input';
  // Slack shows file blocks when messages are read; nobody may send one.
  if (misplaced || node.type === 'file') {
    return [fault(pointer, 'not_allowed_here', `no ${node.type} block in a ${surface}`)];
  }
  return fileInput ? [fault(`${pointer}/element`, 'not_allowed_here', 'file_input stands in modals only')] : [];
}

function repeatedActions({ nodes }: BlockContents): Fault[] {
  return repeated(nodes, (place) => place.node.action_id).map((place) =>
    fault(`${place.pointer}/action_id`, 'duplicate', 'another element of this block has this action_id'),
  );
}

function focusFaults(surface: Surface, blocks: readonly BlockContents[]): Fault[] {
  const focused = blocks.flatMap(({ nodes }) => nodes.filter(({ node }) => node.focus_on_load === true));
  if (surface === 'message') {
    return focused.map((place) => fault(`${place.pointer}/focus_on_load`, 'not_allowed_here', 'is for views only'));
  }
  return focused.slice(1).map((place) => fault(`${place.pointer}/focus_on_load`, 'duplicate', 'one element at most'));
}

/** A view as a whole. */
export function viewFaults(view: Node, { blocks }: Parts): Fault[] {
  const inputs = blocks.filter(({ block }) => block.node.type === 'input');
  const bytes = Buffer.byteLength(JSON.stringify(view));
  return [
    ...(view.type === 'modal' && inputs.length > 0 && view.submit === undefined
      ? [fault('', 'missing', 'needs "submit", as it has inputs')]
      : []),
    ...(bytes > LIMITS.viewBytes
      ? [fault('', 'view_too_large', `at most ${LIMITS.viewBytes} bytes, has ${bytes}`)]
      : []),
  ];
}
