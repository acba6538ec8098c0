import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { fiscalYearLabel, fiscalYearOf, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { ChangeProblem, FieldsOf } from '../../records/changes.ts';
import { LAWFUL } from '../../records/office-calendars.ts';
import { fiscalYearsOf, readWrittenDate } from '../../records/written-dates.ts';
import { dueOf } from '../../schedule/due.ts';
import { datesOf } from './dates-of.ts';

// What keeps a meeting, its dates, a deadline or a submission from being saved, as far as it alone tells.

const MOST_DATES = 200;
/** What says on which days a meeting is held. */
const RHYTHM = ['recurrence', 'from', 'until', 'fiscalYear', 'closedDays'];

const problem = (field: string, code: Exclude<ChangeProblem['code'], 'wrong-year' | 'taken'>): ChangeProblem => ({
  field,
  code,
});

const wrongYear = (field: string, day: CalendarDate): ChangeProblem => ({
  field,
  code: 'wrong-year',
  right: fiscalYearLabel(fiscalYearOf(day)),
});

export function meetingPlanProblems(plan: FieldsOf<'meetingPlan'>, changed: readonly string[]): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  if (!plan.areaIds.includes(plan.ownerId)) problems.push(problem('ownerId', 'unknown'));
  if (!RHYTHM.some((field) => changed.includes(field))) return problems;
  if (plan.until !== null && plan.until < plan.from) return [...problems, problem('until', 'wrong-order')];
  if (parseFiscalYearLabel(plan.fiscalYear) !== fiscalYearOf(plan.from)) {
    return [...problems, wrongYear('fiscalYear', plan.from)];
  }
  const { held, open } = datesOf(plan);
  const count = held.length + open.length;
  if (count === 0) problems.push(problem('recurrence', 'no-dates'));
  if (count > MOST_DATES) problems.push(problem('recurrence', 'too-many'));
  return problems;
}

export function occurrenceProblems(
  { date, status, fiscalYear, reason }: FieldsOf<'occurrence'>,
  changed: readonly string[],
  today: CalendarDate,
): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  const span = date === null ? null : readWrittenDate(date);
  const dated = status === 'planned' || status === 'in-writing' || status === 'held';
  if (dated && !span) problems.push(problem('date', 'missing'));
  if (status === 'held' && span && span.from > today) problems.push(problem('date', 'future'));
  if (status === 'cancelled' && reason === null) problems.push(problem('reason', 'missing'));
  const year = fiscalYear === null ? null : parseFiscalYearLabel(fiscalYear);
  const yearTold = changed.includes('date') || changed.includes('fiscalYear');
  if (yearTold && span && fiscalYear !== null && (year === null || !fiscalYearsOf(span).includes(year))) {
    problems.push(wrongYear('fiscalYear', span.from));
  }
  return problems;
}

export function deadlineProblems(deadline: FieldsOf<'deadline'>, changed: readonly string[]): ChangeProblem[] {
  const { date, event, confirmed, cancelled, reason, submissionYear } = deadline;
  const problems: ChangeProblem[] = [];
  if (date !== null && event !== null) problems.push(problem('event', 'not-both'));
  if (date === null && event === null) problems.push(problem('date', 'missing'));
  const span = date === null ? null : readWrittenDate(date);
  if (confirmed && span && span.precision !== 'day') problems.push(problem('date', 'no-day'));
  if (cancelled && reason === null) problems.push(problem('reason', 'missing'));
  const dates = ['date', 'event', 'submissionYear', 'closedDays', 'confirmed'];
  if (problems.length > 0 || !dates.some((field) => changed.includes(field))) return problems;
  // The written day decides: that the next business day is 1 April makes it no deadline of the next year.
  const day = dueOf(deadline, LAWFUL)?.written ?? span?.from;
  const year = parseFiscalYearLabel(submissionYear);
  const years = span ? fiscalYearsOf(span) : day ? [fiscalYearOf(day)] : [];
  if (day && (year === null || !years.includes(year))) problems.push(wrongYear('submissionYear', day));
  return problems;
}

export function submissionProblems(
  { status, date, ownDay, reason }: FieldsOf<'submission'>,
  former: FieldsOf<'submission'> | null,
  today: CalendarDate,
): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  const span = date === null ? null : readWrittenDate(date);
  const handedIn = status === 'submitted' || status === 'accepted';
  if (handedIn && date === null) problems.push(problem('date', 'missing'));
  if (handedIn && span && span.precision !== 'day') problems.push(problem('date', 'no-day'));
  if (span && span.from > today) problems.push(problem('date', 'future'));
  if (status === 'not-applicable' && date !== null) problems.push(problem('date', 'not-both'));
  if (status === 'returned' && former?.status !== 'returned') {
    if (ownDay === null || ownDay === former?.ownDay) problems.push(problem('ownDay', 'missing'));
  }
  if (status === 'open' && ownDay !== null && ownDay !== former?.ownDay && reason === null) {
    problems.push(problem('reason', 'missing'));
  }
  return problems;
}

/** Going back from a finished state (rules 5.6): a date that was held or cancelled, a report that was handed in. */
export function plannedGoingBack(
  kind: 'occurrence' | 'submission',
  was: string,
  now: string,
): { field: string; from: string; to: string } | null {
  const back = { field: 'status', from: was, to: now };
  if (was === now) return null;
  if (kind === 'occurrence') return was === 'held' || was === 'cancelled' ? back : null;
  const finished = ['submitted', 'accepted', 'not-applicable'];
  return finished.includes(was) && now === 'open' ? back : null;
}
