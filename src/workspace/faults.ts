/** What can go wrong with a call of the bot. */
export type CallFault =
  | { kind: 'rate-limited'; retryAfter: number }
  | { kind: 'server-error' }
  /** Answered, but only after this much real time. */
  | { kind: 'slow'; ms: number }
  /** No answer at all. */
  | { kind: 'hang' }
  /** Everything is done, but the connection breaks before the answer. */
  | { kind: 'drop-after' }
  /** Answered with this error code. */
  | { kind: 'refused'; code: string };

/** What can go wrong with something that the bot is sent. */
export type DeliveryFault =
  /** Sent twice. */
  | 'duplicate'
  /** Held back until the next one has gone. */
  | 'overtaken'
  /** Never arrives. */
  | 'lost';

/** Faults on demand: each strikes once, in the order in which they were asked for. */
export class Faults {
  readonly #calls: { method: string; fault: CallFault }[] = [];
  readonly #deliveries: { name: string; fault: DeliveryFault }[] = [];

  /** The next call of this method fails so; `response_url` is what is said through one. `*` is any. */
  onCall(method: string, fault: CallFault): void {
    this.#calls.push({ method, fault });
  }

  /** The next thing of this name that is sent to the bot, as in the wire log, fails so. `*` is any. */
  onDelivery(name: string, fault: DeliveryFault): void {
    this.#deliveries.push({ name, fault });
  }

  takeCall(method: string): CallFault | undefined {
    return take(this.#calls, (asked) => asked.method === method || asked.method === '*')?.fault;
  }

  takeDelivery(name: string): DeliveryFault | undefined {
    return take(this.#deliveries, (asked) => asked.name === name || asked.name === '*')?.fault;
  }
}

function take<T>(list: T[], fits: (item: T) => boolean): T | undefined {
  const at = list.findIndex(fits);
  return at < 0 ? undefined : list.splice(at, 1)[0];
}
