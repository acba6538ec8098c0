import { elementFaults } from './referee/elements.ts';
import type { Fault } from './referee/fault.ts';
import { structureFaults } from './referee/structure.ts';
import { surfaceFaults, viewFaults } from './referee/surfaces.ts';
import { tableFaults } from './referee/tables.ts';
import { messageFaults, textFaults } from './referee/texts.ts';
import { below, isNode, NOWHERE, type Node, partsOf } from './referee/walk.ts';

export type { Fault } from './referee/fault.ts';

/**
 * What Slack would refuse in a payload, and what we refuse to send: the structure and the limits of `@slack/types`, the
 * rules between fields, and our own (codes that begin with `house_`). `message`: the arguments of chat.postMessage,
 * postEphemeral, update or of `respond`; `modal` and `home`: the view.
 */
export function faultsOf(kind: 'message' | 'modal' | 'home', payload: unknown): Fault[] {
  if (!isNode(payload)) return [{ pointer: '', code: 'wrong_type', message: 'must be an object' }];
  if (found(kind, payload, NOWHERE).length === 0) return [];
  const faults = found(kind, payload, '');
  // A limit of a text object and the narrower one of its place say the same thing twice.
  return faults.filter(
    (fault, at) => faults.findIndex((other) => other.pointer === fault.pointer && other.code === fault.code) === at,
  );
}

/** `root`: the pointer of the payload itself, or `NOWHERE`, where only whether something is wrong is of interest. */
function found(kind: 'message' | 'modal' | 'home', payload: Node, root: string): Fault[] {
  const parts = partsOf(payload, root);
  return [
    ...(kind === 'message' ? messageStructure(payload, root) : structureFaults(VIEWS[kind], payload, root)),
    ...surfaceFaults(kind, parts, below(root, 'blocks')),
    ...elementFaults(parts),
    ...textFaults(parts),
    ...tableFaults(parts),
    ...(kind === 'message' ? messageFaults(payload, parts) : viewFaults(payload, parts)),
  ];
}

const VIEWS = { modal: 'ModalView', home: 'HomeView' } as const;

function messageStructure({ blocks, metadata }: Node, root: string): Fault[] {
  const at = below(root, 'blocks');
  return [
    ...(blocks === undefined
      ? []
      : Array.isArray(blocks)
        ? blocks.flatMap((block, index) => structureFaults('KnownBlock', block, below(at, index)))
        : [{ pointer: at, code: 'wrong_type', message: 'must be an array' }]),
    ...(metadata === undefined ? [] : structureFaults('MessageMetadata', metadata, below(root, 'metadata'))),
  ];
}
