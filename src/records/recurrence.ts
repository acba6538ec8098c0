import { z } from 'zod';
import type { Weekday } from '../calendar/calendar-date.ts';
import { IsoDay } from './closed-days.ts';

/** Which of its weekday in a month: 第1〜第5, or the last one. */
const Nth = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal('last')]);
export type Nth = z.infer<typeof Nth>;

const WeekdayNumber = z
  .number()
  .int()
  .min(0)
  .max(6)
  .transform((weekday) => weekday as Weekday);

/** Every so many months, from the month of the first day on. */
const months = z.number().int().min(1).max(12);

/** The rhythm of a meeting, or of a duty that is no meeting (rule 7.1). A single day is a list of one. */
export const Recurrence = z.discriminatedUnion('rhythm', [
  /** 毎月第2・第4火曜日. A month without a fifth one is left out. */
  z.object({ rhythm: z.literal('weekday-of-month'), nths: z.array(Nth).min(1), weekday: WeekdayNumber, months }),
  /** 毎月25日. A month that has no such day has it on its last: 31 is 月末. */
  z.object({ rhythm: z.literal('day-of-month'), day: z.number().int().min(1).max(31), months }),
  z.object({ rhythm: z.literal('weeks'), interval: z.number().int().min(1).max(52) }),
  /** The same day every so many years; 29 February is the 28th where there is none. */
  z.object({ rhythm: z.literal('years'), interval: z.number().int().min(1).max(10) }),
  z.object({ rhythm: z.literal('dates'), days: z.array(IsoDay).min(1) }),
  /** So many times in the fiscal year; the dates that are not known yet stay open. */
  z.object({ rhythm: z.literal('times-a-year'), times: z.number().int().min(1).max(53), days: z.array(IsoDay) }),
]);
export type Recurrence = z.output<typeof Recurrence>;
