import { draftWords } from '../words/drafts.ts';
import type { Language } from '../words/labels.ts';
import { actions, bold, button, fallback, list, paragraph, person, richText } from './blocks.ts';
import { shorten } from './escape.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** A field with what it says now and what it shall say. */
export type Pair = readonly [field: string, values: string];

/** A message has 13,200 characters in all. */
const LONGEST = 600;
const MOST = 12;

const pairList = (pairs: readonly Pair[]) =>
  list(pairs.slice(0, MOST).map(([field, values]) => [bold(`${field}　`), shorten(values, LONGEST)]));

export interface ArrivedDraft {
  id: string;
  what: string;
  pairs: readonly Pair[];
}

/** What a hub wrote, for those of its town who decide. */
export function arrivedMessage(by: string, draft: ArrivedDraft, language: Language): Message {
  const words = draftWords[language];
  const { id, what, pairs } = draft;
  const decide = openButton('draft', words.decide, { form: 'draft-decide', about: { draft: id } });
  return {
    text: fallback(words.arrived(what)),
    blocks: [
      richText(paragraph([person(by), words.arrived(what)]), ...(pairs.length > 0 ? [pairList(pairs)] : [])),
      actions('draft', [button(decide)]),
    ],
  };
}

/** What was decided, for the hub; where it was sent back, with what it said. */
export function decidedMessage(by: string, words: string, pairs: readonly Pair[], language: Language): Message {
  const { written } = draftWords[language];
  return {
    text: fallback(words),
    blocks: [
      richText(
        paragraph([person(by), words]),
        ...(pairs.length > 0 ? [paragraph(`\n${written}`), pairList(pairs)] : []),
      ),
    ],
  };
}
