import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { todayIn } from '../../src/calendar/calendar-date.ts';
import type { Clock } from '../../src/calendar/clock.ts';
import type { Database } from '../../src/database/open.ts';
import { Delivery } from '../../src/delivery/delivery.ts';
import type { Found, Mailbox, Posted, Wording } from '../../src/delivery/mailbox.ts';
import type { NewNotice } from '../../src/delivery/notice.ts';
import type { Settings } from '../../src/delivery/settings.ts';
import type { Subject } from '../../src/delivery/subject.ts';
import { createLog } from '../../src/log.ts';

// An outbox with a small subject of its own: things, kept as questions, of which those that are `answered` are cancelled.

export const NINE = new Date('2026-12-01T09:00:00+09:00');
export const MINUTE = 60_000;
export const BOSS = 'U0BOSS';

/** A clock that stands until it is moved. */
export class HandClock implements Clock {
  constructor(public at: Date) {}
  now = () => new Date(this.at);
  today = () => todayIn(this.at);
  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

/** A post as Slack keeps it. */
export interface Kept {
  to: string;
  key: string;
  message: string;
}

/** Slack, as far as notices see it: what it took, and what it answers next. */
export class SmallSlack implements Mailbox<string> {
  readonly posts: Kept[] = [];
  searches = 0;
  /** For the next posts, in order; `true` after it was taken. */
  readonly next: { taken: boolean; answer: () => Promise<Posted> }[] = [];
  /** For the next searches, in order. */
  readonly nextFound: Found[] = [];
  unreachable = new Set<string>();

  async post(to: string, key: string, message: string): Promise<Posted> {
    const fault = this.next.shift();
    if (fault && !fault.taken) return fault.answer();
    if (this.unreachable.has(to)) return { outcome: 'unreachable', code: 'not_in_channel' };
    this.posts.push({ to, key, message });
    return fault
      ? fault.answer()
      : { outcome: 'posted', channel: to, ts: `${1_780_000_000 + this.posts.length}.000100` };
  }

  async find(to: string, key: string): Promise<Found> {
    this.searches += 1;
    const fault = this.nextFound.shift();
    if (fault) return fault;
    const at = this.posts.findIndex((post) => post.to === to && post.key === key);
    return at < 0 ? { outcome: 'absent' } : { outcome: 'found', channel: to, ts: `${1_780_000_001 + at}.000100` };
  }

  keys = () => this.posts.map(({ key }) => key);
}

const wording: Wording<string> = {
  late: (message) => `late: ${message}`,
  instead: (message, { to }) => `instead of ${to}: ${message}`,
  missed: ({ title }) => `missed: ${title}`,
};

const Facts = z.object({ place: z.string() });

export const things: Subject<string> = {
  name: 'thing',
  async read(tx, { recordId, facts, key }) {
    const thing = await tx.question.findUnique({ where: { id: recordId } });
    if (!thing || (thing.answered && !key.startsWith('call-off'))) return { gone: 'called-off' };
    const { place } = Facts.parse(facts);
    return { to: place, inCharge: BOSS, title: () => thing.text, message: () => `${thing.text} ${key}` };
  },
};

/** Short enough for a test to wait for. */
export const SHORT: Partial<Settings> = {
  leaseMs: 400,
  postMs: 100,
  settleMs: 150,
  paceMs: 0,
  backoffMs: { first: 50, most: 200 },
};

/** A copy of the bot, as far as its outbox goes. */
export function copyOf(
  database: Pick<Database, 'prisma'>,
  clock: Clock,
  mailbox: Mailbox<string>,
  {
    settings = {},
    subjects = [things],
    languageOf = async () => 'ja' as const,
  }: {
    settings?: Partial<Settings>;
    subjects?: Subject<string>[];
    languageOf?: () => Promise<'ja' | 'en'>;
  } = {},
): Delivery<string> {
  const log = createLog('error', () => {});
  const parts = { prisma: database.prisma, clock, mailbox, wording, subjects, languageOf, log };
  return new Delivery({ ...parts, settings: { ...SHORT, ...settings } });
}

/** A thing that notices can be about. */
export async function newThing({ prisma }: Pick<Database, 'prisma'>, text = 'thing'): Promise<string> {
  const { id } = await prisma.question.create({ data: { at: NINE, text, understood: '', answered: false } });
  return id;
}

/** A notice about a thing, due at nine, for a channel. */
export function noticeOf(thing: string, place = 'C1', more: Partial<NewNotice> = {}): NewNotice {
  const key = more.key ?? `thing:${randomUUID()}`;
  return {
    key,
    occasion: key,
    kind: 'reminder',
    recordKind: 'thing',
    recordId: thing,
    areaId: null,
    audience: 'channel',
    dueAt: NINE,
    expiresAt: null,
    facts: { place },
    to: place,
    ...more,
  };
}
