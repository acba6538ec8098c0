import {
  type ClosedBecause,
  type OfficeCalendar,
  type ShiftRule,
  shift,
  whyClosed,
} from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type FiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts';
import { type ClockTime, instantOrEnd } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';
import { openSlots } from './open-slots.ts';
import { type Reminder, remindersOf } from './reminders.ts';
import { type Series, seriesDays } from './series.ts';

/** What a form was filled with, before anything is saved. */
export interface SeriesDraft extends Series {
  time: ClockTime | null;
  closedDays: ShiftRule;
  leads: readonly LeadTime[];
}

/** One date of a series as it would be saved. */
export interface PreviewedDate {
  /** As the rhythm has it. */
  written: CalendarDate;
  /** As it would be held, by the rule for closed days. */
  day: CalendarDate;
  /** Why the office is closed on the written day, whether it is moved or not. */
  closed: ClosedBecause | null;
  fiscalYear: FiscalYear;
  /** The shift takes it into another fiscal year. */
  leavesFiscalYear: boolean;
  /** The shift takes it onto another date of the series. */
  clashes: boolean;
  reminders: (Reminder & { missed: boolean })[];
}

/** What the preview of a series lists (rule 7.1). */
export interface SeriesPreview {
  dates: PreviewedDate[];
  /** Dates still open, each by the first day of its share of the year. */
  open: CalendarDate[];
  monthsWithout: CalendarDate[];
  outside: CalendarDate[];
}

/**
 * Every date of a series with its shift, why, and its reminders; those due before `now` are missed, and the one notice of
 * the new meeting stands for them.
 */
export function previewSeries(
  draft: SeriesDraft,
  office: OfficeCalendar,
  deliveryTime: ClockTime,
  now: Date,
): SeriesPreview {
  const { days, monthsWithout, outside } = seriesDays(draft);
  const held = days.map((written) => shift(written, draft.closedDays, office));
  const dates = days.map((written, index): PreviewedDate => {
    const day = held[index] as CalendarDate;
    const over = instantOrEnd(day, draft.time);
    const reminders = remindersOf({ day, over }, draft.leads, office, deliveryTime);
    return {
      written,
      day,
      closed: whyClosed(written, office),
      fiscalYear: fiscalYearOf(day),
      leavesFiscalYear: fiscalYearOf(day) !== fiscalYearOf(written),
      clashes: held.indexOf(day) !== held.lastIndexOf(day),
      reminders: reminders.map((reminder) => ({ ...reminder, missed: reminder.dueAt < now })),
    };
  });
  return { dates, open: openSlots(draft.recurrence, fiscalYearOf(draft.from)), monthsWithout, outside };
}
