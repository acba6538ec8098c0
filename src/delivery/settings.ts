/** Times in milliseconds. */
export interface Settings {
  /** How long a claim holds: longer than a post takes (`postMs`) with all before it. */
  leaseMs: number;
  /** Longer than the mailbox takes for a post: one that is begun later would outlast its claim. */
  postMs: number;
  /** After a post whose answer never came, until it must show in the channel's history. */
  settleMs: number;
  /** Between two notices of a lane. */
  paceMs: number;
  /** Posts under way at a time. */
  most: number;
  /** How long a claim waits for half of `most` to be free: it costs nearly the same for one notice as for fifty. */
  gatherMs: number;
  /** The first and the longest wait after a failure. */
  backoffMs: { first: number; most: number };
}

export const SETTINGS: Settings = {
  leaseMs: 20_000,
  postMs: 9_000,
  settleMs: 10_000,
  // Slack takes about one message a second and channel; a little less, so that each tick of a second finds its lane free.
  paceMs: 950,
  most: 100,
  gatherMs: 100,
  backoffMs: { first: 1_000, most: 300_000 },
};

/** Later than this after its time, a notice says so. */
export const LATE_MS = 5 * 60_000;
/** How often something that looks like a defect is tried. */
export const TRIES = 8;
