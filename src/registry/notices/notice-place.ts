import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { KeptNotice, Tx } from '../../delivery/notice.ts';
import {
  hubMember,
  type Named,
  NOBODY_NAMED,
  prefectureMember,
  type Responsible,
  responsibleFor,
} from './responsible.ts';

/** Where a notice goes, as people and channels are in the moment of its claim. */
export interface NoticePlace {
  /** A channel, or a person by user id; null: there is nobody to tell. */
  to: string | null;
  responsible: Responsible | null;
  /** The area's channel, where it goes there. */
  channel: string | null;
}

/** What decides where a notice goes, beside the notice. */
export interface Placing {
  record: Named;
  /** Whose person in charge the record names. */
  ownerId: string | null;
  /** It tells that an area has not submitted: nobody else is to read that (rules 1.6, 8.4). */
  isPrivate: boolean;
}

/**
 * Finds where a notice goes (rules 9.1, 9.4). What is private never goes to a channel that several areas share: it goes
 * to the person in charge, or to the prefecture where nobody is registered.
 */
export async function placeOfNotice(
  tx: Tx,
  { areaId, audience, to: known }: KeptNotice,
  { record, ownerId, isPrivate }: Placing,
  today: CalendarDate,
): Promise<NoticePlace> {
  const responsible = areaId ? await responsibleFor(tx, areaId, record, today, areaId === ownerId) : null;
  const channel = areaId ? await channelOf(tx, areaId, isPrivate) : null;
  const inCharge = responsible?.user ?? null;
  const last = isPrivate && !channel ? () => prefectureMember(tx, today) : () => Promise.resolve(null);
  const find: Record<string, () => Promise<string | null>> = {
    'area-channel': async () => channel ?? inCharge ?? last(),
    'in-charge': async () => inCharge ?? channel ?? last(),
    manager: async () => responsible?.manager ?? null,
    // What a hub owes, and nobody is registered for, is its town's to see to.
    hub: async () => (areaId && (await hubMember(tx, areaId, record, today))) ?? inCharge ?? channel ?? last(),
    prefecture: () => prefectureMember(tx, today),
  };
  const to = known ?? (await find[audience]?.()) ?? null;
  return { to, responsible, channel: to === channel ? channel : null };
}

/** Where a notice about an area as a whole goes, and who is in charge there, by user id; null: there is nobody to tell. */
export async function placeInArea(
  tx: Tx,
  notice: KeptNotice,
  today: CalendarDate,
): Promise<{ to: string; user: string | null; manager: string | null } | null> {
  const placing = { record: NOBODY_NAMED, ownerId: null, isPrivate: false };
  const { to, responsible } = await placeOfNotice(tx, notice, placing, today);
  return to === null ? null : { to, user: responsible?.user ?? null, manager: responsible?.manager ?? null };
}

/** The channel of an area; null where it has none, or where others read what is private. */
async function channelOf(tx: Tx, areaId: string, isPrivate: boolean): Promise<string | null> {
  const area = await tx.area.findUnique({ where: { id: areaId }, select: { channel: true } });
  if (!area?.channel) return null;
  const isShared = isPrivate && (await tx.area.count({ where: { channel: area.channel } })) > 1;
  return isShared ? null : area.channel;
}
