import { businessDaysBefore, type OfficeCalendar, shift } from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ChainLink } from '../records/planned.ts';

/** The way of a report within an office ⚙, where neither a deadline nor its office has another. */
export const OFFICE_CHAIN: readonly ChainLink[] = [
  { name: '委託先', businessDaysBefore: 5 },
  { name: '起案', businessDaysBefore: 3 },
  { name: '決裁', businessDaysBefore: 1 },
];

/** One step on a report's way: 委託先 → 起案 → 決裁 → 県 → 国. */
export interface ChainStep {
  name: string;
  /** How many business days of its office it must be done before the next step is. */
  businessDaysBefore: number;
  office: OfficeCalendar;
}

/** A step with the day on which it must be done. */
export interface ChainDay {
  name: string;
  day: CalendarDate;
}

/**
 * The days of the steps that lead to a day, counted backwards from it, each in business days of its own office and never
 * on a day on which that office is closed (rule 8.1). In the order of the steps.
 */
export function chainBackFrom(day: CalendarDate, steps: readonly ChainStep[]): ChainDay[] {
  let next = day;
  const days = steps.toReversed().map(({ name, businessDaysBefore: n, office }) => {
    next = shift(businessDaysBefore(next, n, office), 'previous', office);
    return { name, day: next };
  });
  return days.toReversed();
}
