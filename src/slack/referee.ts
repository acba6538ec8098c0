import { elementFaults } from './referee/elements.ts';
import type { Fault } from './referee/fault.ts';
import { structureFaults } from './referee/structure.ts';
import { surfaceFaults, viewFaults } from './referee/surfaces.ts';
import { tableFaults } from './referee/tables.ts';
import { messageFaults, textFaults } from './referee/texts.ts';
import { isNode, type Node } from './referee/walk.ts';

export type { Fault } from './referee/fault.ts';

/**
 * What Slack would refuse in a payload, and what we refuse to send: the structure and the limits of `@slack/types`, the
 * rules between fields, and our own (codes that begin with `house_`). `message`: the arguments of chat.postMessage,
 * postEphemeral, update or of `respond`; `modal` and `home`: the view.
 */
export function faultsOf(kind: 'message' | 'modal' | 'home', payload: unknown): Fault[] {
  if (!isNode(payload)) return [{ pointer: '', code: 'wrong_type', message: 'must be an object' }];
  const faults = [
    ...(kind === 'message' ? messageStructure(payload) : structureFaults(VIEWS[kind], payload, '')),
    ...surfaceFaults(kind, payload.blocks, '/blocks'),
    ...elementFaults(payload.blocks, '/blocks'),
    ...textFaults(payload),
    ...(kind === 'message'
      ? messageFaults(payload)
      : [...tableFaults(payload.blocks, '/blocks'), ...viewFaults(payload)]),
  ];
  // A limit of a text object and the narrower one of its place say the same thing twice.
  return faults.filter(
    (fault, at) => faults.findIndex((other) => other.pointer === fault.pointer && other.code === fault.code) === at,
  );
}

const VIEWS = { modal: 'ModalView', home: 'HomeView' } as const;

function messageStructure({ blocks, metadata }: Node): Fault[] {
  return [
    ...(blocks === undefined
      ? []
      : Array.isArray(blocks)
        ? blocks.flatMap((block, at) => structureFaults('KnownBlock', block, `/blocks/${at}`))
        : [{ pointer: '/blocks', code: 'wrong_type', message: 'must be an array' }]),
    ...(metadata === undefined ? [] : structureFaults('MessageMetadata', metadata, '/metadata')),
  ];
}
