/** Whether a key belongs to an input method that is composing: Enter then takes a word and does nothing else. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Arrow keys, Home and End move among siblings that match; the others are skipped by Tab. */
export function roveFocus(event: KeyboardEvent, selector: string, axis: 'vertical' | 'horizontal' = 'vertical'): void {
  if (isComposing(event) || !(event.currentTarget instanceof Element)) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const [back, on] = axis === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const to = new Map([
    [back, at - 1],
    [on, at + 1],
    ['Home', 0],
    ['End', items.length - 1],
  ]).get(event.key);
  if (to === undefined) return;
  event.preventDefault();
  const next = items[Math.max(0, Math.min(items.length - 1, to))];
  for (const item of items) item.tabIndex = item === next ? 0 : -1;
  next?.focus();
}
