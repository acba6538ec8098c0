import { z } from 'zod';
import { todayIn } from '../../calendar/calendar-date.ts';
import type { KeptNotice, NewNotice } from '../../delivery/notice.ts';
import { plan } from '../../delivery/plan.ts';
import type { Draft } from '../../generated/prisma/client.ts';
import type { DraftToDecide, FieldChanges, WaitingDraft } from '../../records/changes.ts';
import type { Tx } from '../editing/editor.ts';
import { draftToDecide } from '../kept-drafts.ts';
import { openRecord } from '../look-back.ts';
import { idsIn, namesOf } from '../members/names.ts';
import type { Administrators } from '../members/permissions.ts';
import { usersInCharge } from './responsible.ts';

// Who is told of a hub's draft (rules 4.1): its town when it arrives, the hub when it is decided; planned with the change.

/** The `recordKind` of what is said about drafts. */
export const DRAFT = 'draft';

const ARRIVED = 'draft-arrived';

/** Who hears of it if the first one cannot be reached. */
const Facts = z.object({ otherwise: z.string().nullable() });

const noticeOf = (
  draft: Pick<Draft, 'id'>,
  kind: string,
  to: string,
  otherwise: string | null,
  now: Date,
): NewNotice => ({
  key: `${kind}:${draft.id}:${to}`,
  occasion: `${kind}:${draft.id}:${to}`,
  kind,
  recordKind: DRAFT,
  recordId: draft.id,
  areaId: null,
  audience: kind === ARRIVED ? 'in-charge' : 'asker',
  dueAt: now,
  expiresAt: null,
  facts: { otherwise } satisfies z.infer<typeof Facts>,
  to,
});

/** Those who decide are told that it came; the administrators where its areas have nobody. Says how many are. */
export async function planArrived(
  tx: Tx,
  draft: Draft,
  { now, administrators }: { now: Date; administrators: Administrators },
): Promise<number> {
  const { ids } = await administrators();
  const inCharge = await usersInCharge(tx, draft.areaIds, todayIn(now));
  const tellers = (inCharge.length > 0 ? inCharge : ids).filter((user) => user !== draft.user);
  const [first = null] = ids;
  const notices = tellers.map((to) => noticeOf(draft, ARRIVED, to, first === to ? null : first, now));
  await plan(tx, notices, now);
  return notices.length;
}

/** How many are, or were, told that a draft came. */
export const toldOf = (tx: Tx, id: string): Promise<number> =>
  tx.notice.count({ where: { recordKind: DRAFT, recordId: id, kind: ARRIVED } });

/** The hub is told what was decided. */
export async function planDecided(tx: Tx, draft: Draft, now: Date): Promise<void> {
  await plan(tx, [noticeOf(draft, 'draft-decided', draft.user, null, now)], now);
}

/** A draft as it is told. */
export interface DraftTold {
  to: string;
  otherwise: string | null;
  draft: DraftToDecide;
  changes: FieldChanges;
  /** What the people and sections are called that it names. */
  names: ReadonlyMap<string, string>;
}

/** What a notice of a draft tells; nothing where it is gone, or was decided before its town heard of it. */
export async function readDraftNotice(
  tx: Tx,
  { recordId, kind, to, facts }: KeptNotice,
): Promise<DraftTold | { gone: string }> {
  const draft = await draftToDecide(tx, recordId);
  if (!draft || to === null) return { gone: 'gone' };
  if (kind === ARRIVED && draft.decided) return { gone: 'decided' };
  const changes = await draftChanges(tx, draft);
  return { to, ...Facts.parse(facts), draft, changes, names: await namesOf(tx, idsIn([changes])) };
}

/** What the record says now, and what the draft wants it to say. */
export async function draftChanges(tx: Tx, { kind, record, fields }: WaitingDraft): Promise<FieldChanges> {
  const opened = record === null ? null : await openRecord(tx, kind, record);
  const now: Readonly<Record<string, unknown>> = { ...opened?.fields };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [now[field] ?? null, value]]));
}
