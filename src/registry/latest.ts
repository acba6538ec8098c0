/**
 * Runs `work` so that each caller waits for a run that began after its call, while callers that wait together share one:
 * what was saved before a question is seen by it, however many ask at once.
 */
export class Latest {
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(readonly work: () => Promise<void>) {}

  run(): Promise<void> {
    if (!this.#running) return this.#begin();
    this.#next ??= this.#running.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    const running = this.work().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }
}
