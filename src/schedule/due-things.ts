import { addDays, type CalendarDate, todayIn } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import { type ClockTime, instantOrEnd } from '../calendar/office-time.ts';
import type { Deadline } from './deadline-notices.ts';
import type { HearingTime } from './hearings.ts';
import { isDated, type Occurrence, overAt } from './meeting-notices.ts';

// What somebody has to do or to be ready for: the dates of meetings, reports that are owed, and what is asked about
// both, from their state alone.

/** How it stands: late; asked about; within the next seven days; after that. In this order it is shown. */
const URGENCIES = ['overdue', 'asked', 'week', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Whether it was held, its date, or that its date be confirmed. */
export type DueAsks = 'held' | 'date' | 'confirm';

export interface DueThing {
  recordKind: 'meeting' | 'deadline' | 'initiative' | 'hearing';
  recordId: string;
  /** Whose it is; null: the prefecture's. */
  areaId: string | null;
  urgency: Urgency;
  asks: DueAsks | null;
  when: Span | null;
  time: ClockTime | null;
  /** From then on it is over, or late; null where no day is known. */
  over: Date | null;
}

/** Days from today on that count as this week: today and six more, so that a Friday looks beyond its weekend. */
const WEEK_DAYS = 7;
/** What was not marked as held is asked about for so long. */
const ASKED_DAYS = 60;
/** So long before its first day the prefecture is asked to confirm a date. */
const CONFIRM_DAYS = 31;

/** What is due of a date of a meeting or of a planned initiative, for one of its areas; null: nothing. */
export function dueOfOccurrence(
  { recordKind, id, when: span, time, state, slot }: Occurrence,
  areaId: string,
  now: Date,
): DueThing | null {
  const today = todayIn(now);
  const thing = { recordKind, recordId: id, areaId, time };
  const open = state === 'date-open' && slot !== undefined && slot.from <= today;
  if (open || (state === 'postponed' && recordKind === 'meeting')) {
    return { ...thing, urgency: 'asked', asks: 'date', when: null, over: null };
  }
  if (!span || !isDated(span) || (state !== 'planned' && state !== 'in-writing')) return null;
  const over = overAt(span, time);
  if (now < over) return { ...thing, urgency: urgencyOf(span.from, today), asks: null, when: span, over };
  if (span.to < addDays(today, -ASKED_DAYS)) return null;
  return { ...thing, urgency: 'asked', asks: 'held', when: span, over };
}

/** What one area owes of a report; null: nothing. */
export function dueOfDeadline(deadline: Deadline, areaId: string, now: Date): DueThing | null {
  const submission = deadline.submissions.find((each) => each.areaId === areaId);
  const owed = submission?.state === 'open' || submission?.state === 'returned';
  if (deadline.state !== 'confirmed' || !owed) return null;
  const day = submission.ownDay ?? deadline.when.to;
  const over = instantOrEnd(day, deadline.dueTime);
  return {
    ...{ recordKind: 'deadline', recordId: deadline.id, areaId, asks: null, time: deadline.dueTime, over },
    urgency: now >= over ? 'overdue' : urgencyOf(day, todayIn(now)),
    when: { from: day, to: day, precision: 'day' },
  };
}

/** A row of the yearly template whose date the prefecture is to confirm (日付要確認); null: not yet, or not any more. */
export function dueOfTemplate({ id, state, when }: Deadline, now: Date): DueThing | null {
  if (state !== 'date-unconfirmed' || when.from > addDays(todayIn(now), CONFIRM_DAYS)) return null;
  const thing = { recordKind: 'deadline', recordId: id, areaId: null } as const;
  return { ...thing, urgency: 'asked', asks: 'confirm', when, time: null, over: null };
}

/** A hearing of the prefecture's survey that was booked, of an area or (null) of the prefecture; null: it is over. */
export function dueOfHearing(
  recordId: string,
  areaId: string | null,
  { day, time, begins }: HearingTime,
  now: Date,
): DueThing | null {
  if (now >= begins) return null;
  return {
    ...{ recordKind: 'hearing', recordId, areaId, asks: null, time, over: begins },
    urgency: urgencyOf(day, todayIn(now)),
    when: { from: day, to: day, precision: 'day' },
  };
}

const urgencyOf = (day: CalendarDate, today: CalendarDate): Urgency =>
  day < addDays(today, WEEK_DAYS) ? 'week' : 'later';

/** What is most urgent first, then the earliest. */
export function byUrgency(one: DueThing, other: DueThing): number {
  const rank = ({ urgency }: DueThing) => URGENCIES.indexOf(urgency);
  return rank(one) - rank(other) || startOf(one).localeCompare(startOf(other));
}

const startOf = ({ when, time }: DueThing): string => `${when?.from ?? '9999'} ${time ?? '99'}`;
