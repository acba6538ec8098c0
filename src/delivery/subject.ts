import type { Language } from '../words/labels.ts';
import type { KeptNotice, Tx } from './notice.ts';

/** What notices are about (a meeting, a deadline …): how it stands is read in the claim, right before the post. */
export interface Subject<M> {
  /** The `recordKind` of its notices. */
  readonly name: string;
  /** How it stands. No network here. Throws only on a defect. */
  read(tx: Tx, notice: KeptNotice, now: Date): Promise<Reading<M>>;
  /** Notes that it went out, in the same transaction. */
  delivered?(tx: Tx, notice: KeptNotice, at: Date): Promise<void>;
}

/** `gone`: nothing is to be said any more (cancelled, submitted, nobody left to tell); why. */
export type Reading<M> = { gone: string } | Current<M>;

export interface Current<M> {
  /** The channel, or the person by user id. */
  to: string;
  /** Who hears of it when it cannot go out; null: nobody. */
  inCharge: string | null;
  /** What it is about, in a few words. */
  title(language: Language): string;
  message(language: Language): M;
}
