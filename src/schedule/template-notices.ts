import type { Span } from '../calendar/date-reading.ts';
import { endOfDay } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';
import { leadKey } from './lead-times.ts';
import { type NoticeRecord, noticeOf } from './notice-of.ts';
import type { NoticeSettings } from './notice-settings.ts';
import type { PlannedNotice } from './planned-notice.ts';
import { remindersOf } from './reminders.ts';

/** A row of the yearly template whose date nobody has confirmed yet (日付要確認). */
export interface TemplateRow extends NoticeRecord {
  /** When it usually is: a month, mostly. */
  when: Span;
  /** Null: as the prefecture has them. */
  leads: readonly LeadTime[] | null;
  since: Date;
}

/** The reminders of such a row: they say that its date is open, go to the prefecture only, and ask (rule 8.1). */
export function templateNotices(row: TemplateRow, { officeOf, rulesOf }: NoticeSettings): PlannedNotice[] {
  const { from, to } = row.when;
  const over = endOfDay(to);
  const { deliveryTime, deadlineLeads } = rulesOf(null);
  return remindersOf({ day: from, over }, row.leads ?? deadlineLeads, officeOf(null), deliveryTime)
    .filter(({ dueAt }) => dueAt >= row.since)
    .map(({ lead, dueAt }) =>
      noticeOf(row, {
        kind: 'confirm-date',
        occasion: `${from}:${leadKey(lead)}`,
        areaId: null,
        audience: 'prefecture',
        dueAt,
        expiresAt: over,
        facts: { day: from, lead },
      }),
    );
}
