import { defaultOffice } from '../calendar/business-days.ts';
import { fiscalYearLabel, fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { FieldsOf } from '../records/changes.ts';
import { Submitters } from '../records/planned.ts';
import { ClosedDayRule } from '../records/vocabulary.ts';
import { fiscalYearsOf, readWrittenDate } from '../records/written-dates.ts';
import { dueDay } from '../schedule/due-day.ts';
import { formWords } from '../words/forms.ts';
import { submittersWords } from '../words/planned.ts';
import {
  acceptedWords,
  cancelDeadlineWords,
  chooseDeadlineWords,
  chooseSubmissionWords,
  confirmDeadlineWords,
  deadlineDetailsWords,
  deadlineWords,
  notApplicableWords,
  putOffWords,
  reopenWords,
  returnedWords,
  submittedWords,
} from '../words/planned-forms.ts';
import { closedDayRuleWords } from '../words/schedule.ts';
import type { Errors, Reader, Values } from './definition.ts';
import { optional, optionalList } from './field.ts';
import {
  chainText,
  choice,
  choices,
  dateText,
  dayText,
  dueText,
  fiscalYear,
  leadTimes,
  link,
  longText,
  person,
  radio,
  search,
  shortText,
  timeText,
} from './fields.ts';
import { defineForm } from './form.ts';
import type { Due } from './readings/due.ts';

/** Which deadline. */
export const chooseDeadlineForm = defineForm({
  id: 'deadline-choose',
  words: chooseDeadlineWords,
  fields: { deadline: search(chooseDeadlineWords.fields.deadline) },
});

/** What is due when, from whom to whom: a new one, or one that stands (rules 8.1). */
export const deadlineForm = defineForm({
  id: 'deadline',
  words: deadlineWords,
  fields: {
    title: shortText(deadlineWords.fields.title),
    areaIds: choices(deadlineWords.fields.areaIds),
    targetYear: fiscalYear(deadlineWords.fields.targetYear),
    due: dueText(deadlineWords.fields.due),
    submissionYear: optional(fiscalYear(deadlineWords.fields.submissionYear)),
    recipient: shortText(deadlineWords.fields.recipient),
    closedDays: radio(deadlineWords.fields.closedDays, ClosedDayRule, ClosedDayRule.options, closedDayRuleWords),
    leads: optional(leadTimes(deadlineWords.fields.leads)),
  },
  check: checkYear,
});

/** The steps before it, and who is in charge. */
export const deadlineDetailsForm = defineForm({
  id: 'deadline-details',
  words: deadlineDetailsWords,
  fields: {
    chain: optionalList(chainText(deadlineDetailsWords.fields.chain)),
    submitters: radio(deadlineDetailsWords.fields.submitters, Submitters, Submitters.options, submittersWords),
    sectionId: optional(choice(deadlineDetailsWords.fields.sectionId)),
    inCharge: optional(person(deadlineDetailsWords.fields.inCharge)),
    link: optional(link(deadlineDetailsWords.fields.link)),
    memo: optional(longText(deadlineDetailsWords.fields.memo)),
  },
});

/** The date of a row that was 日付要確認. */
export const confirmDeadlineForm = defineForm({
  id: 'deadline-confirm',
  words: confirmDeadlineWords,
  fields: {
    due: dueText(confirmDeadlineWords.fields.due),
    submissionYear: optional(fiscalYear(confirmDeadlineWords.fields.submissionYear)),
  },
  check: ({ due, submissionYear }, about): Errors => ({
    ...checkYear({ ...(due ? { due } : {}), submissionYear: submissionYear ?? null }, about),
    ...checkDay(due, about),
  }),
});

/** Not before a day is known. */
export const checkDay = (due: Due | undefined, { language }: Reader): Errors =>
  due !== undefined && !isDay(due) ? { due: formWords[language].errors.dayNeeded } : {};

export const cancelDeadlineForm = defineForm({
  id: 'deadline-cancel',
  words: cancelDeadlineWords,
  fields: { reason: longText(cancelDeadlineWords.fields.reason) },
});

const isDay = ({ date, event }: Due) => event !== null || readWrittenDate(date ?? '')?.precision === 'day';

/** The fiscal years in which a report may be handed in that is due then. */
function yearsOf({ date, event }: Due): string[] {
  if (event) {
    const offices = { sender: defaultOffice, recipient: defaultOffice };
    return [
      fiscalYearLabel(fiscalYearOf(dueDay({ event: event.day, daysAfter: event.daysAfter }, 'as-is', offices).written)),
    ];
  }
  const span = readWrittenDate(date ?? '');
  return span ? fiscalYearsOf(span).map(fiscalYearLabel) : [];
}

/** 提出年度 is that of the due day, whatever year is reported on (rules 5.6, 8.1). */
function checkYear(
  { due, submissionYear }: { due?: Due; submissionYear?: string | null },
  { language }: Reader,
): Errors {
  if (!due || !submissionYear) return {};
  const years = yearsOf(due);
  return years.includes(submissionYear)
    ? {}
    : { submissionYear: formWords[language].errors.otherFiscalYear(years.join('、')) };
}

type DeadlineFields = FieldsOf<'deadline'>;

/** What a due day says of a deadline: confirmed once it is a day. */
export const dueFields = (due: Due, submissionYear: string | null): Partial<DeadlineFields> => ({
  date: due.date,
  event: due.event,
  dueTime: due.time,
  confirmed: isDay(due),
  submissionYear: submissionYear ?? yearsOf(due)[0] ?? '',
});

/** What the form changes of a deadline. */
export function deadlineChange({
  due,
  submissionYear = null,
  leads,
  ...rest
}: Partial<Values<(typeof deadlineForm)['fields']>>): Partial<DeadlineFields> {
  return {
    ...rest,
    ...(due ? dueFields(due, submissionYear) : {}),
    leads: leads ?? null,
  };
}

export const dueOfFields = ({ date, event, dueTime }: DeadlineFields): Due => ({ date, event, time: dueTime });

/* ---- submissions of one area each (rules 8.2) ---- */

/** Whose submission. */
export const chooseSubmissionForm = defineForm({
  id: 'submission-choose',
  words: chooseSubmissionWords,
  fields: { areaId: choice(chooseSubmissionWords.fields.areaId) },
});

export const submittedForm = defineForm({
  id: 'submission-submitted',
  words: submittedWords,
  fields: {
    date: dateText(submittedWords.fields.date, () => 'latest'),
    time: optional(timeText(submittedWords.fields.time)),
    way: optional(shortText(submittedWords.fields.way)),
    documentNumber: optional(shortText(submittedWords.fields.documentNumber)),
    memo: optional(longText(submittedWords.fields.memo)),
  },
  check: ({ date }, { today, language }): Errors => {
    const span = date ? readWrittenDate(date) : null;
    if (!span) return {};
    const { errors } = formWords[language];
    if (span.precision !== 'day') return { date: errors.dayNeeded };
    return span.from > today ? { date: errors.submittedFuture } : {};
  },
});

export const notApplicableForm = defineForm({
  id: 'submission-not-applicable',
  words: notApplicableWords,
  fields: { memo: optional(longText(notApplicableWords.fields.memo)) },
});

export const returnedForm = defineForm({
  id: 'submission-returned',
  words: returnedWords,
  fields: {
    ownDay: dayText(returnedWords.fields.ownDay),
    reason: optional(longText(returnedWords.fields.reason)),
  },
});

export const acceptedForm = defineForm({
  id: 'submission-accepted',
  words: acceptedWords,
  fields: { memo: optional(longText(acceptedWords.fields.memo)) },
});

export const putOffForm = defineForm({
  id: 'submission-put-off',
  words: putOffWords,
  fields: { ownDay: dayText(putOffWords.fields.ownDay), reason: longText(putOffWords.fields.reason) },
});

export const reopenForm = defineForm({
  id: 'submission-reopen',
  words: reopenWords,
  fields: { reason: longText(reopenWords.fields.reason) },
});
