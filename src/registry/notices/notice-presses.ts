import { z } from 'zod';
import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { KeptNotice, Tx } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import { remindAgainAt, type Snooze } from '../../schedule/snooze.ts';
import type { PersonKey } from '../members/people.ts';
import { type Administrators, rightsOf } from '../members/permissions.ts';
import { readNoticeSettings } from '../planned/office-calendars.ts';
import { OTHER_KINDS, readDeadlineNotice, readInitiativeNotice, readMeetingNotice, type Said } from './reminding.ts';

// 了解, あとで, 担当ではない at a notice (rules 9.5): kept with the notice, for everybody to see who pressed what.

export const NoticeAct = z.enum(['seen', 'later-1', 'later-3', 'not-mine']);
export type NoticeAct = z.infer<typeof NoticeAct>;

const Press = z.object({ user: z.string(), act: NoticeAct, at: z.iso.datetime() });
export type Press = z.infer<typeof Press>;
const Pressed = z.object({ presses: z.array(Press).default([]) });

export interface NoticePress {
  person: PersonKey;
  notice: string;
  act: NoticeAct;
  /** 取り消す. */
  undo: boolean;
}

export type NoticePressOutcome =
  | { outcome: 'done'; channel: string; ts: string; said: Said; presses: Press[] }
  /** There is nothing to do about it any more. */
  | { outcome: 'gone' }
  | { outcome: 'refused' }
  /** It would be over before あとで comes. */
  | { outcome: 'over' };

const READERS: Partial<Record<string, typeof readMeetingNotice>> = {
  meeting: readMeetingNotice,
  deadline: readDeadlineNotice,
  initiative: readInitiativeNotice,
};

/** Keeps what somebody of the area pressed at a notice, or takes it back; the same press twice is one. */
export async function pressNotice(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, notice: id, act, undo }: NoticePress,
): Promise<NoticePressOutcome> {
  const now = clock.now();
  return prisma.$transaction(async (tx): Promise<NoticePressOutcome> => {
    await tx.$queryRaw`SELECT 1 FROM "Notice" WHERE "id" = ${id} FOR UPDATE`;
    const notice = await tx.notice.findUnique({ where: { id } });
    if (!notice?.channel || !notice.ts) return { outcome: 'gone' };
    const rights = await rightsOf(tx, person, clock.today(), administrators);
    const own = notice.to === person.user || (notice.areaId !== null && rights.belongsTo([notice.areaId]));
    if (rights.deactivated || !own) return { outcome: 'refused' };
    const reading = await READERS[notice.recordKind]?.(tx, notice, now);
    if (!reading || 'gone' in reading) return { outcome: 'gone' };
    const others = Pressed.parse(notice.facts).presses.filter((each) => each.user !== person.user || each.act !== act);
    const presses = undo ? others : [...others, { user: person.user, act, at: now.toISOString() }];
    if (undo) await voidNotices(tx, { keys: [keyOf(notice, act, person.user)] }, 'taken-back');
    else if (!(await follow(tx, notice, act, person.user, now))) return { outcome: 'over' };
    await tx.notice.update({ where: { id }, data: { facts: { ...(notice.facts as object), presses } } });
    return { outcome: 'done', channel: notice.channel, ts: notice.ts, said: reading.said, presses };
  });
}

const keyOf = ({ id }: KeptNotice, act: NoticeAct, user: string): string => `${act}:${id}:${user}`;

/** What a press brings: a reminder for that person alone, or a word to the manager. False: it would come too late. */
async function follow(tx: Tx, notice: KeptNotice, act: NoticeAct, user: string, now: Date): Promise<boolean> {
  if (act === 'seen') return true;
  const key = keyOf(notice, act, user);
  const { recordKind, recordId, areaId, expiresAt } = notice;
  const about = { key, occasion: key, recordKind, recordId, areaId, expiresAt, facts: {} };
  if (act === 'not-mine') {
    await plan(
      tx,
      [{ ...about, kind: OTHER_KINDS.notMine, audience: 'manager', dueAt: now, facts: { by: user } }],
      now,
    );
    return true;
  }
  const days: Snooze = act === 'later-1' ? 1 : 3;
  const { officeOf, rulesOf } = await readNoticeSettings(tx, areaId === null ? [] : [areaId]);
  const dueAt = remindAgainAt(now, days, expiresAt, officeOf(areaId), rulesOf(areaId).deliveryTime);
  if (dueAt) await plan(tx, [{ ...about, kind: OTHER_KINDS.later, audience: 'in-charge', to: user, dueAt }], now);
  return dueAt !== null;
}
