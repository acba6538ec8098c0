import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateRange } from '../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Asker } from '../lookup/asker.ts';
import type { Turn } from '../lookup/conversation.ts';
import { Lookup, type LookupOptions } from '../lookup/lookup.ts';
import { refresh } from '../lookup/refresh.ts';
import { RecordKind } from '../records/kinds.ts';
import { Latest } from './latest.ts';
import { readChanged } from './read-changed.ts';
import { readRegistry } from './read-records.ts';

/** So many changes at once are cheaper read as a whole. */
const MANY_CHANGES = 300;
/** When nobody has asked for this long, what changed piecemeal is put in order. */
const IDLE_MS = 30_000;
/** A part of the index that may be gone before it is worth putting in order. */
const GONE_SHARE = 0.05;
/** How far back a conversation reaches. */
const REMEMBERED = 20;

/** One question of a conversation, with what the person took out of its understanding. */
export const Asked = z.object({ question: z.string(), dropped: z.array(z.string()).readonly().optional() });
export type Asked = z.infer<typeof Asked>;

/** Finds out who asks; `saved`: with what was saved in that time. */
export type FindAsker = (saved: DateRange | null) => Promise<Asker>;

/** What is known beside the conversation. */
export interface AskedBy {
  newest?: bigint | undefined;
  /** Finds out who asks; nobody is known where it is missing, as in the terminal. */
  asker?: FindAsker | undefined;
}

interface ChangeRow {
  seq: bigint;
  kind: string;
  record: string;
}

/**
 * The registry in memory, kept up with the database: before each question one query asks what changed since the last
 * one, so that a saved record is found by the next question, at every copy.
 */
export class LiveLookup {
  #lookup: Lookup;
  #seq: bigint;
  #untidy = false;
  #idle: NodeJS.Timeout | undefined;
  readonly #latest = new Latest(() => this.#catchUp());

  private constructor(
    readonly prisma: Client,
    readonly options: LookupOptions,
    lookup: Lookup,
    seq: bigint,
  ) {
    this.#lookup = lookup;
    this.#seq = seq;
  }

  /** Reads the registry and indexes it. */
  static async open(prisma: Client, options: LookupOptions): Promise<LiveLookup> {
    const { records, seq } = await readRegistry(prisma);
    return new LiveLookup(prisma, options, new Lookup(records, options), seq);
  }

  /** The registry as the last question saw it. */
  get lookup(): Lookup {
    return this.#lookup;
  }

  /**
   * Answers the last question of a conversation, over the registry as it stands now. `newest`: the number of the last
   * change, where the caller knows it already, so that the database need not be asked for it.
   */
  async ask(conversation: readonly Asked[], today: CalendarDate, { newest, asker }: AskedBy = {}): Promise<Turn> {
    if (newest === undefined || !this.knows(newest)) await this.refresh();
    return this.askFor(conversation, today, asker);
  }

  /**
   * Answers over the registry as it is known. Who asks is found out only where the answer hangs on it; an answer that
   * does not is the same for everybody, whatever was asked before it.
   */
  async askFor(conversation: readonly Asked[], today: CalendarDate, asker?: AskedBy['asker']): Promise<Turn> {
    const turn = this.askNow(conversation, today);
    const { wantsAsker, wantsSaved } = turn.answer;
    return wantsAsker && asker ? this.askNow(conversation, today, await asker(wantsSaved)) : turn;
  }

  /** The same without asking the database for anything. */
  askNow(conversation: readonly Asked[], today: CalendarDate, asker: Asker | null = null): Turn {
    // Earlier questions are asked again rather than remembered: what they found may have changed since.
    let turn: Turn | null = null;
    for (const { question, dropped } of conversation.slice(-REMEMBERED)) {
      turn = this.#lookup.ask(question, turn, today, new Set(dropped), asker);
    }
    if (!turn) throw new RangeError('nothing was asked');
    this.#tidyWhenIdle();
    return turn;
  }

  /** Whether the change of this number was taken over. */
  knows(change: bigint): boolean {
    return change <= this.#seq;
  }

  /** Takes over what was saved up to now, by anybody. */
  refresh(): Promise<void> {
    return this.#latest.run();
  }

  /** Reads everything anew. */
  async reload(): Promise<void> {
    const { records, seq } = await readRegistry(this.prisma);
    if (seq < this.#seq) return; // a question overtook this reading
    this.#lookup = new Lookup(records, this.options);
    this.#seq = seq;
    this.#untidy = false;
  }

  close(): void {
    clearTimeout(this.#idle);
  }

  async #catchUp(): Promise<void> {
    const changes = await this.prisma.$queryRaw<ChangeRow[]>`
      SELECT "seq", "kind", "record" FROM "Change" WHERE "seq" > ${this.#seq} ORDER BY "seq" LIMIT ${MANY_CHANGES + 1}`;
    const last = changes.at(-1);
    if (!last) return;
    const known = changes.every(({ kind }) => RecordKind.safeParse(kind).success);
    if (!known || changes.length > MANY_CHANGES) {
      await this.reload();
      return;
    }
    const changed = await readChanged(this.prisma, changes, this.#lookup.records);
    const { lookup, newNames } = refresh(this.#lookup, changed);
    this.#lookup = lookup;
    if (last.seq > this.#seq) this.#seq = last.seq;
    this.#untidy ||= newNames;
  }

  /** Changes are appended; this brings the records back into their order, and new names among the words. */
  #tidyWhenIdle(): void {
    const { facts, size } = this.#lookup.index;
    if (!this.#untidy && facts.length - size <= facts.length * GONE_SHARE) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.reload().catch(() => {}), IDLE_MS);
    this.#idle.unref();
  }
}
