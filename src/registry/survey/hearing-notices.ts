import { z } from 'zod';
import { parseIso } from '../../calendar/calendar-date.ts';
import { instantAt, parseClockTime } from '../../calendar/office-time.ts';
import type { NewNotice } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import type { SurveyReplyRow } from '../../records/survey-round.ts';
import { leadKey } from '../../schedule/lead-times.ts';
import type { NoticeSettings } from '../../schedule/notice-settings.ts';
import { remindersOf } from '../../schedule/reminders.ts';
import type { Tx } from '../editing/editor.ts';
import { readNoticeSettings } from '../planned/office-calendars.ts';

// A hearing that a town booked: each of its areas is reminded of it as of a meeting, until another one is booked.

export const HEARING = 'survey-hearing';

/** Which hearing a notice speaks of. */
export const HearingFacts = z.object({ slot: z.string() });

type Booked = Pick<SurveyReplyRow, 'id' | 'roundId' | 'areaIds' | 'slot'>;

/** When a hearing is, by the id of its slot; null where that says none. */
export function hearingAt(slot: string) {
  const [date = '', hour = ''] = slot.split('T');
  const [day, time] = [parseIso(date), parseClockTime(hour)];
  return day && time ? { day, time, begins: instantAt(day, time) } : null;
}

/** Plans the reminders of the hearing that is booked now, and takes back those of a former one. */
export async function replanHearing(tx: Tx, reply: Booked, now: Date): Promise<void> {
  const occasion = `${HEARING}:${reply.id}:`;
  const status = { in: ['planned' as const, 'claimed' as const] };
  const waiting = await tx.notice.findMany({
    where: { recordKind: 'surveyRound', recordId: reply.roundId, kind: HEARING, status },
    select: { key: true, occasion: true },
  });
  const keys = waiting.filter((each) => each.occasion.startsWith(occasion)).map(({ key }) => key);
  if (keys.length > 0) await voidNotices(tx, { keys }, 'changed');
  if (reply.slot === null) return;
  const settings = await readNoticeSettings(tx, reply.areaIds);
  await plan(tx, hearingNotices(reply, reply.slot, settings, now), now);
}

function hearingNotices(reply: Booked, slot: string, settings: NoticeSettings, now: Date): NewNotice[] {
  const hearing = hearingAt(slot);
  if (!hearing) return [];
  const { day, begins } = hearing;
  return reply.areaIds.flatMap((areaId) => {
    const { meetingLeads, deliveryTime } = settings.rulesOf(areaId);
    const all = remindersOf({ day, over: begins }, meetingLeads, settings.officeOf(areaId), deliveryTime);
    // Whoever books it late was just told so.
    return all.flatMap(({ lead, dueAt }): NewNotice[] => {
      if (dueAt < now) return [];
      const occasion = `${HEARING}:${reply.id}:${slot}:${leadKey(lead)}`;
      const about = { kind: HEARING, recordKind: 'surveyRound', recordId: reply.roundId, areaId, facts: { slot } };
      return [{ ...about, key: `${occasion}:${areaId}`, occasion, audience: 'in-charge', dueAt, expiresAt: begins }];
    });
  });
}
