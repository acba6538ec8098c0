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

  /** Moves the clock ahead; everything that falls due on the way happens in its order. */
  async advance(ms: number): Promise<void> {
    await this.clock.advance(ms, () => this.postman.idle());
    this.store.changed();
  }
}
