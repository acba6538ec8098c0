import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Turn } from '../lookup/conversation.ts';
import { findPersonalData } from '../records/personal-data.ts';

/** How long questions that found nothing are kept. */
export const QUESTION_DAYS = 90;
const DAY_MS = 86_400_000;
const LONGEST = 500;

/**
 * Keeps questions that found nothing, without a name, so that an administrator can teach words from them. Works after
 * the answer: nobody waits for it, and a failure costs nobody an answer.
 */
export class QuestionKeeper {
  #work: Promise<void> = Promise.resolve();
  #removedAt: number | undefined;

  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
    readonly failed: (error: unknown) => void,
  ) {}

  /** Notes what was asked, if records did not answer it and it holds nobody's personal data. Returns at once. */
  keep(question: string, { answer }: Turn): void {
    const text = question.trim();
    if (answer.found || text === '' || text.length > LONGEST || findPersonalData(text)) return;
    const understood = answer.understood.map((slot) => slot.label).join(' × ');
    this.#after(async () => {
      await this.prisma.question.create({ data: { at: this.clock.now(), text, understood, answered: false } });
      await this.removeOld();
    });
  }

  /** Removes what is kept long enough; once a day is enough. */
  async removeOld(): Promise<number> {
    const now = this.clock.now().getTime();
    if (this.#removedAt !== undefined && Math.abs(now - this.#removedAt) < DAY_MS) return 0;
    this.#removedAt = now;
    const before = new Date(now - QUESTION_DAYS * DAY_MS);
    return (await this.prisma.question.deleteMany({ where: { at: { lt: before } } })).count;
  }

  /** Waits until everything noted so far is kept. */
  settled(): Promise<void> {
    return this.#work;
  }

  #after(work: () => Promise<void>): void {
    const begun = this.#work.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    this.#work = begun.then(work).catch(this.failed);
  }
}
