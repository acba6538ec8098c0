import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import { errorFields, type Log } from '../log.ts';
import type { Language } from '../words/labels.ts';
import {
  anythingDue,
  type Claimed,
  claimAgain,
  claimDoubtful,
  claimDue,
  placeOf,
  ReadFailed,
  type Subjects,
} from './claim.ts';
import type { Mailbox, Posted, Wording } from './mailbox.ts';
import { noteDoubt, noteFailed, noteNotFound, noteSent, noteUnreadable, noteWaiting } from './note.ts';
import type { KeptNotice } from './notice.ts';
import { LATE_MS, SETTINGS, type Settings } from './settings.ts';
import type { Subject } from './subject.ts';
import { undelivered } from './undelivered.ts';

export interface DeliveryParts<M> {
  prisma: Client;
  clock: Clock;
  mailbox: Mailbox<M>;
  wording: Wording<M>;
  subjects: readonly Subject<M>[];
  /** In which language somebody, or a channel, is written to. */
  languageOf(to: string): Promise<Language>;
  log: Log;
  settings?: Partial<Settings>;
}

/** How often `drain` looks whether a lane is free again. */
const DRAIN_MS = 50;
/** Messages this much older than the claim are none of its. */
const LOOK_BACK_MS = 86_400_000;

/**
 * Hands the notices that are due to Slack, each once, however many copies of the bot do so and whatever is killed when
 * (docs/decisions/0011). Any number may run on one database.
 */
export class Delivery<M> {
  readonly settings: Settings;
  readonly #subjects: Subjects<M>;
  readonly #underWay = new Set<Promise<void>>();
  #pumping: Promise<void> | undefined;
  #stopping = false;
  #lookedAt = performance.now();

  constructor(readonly parts: DeliveryParts<M>) {
    this.settings = { ...SETTINGS, ...parts.settings };
    const all = [...parts.subjects, undelivered(parts.subjects, parts.wording)];
    this.#subjects = new Map(all.map((subject) => [subject.name, subject]));
  }

  /** Begins to post all that is due and may go out now; does not wait until it is posted. Throws what the database does. */
  async tick(): Promise<void> {
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = undefined;
    });
    await this.#pumping;
  }

  /** How long ago, in real milliseconds, what is due was last looked for. */
  get sinceTick(): number {
    return performance.now() - this.#lookedAt;
  }

  /** Something was planned for this moment: the next tick need not be waited for. */
  nudge(): void {
    this.tick().catch((error: unknown) => this.parts.log.warn('delivery.tick', errorFields(error)));
  }

  /** Posts all that is due, waiting for lanes at most `patienceMs` of real time. */
  async drain(patienceMs = 5_000): Promise<void> {
    for (const until = performance.now() + patienceMs; ; ) {
      await this.tick();
      await this.settled();
      const { due } = await anythingDue(this.parts.prisma, this.parts.clock.now());
      if (!due || this.#stopping || performance.now() >= until) return;
      await setTimeout(DRAIN_MS);
    }
  }

  /** When the next notice after `since` falls due. */
  async nextAfter(since: Date): Promise<Date | null> {
    const { prisma } = this.parts;
    const where = { status: 'planned' as const, dueAt: { gt: since } };
    const next = await prisma.notice.findFirst({ where, orderBy: { dueAt: 'asc' }, select: { dueAt: true } });
    return next?.dueAt ?? null;
  }

  /** Waits for the posts under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Claims nothing more, and finishes what is under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#pumping?.catch(() => {});
    await this.settled();
  }

  async #pump(): Promise<void> {
    while (!this.#stopping) {
      const { prisma, clock } = this.parts;
      const { due, lapsed } = await anythingDue(prisma, clock.now());
      this.#lookedAt = performance.now();
      if (!due && !lapsed) return;
      const free = await this.#room();
      const found = (lapsed ? await this.#lookInto(free) : 0) + (due ? await this.#postDue(free) : 0);
      if (found === 0) return;
    }
  }

  /** How many more may go out, at least one: half of all, or what is free after a moment. */
  async #room(): Promise<number> {
    const { most, gatherMs } = this.settings;
    const until = performance.now() + gatherMs;
    for (;;) {
      const free = most - this.#underWay.size;
      const leftMs = until - performance.now();
      if (free >= most / 2 || (free > 0 && leftMs <= 0)) return free;
      await Promise.race([...this.#underWay, ...(free > 0 ? [setTimeout(leftMs)] : [])]);
    }
  }

  async #postDue(most: number): Promise<number> {
    const { prisma, clock } = this.parts;
    const began = this.#stopwatch();
    try {
      const { claimed, seen } = await claimDue(prisma, this.#subjects, clock.now(), most, this.settings);
      for (const claim of claimed) this.#track(claim.notice, this.#post(claim, began));
      return seen;
    } catch (error) {
      if (!(error instanceof ReadFailed)) throw error;
      await this.#unreadable(error);
      return 1;
    }
  }

  async #lookInto(most: number): Promise<number> {
    const found = await claimDoubtful(this.parts.prisma, [...this.#subjects.keys()], most, this.settings);
    for (const notice of found) this.#track(notice, this.#settle(notice));
    return found.length;
  }

  #track(notice: KeptNotice, work: Promise<void>): void {
    const done = work
      .catch((error: unknown) =>
        error instanceof ReadFailed
          ? this.#unreadable(error)
          : // The claim stands until its lease runs out; then the notice is looked for.
            this.parts.log.warn('delivery.unnoted', { notice: notice.id, ...errorFields(error) }),
      )
      .catch((error: unknown) => this.parts.log.warn('delivery.unnoted', { notice: notice.id, ...errorFields(error) }))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #unreadable({ notice, cause }: ReadFailed): Promise<void> {
    this.parts.log.error('delivery.unreadable', { notice: notice.id, ...errorFields(cause) });
    await noteUnreadable(this.parts.prisma, notice, this.settings);
  }

  /** How long ago, by whichever clock says more: one stands still while the host sleeps, the other can be set. */
  #stopwatch(): () => number {
    const { clock } = this.parts;
    const [at, ticks] = [clock.now().getTime(), performance.now()];
    return () => Math.max(clock.now().getTime() - at, performance.now() - ticks);
  }

  async #post({ notice, token, current }: Claimed<M>, since: () => number): Promise<void> {
    const { prisma, clock, mailbox, log } = this.parts;
    const held = { notice, token };
    const message = await this.#messageOf(notice, current);
    // A post that were begun later could be on its way while another copy looks for it.
    if (since() > this.settings.leaseMs - this.settings.postMs) {
      return noteWaiting(prisma, held, { outcome: 'wait', code: 'overslept', seconds: 0 }, this.settings);
    }
    const posted = await mailbox.post(current.to, notice.key, message);
    log.debug('notice.posted', { notice: notice.id, outcome: posted.outcome, code: codeOf(posted) });
    if (posted.outcome === 'posted') {
      await noteSent(prisma, held, { ...posted, at: clock.now() }, this.#subjects.get(notice.recordKind));
    } else if (posted.outcome === 'wait') await noteWaiting(prisma, held, posted, this.settings);
    else if (posted.outcome === 'doubt') await noteDoubt(prisma, held, posted.code, this.settings.settleMs);
    else await this.#giveUp(held, current.to, current.inCharge, posted);
  }

  async #giveUp(
    held: { notice: KeptNotice; token: string },
    to: string,
    inCharge: string | null,
    { outcome, code }: { outcome: 'unreachable' | 'refused'; code: string },
  ): Promise<void> {
    const { prisma, clock, log } = this.parts;
    log.error('notice.failed', { notice: held.notice.id, outcome, code });
    const isElsewhere = outcome === 'unreachable' && inCharge !== null && inCharge !== to;
    await noteFailed(prisma, held, code, isElsewhere ? { inCharge, now: clock.now() } : undefined);
  }

  async #messageOf(notice: KeptNotice, { to, message }: Claimed<M>['current']): Promise<M> {
    const { clock, wording, languageOf } = this.parts;
    const language = await languageOf(to);
    const said = message(language);
    return clock.now().getTime() - notice.dueAt.getTime() > LATE_MS ? wording.late(said, notice.dueAt, language) : said;
  }

  /** What nobody knows of: where it stands already, that is noted; else it goes out, if it is still to be said. */
  async #settle(notice: KeptNotice): Promise<void> {
    const { prisma, clock, mailbox, log } = this.parts;
    const token = notice.token ?? '';
    const held = { notice, token };
    // After a backup was restored, a notice may stand in a channel that the database has not noted.
    const to = notice.to ?? (await placeOf(prisma, this.#subjects, notice, clock.now()));
    if (to !== null) {
      const since = new Date((notice.claimedAt ?? notice.dueAt).getTime() - LOOK_BACK_MS);
      const found = await mailbox.find(to, notice.key, since);
      log.info('notice.looked-for', { notice: notice.id, outcome: found.outcome, code: codeOf(found) });
      if (found.outcome === 'found') {
        const at = new Date(Number(found.ts) * 1_000);
        await noteSent(prisma, held, { ...found, at }, this.#subjects.get(notice.recordKind));
        return;
      }
      if (found.outcome === 'wait') return noteNotFound(prisma, held, found, clock.now(), this.settings);
    }
    const began = this.#stopwatch();
    const claimed = await claimAgain(prisma, this.#subjects, notice, clock.now(), this.settings);
    if (claimed) await this.#post(claimed, began);
  }
}

const codeOf = (outcome: Posted | { outcome: string; code?: string }): string | undefined =>
  'code' in outcome ? outcome.code : undefined;
