/** Something that the bot is sent. */
export interface Parcel {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  /** As in the wire log: `event_callback app_mention`, `slash_commands`, `block_actions` … */
  name: string;
  payload: Record<string, unknown>;
}

/** Why a parcel is sent again. */
export interface Retry {
  attempt: number;
  reason: FailureReason;
}

export type FailureReason = 'timeout' | 'http_error' | 'connection_failed';

/** What the bot said when it took the parcel, or why it did not. */
export type Acknowledgement = { ok: true; body: unknown } | { ok: false; reason: FailureReason };

/** A way to the bot: Socket Mode, or signed HTTP. */
export interface Delivery {
  /** Whether something can be sent just now. */
  readonly connected: boolean;
  /** Resolves with the acknowledgement; `signal` ends the waiting. Never rejects. */
  send(parcel: Parcel, retry: Retry | null, signal: AbortSignal): Promise<Acknowledgement>;
  close(): Promise<void>;
}
