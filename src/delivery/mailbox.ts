import type { Language } from '../words/labels.ts';

/** How messages leave the house. Each call asks Slack once and repeats nothing by itself. */
export interface Mailbox<M> {
  /** Posts to a channel or a person; the post carries `key`. */
  post(to: string, key: string, message: M): Promise<Posted>;
  /** Looks for the post that carries `key`, back to `since` at least. */
  find(to: string, key: string, since: Date): Promise<Found>;
}

/** Surely not posted; `fault`: not for a passing reason, so that it is not tried for ever. */
export interface Wait {
  outcome: 'wait';
  code: string;
  /** As Slack asked for; else we choose. */
  seconds?: number | undefined;
  fault?: boolean | undefined;
}

export type Posted =
  | { outcome: 'posted'; channel: string; ts: string }
  | Wait
  /** The channel or the person cannot be written to. */
  | { outcome: 'unreachable'; code: string }
  /** Slack takes the message nowhere: a defect of ours. */
  | { outcome: 'refused'; code: string }
  /** Slack may have taken it. */
  | { outcome: 'doubt'; code: string };

export type Found =
  | { outcome: 'found'; channel: string; ts: string }
  | { outcome: 'absent' }
  | Wait
  | { outcome: 'unreachable'; code: string };

/** What is said around the messages of any subject. */
export interface Wording<M> {
  /** 遅れて配信, with the time when it was due. */
  late(message: M, dueAt: Date, language: Language): M;
  /** To the person in charge, since its channel could not be written to. */
  instead(message: M, about: { to: string; code: string }, language: Language): M;
  /** To the person in charge: it could not go out while it still made sense. */
  missed(about: { title: string; dueAt: Date }, language: Language): M;
}
