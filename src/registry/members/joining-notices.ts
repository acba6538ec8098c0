import { z } from 'zod';
import type { KeptNotice, NewNotice } from '../../delivery/notice.ts';
import { plan } from '../../delivery/plan.ts';
import type { JoinRequest as Row } from '../../generated/prisma/client.ts';
import { Role } from '../../records/roles.ts';
import type { Tx } from '../editing/editor.ts';
import { namesOf } from './names.ts';

// 「この市町の担当です」: those who decide are told, and then the one who asked; planned with what is told.

/** The `recordKind` of what is said about requests to join. */
export const JOINING = 'joining';

const ASKED = 'join-asked';

/** As what somebody was taken in; null: not, or not decided yet. */
const Facts = z.object({ role: Role.nullable() });

const noticeOf = ({ id }: Pick<Row, 'id'>, kind: string, to: string, role: Role | null, now: Date): NewNotice => ({
  key: `${kind}:${id}:${to}`,
  occasion: `${kind}:${id}:${to}`,
  kind,
  recordKind: JOINING,
  recordId: id,
  areaId: null,
  audience: kind === ASKED ? 'in-charge' : 'asker',
  dueAt: now,
  expiresAt: null,
  facts: { role } satisfies z.infer<typeof Facts>,
  to,
});

/** Says how many are told. */
export async function planAsked(tx: Tx, request: Row, approvers: readonly string[], now: Date): Promise<number> {
  const others = approvers.filter((user) => user !== request.user);
  await plan(
    tx,
    others.map((to) => noticeOf(request, ASKED, to, null, now)),
    now,
  );
  return others.length;
}

/** How many are, or were, told of a request. */
export const toldOf = (tx: Tx, id: string): Promise<number> =>
  tx.notice.count({ where: { recordKind: JOINING, recordId: id, kind: ASKED } });

/** The one who asked is told what was decided. */
export async function planAnswered(
  tx: Tx,
  request: Pick<Row, 'id' | 'user'>,
  role: Role | null,
  now: Date,
): Promise<void> {
  await plan(tx, [noticeOf(request, 'join-answered', request.user, role, now)], now);
}

/** A request as it is told. */
export interface JoinTold {
  to: string;
  request: Row;
  /** Who asked, by name. */
  name: string;
  role: Role | null;
}

/** What a notice of a request tells; nothing where it is gone, or was decided before those heard of it who decide. */
export async function readJoinNotice(
  tx: Tx,
  { recordId, kind, to, facts }: KeptNotice,
): Promise<JoinTold | { gone: string }> {
  const request = await tx.joinRequest.findUnique({ where: { id: recordId } });
  if (!request || to === null) return { gone: 'gone' };
  if (kind === ASKED && request.decidedAt) return { gone: 'decided' };
  const names = await namesOf(tx, { people: [request.user], sections: [] });
  return { to, request, name: names.get(request.user) ?? request.user, ...Facts.parse(facts) };
}
