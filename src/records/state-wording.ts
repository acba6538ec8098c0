import type { InitiativeRow } from './rows.ts';

/** How an initiative stands, in its document's words; null where the wording is that of its title or its content. */
export const stateWording = ({
  sourceText,
  title,
  content,
}: Pick<InitiativeRow, 'sourceText' | 'title' | 'content'>): string | null =>
  sourceText === title || sourceText === content ? null : sourceText;
