import { parseIso } from '../../calendar/calendar-date.ts';
import type { ClockTime } from '../../calendar/office-time.ts';
import type { OfficeCalendars } from '../../records/office-calendars.ts';
import type { DeadlineRow, KeptChange, OccurrenceRow, SubmissionRow } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { type Dated, dueOf } from '../../schedule/due.ts';

// Since when a date stands, and what of it people are told: from what a record said and what it says now.

type Moment = NonNullable<KeptChange['formerly']>;

/** When a change is made, and as which version. */
export interface Changed {
  now: Date;
  version: number;
}

interface DateStanding {
  since: string;
  change: KeptChange | null;
}

/** What the dates of one meeting have where they say nothing themselves. */
export interface Shared {
  time: ClockTime | null;
  location: string | null;
}

const told = (kind: KeptChange['kind'], { now, version }: Changed, formerly: Moment | null): KeptChange => ({
  kind,
  at: now.toISOString(),
  revision: version,
  formerly,
});

/** When a date of a meeting is, or begins; null where it is open. */
export function momentOf({ date, time }: Pick<OccurrenceRow, 'date' | 'time'>, shared: Shared): Moment | null {
  const span = date === null ? null : readWrittenDate(date);
  return span && { day: span.from, time: time ?? shared.time };
}

const OPEN: readonly OccurrenceRow['status'][] = ['date-open', 'date-unconfirmed'];
const TOLD = { postponed: 'postponed', 'in-writing': 'in-writing', cancelled: 'cancelled' } as const;

/** Of one date of a meeting (rules 7.2). `then`: what its plan said until now. */
export function occurrenceStanding(
  former: OccurrenceRow | null,
  row: Omit<OccurrenceRow, 'since' | 'change'>,
  changed: Changed,
  shared: Shared,
  then: Shared = shared,
): DateStanding {
  const now = changed.now.toISOString();
  if (!former) return { since: now, change: null };
  const stays = { since: former.since, change: former.change };
  if (row.status === 'held' || former.status === 'held') return stays;
  const [before, after] = [momentOf(former, then), momentOf(row, shared)];
  if (row.status !== former.status && row.status in TOLD) {
    return { since: now, change: told(TOLD[row.status as keyof typeof TOLD], changed, before) };
  }
  // A date that nobody was told of is a new one, not a moved one.
  if (OPEN.includes(former.status)) return row.status === former.status ? stays : { since: now, change: null };
  if (row.status !== former.status) return { since: now, change: told('moved', changed, null) };
  const sameTime = before?.day === after?.day && before?.time === after?.time && former.date === row.date;
  const samePlace = (former.location ?? then.location) === (row.location ?? shared.location);
  if (sameTime && (samePlace || row.status !== 'planned')) return stays;
  return { since: sameTime ? former.since : now, change: told('moved', changed, before) };
}

/** Of a deadline. */
export function deadlineStanding(
  former: DeadlineRow | null,
  row: Omit<DeadlineRow, 'since' | 'change'>,
  changed: Changed,
  calendars: OfficeCalendars,
): DateStanding {
  const now = changed.now.toISOString();
  if (!former) return { since: now, change: null };
  const before = dueMoment(former, calendars);
  if (row.cancelled && !former.cancelled) return { since: now, change: told('cancelled', changed, before) };
  if (!row.confirmed || !former.confirmed) {
    const same = row.confirmed === former.confirmed && row.date === former.date;
    return same ? { since: former.since, change: former.change } : { since: now, change: null };
  }
  if (former.cancelled && !row.cancelled) return { since: now, change: told('moved', changed, null) };
  const after = dueMoment(row, calendars);
  if (before?.day === after?.day && before?.time === after?.time) return { since: former.since, change: former.change };
  return { since: now, change: told('moved', changed, before) };
}

/** When a deadline is due; null as long as no day is known. */
export function dueMoment(deadline: Dated & Pick<DeadlineRow, 'dueTime'>, calendars: OfficeCalendars): Moment | null {
  const due = dueOf(deadline, calendars);
  return due && { day: due.day, time: deadline.dueTime };
}

/** Of one area's submission: of a day of its own its person in charge is told (rules 8.1, 8.2). */
export function submissionStanding(
  former: SubmissionRow,
  row: Pick<SubmissionRow, 'status' | 'ownDay'>,
  changed: Changed,
  due: Moment | null,
): Pick<SubmissionRow, 'since' | 'change'> {
  const returned = row.status === 'returned' && former.status !== 'returned';
  if (!returned && row.ownDay === former.ownDay) return { since: former.since, change: former.change };
  if (row.ownDay === null) return { since: null, change: null };
  const formerDay = former.ownDay === null ? null : parseIso(former.ownDay);
  const formerly = formerDay ? { day: formerDay, time: due?.time ?? null } : due;
  return { since: changed.now.toISOString(), change: told(returned ? 'returned' : 'moved', changed, formerly) };
}
