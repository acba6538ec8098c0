import type { Svg } from './svg.ts';

/** What a picture shows, before it is drawn: the same content as a drawing, as text and in one sentence. */
export interface Figure {
  /** ASCII, without an ending. */
  name: string;
  title: string;
  /** For who cannot see the picture. */
  alt: string;
  /** All that the picture says, line by line. */
  twin: string[];
  draw(): Svg;
}
