import { z } from 'zod';
import { LeadTime } from '../records/lead-time.ts';

/** What a notice is about. An initiative (取組) with a planned day or month is reminded of like a meeting. */
export const NoticeSubject = z.enum(['meeting', 'deadline', 'initiative']);
export type NoticeSubject = z.infer<typeof NoticeSubject>;

/** What a notice says. */
export const NoticeKind = z.enum([
  'reminder',
  'step', // a day on a report's way is near: 起案, 決裁
  'registered-late', // stands for the reminders that were due before the thing was registered
  'moved',
  'postponed', // 延期（日程未定）
  'in-writing', // 書面開催
  'cancelled',
  'returned', // 差戻し
  'how-it-went', // to the person in charge, on the next business day
  'overdue',
  'long-overdue',
  'confirm-date', // 日付要確認: a row of the yearly template
  'date-open', // asks for the date of one of N times a year
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/**
 * Whom a notice is for. Who that is, and where, is found when it goes out: people and channels change.
 * `area-channel`: the area's channel, mentioning the person in charge; `in-charge`: that person, directly;
 * `manager`: the area's manager, directly; `hub`: whoever is registered for its 連携拠点, directly; `prefecture`: the
 * prefecture's administrators.
 */
export const NoticeAudience = z.enum(['area-channel', 'in-charge', 'manager', 'hub', 'prefecture']);
export type NoticeAudience = z.infer<typeof NoticeAudience>;

const Day = z.iso.date();
const Time = z.string().regex(/^\d{2}:\d{2}$/);

/**
 * What the record will not say any more when the notice goes out. Titles, places and other texts are no part of it:
 * they are read from the record in the claim.
 */
export const NoticeFacts = z.object({
  /** The day that it speaks of, the first one of a month or a range; null where there is none. */
  day: Day.nullable(),
  /** The hour of that day (HH:MM); null where none is known. */
  time: Time.nullable(),
  /** How long before it a reminder goes out. */
  lead: LeadTime.nullable(),
  /** The day and the hour before the change that it tells of. */
  formerDay: Day.nullable(),
  formerTime: Time.nullable(),
  /** The days on a report's way that are near; `at`: which step of its chain. */
  steps: z
    .array(z.object({ at: z.number().int(), day: Day, owner: z.enum(['hub', 'area', 'prefecture']) }))
    .default([]),
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

/**
 * One message that is to go out at its time, once a key for ever. A key that was voided before its message went out may
 * be planned again (a meeting moved there and back); one that went out, expired or failed never is.
 */
export interface PlannedNotice {
  /** The same for the same message however often it is planned: the occasion, and whom it is for. */
  key: string;
  /** The same for all areas of a shared meeting. One message an occasion and place: areas that share a channel get one. */
  occasion: string;
  kind: NoticeKind;
  recordKind: NoticeSubject;
  /** The occurrence of a meeting, the deadline, the initiative. */
  recordId: string;
  /** Null where it concerns no single area. */
  areaId: string | null;
  audience: NoticeAudience;
  dueAt: Date;
  /** From here on it is too late, since the thing is over: a meeting has begun, a due time has passed. Null: never. */
  expiresAt: Date | null;
  facts: NoticeFacts;
}
