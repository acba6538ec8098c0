interface Reading {
  /** The newest message that was brought into view. */
  newest: string;
  /** Someone has scrolled back: nothing moves under their eyes. */
  isBack: boolean;
  atBottom: boolean;
}

const readings = new Map<string, Reading>();

/**
 * Brings new messages into view, unless someone has scrolled back. A message taller than the view is shown from its
 * beginning, since that is where one reads.
 */
export function sticky(id: string) {
  return {
    mounted: (element: HTMLElement) => {
      readings.delete(id);
      follow(id, element);
    },
    drawn: (element: HTMLElement) => follow(id, element),
    onscroll: ({ currentTarget: element }: { currentTarget: HTMLElement }) => {
      const reading = readings.get(id);
      if (!reading) return;
      const bottom = element.scrollHeight - element.clientHeight;
      reading.atBottom = element.scrollTop >= bottom - 4;
      reading.isBack = element.scrollTop < startOfNewest(element, newestIn(element)) - 60;
    },
  };
}

const newestIn = (element: HTMLElement): HTMLElement | undefined =>
  [...element.querySelectorAll<HTMLElement>('.message')].at(-1);

/** Where to scroll so that the newest message is in view, its beginning at the top if it does not fit. */
function startOfNewest(element: HTMLElement, newest: HTMLElement | undefined): number {
  const bottom = element.scrollHeight - element.clientHeight;
  if (!newest) return bottom;
  const start = element.scrollTop + newest.getBoundingClientRect().top - element.getBoundingClientRect().top;
  return Math.min(bottom, start - 8);
}

function follow(id: string, element: HTMLElement): void {
  const newest = newestIn(element);
  const ts = newest?.dataset.ts ?? '';
  const reading = readings.get(id);
  if (reading?.isBack) return;
  if (!reading || reading.newest !== ts) {
    element.scrollTop = startOfNewest(element, newest);
    const atBottom = element.scrollTop >= element.scrollHeight - element.clientHeight - 4;
    readings.set(id, { newest: ts, isBack: false, atBottom });
  } else if (reading.atBottom) element.scrollTop = element.scrollHeight;
}
