import { randomUUID } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import type { Database } from '../../database/open.ts';
import type { Turn } from '../../lookup/conversation.ts';
import { ExpectedError } from '../../records/expected-error.ts';
import { findPersonalData } from '../../records/personal-data.ts';
import { deskWords } from '../../words/desk.ts';
import type { Asked, FindAsker, LiveLookup } from '../live-lookup.ts';
import { Afterwards } from '../notices/afterwards.ts';
import { type After, type Taken, takeOn } from './arrivals.ts';
import type { Feedback, QuestionKeeper } from './questions.ts';

/** How much of a conversation is asked along with the next question. */
const REMEMBERED = 12;
/** More than lookup reads of a question. */
const LONGEST_KEPT = 2_000;
/** One person's direct messages are one conversation within so many minutes ⚙ (rules 1.8). */
const CONVERSATION_MINUTES = 30;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Where an answer stands, so that what is asked there next follows it. */
export interface Place {
  channel: string;
  thread: string;
  /** The bot's own message, where it is known: it is written anew when something in it is blacked out. */
  message?: string | null;
}

export interface Asking {
  /** The same at each delivery. */
  key: string;
  question: string;
  /** Where it is answered; absent: to the person alone. */
  place?: Place | undefined;
  /** What was asked before it: in its thread, in the channel a little before, or the answer of this id. */
  follows?: 'thread' | 'channel' | { id: string } | undefined;
  /** Finds out who asks, for an answer that hangs on it. */
  asker?: FindAsker | undefined;
}

/** A part of how the question of an answer was understood, to be taken out. */
interface Dropping extends Pick<Asking, 'key' | 'place' | 'asker'> {
  id: string;
  slot: number;
}

export interface Answered {
  /** What the buttons at the answer go back to; null where the question may not be kept. */
  id: string | null;
  /** The question, with those before it. */
  asked: Asked[];
  turn: Turn;
}

/**
 * Makes an answer ready. What it gives brings it to the person, and tells where it stands, if that was not known before.
 */
export type Prepare = (answered: Answered) => Promise<() => Promise<Place | undefined>>;

/** An answer that only has to be sent. */
interface Ready extends Answered {
  send: () => Promise<Place | undefined>;
}

/** An answer whose question is no longer kept. */
export class AnswerGone extends ExpectedError {
  override name = 'AnswerGone';

  constructor() {
    super(deskWords.answerGone);
  }
}

/** A question with those before it, as the database keeps it. */
interface Kept {
  id: string;
  at: Date;
  channel: string | null;
  thread: string | null;
  message: string | null;
  asked: Asked[];
}

/**
 * Where questions arrive from Slack: each is taken on once, however often it is delivered, and answered in the light of
 * what was asked before it. Before an answer one round trip to the database; what is remembered is written after.
 */
export class Desk {
  #removedAt = Number.NEGATIVE_INFINITY;
  readonly #after: Afterwards;
  /** What is on its way into the database, the oldest first: somebody may go on from it at once. */
  readonly #unwritten = new Set<Kept>();

  constructor(
    readonly database: Pick<Database, 'pool' | 'prisma'>,
    readonly lookup: LiveLookup,
    readonly questions: QuestionKeeper,
    readonly clock: Clock,
    failed: (error: unknown) => void,
    readonly conversationMinutes = CONVERSATION_MINUTES,
  ) {
    this.#after = new Afterwards(failed);
  }

  /** Answers a question, unless it was delivered before. */
  async ask({ key, question, place, follows, asker }: Asking, prepare: Prepare): Promise<void> {
    const taking = this.#take(key, this.#former(place, follows));
    // What follows nothing is made ready while the database is asked; it holds unless something was saved meanwhile.
    const early = follows ? null : this.#early([{ question }], prepare);
    early?.catch(() => {}); // told below, to whom it is for
    const taken = await taking;
    if (!taken) return;
    const made = early && this.lookup.knows(taken.newest) ? await early : null;
    if (made && !(made.turn.answer.wantsAsker && asker)) return this.#bring(made, place);
    const asked = [...(taken.before ?? []), { question }].slice(-REMEMBERED);
    const turn = await this.lookup.ask(asked, this.clock.today(), { newest: taken.newest, asker });
    await this.#bring(await ready(asked, turn, prepare), place);
  }

  async #early(asked: Asked[], prepare: Prepare): Promise<Ready> {
    await new Promise<void>((resolve) => process.nextTick(resolve)); // the query leaves first
    return ready(asked, this.lookup.askNow(asked, this.clock.today()), prepare);
  }

  /**
   * The answer `id` once more, as it is now, for whoever pressed; null when the press was delivered before. Without
   * `asker` it is as anybody may see it. Throws `AnswerGone`.
   */
  async recall(key: string, id: string, asker?: Asking['asker']): Promise<(Answered & { id: string }) | null> {
    const taken = await this.#take(key, { id });
    if (!taken) return null;
    if (!taken.before) throw new AnswerGone();
    const turn = await this.lookup.ask(taken.before, this.clock.today(), { newest: taken.newest, asker });
    return { id, asked: taken.before, turn };
  }

  /** Answers `id` again without the part at `slot` of how its question was understood. Throws `AnswerGone`. */
  async without({ key, id, slot, place, asker }: Dropping, prepare: Prepare): Promise<void> {
    const former = await this.recall(key, id, asker);
    if (!former) return;
    const last = former.asked.at(-1);
    const part = former.turn.answer.understood[slot];
    if (!last || !part) throw new AnswerGone();
    const asked = [...former.asked.slice(0, -1), { ...last, dropped: [...(last.dropped ?? []), part.key] }];
    const turn = await this.lookup.askFor(asked, this.clock.today(), asker);
    await this.#bring(await ready(asked, turn, prepare), place);
  }

  /** Whether something is delivered for the first time; from then on it is not. */
  async isNew(key: string): Promise<boolean> {
    return (await this.#take(key)) !== null;
  }

  /** The answer stands there, too: what is asked there next follows it. */
  stands({ asked, id }: Answered, place: Place): void {
    if (id) this.#write(this.#keep(randomUUID(), asked, place), undefined);
  }

  rate({ asked, turn }: Answered, feedback: Feedback): void {
    this.questions.rate(asked.at(-1)?.question ?? '', turn, feedback);
  }

  /** Waits until what is to be remembered is written. */
  settled(): Promise<void> {
    return this.#after.settled();
  }

  #former(place: Place | undefined, follows: Asking['follows']): After | undefined {
    if (typeof follows === 'object') return follows;
    if (!place || !follows) return undefined;
    const since = new Date(this.clock.now().getTime() - this.conversationMinutes * MINUTE_MS);
    return follows === 'thread' ? place : { channel: place.channel, since };
  }

  async #take(key: string, after?: After): Promise<Taken | null> {
    // Looked for before and after: what is written while the database is asked, the database may not see.
    const unwritten = this.#unwrittenOf(after);
    const taken = await takeOn(this.database.pool, { key, at: this.clock.now(), after });
    if (!taken.fresh) return null;
    this.#removeOld();
    const meant = this.#unwrittenOf(after) ?? unwritten;
    return meant ? { ...taken, before: meant.asked } : taken;
  }

  #unwrittenOf(after: After | undefined): Kept | undefined {
    return after && [...this.#unwritten].findLast((kept) => isMeant(after, kept));
  }

  async #bring({ id, asked, turn, send }: Ready, place: Place | undefined): Promise<void> {
    const kept = id && this.#keep(id, asked, place);
    try {
      const stands = await send();
      if (kept) this.#write(kept, stands);
    } catch (error) {
      if (kept) this.#unwritten.delete(kept);
      throw error;
    }
    this.questions.keep(asked.at(-1)?.question ?? '', turn);
  }

  #keep(id: string, conversation: readonly Asked[], place: Place | undefined): Kept {
    const asked = conversation.map((each) => ({ ...each, question: shortened(each.question) }));
    const kept: Kept = { id, at: this.clock.now(), channel: null, thread: null, message: null, ...place, asked };
    this.#unwritten.add(kept);
    return kept;
  }

  /** `stands`: where it came to stand, if that was not known before. */
  #write(kept: Kept, stands: Place | undefined): void {
    Object.assign(kept, stands);
    this.#after.add(async () => {
      try {
        await this.database.prisma.conversation.create({ data: kept });
      } finally {
        this.#unwritten.delete(kept);
      }
    });
  }

  #removeOld(): void {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.#removedAt) < DAY_MS) return;
    this.#removedAt = now;
    const old = { where: { at: { lt: new Date(now - this.questions.keptDays * DAY_MS) } } };
    this.#after.add(() => this.database.prisma.seen.deleteMany(old));
    this.#after.add(() => this.database.prisma.conversation.deleteMany(old));
  }
}

async function ready(asked: Asked[], turn: Turn, prepare: Prepare): Promise<Ready> {
  const id = findPersonalData(asked.at(-1)?.question ?? '') ? null : randomUUID();
  const answered = { id, asked, turn };
  return { ...answered, send: await prepare(answered) };
}

/** As it is kept: never half a character, the database takes none. */
const shortened = (question: string): string => question.slice(0, LONGEST_KEPT).replace(/[\uD800-\uDBFF]$/, '');

/** The same choice as the database makes. */
function isMeant(after: After, kept: Kept): boolean {
  if ('id' in after) return kept.id === after.id;
  if (kept.channel !== after.channel) return false;
  return 'thread' in after ? kept.thread === after.thread : kept.at >= after.since;
}
