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

/** The objects of a list, with their places; nothing if it is none. */
export function nodesIn(value: unknown, pointer: string): Place[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((node, at) => (isNode(node) ? [{ node, pointer: `${pointer}/${at}` }] : []));
}

/** Every object below `value`, itself included. */
export function everyNode(value: unknown, pointer: string, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  if (isNode(value)) found.push({ node: value, pointer });
  for (const key in value) everyNode((value as Node)[key], `${pointer}/${key}`, found);
  return found;
}

/** Every string below `value`, with the name of its field. */
export function everyString(value: unknown, pointer: string, name = '', found: Text[] = []): Text[] {
  if (typeof value === 'string') found.push({ text: value, pointer, name });
  if (typeof value !== 'object' || value === null) return found;
  for (const key in value) everyString((value as Node)[key], `${pointer}/${key}`, key, found);
  return found;
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
