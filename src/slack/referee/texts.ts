import { LIMITS } from '../limits.ts';
import type { Fault } from './fault.ts';
import { isRead } from './tables.ts';
import { type BlockContents, type Contents, fault, isNode, type Node, type Parts } from './walk.ts';

// The words of a payload: how much, and that nothing in them mentions, links or formats by accident.

/** `<@U…>`, `<#C…>`, `<!subteam^…>`, `<!date^…>`, `<https://…|label>`, `<mailto:…>`: what code may write on purpose. */
const MARKUP =
  /<(?:[@#][A-Z0-9]+|!subteam\^[A-Z0-9]+|!date\^\d+\^[^<>]+|(?:https?:\/\/|mailto:)[^<>|\s]+)(?:\|[^<>]*)?>/g;
const BROADCAST = /<!(channel|here|everyone)(\|[^<>]*)?>/g;
const JAPANESE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆〇、。・「」『』（）【】［］〈〉《》！？：；～－＝％０-９Ａ-Ｚａ-ｚ';
const FORMAT = new RegExp(`[*_~](?=[${JAPANESE}])|(?<=[${JAPANESE}])[*_~]`, 'u');

export function mrkdwnFaults(text: string, pointer: string): Fault[] {
  const bare = text.replace(MARKUP, '\u2060');
  const rest = bare.replace(BROADCAST, '');
  return [
    ...(rest === bare ? [] : [fault(pointer, 'house_broadcast', 'would ring everybody: escape what people wrote')]),
    // A raw > may only begin a line, as a quote.
    ...(/<|[^\n]>|&(?!(amp|lt|gt);)/.test(rest)
      ? [fault(pointer, 'house_unescaped', 'has an unescaped &, < or >')]
      : []),
  ];
}

/** `*太字*です` shows its asterisks: bold belongs into rich_text. */
export function boldFaults(text: string, pointer: string): Fault[] {
  const plain = text.replace(MARKUP, '\u2060').replace(/`[^`\n]*`/g, '\u2060');
  return FORMAT.test(plain) ? [fault(pointer, 'house_bold', '*, _ or ~ beside Japanese: use rich_text')] : [];
}

/** The texts of a payload, wherever they stand. */
export const textFaults = ({ blocks, rest }: Parts): Fault[] => [...faultsIn(rest), ...blocks.flatMap(faultsIn)];

function faultsIn({ texts, nodes }: Contents): Fault[] {
  const faults: Fault[] = [];
  for (const { text, pointer } of texts) {
    if (!text.isWellFormed()) faults.push(fault(pointer, 'broken_character', 'has half a surrogate pair'));
  }
  for (const { node, pointer } of nodes) {
    if (node.type === 'mrkdwn' && typeof node.text === 'string') {
      faults.push(...mrkdwnFaults(node.text, `${pointer}/text`), ...boldFaults(node.text, `${pointer}/text`));
    }
    if (node.type === 'broadcast') faults.push(fault(pointer, 'house_broadcast', 'rings everybody'));
  }
  return faults;
}

/** A message as a whole: its fallback text, its size, and what we never send. */
export function messageFaults(message: Node, parts: Parts): Fault[] {
  return [
    ...(message.delete_original === true ? [] : fallbackFaults(message, parts.blocks.length > 0)),
    ...sizeFaults(parts.blocks),
    ...(['attachments', 'parse', 'link_names', 'as_user'] as const)
      .filter((name) => message[name] !== undefined)
      .map((name) => fault(`/${name}`, 'house_unused', 'is nothing that we send')),
    ...(isNode(message.metadata) && message.post_at !== undefined
      ? [fault('/metadata', 'not_allowed_here', 'a scheduled message with metadata is never posted')]
      : []),
  ];
}

function fallbackFaults(message: Node, hasBlocks: boolean): Fault[] {
  const { text } = message;
  if (typeof text !== 'string' || text.trim() === '') {
    return [fault('/text', 'no_text', 'every message has a text: it is what notifications and screen readers say')];
  }
  return [
    ...(text.length > LIMITS.messageText
      ? [fault('/text', 'too_long', `at most ${LIMITS.messageText} characters, has ${text.length}`)]
      : []),
    ...mrkdwnFaults(text, '/text'),
    ...(hasBlocks || message.mrkdwn === false ? [] : boldFaults(text, '/text')),
  ];
}

function sizeFaults(blocks: readonly BlockContents[]): Fault[] {
  let markdown = 0;
  let all = 0;
  for (const { block, texts } of blocks) {
    if (block.node.type === 'markdown') markdown += String(block.node.text ?? '').length;
    for (const { text, name } of texts) if (isRead(name)) all += text.length;
  }
  return [
    ...(markdown > LIMITS.markdown
      ? [fault('/blocks', 'too_long', `at most ${LIMITS.markdown} characters of markdown, there are ${markdown}`)]
      : []),
    ...(all > LIMITS.messageCharacters
      ? [fault('/blocks', 'msg_blocks_too_long', `at most ${LIMITS.messageCharacters} characters, there are ${all}`)]
      : []),
  ];
}
