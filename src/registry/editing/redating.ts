import type { OfficeCalendar } from '../../calendar/business-days.ts';
import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { MeetingPlanRow, OccurrenceRow } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { datesOf } from './dates-of.ts';

/** One day of a rhythm: as it has it, and as it is held. */
export interface HeldDay {
  written: CalendarDate;
  day: CalendarDate;
}

/** What another rhythm makes of the dates of a meeting. */
export interface Redated {
  /** Dates that stay the same meeting on another day. */
  move: { row: OccurrenceRow; to: HeldDay }[];
  /** Dates for which the new rhythm has none. */
  drop: OccurrenceRow[];
  add: HeldDay[];
  /** Dates still open, by their share of the year. */
  open: CalendarDate[];
}

type Rhythm = Pick<MeetingPlanRow, 'recurrence' | 'from' | 'until' | 'closedDays'>;

/**
 * What becomes of the dates of a meeting that gets another rhythm (rules 7.1): past ones stand, and so does what was held,
 * called off, postponed or added by hand. The coming ones move to the new days in their order.
 */
export function redated(
  rows: readonly OccurrenceRow[],
  rhythm: Rhythm,
  today: CalendarDate,
  office: OfficeCalendar,
): Redated {
  const follows = (row: OccurrenceRow) => isToFollow(row, today);
  const coming = rows.filter(follows);
  const stands = new Set(rows.filter((row) => !follows(row) && row.status !== 'cancelled').map(dayOf));
  const { held, open } = datesOf(rhythm, office);
  const wanted = held.filter(({ day }) => day > today && !stands.has(day));
  const order = (row: OccurrenceRow) => dayOf(row) ?? '';
  const dated = coming.filter(({ date }) => date !== null).sort((a, b) => order(a).localeCompare(order(b)));
  const left = dated.filter((row) => !wanted.some(({ day }) => day === dayOf(row)));
  const free = wanted.filter(({ day }) => !dated.some((row) => day === dayOf(row)));
  const waiting = coming.filter((row) => dayOf(row) === null);
  return {
    move: left.slice(0, free.length).map((row, at) => ({ row, to: free[at] as HeldDay })),
    drop: [...left.slice(free.length), ...waiting.filter(({ slot }) => slot === null || !open.includes(slot))],
    add: free.slice(left.length),
    open: open.filter((slot) => !rows.some((row) => row.slot === slot)),
  };
}

function isToFollow(row: OccurrenceRow, today: CalendarDate): boolean {
  const isOfRhythm = row.written !== null || row.slot !== null;
  const isOpen = row.status === 'planned' || row.status === 'date-open';
  return isOfRhythm && isOpen && (dayOf(row) ?? '9999') > today;
}

const dayOf = ({ date }: Pick<OccurrenceRow, 'date'>): CalendarDate | null =>
  date === null ? null : (readWrittenDate(date)?.from ?? null);
