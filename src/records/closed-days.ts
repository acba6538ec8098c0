import { z } from 'zod';
import { defaultOffice, type OfficeCalendar } from '../calendar/business-days.ts';
import { type CalendarDate, calendarDate, parseIso } from '../calendar/calendar-date.ts';

/** A day that exists, written YYYY-MM-DD. */
export const IsoDay = z.string().transform((text, context): CalendarDate => {
  const day = parseIso(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'write a day that exists as YYYY-MM-DD' });
  return z.NEVER;
});

const LEAP_YEAR = 2024;

/** A day of every year, written MM-DD; 02-29 counts where there is one. */
export const MonthDay = z.string().refine((text) => {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  return calendarDate(LEAP_YEAR, Number(month), Number(day)) !== null;
}, 'write a day of the year as MM-DD');

/** When an area, or a recipient of reports, is closed beside weekends and holidays (開庁日, rule 2.3). */
export const ClosedDays = z.object({
  /** Single days: a local closure by 条例. */
  days: z.array(IsoDay).default([]),
  /** Days closed every year, such as 06-23 in 沖縄. */
  yearly: z.array(MonthDay).default([]),
  /** The turn of the year, both days included; null: open, missing: 12/29–1/3. */
  yearEnd: z.object({ from: MonthDay, to: MonthDay }).nullable().optional(),
});
export type ClosedDays = z.input<typeof ClosedDays>;

/** The calendar of an office from its closed days as they are kept. */
export function officeCalendarOf(closed: ClosedDays): OfficeCalendar {
  const { days, yearly, yearEnd } = ClosedDays.parse(closed);
  return {
    closures: new Set(days),
    yearlyClosures: new Set(yearly),
    yearEnd: yearEnd === undefined ? defaultOffice.yearEnd : yearEnd,
  };
}
