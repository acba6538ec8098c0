import { z } from 'zod';
import type { NewNotice } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import { replyIds, type SurveyReplyRow } from '../../records/survey-round.ts';
import { hearingAt } from '../../schedule/hearings.ts';
import { leadKey } from '../../schedule/lead-times.ts';
import type { NoticeSettings } from '../../schedule/notice-settings.ts';
import { type Planned, planChanges } from '../../schedule/plan-changes.ts';
import { remindersOf } from '../../schedule/reminders.ts';
import type { Tx } from '../editing/editor.ts';
import { holdCalendars, readNoticeSettings } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';

// A hearing that a town booked: each of its areas is reminded of it as of a meeting, until another one is booked.

export const HEARING = 'survey-hearing';

/** Which hearing a notice speaks of. */
export const HearingFacts = z.object({ slot: z.string() });

type Booked = Pick<SurveyReplyRow, 'id' | 'roundId' | 'areaIds' | 'slot'>;

/** Brings the reminders of a reply's hearing to those that follow from what is booked now, and from the settings. */
export async function replanHearing(tx: Tx, reply: Booked, now: Date): Promise<void> {
  await holdCalendars(tx);
  const settings = await readNoticeSettings(tx, reply.areaIds);
  const wanted = reply.slot === null ? [] : hearingNotices(reply, reply.slot, settings);
  // Whoever books it late was just told so: what would have gone out before is not added.
  const { add, change, void: gone } = planChanges(await waiting(tx, reply), wanted, now);
  const keys = [...gone, ...change.map(({ key }) => key)];
  if (keys.length > 0) await voidNotices(tx, { keys }, 'changed');
  await plan(tx, [...add, ...change], now);
}

/** Plans anew the hearings that these areas booked: their office's days, hour or lead times are others now. */
export async function replanHearings(tx: Tx, areaIds: readonly string[], now: Date): Promise<void> {
  const replies = await tx.surveyReply.findMany({
    where: { slot: { not: null }, areas: { some: { id: { in: [...areaIds] } } } },
    select: { id: true, roundId: true },
  });
  const rounds = await readers.surveyRound(tx, [...new Set(replies.map(({ roundId }) => roundId))]);
  const standing = new Set(rounds.flatMap(replyIds));
  const ids = replies.flatMap(({ id }) => (standing.has(id) ? id : []));
  if (ids.length === 0) return;
  for (const reply of await readers.surveyReply(tx, ids)) await replanHearing(tx, reply, now);
}

async function waiting(tx: Tx, { id, roundId }: Booked): Promise<Planned<object>[]> {
  const rows = await tx.notice.findMany({
    where: {
      ...{ recordKind: 'surveyRound', recordId: roundId, kind: HEARING },
      OR: [{ status: 'planned' }, { status: 'claimed', void: false }],
    },
    select: { key: true, occasion: true, dueAt: true, expiresAt: true, facts: true },
  });
  const occasion = `${HEARING}:${id}:`;
  return rows.flatMap(({ occasion: of, facts, ...row }) =>
    of.startsWith(occasion) ? [{ ...row, facts: HearingFacts.parse(facts) }] : [],
  );
}

function hearingNotices(reply: Booked, slot: string, settings: NoticeSettings): NewNotice[] {
  const hearing = hearingAt(slot);
  if (!hearing) return [];
  const { day, begins } = hearing;
  return reply.areaIds.flatMap((areaId) => {
    const { meetingLeads, deliveryTime } = settings.rulesOf(areaId);
    const all = remindersOf({ day, over: begins }, meetingLeads, settings.officeOf(areaId), deliveryTime);
    return all.map(({ lead, dueAt }): NewNotice => {
      const occasion = `${HEARING}:${reply.id}:${slot}:${leadKey(lead)}`;
      const about = { kind: HEARING, recordKind: 'surveyRound', recordId: reply.roundId, areaId, facts: { slot } };
      return { ...about, key: `${occasion}:${areaId}`, occasion, audience: 'in-charge', dueAt, expiresAt: begins };
    });
  });
}
