import { lastOfMonth, partsOf } from '../src/calendar/calendar-date.ts';
import { fiscalYearName } from '../src/calendar/fiscal-year.ts';
import { formatSpan } from '../src/calendar/span-text.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { isFrequent } from '../src/schedule/lead-times.ts';
import { meetingLeadsOf } from '../src/schedule/office-rules.ts';
import { type PreviewedDate, previewSeries, type SeriesPreview } from '../src/schedule/preview.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { shiftWords } from '../src/words/schedule.ts';
import type { Bot } from './bot.ts';
import { calendarsOf, rulesIn } from './records.ts';

// What a new meeting would come to: every date with its reminders, and each shift with its reason (rules 7.1).

/** So many dates stand in one part of a form. */
const A_PART = 25;

export function previewOf(bot: Pick<Bot, 'lookup' | 'clock'>, plan: FieldsOf<'meetingPlan'>): SeriesPreview {
  const { until, ...draft } = plan;
  const rules = rulesIn(bot).ofArea(plan.ownerId);
  const leads = plan.leads ?? meetingLeadsOf(rules, isFrequent(plan.recurrence));
  return previewSeries(
    { ...draft, leads, ...(until === null ? {} : { until }) },
    calendarsOf(bot).ofArea(plan.ownerId),
    rules.deliveryTime,
    bot.clock.now(),
  );
}

/** Whether it is shown before it is saved: several dates, or one that does not stay as it was written. */
export const needsPreview = ({ dates, open, monthsWithout, outside }: SeriesPreview): boolean =>
  dates.length + open.length > 1 || monthsWithout.length + outside.length > 0 || dates.some(({ closed }) => closed);

/** The dates, each with what happens to it. */
export function previewParts(preview: SeriesPreview, language: Language): Part[] {
  const words = plannedTalk[language];
  const pairs = [
    ...preview.dates.map((date): [string, string] => [formatDate(date.day, language), aboutDate(date, language)]),
    ...preview.open.map((slot): [string, string] => [words.dateOpen(null), words.openDate(formatDate(slot, language))]),
  ];
  const notes = [
    ...preview.monthsWithout.map((month) => {
      const { year, month: number } = partsOf(month);
      const span = { from: month, to: lastOfMonth(year, number), precision: 'month' as const };
      return words.monthWithout(formatSpan(span, language));
    }),
    ...preview.outside.map((day) => words.outside(formatDate(day, language))),
  ];
  return [...pairParts(pairs), ...notes.map((text): Part => ({ kind: 'said', text }))];
}

/** Any number of dates, so many to a part. */
export const pairParts = (pairs: readonly [string, string][]): Part[] =>
  Array.from({ length: Math.ceil(pairs.length / A_PART) }, (_, at) => ({
    kind: 'pairs',
    pairs: pairs.slice(at * A_PART, (at + 1) * A_PART),
  }));

/** One date: its shift, what to look at, and its reminders. */
export function aboutDate(date: PreviewedDate, language: Language): string {
  const words = plannedTalk[language];
  const days = date.reminders.map(({ day, missed }) => {
    const shown = formatDate(day, language);
    return missed ? words.missedReminder(shown) : shown;
  });
  return [
    shiftWords(date, language),
    date.clashes ? words.clashes : null,
    date.leavesFiscalYear ? words.leavesFiscalYear(fiscalYearName(date.fiscalYear, language)) : null,
    days.length > 0 ? words.reminders(days.join('、')) : words.noReminders,
  ]
    .filter((each) => each !== null)
    .join(' ');
}
