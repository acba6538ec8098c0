import type { NoticePreference } from '../../records/notice-preference.ts';
import type { PlannedNotice } from '../../schedule/planned-notice.ts';

/** A reminder as far as somebody may have muted it. */
export interface Mutable {
  kind: string;
  subject: 'meeting' | 'duty' | 'deadline' | 'initiative';
  areaId: string | null;
  dueAt: Date;
}

/** Changes and questions are no reminders; those of deadlines cannot be muted (rules 9.5). */
const mayMute = ({ kind, subject }: Pick<Mutable, 'kind' | 'subject'>): boolean =>
  subject !== 'deadline' && (kind === 'reminder' || kind === 'registered-late');

/** Whether somebody muted this one (通知を減らす). `wanted`: all notices of its record, among which there may be a later reminder. */
export function isMuted(
  notice: Mutable,
  { meetings }: Pick<NoticePreference, 'meetings'>,
  wanted: readonly PlannedNotice[],
): boolean {
  if (!mayMute(notice) || meetings === 'all') return false;
  const { areaId, dueAt } = notice;
  const later = wanted.some((each) => each.kind === 'reminder' && each.areaId === areaId && each.dueAt > dueAt);
  return meetings === 'none' || later;
}
