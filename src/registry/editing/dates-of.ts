import { defaultOffice, shift } from '../../calendar/business-days.ts';
import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import type { MeetingPlanRow } from '../../records/planned.ts';
import { openSlots } from '../../schedule/open-slots.ts';
import { type Series, seriesDays } from '../../schedule/series.ts';

const seriesOf = ({ recurrence, from, until }: Pick<MeetingPlanRow, 'recurrence' | 'from' | 'until'>): Series => ({
  recurrence,
  from,
  ...(until === null ? {} : { until }),
});

/**
 * The dates of a new meeting: as its rhythm has them and as they are held, by the calendar of the office that convenes
 * it; the ones still open by their share of the year.
 */
export function datesOf(
  plan: Pick<MeetingPlanRow, 'recurrence' | 'from' | 'until' | 'closedDays'>,
  office = defaultOffice,
): {
  held: { written: CalendarDate; day: CalendarDate }[];
  open: CalendarDate[];
} {
  const { days } = seriesDays(seriesOf(plan));
  const held = days.map((written) => ({ written, day: shift(written, plan.closedDays, office) }));
  return {
    held: held.filter(({ day }, at) => held.findIndex((other) => other.day === day) === at),
    open: openSlots(plan.recurrence, fiscalYearOf(plan.from)),
  };
}
