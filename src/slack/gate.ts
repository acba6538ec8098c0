import type { Log } from '../log.ts';
import { asLetters, shortenThen, split, unescaped, wellFormed } from './escape.ts';
import { LIMITS } from './limits.ts';
import { everyString, isNode, type Node } from './referee/walk.ts';
import { type Fault, faultsOf } from './referee.ts';

export type Kind = 'message' | 'modal' | 'home';

/** A payload of ours that Slack would refuse: a defect. The faults quote nothing that people wrote. */
export class RefusedPayload extends Error {
  override name = 'RefusedPayload';
  readonly code = 'refused_payload';

  constructor(
    readonly kind: Kind,
    readonly faults: readonly Fault[],
  ) {
    super(`${kind}: ${faults.map(({ pointer, code }) => `${code} ${pointer}`).join('; ')}`);
  }
}

/** The way out for every payload: what passes the referee goes as it is. */
export type Gate = <Payload>(kind: Kind, payload: Payload) => Payload;

/**
 * `throw`, in tests and while developing: a fault is an error. `mend`, in service: it is logged, and the person gets the
 * words in their plainest form.
 */
export function createGate(onFault: 'throw' | 'mend', log: Log): Gate {
  return (kind, payload) => {
    const faults = faultsOf(kind, payload);
    if (faults.length === 0) return payload;
    const refused = new RefusedPayload(kind, faults);
    log.error('slack.refused', { kind, faults: faults.length, first: `${faults[0]?.code} ${faults[0]?.pointer}` });
    if (onFault === 'throw' || !isNode(payload)) throw refused;
    const mended = kind === 'message' ? plainMessage(payload) : plainView(payload, kind);
    if (faultsOf(kind, mended).length > 0) throw refused;
    return mended as typeof payload;
  };
}

const WORDS = new Set(['text', 'title', 'alt_text', 'caption', 'fallback']);

/** Everything that the blocks say, a line each. */
function wordsOf(payload: Node): string {
  return everyString(payload.blocks)
    .filter(({ name, text }) => WORDS.has(name) && text.trim() !== '')
    .map(({ text }) => unescaped(text))
    .join('\n');
}

const DROPPED = new Set(['blocks', 'attachments', 'parse', 'link_names', 'as_user', 'text']);

function plainMessage(message: Node): Node {
  const rest = Object.fromEntries(Object.entries(message).filter(([name]) => !DROPPED.has(name)));
  const point = typeof message.text === 'string' ? unescaped(message.text) : '';
  const words = wellFormed([point, wordsOf(message)].filter(Boolean).join('\n')).trim() || '－';
  return { ...rest, text: shortenThen(words, LIMITS.messageText, asLetters) };
}

function plainView(view: Node, kind: 'modal' | 'home'): Node {
  const title = isNode(view.title) && typeof view.title.text === 'string' ? view.title.text : '－';
  const blocks = split(wellFormed(wordsOf(view)) || '－', LIMITS.text)
    .slice(0, LIMITS.viewBlocks)
    .map((text) => ({ type: 'section', text: { type: 'plain_text', text, emoji: false } }));
  const name = shortenThen(wellFormed(title), LIMITS.modalTitle, (text) => text);
  return { type: kind, blocks, ...(kind === 'modal' ? { title: { type: 'plain_text', text: name } } : {}) };
}
