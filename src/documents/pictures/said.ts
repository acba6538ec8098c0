import type { Placed, RegistryRecords } from '../../records/rows.ts';
import type { Language } from '../../words/labels.ts';
import { pictureWords } from '../../words/pictures.ts';
import { drawable } from './letters.ts';

// What several pictures say alike.

/** So many years fit into a picture; all are in the text with it. */
export const LATEST = 10;

const LONGEST_NOTE = 60;

/** A note beside a figure, on one line; a long one stands whole in the record. */
export function shortNote(note: string): string {
  const signs = [...note.replace(/\s+/gu, ' ').trim()];
  return signs.length <= LONGEST_NOTE ? signs.join('') : `${signs.slice(0, LONGEST_NOTE - 1).join('')}…`;
}

/** As of when the records stand, and where. */
export function aboutLine({ sources }: RegistryRecords, placed: readonly Placed[], language: Language): string {
  const titles = placed.map(({ sourceId }) => sources.find(({ id }) => id === sourceId)?.title ?? '');
  return standing(
    placed.map(({ asOf }) => asOf),
    titles,
    language,
  );
}

export function standing(days: readonly string[], titles: readonly string[], language: Language): string {
  const w = pictureWords[language];
  const [asOf, sources] = [days, titles].map((each) => [...new Set(each)].filter((text) => drawable(text) !== ''));
  return [...(asOf?.length ? [w.asOf(asOf)] : []), ...(sources?.length ? [w.source(sources)] : [])].join('　');
}
