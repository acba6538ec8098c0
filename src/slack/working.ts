/** The work under way, so that a stop can wait for it. */
export class Working {
  readonly #under = new Set<Promise<unknown>>();

  track<T>(work: Promise<T>): Promise<T> {
    this.#under.add(work);
    const done = () => this.#under.delete(work);
    work.then(done, done);
    return work;
  }

  /** Waits until nothing is under way; what begins meanwhile is waited for, too. */
  async settled(): Promise<void> {
    while (this.#under.size > 0) await Promise.allSettled([...this.#under]);
  }
}
