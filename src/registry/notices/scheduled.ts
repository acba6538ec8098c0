import type { OfficeCalendars } from '../../records/office-calendars.ts';
import type { DeadlineRow, KeptChange, MeetingPlanRow, OccurrenceRow, SubmissionRow } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import type { DateChange } from '../../schedule/date-change.ts';
import type { Deadline, Submission } from '../../schedule/deadline-notices.ts';
import { chainOf, whenDue } from '../../schedule/due.ts';
import { isFrequent } from '../../schedule/lead-times.ts';
import type { Occurrence } from '../../schedule/meeting-notices.ts';

// Records of the registry as the schedule takes them: all that their notices follow from.

export function scheduledOccurrence(row: OccurrenceRow, plan: MeetingPlanRow): Occurrence {
  return {
    recordKind: 'meeting',
    id: row.id,
    areas: plan.areaIds,
    owner: plan.ownerId,
    when: row.date === null ? null : readWrittenDate(row.date),
    time: row.time ?? plan.time,
    state: row.status,
    leads: plan.leads,
    frequent: isFrequent(plan.recurrence),
    since: new Date(row.since),
    change: changeOf(row.change),
    ...(row.slot === null ? {} : { slot: { meetingId: plan.id, from: row.slot } }),
  };
}

/** Null where no day or month is known. */
export function scheduledDeadline(
  row: DeadlineRow,
  submissions: readonly SubmissionRow[],
  calendars: OfficeCalendars,
): Deadline | null {
  const when = whenDue(row, calendars);
  return (
    when && {
      id: row.id,
      state: row.cancelled ? 'cancelled' : row.confirmed ? 'confirmed' : 'date-unconfirmed',
      when,
      dueTime: row.dueTime,
      leads: row.leads,
      chainFor: (areaId) => chainOf({ chain: row.chain, areaIds: areaId === null ? row.areaIds : [areaId] }, calendars),
      since: new Date(row.since),
      change: changeOf(row.change),
      submissions: submissions.map(scheduledSubmission),
      submitters: row.submitters,
    }
  );
}

const scheduledSubmission = (row: SubmissionRow): Submission => ({
  areaId: row.areaId,
  state: row.coveredBy !== null && row.status === 'open' ? 'covered' : row.status,
  ownDay: row.ownDay,
  since: row.since === null ? null : new Date(row.since),
  change: changeOf(row.change),
});

const changeOf = (change: KeptChange | null): DateChange | null => change && { ...change, at: new Date(change.at) };
