import { type CalendarDate, todayIn } from '../calendar/calendar-date.ts';
import { type Clock, systemClock } from '../calendar/clock.ts';

interface Timer {
  due: number;
  run: () => void;
}

/** The longest wait that the host's timers can hold. */
const LONGEST_MS = 2 ** 31 - 1;

/** The workspace's time: the host's, plus what tests and the page have moved it ahead. */
export class WorkspaceClock implements Clock {
  #ahead: number;
  #timers: Timer[] = [];
  #wake: NodeJS.Timeout | undefined;

  constructor(
    private readonly base: Clock = systemClock(),
    ahead = 0,
  ) {
    this.#ahead = ahead;
  }

  /** How far the clock was moved, in milliseconds. */
  get ahead(): number {
    return this.#ahead;
  }

  now(): Date {
    return new Date(this.base.now().getTime() + this.#ahead);
  }

  today(): CalendarDate {
    return todayIn(this.now());
  }

  /** Runs once, `ms` from now on this clock; returns how to call it off. */
  after(ms: number, run: () => void): () => void {
    const timer = { due: this.now().getTime() + ms, run };
    this.#timers.push(timer);
    this.#arm();
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
      this.#arm();
    };
  }

  /**
   * Moves ahead, stopping at each timer on the way so that everything happens in its order. `breathe` is awaited before
   * each step: a jump does not outrun what is just being done.
   */
  async advance(ms: number, breathe: () => Promise<void>): Promise<void> {
    const target = this.now().getTime() + ms;
    for (;;) {
      await breathe();
      const due = this.#nextDue();
      if (due === undefined || due > target) break;
      this.#moveTo(due);
      this.#runDue();
    }
    this.#moveTo(target);
    this.#runDue();
    await breathe();
  }

  /** Forgets all timers. */
  stop(): void {
    this.#timers = [];
    clearTimeout(this.#wake);
  }

  #moveTo(instant: number): void {
    this.#ahead += Math.max(0, instant - this.now().getTime());
  }

  #nextDue(): number | undefined {
    return this.#timers.length === 0 ? undefined : Math.min(...this.#timers.map(({ due }) => due));
  }

  #runDue(): void {
    const now = this.now().getTime();
    const due = this.#timers.filter((timer) => timer.due <= now).sort((a, b) => a.due - b.due);
    this.#timers = this.#timers.filter((timer) => timer.due > now);
    for (const { run } of due) run();
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#wake);
    const due = this.#nextDue();
    if (due === undefined) return;
    const wait = Math.max(1, Math.min(due - this.now().getTime(), LONGEST_MS));
    this.#wake = setTimeout(() => this.#runDue(), wait);
    this.#wake.unref();
  }
}
