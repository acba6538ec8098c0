import { asRecord } from './elements.ts';
import type { SeenMessage, SeenView } from './sight.ts';

/** Everything that can be read in blocks, in their order, a line each piece. */
export function textOfBlocks(value: unknown): string {
  return pieces(value).join('\n');
}

export const textOfMessage = (message: SeenMessage): string =>
  [message.text, ...pieces(message.blocks), ...message.files.map(({ title }) => title)].join('\n');

export const textOfView = ({ view, errors, problem }: SeenView): string =>
  [...pieces({ ...view }), ...Object.values(errors), problem ?? ''].join('\n');

/** Keys under which nothing stands that a person reads. */
const UNREAD = new Set(['type', 'block_id', 'action_id', 'callback_id', 'private_metadata', 'value', 'url', 'style']);

function pieces(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pieces);
  const record = asRecord(value);
  if (!record) return [];
  return Object.entries(record).flatMap(([key, inner]) => {
    if (UNREAD.has(key)) return [];
    return typeof inner === 'string' ? [inner] : pieces(inner);
  });
}
