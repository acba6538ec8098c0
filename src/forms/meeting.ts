import type { CalendarDate } from '../calendar/calendar-date.ts';
import { fiscalYearLabel, fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { FieldsOf } from '../records/changes.ts';
import { NEW_MEETING_PLAN } from '../records/planned.ts';
import { ClosedDayRule } from '../records/vocabulary.ts';
import { fiscalYearsOf, readWrittenDate } from '../records/written-dates.ts';
import { formWords } from '../words/forms.ts';
import {
  addDateWords,
  cancelMeetingWords,
  chooseDescribedWords,
  chooseMeetingWords,
  doneDutyWords,
  dutyWords,
  handoverPlannedWords,
  heldMeetingWords,
  meetingDetailsWords,
  meetingPeopleWords,
  meetingRhythmWords,
  meetingWords,
  moveMeetingWords,
  postponeMeetingWords,
  writtenMeetingWords,
} from '../words/planned-forms.ts';
import { closedDayRuleWords } from '../words/schedule.ts';
import type { Errors, Reader, Values } from './definition.ts';
import { optional, optionalList } from './field.ts';
import {
  choice,
  choices,
  dateText,
  dayText,
  fiscalYear,
  leadTimes,
  link,
  longText,
  numberText,
  person,
  radio,
  search,
  shortText,
  timeText,
  whenText,
} from './fields.ts';
import { defineForm } from './form.ts';
import { firstDay } from './readings/when.ts';

/** More than any hall holds: asked back. */
const MANY = 5_000;

/** Which date of which meeting. */
export const chooseMeetingForm = defineForm({
  id: 'meeting-choose',
  words: chooseMeetingWords,
  fields: { occurrence: search(chooseMeetingWords.fields.occurrence) },
});

/** Which meeting or training that a document describes, without dates of its own here. */
export const chooseDescribedForm = defineForm({
  id: 'meeting-described',
  words: chooseDescribedWords,
  fields: { described: search(chooseDescribedWords.fields.described) },
});

/** What a meeting and a duty have in common. */
const planned = (words: typeof dutyWords.fields) => ({
  title: shortText(words.title),
  areaIds: choices(words.areaIds),
  when: whenText(words.when),
  time: optional(timeText(words.time)),
  location: optional(shortText(words.location)),
  closedDays: radio(words.closedDays, ClosedDayRule, ClosedDayRule.options, closedDayRuleWords),
  leads: optional(leadTimes(words.leads)),
});

/** A new meeting with its dates (rules 7.1). */
export const meetingForm = defineForm({
  id: 'meeting',
  words: meetingWords,
  fields: { ...planned(meetingWords.fields), fiscalYear: optional(fiscalYear(meetingWords.fields.fiscalYear)) },
  check: ({ when, fiscalYear: year = null }, { today, language }): Errors => {
    if (!when || year === null) return {};
    const right = fiscalYearLabel(fiscalYearOf(firstDay(when, year, today)));
    return right === year ? {} : { fiscalYear: formWords[language].errors.otherFiscalYear(right) };
  },
});

/** A new duty that is no meeting, with its dates (rules 7.1). */
export const dutyForm = defineForm({ id: 'duty', words: dutyWords, fields: planned(dutyWords.fields) });

type MeetingValues = Values<(typeof meetingForm)['fields']>;
type MeetingPlan = FieldsOf<'meetingPlan'>;

/** The new meeting, or duty, that a form gives. `own`: the first of them that shares it convenes it. */
export function meetingPlanOf(
  kind: MeetingPlan['kind'],
  values: Partial<MeetingValues>,
  own: readonly string[],
  today: CalendarDate,
): MeetingPlan {
  const { title = '', areaIds = [], when, time = null, location = null, closedDays = 'as-is' } = values;
  if (!when) throw new Error('a meeting without its days');
  const from = firstDay(when, values.fiscalYear ?? null, today);
  return {
    ...NEW_MEETING_PLAN,
    title,
    kind,
    areaIds,
    ownerId: own.find((id) => areaIds.includes(id)) ?? areaIds[0] ?? '',
    time,
    location,
    recurrence: when.recurrence,
    from,
    until: when.until,
    fiscalYear: fiscalYearLabel(fiscalYearOf(from)),
    closedDays,
    leads: values.leads ?? null,
  };
}

/** A further date of a meeting that stands. */
export const addDateForm = defineForm({
  id: 'meeting-add-date',
  words: addDateWords,
  fields: {
    date: dateText(addDateWords.fields.date, () => 'next'),
    time: optional(timeText(addDateWords.fields.time)),
    location: optional(shortText(addDateWords.fields.location)),
  },
});

/** Another rhythm for the dates to come. */
export const meetingRhythmForm = defineForm({
  id: 'meeting-rhythm',
  words: meetingRhythmWords,
  fields: {
    when: whenText(meetingRhythmWords.fields.when),
    closedDays: radio(meetingRhythmWords.fields.closedDays, ClosedDayRule, ClosedDayRule.options, closedDayRuleWords),
  },
});

type RhythmValues = Values<(typeof meetingRhythmForm)['fields']>;

/** What another rhythm changes of a meeting. */
export function rhythmOf(
  { when, closedDays = 'as-is' }: Partial<RhythmValues>,
  today: CalendarDate,
): Pick<MeetingPlan, 'recurrence' | 'from' | 'until' | 'closedDays' | 'fiscalYear'> {
  if (!when) throw new Error('a rhythm without its days');
  const from = firstDay(when, null, today);
  const { recurrence, until } = when;
  return { recurrence, from, until, closedDays, fiscalYear: fiscalYearLabel(fiscalYearOf(from)) };
}

/** What all dates of a meeting share. */
export const meetingDetailsForm = defineForm({
  id: 'meeting-details',
  words: meetingDetailsWords,
  fields: {
    title: shortText(meetingDetailsWords.fields.title),
    time: optional(timeText(meetingDetailsWords.fields.time)),
    location: optional(shortText(meetingDetailsWords.fields.location)),
    leads: optional(leadTimes(meetingDetailsWords.fields.leads)),
    link: optional(link(meetingDetailsWords.fields.link)),
    memo: optional(longText(meetingDetailsWords.fields.memo)),
  },
});

/** Who is in charge of it, and which 取組 it belongs to. */
export const meetingPeopleForm = defineForm({
  id: 'meeting-people',
  words: meetingPeopleWords,
  fields: {
    areaIds: choices(meetingPeopleWords.fields.areaIds),
    sectionId: optional(choice(meetingPeopleWords.fields.sectionId)),
    inCharge: optional(person(meetingPeopleWords.fields.inCharge)),
    initiativeIds: optionalList(choices(meetingPeopleWords.fields.initiativeIds)),
  },
});

/** From a day on somebody else is in charge. */
export const handoverPlannedForm = defineForm({
  id: 'planned-handover',
  words: handoverPlannedWords,
  fields: {
    successor: person(handoverPlannedWords.fields.successor),
    from: dayText(handoverPlannedWords.fields.from),
  },
});

/* ---- one date (rules 7.2) ---- */

export const moveMeetingForm = defineForm({
  id: 'meeting-move',
  words: moveMeetingWords,
  fields: {
    date: dateText(moveMeetingWords.fields.date, () => 'next'),
    time: optional(timeText(moveMeetingWords.fields.time)),
    location: optional(shortText(moveMeetingWords.fields.location)),
    fiscalYear: optional(fiscalYear(moveMeetingWords.fields.fiscalYear)),
    reason: optional(longText(moveMeetingWords.fields.reason)),
  },
  check: checkYear,
});

export const postponeMeetingForm = defineForm({
  id: 'meeting-postpone',
  words: postponeMeetingWords,
  fields: { reason: optional(longText(postponeMeetingWords.fields.reason)) },
});

export const writtenMeetingForm = defineForm({
  id: 'meeting-in-writing',
  words: writtenMeetingWords,
  fields: {
    date: dateText(writtenMeetingWords.fields.date, () => 'next'),
    reason: optional(longText(writtenMeetingWords.fields.reason)),
  },
});

export const cancelMeetingForm = defineForm({
  id: 'meeting-cancel',
  words: cancelMeetingWords,
  fields: { reason: longText(cancelMeetingWords.fields.reason) },
});

export const heldMeetingForm = defineForm({
  id: 'meeting-held',
  words: heldMeetingWords,
  fields: {
    date: dateText(heldMeetingWords.fields.date, () => 'latest'),
    participants: optional(numberText(heldMeetingWords.fields.participants, { units: ['人', '名'], usual: MANY })),
    memo: optional(longText(heldMeetingWords.fields.memo)),
  },
  check: notInFuture,
});

/** A date of a duty (rules 7.1): nobody took part in it. */
export const doneDutyForm = defineForm({
  id: 'duty-done',
  words: doneDutyWords,
  fields: {
    date: dateText(doneDutyWords.fields.date, () => 'latest'),
    memo: optional(longText(doneDutyWords.fields.memo)),
  },
  check: notInFuture,
});

/** What is over cannot lie in the future (rules 5.6). */
function notInFuture({ date }: Dated, { today, language }: Reader): Errors {
  const span = date ? readWrittenDate(date) : null;
  return span && span.from > today ? { date: formWords[language].errors.future } : {};
}

interface Dated {
  date?: string;
  fiscalYear?: string | null;
}

/** A day and its fiscal year agree (rules 5.6). */
function checkYear({ date, fiscalYear: year }: Dated, { language }: Reader): Errors {
  const span = date ? readWrittenDate(date) : null;
  if (!span || !year) return {};
  const years = fiscalYearsOf(span).map(fiscalYearLabel);
  return years.includes(year) ? {} : { fiscalYear: formWords[language].errors.otherFiscalYear(years.join('、')) };
}

/** The fiscal year of a date: as it was said, else its own. */
export function yearOfDate(date: string, said: string | null): string | null {
  const span = readWrittenDate(date);
  return said ?? (span ? fiscalYearLabel(fiscalYearOf(span.from)) : null);
}
