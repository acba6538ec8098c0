import { isDeepStrictEqual } from 'node:util';
import type { NoticeFacts } from './planned-notice.ts';

/** What is known of a notice that was planned before and has not gone out. */
export interface Planned<Facts> {
  key: string;
  dueAt: Date;
  expiresAt: Date | null;
  facts: Facts;
}

/** Of a meeting or a deadline. */
export type NoticePlanned = Planned<NoticeFacts>;

/** What has to be written so that the notices planned before become those that follow from a record now. */
export interface PlanChanges<T> {
  add: T[];
  /** The same messages at another time, or with other facts. */
  change: T[];
  /** Keys of those that must not go out any more. */
  void: string[];
}

/**
 * Compares two plans of one record. What would have been due before `now` is not added: it is the change itself that
 * people are told of (rule 7.3). A message that was still to come and now would be late goes out at once instead.
 */
export function planChanges<T extends Planned<object>>(
  before: readonly Planned<object>[],
  after: readonly T[],
  now: Date,
): PlanChanges<T> {
  const known = new Map(before.map((each) => [each.key, each]));
  const wanted = new Set(after.map(({ key }) => key));
  return {
    add: after.filter(({ key, dueAt }) => !known.has(key) && dueAt >= now),
    change: after.flatMap((each) => {
      const former = known.get(each.key);
      if (!former || isSame(former, each)) return [];
      const moved = former.dueAt.getTime() !== each.dueAt.getTime();
      return [moved && each.dueAt < now ? { ...each, dueAt: now } : each];
    }),
    void: before.map(({ key }) => key).filter((key) => !wanted.has(key)),
  };
}

function isSame(one: Planned<object>, other: Planned<object>): boolean {
  const parts = ({ dueAt, expiresAt, facts }: Planned<object>) => ({ dueAt, expiresAt, facts });
  return isDeepStrictEqual(parts(one), parts(other));
}
