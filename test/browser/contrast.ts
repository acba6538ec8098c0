import type { Page } from 'playwright-core';

/** Texts whose contrast to their ground is below WCAG AA (4.5, or 3 for large ones), with the figure. */
export function lowContrast(page: Page, root = 'body'): Promise<string[]> {
  return page.evaluate((within) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) return ['no canvas'];
    type Colour = [number, number, number, number];

    /** Any CSS colour as red, green, blue and opacity. */
    const read = (css: string): Colour => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = css;
      pen.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const groundOf = (element: Element | null): Colour => {
      if (!element) return read('Canvas');
      const own = read(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
    };
    const light = ([r, g, b]: Colour) => {
      const part = (value: number) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const isShown = (element: Element) => {
      if (element.closest('button:disabled, option, .unseen, .skip, [aria-hidden=true]')) return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };

    const found = new Set<string>();
    const texts = document.createTreeWalker(document.querySelector(within) ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element || !text.textContent?.trim() || !isShown(element)) continue;
      const style = getComputedStyle(element);
      const ground = groundOf(element);
      const [a, b] = [light(over(read(style.color), ground)), light(ground)];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const least = size >= 24 || (size >= 18.7 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      if (contrast < least)
        found.add(`${contrast.toFixed(2)} ${element.className}: ${text.textContent.trim().slice(0, 20)}`);
    }
    return [...found];
  }, root);
}
