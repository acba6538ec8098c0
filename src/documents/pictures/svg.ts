import { drawable, FONT_FAMILY, type Weight } from './letters.ts';

// The few parts of SVG that the pictures are made of. Everything that people wrote passes through `words`, which escapes it.

export type Svg = string & { readonly __brand: 'Svg' };

type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Numbers with at most two decimals: the same on every machine. */
const shown = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

function element(name: string, attributes: Attributes, content = ''): Svg {
  const listed = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${shown(value ?? '')}"`);
  return `<${name}${listed.join('')}>${content}</${name}>` as Svg;
}

export const all = (...parts: readonly Svg[]): Svg => parts.join('\n') as Svg;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const rect = (box: Box, look: Attributes): Svg => element('rect', { ...box, ...look });

export const line = (from: [number, number], to: [number, number], look: Attributes): Svg =>
  element('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...look });

export const circle = (x: number, y: number, r: number, look: Attributes): Svg =>
  element('circle', { cx: x, cy: y, r, ...look });

export interface Lettering {
  size: number;
  colour: string;
  weight?: Weight;
  /** Where `x` is: at the beginning by default. */
  at?: 'start' | 'middle' | 'end';
}

/** A line of letters; `y` is the line that they stand on. */
export const words = (text: string, x: number, y: number, { size, colour, weight = 'regular', at }: Lettering): Svg =>
  element(
    'text',
    { x, y, 'font-size': size, fill: colour, 'font-weight': weight === 'bold' ? 700 : undefined, 'text-anchor': at },
    escaped(drawable(text, weight)),
  );

/** A ground of stripes or dots, to be named as `url(#id)`. */
export const pattern = (id: string, size: number, content: Svg): Svg =>
  element('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' }, content);

/** A whole drawing, in the letters of pictures. */
export const drawing = (width: number, height: number, patterns: Svg, content: Svg): Svg =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${shown(width)} ${shown(height)}`,
      'font-family': FONT_FAMILY,
    },
    all(element('defs', {}, patterns), content),
  );
