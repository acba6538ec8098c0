import type { Tx } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import { deadlineNotices } from '../../schedule/deadline-notices.ts';
import { occurrenceNotices } from '../../schedule/meeting-notices.ts';
import { type NoticePlanned, planChanges } from '../../schedule/plan-changes.ts';
import { NoticeFacts, NoticeKind, type NoticeSubject, type PlannedNotice } from '../../schedule/planned-notice.ts';
import { holdCalendars, noticeSettings, readNoticeSettings, readOffices } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';
import { scheduledDeadline, scheduledOccurrence } from './scheduled.ts';

// The notices of a record follow from its state alone. They are planned and voided in the transaction of the change.

/** All notices of a date of a meeting as it stands; null where there is none. */
export async function noticesOfOccurrence(tx: Tx, id: string): Promise<PlannedNotice[] | null> {
  const [row] = await readers.occurrence(tx, [id]);
  const [meeting] = row ? await readers.meetingPlan(tx, [row.planId]) : [];
  if (!row || !meeting) return null;
  const settings = await readNoticeSettings(tx, meeting.areaIds);
  return occurrenceNotices(scheduledOccurrence(row, meeting), settings);
}

/** All notices of a deadline as it and its submissions stand; null where there is none. */
export async function noticesOfDeadline(tx: Tx, id: string): Promise<PlannedNotice[] | null> {
  const [row] = await readers.deadline(tx, [id]);
  if (!row) return null;
  const submissions = await tx.submission.findMany({ where: { deadlineId: id }, select: { id: true } });
  const ids = submissions.map((each) => each.id);
  const offices = await readOffices(tx);
  const deadline = scheduledDeadline(row, ids.length > 0 ? await readers.submission(tx, ids) : [], offices.calendars);
  const notices = deadline ? deadlineNotices(deadline, noticeSettings(offices, row.areaIds)) : [];
  // That a survey is open was told already.
  const ofSurvey = (await tx.surveyRound.count({ where: { deadlineId: id } })) > 0;
  return ofSurvey ? notices.filter(({ kind }) => kind !== 'registered-late') : notices;
}

export async function replanOccurrence(tx: Tx, id: string, now: Date): Promise<void> {
  await holdCalendars(tx);
  await replan(tx, 'meeting', id, (await noticesOfOccurrence(tx, id)) ?? [], now);
}

export async function replanDeadline(tx: Tx, id: string, now: Date): Promise<void> {
  await holdCalendars(tx);
  await replan(tx, 'deadline', id, (await noticesOfDeadline(tx, id)) ?? [], now);
}

/** Brings the notices that wait to those that follow from the record now. */
export async function replan(
  tx: Tx,
  recordKind: NoticeSubject,
  recordId: string,
  wanted: readonly PlannedNotice[],
  now: Date,
): Promise<void> {
  const { add, change, void: gone } = planChanges(await waiting(tx, recordKind, recordId), wanted, now);
  const keys = [...gone, ...change.map(({ key }) => key)];
  if (keys.length > 0) await voidNotices(tx, { keys }, 'changed');
  await plan(tx, [...add, ...change], now);
}

/** Nothing is left to be said of it. */
export async function voidNoticesOf(tx: Tx, recordKind: NoticeSubject, recordId: string): Promise<void> {
  await voidNotices(tx, { recordKind, recordId }, 'gone');
}

async function waiting(tx: Tx, recordKind: NoticeSubject, recordId: string): Promise<NoticePlanned[]> {
  const rows = await tx.notice.findMany({
    where: {
      recordKind,
      recordId,
      // What somebody put off for himself is his own matter.
      kind: { in: NoticeKind.options },
      OR: [{ status: 'planned' }, { status: 'claimed', void: false }],
    },
    select: { key: true, dueAt: true, expiresAt: true, facts: true },
  });
  return rows.map(({ facts, ...row }) => ({ ...row, facts: NoticeFacts.parse(facts) }));
}
