import { fallback, paragraph, richText } from './blocks.ts';
import type { Message } from './voice.ts';

/** A message of one paragraph, as letters. */
export const notice = (words: string): Message => ({ text: fallback(words), blocks: [richText(paragraph(words))] });
