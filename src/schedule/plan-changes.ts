import { isDeepStrictEqual } from 'node:util';
import type { PlannedNotice } from './planned-notice.ts';

/** What is known of a notice that was planned before and has not gone out. */
export type NoticePlanned = Pick<PlannedNotice, 'key' | 'dueAt' | 'expiresAt' | 'facts'>;

/** What has to be written so that the notices planned before become those that follow from a record now. */
export interface PlanChanges {
  add: PlannedNotice[];
  /** The same messages at another time, or with other facts. */
  change: PlannedNotice[];
  /** Keys of those that must not go out any more. */
  void: string[];
}

/**
 * Compares two plans of one record. What would have been due before `now` is not added: it is the change itself that
 * people are told of (rule 7.3). A message that was still to come and now would be late goes out at once instead.
 */
export function planChanges(before: readonly NoticePlanned[], after: readonly PlannedNotice[], now: Date): PlanChanges {
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

function isSame(one: NoticePlanned, other: NoticePlanned): boolean {
  const parts = ({ dueAt, expiresAt, facts }: NoticePlanned) => ({ dueAt, expiresAt, facts });
  return isDeepStrictEqual(parts(one), parts(other));
}
