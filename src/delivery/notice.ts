import type { Notice, Prisma } from '../generated/prisma/client.ts';

export type Tx = Prisma.TransactionClient;

/** A notice as it is to be planned; what `src/schedule` works out is one. */
export interface NewNotice {
  /** Once for ever, unless it was cancelled before it went out: then it may be planned again. */
  key: string;
  /** The same for all areas of a shared meeting: one message an occasion and place. */
  occasion: string;
  kind: string;
  /** What it is about: names its `Subject`. */
  recordKind: string;
  recordId: string;
  areaId: string | null;
  audience: string;
  dueAt: Date;
  /** From here on it is too late. Null: never. */
  expiresAt: Date | null;
  /** What the record will not say any more. */
  facts: object;
  /** A channel, or a person by user id, where that is known already. */
  to?: string | null;
}

/** As the database keeps it. */
export type KeptNotice = Notice;

/** A place where nothing goes out faster than Slack allows: the address, or what will lead to it. */
export const laneOf = ({ to, audience, areaId, recordKind, recordId }: NewNotice): string =>
  to ?? (areaId === null ? `${audience}:${recordKind}:${recordId}` : `${audience}:${areaId}`);
