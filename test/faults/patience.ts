/** Waits for something, but not for ever: then it throws, with what was waited for and how things stand. */
export type Patience = <T>(what: string, work: Promise<T>, ms?: number) => Promise<T>;

export class OutOfPatience extends Error {
  override name = 'OutOfPatience';
}

export function patience(usualMs: number, state: () => string): Patience {
  return async (what, work, ms = usualMs) => {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      const give = () => reject(new OutOfPatience(`waited ${ms / 1_000} s for ${what}\n${state()}`));
      timer = setTimeout(give, ms);
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(timer);
    }
  };
}
