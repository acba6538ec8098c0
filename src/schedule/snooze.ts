import { businessDaysAfter, type OfficeCalendar } from '../calendar/business-days.ts';
import { todayIn } from '../calendar/calendar-date.ts';
import { type ClockTime, instantAt } from '../calendar/office-time.ts';

/** あとで: on the next business day, or in three (rule 9.5). */
export const SNOOZES = [1, 3] as const;
export type Snooze = (typeof SNOOZES)[number];

/** When somebody who pressed あとで is reminded again; null where the thing would be over by then. */
export function remindAgainAt(
  pressed: Date,
  businessDays: Snooze,
  over: Date | null,
  office: OfficeCalendar,
  deliveryTime: ClockTime,
): Date | null {
  const again = instantAt(businessDaysAfter(todayIn(pressed), businessDays, office), deliveryTime);
  return over !== null && again >= over ? null : again;
}
