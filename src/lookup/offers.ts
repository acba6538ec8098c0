import type { Answer } from './answer.ts';

/** Something that an answer offers, and what choosing it asks. */
export interface Offer {
  label: string;
  question: string;
}

/** Choosing an area asks the same of that area, in the language of the conversation. */
export function offersOf(
  { language, offers }: Answer,
  areas: readonly { name: string; romaji: string | null }[],
): Offer[] {
  return offers.map((label) => {
    const romaji = language === 'en' ? areas.find((area) => area.name === label)?.romaji : null;
    return { label, question: romaji ? `And in ${romaji}?` : label };
  });
}
