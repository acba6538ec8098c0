import type { KnownBlock } from '@slack/types';
import { fallback, paragraph, richText } from './blocks.ts';
import type { Message } from './voice.ts';

/** A message of one paragraph, as letters; `more` stands below it. */
export const notice = (words: string, more: readonly KnownBlock[] = []): Message => ({
  text: fallback(words),
  blocks: [richText(paragraph(words)), ...more],
});
