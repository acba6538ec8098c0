import type { Fault } from '../slack/referee.ts';
import type { AppFacts } from './app-facts.ts';
import { Chosen } from './chosen.ts';
import type { WorkspaceClock } from './clock.ts';
import type { Delivery } from './delivery.ts';
import { Faults } from './faults.ts';
import { OpenViews } from './open-views.ts';
import { ResponseUrls, Triggers } from './passes.ts';
import { Postman } from './postman.ts';
import type { SeenDatabase } from './sight.ts';
import type { Store } from './store.ts';
import { Wire } from './wire.ts';

/** Judges a payload as Slack would; no faults means that it is taken. */
export type Referee = (kind: 'message' | 'modal' | 'home', payload: unknown) => Fault[];

/** The bot's way in: what it shows to be let in, and what we sign with. */
export interface Secrets {
  botToken: string;
  appToken: string;
  signingSecret: string;
}

/** Work of the bot that falls due by the clock, so that moving it ahead passes over nothing. */
export interface Timed {
  /** The next time at which something falls due, after `since`. */
  nextAfter(since: Date): Promise<Date | null>;
  /** Does what is due now. */
  work(): Promise<void>;
}

/** A calendar feed of the bot by its path; `known`: the ETags that the other side has. */
export type Feed = (
  path: string,
  known: string | undefined,
) => Promise<{ status: number; headers: Record<string, string>; body: Buffer | null }>;

/** The parts of the local workspace, put together. What happens in it stands in the functions that take it. */
export class Workspace {
  readonly store: Store;
  readonly clock: WorkspaceClock;
  readonly app: AppFacts;
  readonly secrets: Secrets;
  readonly referee: Referee;
  readonly wire: Wire;
  readonly faults = new Faults();
  readonly views = new OpenViews();
  readonly chosen = new Chosen();
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly postman: Postman;
  /** What the bot's records stand on, told on a first visit. */
  readonly database: () => SeenDatabase | undefined;
  /** Where it is reached, without a slash at the end; known once it listens. */
  origin = '';
  #timed: Timed | undefined;
  #feed: Feed | undefined;

  constructor(parts: {
    store: Store;
    clock: WorkspaceClock;
    app: AppFacts;
    secrets: Secrets;
    referee: Referee;
    delivery: Delivery;
    database?: (() => SeenDatabase | undefined) | undefined;
  }) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.app = parts.app;
    this.secrets = parts.secrets;
    this.referee = parts.referee;
    this.database = parts.database ?? (() => undefined);
    this.wire = new Wire(parts.clock);
    this.triggers = new Triggers(parts.clock);
    this.responseUrls = new ResponseUrls(parts.clock, () => this.origin);
    this.postman = new Postman(parts.clock, this.wire, this.faults, parts.delivery);
  }

  /** From now on a jump of the clock stops at each time of this work, too. */
  attend(timed: Timed): void {
    this.#timed = timed;
  }

  /** From now on the workspace hands out the bot's calendar feeds, as it answers over HTTP anyway. */
  offerFeeds(feed: Feed): void {
    this.#feed = feed;
  }

  /** What offers feeds; undefined where nobody does. */
  get feed(): Feed | undefined {
    return this.#feed;
  }

  /** Moves the clock ahead; everything that falls due on the way happens in its order. */
  async advance(ms: number): Promise<void> {
    const until = this.clock.now().getTime() + ms;
    for (;;) {
      const next = await this.#timed?.nextAfter(this.clock.now());
      if (!next || next.getTime() > until) break;
      await this.#moveTo(next.getTime());
      await this.#timed?.work();
    }
    await this.#moveTo(until);
    this.store.changed();
  }

  #moveTo(instant: number): Promise<void> {
    return this.clock.advance(Math.max(0, instant - this.clock.now().getTime()), () => this.postman.idle());
  }
}
