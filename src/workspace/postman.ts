import type { WorkspaceClock } from './clock.ts';
import type { Acknowledgement, Delivery, Parcel, Retry } from './delivery.ts';
import type { DeliveryFault, Faults } from './faults.ts';
import type { Wire } from './wire.ts';

/** Slack's patience with an acknowledgement. */
const ACKNOWLEDGE_MS = 3_000;
/** An event that was not acknowledged comes again at once, after a minute and after five. */
const AGAIN_AFTER_MS = [0, 60_000, 300_000];
/** While the clock jumps, the bot gets this much real time to answer what is under way. */
const GRACE_MS = 250;

/** Brings everything to the bot, watches over the three seconds, and sends events again. */
export class Postman {
  readonly #underWay = new Set<Promise<Acknowledgement>>();
  #heldBack: (() => void)[] = [];

  constructor(
    private readonly clock: WorkspaceClock,
    private readonly wire: Wire,
    private readonly faults: Faults,
    readonly delivery: Delivery,
  ) {}

  /** Sends a parcel; resolves with the first acknowledgement, or why there was none within three seconds. */
  async deliver(parcel: Parcel): Promise<Acknowledgement> {
    const fault = this.faults.takeDelivery(parcel.name);
    if (fault === 'overtaken') await new Promise<void>((go) => this.#heldBack.push(go));
    const acknowledged = this.#send(parcel, null, fault);
    if (fault === 'duplicate') void this.#send(parcel, null);
    if (fault !== 'overtaken') this.#letGo();
    const outcome = await acknowledged;
    if (!outcome.ok) this.#again(parcel, { attempt: 1, reason: outcome.reason });
    return outcome;
  }

  /** Resolves once nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Waits until nothing is under way, but not long: a bot that never answers must not stop the clock. */
  async idle(): Promise<void> {
    await new Promise(setImmediate);
    if (this.#underWay.size === 0) return;
    let grace: NodeJS.Timeout | undefined;
    const patience = new Promise((done) => {
      grace = setTimeout(done, GRACE_MS);
    });
    await Promise.race([Promise.all(this.#underWay), patience]);
    clearTimeout(grace);
  }

  /** Only events come again; who gave a command or pressed a button sees at once that it failed. */
  #again(parcel: Parcel, retry: Retry): void {
    const wait = AGAIN_AFTER_MS[retry.attempt - 1];
    if (parcel.kind !== 'events_api' || wait === undefined) return;
    this.clock.after(wait, () => {
      void this.#send(parcel, retry, this.faults.takeDelivery(parcel.name)).then((outcome) => {
        if (!outcome.ok) this.#again(parcel, { attempt: retry.attempt + 1, reason: outcome.reason });
      });
    });
  }

  async #send(parcel: Parcel, retry: Retry | null, fault?: DeliveryFault): Promise<Acknowledgement> {
    const began = performance.now();
    const patience = new AbortController();
    const callOff = this.clock.after(ACKNOWLEDGE_MS, () => patience.abort());
    const outcome = await (fault === 'lost'
      ? silence(patience.signal)
      : this.#watched(this.delivery.send(parcel, retry, patience.signal)));
    callOff();
    this.wire.note({
      direction: 'to-bot',
      name: parcel.name,
      ms: Math.round((performance.now() - began) * 10) / 10,
      outcome: said(outcome, retry),
      payload: parcel.payload,
      faults: [],
    });
    return outcome;
  }

  async #watched(sent: Promise<Acknowledgement>): Promise<Acknowledgement> {
    this.#underWay.add(sent);
    const outcome = await sent;
    this.#underWay.delete(sent);
    return outcome;
  }

  #letGo(): void {
    const held = this.#heldBack;
    this.#heldBack = [];
    for (const go of held) go();
  }
}

function said(outcome: Acknowledgement, retry: Retry | null): string {
  const again = retry ? ` (retry ${retry.attempt}: ${retry.reason})` : '';
  return (outcome.ok ? 'acknowledged' : `not acknowledged: ${outcome.reason}`) + again;
}

const silence = (signal: AbortSignal) =>
  new Promise<Acknowledgement>((resolve) => {
    signal.addEventListener('abort', () => resolve({ ok: false, reason: 'timeout' }), { once: true });
  });
