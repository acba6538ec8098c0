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

/** The turn of the year, both days included; `open`: no closure of its own; null: 12/29–1/3, as the law has it. */
export const YearEnd = z.union([z.object({ from: MonthDay, to: MonthDay }), z.literal('open')]).nullable();
export type YearEnd = z.infer<typeof YearEnd>;

/** When an office is closed beside weekends and holidays (開庁日, rule 2.3). */
export const ClosedDays = z.object({
  /** Single days: a local closure by 条例. */
  days: z.array(IsoDay).default([]),
  /** Days closed every year, such as 06-23 in 沖縄. */
  yearly: z.array(MonthDay).default([]),
  yearEnd: YearEnd.default(null),
});
export type ClosedDays = z.infer<typeof ClosedDays>;

/** The calendar of an office from closed days of several origins (the prefecture's, its own); the last turn of the year counts. */
export function officeCalendarOf(...closed: readonly z.input<typeof ClosedDays>[]): OfficeCalendar {
  const all = closed.map((each) => ClosedDays.parse(each));
  const yearEnd = all.findLast((each) => each.yearEnd !== null)?.yearEnd ?? defaultOffice.yearEnd;
  return {
    closures: new Set(all.flatMap(({ days }) => days)),
    yearlyClosures: new Set(all.flatMap(({ yearly }) => yearly)),
    yearEnd: yearEnd === 'open' ? null : yearEnd,
  };
}
