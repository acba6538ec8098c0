import type { Fault } from './fault.ts';

/** An object somewhere in a payload. Its structure may be at fault, so every field is unknown. */
export type Node = Record<string, unknown>;

export interface Place {
  node: Node;
  pointer: string;
}

export interface Text {
  text: string;
  pointer: string;
  name: string;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Stands for every pointer while a payload is judged for the first time: nearly all are right, and pointers nobody reads
 * would be most of the work.
 */
export const NOWHERE = '-';

/** The pointer of what stands at `key`. */
export const below = (pointer: string, key: string | number): string =>
  pointer === NOWHERE ? NOWHERE : `${pointer}/${key}`;

/** The objects of a list, with their places; nothing if it is none. */
export function nodesIn(value: unknown, pointer: string): Place[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((node, at) => (isNode(node) ? [{ node, pointer: below(pointer, at) }] : []));
}

/** All objects and all strings somewhere. */
export interface Contents {
  nodes: Place[];
  texts: Text[];
}

/** A block with all that is in it. */
export interface BlockContents extends Contents {
  block: Place;
}

/** A payload, gone through once. */
export interface Parts {
  blocks: BlockContents[];
  /** What stands beside the blocks. */
  rest: Contents;
}

export function partsOf(payload: Node, pointer: string): Parts {
  const parts: Parts = { blocks: [], rest: { nodes: [], texts: [] } };
  for (const name in payload) {
    const value = payload[name];
    const at = below(pointer, name);
    if (name !== 'blocks' || !Array.isArray(value)) {
      collect(value, at, name, parts.rest);
      continue;
    }
    value.forEach((node: unknown, index) => {
      if (!isNode(node)) return;
      const contents = { block: { node, pointer: below(at, index) }, nodes: [], texts: [] };
      collect(node, contents.block.pointer, String(index), contents);
      parts.blocks.push(contents);
    });
  }
  return parts;
}

/** Adds all that is below `value`, itself included. */
function collect(value: unknown, pointer: string, name: string, into: Contents): void {
  if (typeof value === 'string') into.texts.push({ text: value, pointer, name });
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) into.nodes.push({ node: value as Node, pointer });
  for (const key in value) collect((value as Node)[key], below(pointer, key), key, into);
}

/** Every string below `value`, with the name of its field. */
export function everyString(value: unknown): Text[] {
  const contents: Contents = { nodes: [], texts: [] };
  collect(value, NOWHERE, '', contents);
  return contents.texts;
}

export const fault = (pointer: string, code: string, message: string): Fault => ({ pointer, code, message });

/** Later ones of equal strings. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (typeof key !== 'string') return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
