import { businessDaysAfter } from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import { type ClockTime, instantAt, instantOrEnd } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';
import type { ChainStep } from './chain.ts';
import { changeFacts, type DateChange } from './date-change.ts';
import { morningsOf, stepsBefore } from './deadline-mornings.ts';
import { type NoticeDraft, noticeOf } from './notice-of.ts';
import type { NoticeSettings } from './notice-settings.ts';
import type { NoticeAudience, PlannedNotice } from './planned-notice.ts';
import { reminderDraft, stepDraft, stepDrafts } from './step-notices.ts';
import { templateNotices } from './template-notices.ts';

/** Where an area stands with a report: 未提出, 提出済み, 該当なし, 差戻し, 受理, or another body submits for it. */
export type SubmissionState = 'open' | 'submitted' | 'not-applicable' | 'returned' | 'accepted' | 'covered';

/** What one area owes. */
export interface Submission {
  areaId: string;
  state: SubmissionState;
  /** Its own day, where the date was put off for it or the report came back; null: the deadline's. */
  ownDay: CalendarDate | null;
  /** Since when that day stands; null: since the deadline's does. */
  since: Date | null;
  /** The last change for this area alone. */
  change: DateChange | null;
}

/** A reporting deadline (報告期限), with all that its notices follow from. */
export interface Deadline {
  id: string;
  state: 'confirmed' | 'date-unconfirmed' | 'cancelled';
  /** The due day as it counts; as long as it is not confirmed, the month or the days in which it usually lies. */
  when: Span;
  /** Null: the end of the day. */
  dueTime: ClockTime | null;
  /** Null: as the area that is reminded has them. */
  leads: readonly LeadTime[] | null;
  /** The steps that lead to it, each counted backwards from the next: an area's, or for null the prefecture's. */
  chainFor(areaId: string | null): readonly ChainStep[];
  /** Since when it has stood at this date: registered, confirmed, moved. */
  since: Date;
  change: DateChange | null;
  submissions: readonly Submission[];
  /** Who submits: the areas, or the hub of each, which is told in its place. */
  submitters: 'areas' | 'hubs';
}

/** One area that has not submitted, with its day and since when that stands. */
interface Owed extends Submission {
  day: CalendarDate;
  since: Date;
}

/** All notices of a deadline, from its state alone: planned again from the same state, they are the same. */
export function deadlineNotices(deadline: Deadline, settings: NoticeSettings): PlannedNotice[] {
  const { id, when, leads, since, state } = deadline;
  if (state === 'date-unconfirmed')
    return templateNotices({ recordKind: 'deadline', recordId: id, when, leads, since }, settings);
  const owed = deadline.submissions.filter(isOwed).map((each) => owedBy(each, deadline));
  const changes = owed.flatMap((each) => changeNotice(deadline, each));
  if (state === 'cancelled') return changes;
  const others = owed.flatMap((each) => [
    ...reminderNotices(deadline, each, settings),
    ...overdueNotices(deadline, each, settings),
  ]);
  return [...changes, ...others, ...prefectureNotices(deadline, owed, settings)];
}

/** Reminders go to those who have not submitted (rule 8.4). */
function isOwed({ state }: Submission): boolean {
  return state === 'open' || state === 'returned';
}

function owedBy(submission: Submission, { when, since }: Deadline): Owed {
  return { ...submission, day: submission.ownDay ?? when.to, since: submission.since ?? since };
}

/** What a hub owes is told to it alone. */
const byHub = ({ submitters }: Deadline, audience: NoticeAudience): NoticeAudience =>
  submitters === 'hubs' ? 'hub' : audience;

/** What each area owes is its own matter: who is in charge of two is told of both. */
function notice({ id }: Deadline, draft: NoticeDraft): PlannedNotice {
  const planned = noticeOf({ recordKind: 'deadline', recordId: id }, draft);
  return draft.areaId === null ? planned : { ...planned, occasion: `${planned.occasion}@${draft.areaId}` };
}

function reminderNotices(deadline: Deadline, owed: Owed, settings: NoticeSettings): PlannedNotice[] {
  const { dueTime: time } = deadline;
  const { areaId, day, since } = owed;
  const over = instantOrEnd(day, time);
  const to = { areaId, audience: byHub(deadline, 'area-channel'), expiresAt: over };
  const steps = stepsBefore(day, deadline.chainFor(areaId));
  const own = steps.filter(({ owner }) => owner !== 'prefecture');
  const { deliveryTime, deadlineLeads } = settings.rulesOf(areaId);
  const leads = deadline.leads ?? deadlineLeads;
  const all = morningsOf({ day, over }, leads, own, settings.officeOf(areaId), deliveryTime);
  const coming = all.filter(({ dueAt }) => dueAt >= since);
  const drafts = coming.map((morning) => {
    const { lead } = morning;
    return lead ? reminderDraft({ ...morning, lead }, to, { day, time }) : stepDraft(morning, to, day);
  });
  const ofHub = deadline.submitters === 'hubs' ? [] : stepDrafts('hub', areaId, day, steps, settings);
  const toHub = ofHub.filter(({ dueAt }) => dueAt >= since);
  const notices = [...drafts, ...toHub].map((draft) => notice(deadline, draft));
  const late = coming.length < all.length && !lastChange(deadline, owed) && since < over;
  if (!late) return notices;
  const standsFor = { kind: 'registered-late', occasion: day, dueAt: since, facts: { day, time } } as const;
  return [notice(deadline, { ...to, ...standsFor }), ...notices];
}

/** The steps that are the prefecture's, once for all areas that are still to submit by the same day. */
function prefectureNotices(deadline: Deadline, owed: readonly Owed[], settings: NoticeSettings): PlannedNotice[] {
  return [...new Set(owed.map(({ day }) => day))].flatMap((day) =>
    stepDrafts('prefecture', null, day, stepsBefore(day, deadline.chainFor(null)), settings)
      .filter(({ dueAt }) => dueAt >= deadline.since)
      .map((draft) => notice(deadline, draft)),
  );
}

/** On one business day after, the person in charge; on another one with the manager; no more than that (rule 8.4). */
function overdueNotices(deadline: Deadline, { areaId, day, since }: Owed, settings: NoticeSettings): PlannedNotice[] {
  const { overdueDays, overdueManagerDays, managerHears, deliveryTime } = settings.rulesOf(areaId);
  const told = (kind: 'overdue' | 'long-overdue', businessDays: number, audiences: NoticeAudience[]) => {
    const dueAt = instantAt(businessDaysAfter(day, businessDays, settings.officeOf(areaId)), deliveryTime);
    const facts = { day, time: deadline.dueTime };
    return audiences.map((audience) =>
      notice(deadline, { kind, occasion: day, areaId, audience, dueAt, expiresAt: null, facts }),
    );
  };
  const first = byHub(deadline, 'in-charge');
  return [
    ...told('overdue', overdueDays, managerHears === 'first' ? [first, 'manager'] : [first]),
    ...told('long-overdue', overdueManagerDays, [first, 'manager']),
  ].filter(({ dueAt }) => dueAt >= since);
}

/** The last change for this area, the deadline's or its own; of its own only the person in charge is told. */
function changeNotice(deadline: Deadline, owed: Owed): PlannedNotice[] {
  const { areaId, day } = owed;
  const change = lastChange(deadline, owed);
  if (!change) return [];
  const own = change === owed.change;
  const cancelled = change.kind === 'cancelled';
  const over = cancelled ? change.formerly : { day, time: deadline.dueTime };
  const expiresAt = over && instantOrEnd(over.day, over.time);
  if (expiresAt && expiresAt <= change.at) return [];
  return [
    notice(deadline, {
      kind: change.kind,
      occasion: own ? `${areaId}:r${change.revision}` : `r${change.revision}`,
      areaId,
      audience: byHub(deadline, own ? 'in-charge' : 'area-channel'),
      dueAt: change.at,
      expiresAt,
      facts: changeFacts(change, cancelled ? null : day, deadline.dueTime),
    }),
  ];
}

/** An area with a day of its own is not concerned when the deadline moves, but it is when it is withdrawn. */
function lastChange({ state, change }: Deadline, { ownDay, change: own }: Owed): DateChange | null {
  const shared = state === 'cancelled' || ownDay === null ? change : null;
  return own && shared ? (own.at > shared.at ? own : shared) : (own ?? shared);
}
