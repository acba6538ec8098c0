import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { Turn } from '../../lookup/conversation.ts';
import { findPersonalData } from '../../records/personal-data.ts';
import { Afterwards } from '../notices/afterwards.ts';

/** How long questions, conversations and the keys of what was taken on are kept ⚙, where the environment says nothing. */
export const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
const LONGEST = 500;

export type Feedback = 'good' | 'bad';

/** What nobody got an answer to, or a bad one: how often and when last; who asked is not kept. */
export interface Unanswered {
  text: string;
  times: number;
  at: Date;
  /** How often somebody said that the answer was of no use. */
  bad: number;
}

/**
 * Keeps questions that found nothing, without a name, so that an administrator can teach words from them. Works after
 * the answer: nobody waits for it, and a failure costs nobody an answer.
 */
export class QuestionKeeper {
  readonly #after: Afterwards;
  #removedAt: number | undefined;

  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
    failed: (error: unknown) => void,
    readonly keptDays = KEPT_DAYS,
  ) {
    this.#after = new Afterwards(failed);
  }

  /** Notes what was asked, if records did not answer it and it holds nobody's personal data. Returns at once. */
  keep(question: string, turn: Turn): void {
    if (!turn.answer.found) this.#note(question, turn);
  }

  /** Notes what somebody thinks of an answer. Returns at once. */
  rate(question: string, turn: Turn, feedback: Feedback): void {
    this.#note(question, turn, feedback);
  }

  #note(question: string, { answer }: Turn, feedback?: Feedback): void {
    const text = question.trim();
    if (text === '' || text.length > LONGEST || findPersonalData(text)) return;
    const understood = answer.understood.map((slot) => slot.label).join(' × ');
    this.#after.add(async () => {
      const at = this.clock.now();
      await this.prisma.question.create({
        data: { at, text, understood, answered: answer.found, feedback: feedback ?? null },
      });
      await this.removeOld();
    });
  }

  /** Questions to learn from, the most frequent first. */
  async unanswered(skip: number, take: number): Promise<{ questions: Unanswered[]; count: number }> {
    const groups = await this.prisma.$queryRaw<
      (Omit<Unanswered, 'times' | 'bad'> & Record<'times' | 'bad' | 'of', bigint>)[]
    >`
      SELECT "text", count(*) AS "times", count(*) FILTER (WHERE "feedback" = 'bad') AS "bad", max("at") AS "at",
        count(*) OVER () AS "of"
      FROM "Question" WHERE NOT "answered" OR "feedback" = 'bad'
      GROUP BY "text" ORDER BY count(*) DESC, max("at") DESC, "text" LIMIT ${take} OFFSET ${skip}`;
    const questions = groups.map(({ text, times, at, bad }) => ({ text, at, times: Number(times), bad: Number(bad) }));
    return { questions, count: Number(groups[0]?.of ?? 0) };
  }

  /** Somebody dealt with a question: it is kept no longer. */
  async settle(text: string): Promise<void> {
    await this.prisma.question.deleteMany({ where: { text } });
  }

  /** Removes what is kept long enough; once a day is enough. */
  async removeOld(): Promise<number> {
    const now = this.clock.now().getTime();
    if (this.#removedAt !== undefined && Math.abs(now - this.#removedAt) < DAY_MS) return 0;
    this.#removedAt = now;
    const before = new Date(now - this.keptDays * DAY_MS);
    return (await this.prisma.question.deleteMany({ where: { at: { lt: before } } })).count;
  }

  /** Waits until everything noted so far is kept. */
  settled(): Promise<void> {
    return this.#after.settled();
  }
}
