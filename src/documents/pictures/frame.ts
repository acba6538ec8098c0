import { COLOURS } from './colours.ts';
import { linesOf, type Weight } from './letters.ts';
import { all, type Box, drawing, pattern, rect, type Svg, line as stroke, words } from './svg.ts';

/** As wide as Slack shows a picture well, in units of the drawing. */
export const WIDTH = 600;
export const MARGIN = 24;
/** Within the margins. */
export const INNER = WIDTH - 2 * MARGIN;

export const SIZE = { title: 20, label: 13, small: 12 } as const;
const LEADING = 1.4;
const TITLE_LINES = 3;
const NOTE_LINES = 3;

/** Part of a picture: drawn from `y` downwards, so high. */
export interface Part {
  height: number;
  draw(y: number): Svg;
}

export const gap = (height: number): Part => ({ height, draw: () => all() });

interface TextLook {
  size: number;
  colour: string;
  weight?: Weight;
  /** Lines at most. */
  most: number;
}

/** A text over the whole width, in as many lines as it takes. */
export function paragraph(text: string, { size, colour, weight = 'regular', most }: TextLook): Part {
  const lines = linesOf(text, INNER, size, most, weight);
  const leading = size * LEADING;
  return {
    height: lines.length * leading,
    draw: (y) =>
      all(...lines.map((each, at) => words(each, MARGIN, y + size + at * leading, { size, colour, weight }))),
  };
}

const quiet = (text: string): Part => paragraph(text, { size: SIZE.small, colour: COLOURS.quiet, most: NOTE_LINES });

/** A whole picture: title, what holds for all of it, the picture itself, and notes below. */
export function framed(title: string, about: readonly string[], body: readonly Part[], notes: readonly string[]): Svg {
  const parts = [
    gap(MARGIN - 6),
    paragraph(title, { size: SIZE.title, colour: COLOURS.letters, weight: 'bold', most: TITLE_LINES }),
    ...about.map(quiet),
    gap(14),
    ...body,
    gap(10),
    ...notes.map(quiet),
    gap(MARGIN - 6),
  ];
  const height = Math.ceil(parts.reduce((sum, part) => sum + part.height, 0));
  let y = 0;
  const drawn = parts.map((part) => {
    const svg = part.draw(y);
    y += part.height;
    return svg;
  });
  const whole: Box = { x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1 };
  const ground = rect(whole, { fill: COLOURS.ground, stroke: COLOURS.frame, 'stroke-width': 1 });
  return drawing(
    WIDTH,
    height,
    PATTERNS,
    all(rect({ x: 0, y: 0, width: WIDTH, height }, { fill: COLOURS.ground }), ground, ...drawn),
  );
}

const STEP = 6;
const PATTERNS = all(
  pattern(
    'stripes',
    STEP,
    all(
      rect({ x: 0, y: 0, width: STEP, height: STEP }, { fill: COLOURS.soft }),
      ...[-STEP, 0, STEP].map((x) => stroke([x, STEP], [x + STEP, 0], { stroke: COLOURS.strong, 'stroke-width': 1.6 })),
    ),
  ),
  pattern(
    'dots',
    STEP,
    all(
      rect({ x: 0, y: 0, width: STEP, height: STEP }, { fill: COLOURS.ground }),
      rect({ x: 1, y: 1, width: 2.4, height: 2.4 }, { fill: COLOURS.strong }),
      rect({ x: 4, y: 4, width: 2.4, height: 2.4 }, { fill: COLOURS.strong }),
    ),
  ),
);
