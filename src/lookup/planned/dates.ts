import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { Span } from '../../calendar/date-reading.ts';
import type { DateRange } from '../../calendar/fiscal-year.ts';
import type { DeadlineRow, MeetingPlanRow, OccurrenceRow } from '../../records/planned.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { whenDue } from '../../schedule/due.ts';
import type { Inquiry } from '../inquiry.ts';

/** One date of a meeting, with what it shares with the others. */
export interface Dated {
  row: OccurrenceRow;
  plan: MeetingPlanRow;
  /** Null where no day or month is known. */
  when: Span | null;
}

/** A reporting deadline with its due day. */
export interface Due {
  row: DeadlineRow;
  when: Span | null;
}

// Reading a date costs more than all the rest; a row never changes, another one takes its place.
const spans = new WeakMap<object, Span | null>();

function spanOf(row: object, read: () => Span | null): Span | null {
  let span = spans.get(row);
  if (span === undefined) {
    span = read();
    spans.set(row, span);
  }
  return span;
}

/** All dates of all meetings that are registered, the earliest first, those without a day last. */
export function datedOf({ occurrences, meetingPlans }: RegistryRecords): Dated[] {
  const plans = new Map(meetingPlans.map((plan) => [plan.id, plan]));
  return occurrences
    .flatMap((row): Dated[] => {
      const plan = plans.get(row.planId);
      return plan
        ? [{ row, plan, when: spanOf(row, () => (row.date === null ? null : readWrittenDate(row.date))) }]
        : [];
    })
    .sort((a, b) => compare(sortKey(a.when, a.row.time ?? a.plan.time), sortKey(b.when, b.row.time ?? b.plan.time)));
}

/** All reporting deadlines that are registered, the next one first. */
export function duesOf({ records, calendars }: Pick<Inquiry, 'records' | 'calendars'>): Due[] {
  return records.deadlines
    .map((row) => ({ row, when: whenDue(row, calendars) }))
    .sort((a, b) => compare(sortKey(a.when, a.row.dueTime), sortKey(b.when, b.row.dueTime)));
}

const sortKey = (when: Span | null, time: string | null): string => `${when?.from ?? '9999'} ${time ?? ''}`;

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** Whether a day, a month or a range reaches into a time. */
export const reaches = (when: Span | null, { from, to }: DateRange): boolean =>
  when !== null && when.from <= to && when.to >= from;

/** Whether something lies before a day, as far as is known. */
export const isOver = (when: Span | null, today: CalendarDate): boolean => when !== null && when.to < today;
