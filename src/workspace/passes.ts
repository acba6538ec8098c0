import type { WorkspaceClock } from './clock.ts';
import { newId, newSecret } from './ids.ts';
import { Refusal } from './refusal.ts';

const TRIGGER_MS = 3_000;
const RESPONSE_MS = 30 * 60_000;
const RESPONSE_USES = 5;

interface Trigger {
  person: string;
  channel: string | null;
  until: number;
  used: boolean;
}

/** Trigger ids: each opens one form, within three seconds. */
export class Triggers {
  readonly #given = new Map<string, Trigger>();

  constructor(private readonly clock: WorkspaceClock) {}

  give(person: string, channel: string | null): string {
    const id = `${newId('')}.${newSecret()}`;
    this.#given.set(id, { person, channel, until: this.clock.now().getTime() + TRIGGER_MS, used: false });
    return id;
  }

  /** Whom the trigger is for. Throws `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`. */
  use(id: string): { person: string; channel: string | null } {
    const trigger = this.#given.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.clock.now().getTime() > trigger.until) throw new Refusal('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }
}

/** Where a response url leads to. */
export interface ResponsePlace {
  person: string;
  channel: string;
  /** The message whose button was pressed; null after a command. */
  messageTs: string | null;
}

/** Response urls: five uses within thirty minutes. */
export class ResponseUrls {
  readonly #given = new Map<string, { place: ResponsePlace; until: number; uses: number }>();

  constructor(
    private readonly clock: WorkspaceClock,
    private readonly base: () => string,
  ) {}

  give(place: ResponsePlace): string {
    const secret = newSecret();
    this.#given.set(secret, { place, until: this.clock.now().getTime() + RESPONSE_MS, uses: 0 });
    return `${this.base()}/response/${secret}`;
  }

  /** Throws `expired_url`, `used_url`. */
  use(secret: string): ResponsePlace {
    const given = this.#given.get(secret);
    if (!given || this.clock.now().getTime() > given.until) throw new Refusal('expired_url');
    if (given.uses >= RESPONSE_USES) throw new Refusal('used_url');
    given.uses += 1;
    return given.place;
  }
}
