import type { PictureSubject } from '../../records/picture-subject.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import type { Language } from '../../words/labels.ts';
import type { Figure } from './figure.ts';
import { indicatorFigure } from './indicator-figure.ts';
import { pngOf } from './raster.ts';
import { ratingFigure } from './rating-figure.ts';
import { townFigure } from './town-figure.ts';

/** A picture to be sent: a PNG, what it shows in one sentence, and all that it says as text. */
export interface Picture {
  name: string;
  title: string;
  alt: string;
  twin: string;
  content: Buffer;
}

/** What there is to draw of a subject, as the records are now; what has gone from them is left out. */
export function figuresOf(records: RegistryRecords, subject: PictureSubject, language: Language): Figure[] {
  return each(records, subject, language).filter((figure) => figure !== null);
}

function each(records: RegistryRecords, subject: PictureSubject, language: Language): (Figure | null)[] {
  if (subject.kind === 'towns') return [townFigure(records, subject, language)];
  if (subject.kind === 'ratings') return subject.areaIds.map((areaId) => ratingFigure(records, areaId, language));
  const found = subject.indicatorIds.map((wanted) => records.indicators.find(({ id }) => id === wanted));
  return found.map((indicator) => (indicator ? indicatorFigure(records, indicator, language) : null));
}

/** Draws a figure. `day` and `number` tell its file from others. */
export async function pictureOf(figure: Figure, day: string, number: number): Promise<Picture> {
  const { name, title, alt, twin } = figure;
  const content = await pngOf(figure.draw());
  return { name: `tonarimachi-${name}-${day}-${number}.png`, title, alt, twin: [title, ...twin].join('\n'), content };
}
