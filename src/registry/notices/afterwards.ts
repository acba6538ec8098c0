/**
 * Work that nobody waits for: what is remembered of an answer is written after the answer went out, one thing after
 * another. A failure costs nobody an answer.
 */
export class Afterwards {
  #work: Promise<void> = Promise.resolve();

  constructor(readonly failed: (error: unknown) => void) {}

  add(work: () => Promise<unknown>): void {
    const begun = this.#work.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    this.#work = begun
      .then(work)
      .then(() => {})
      .catch(this.failed);
  }

  /** Waits until everything added so far is done. */
  settled(): Promise<void> {
    return this.#work;
  }
}
