import { renderAsync } from '@resvg/resvg-js';
import { FONT_FAMILY, FONT_FILES } from './letters.ts';
import type { Svg } from './svg.ts';

/** Two dots of the picture for each unit of the drawing, for screens of fine resolution. */
export const SCALE = 2;

/** Makes a PNG of a drawing, beside the bot's own work. The same drawing gives the same bytes. */
export async function pngOf(svg: Svg): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: FONT_FAMILY },
  });
  return image.asPng();
}
