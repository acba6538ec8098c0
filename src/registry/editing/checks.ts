import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { fiscalYearLabel, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import {
  CHANGE_FIELDS,
  type ChangeKind,
  type ChangeProblem,
  FIXED_FIELDS,
  type FieldsOf,
} from '../../records/changes.ts';
import { findPersonalDataIn } from '../../records/personal-data.ts';
import { FINISHED_STATUSES, HELD_STATUSES, type InitiativeStatus } from '../../records/vocabulary.ts';
import { fiscalYearsOf, readWrittenDate } from '../../records/written-dates.ts';
import { canonicalAsOf, canonicalDate, same } from './editor.ts';
import type { AnyFields } from './editors.ts';
import {
  deadlineProblems,
  meetingPlanProblems,
  occurrenceProblems,
  plannedGoingBack,
  submissionProblems,
} from './planned-checks.ts';

// What keeps a change from being saved, as far as the record alone tells (rules 3.6, 5.6, 6).

export interface Read {
  fields: AnyFields;
  problems: ChangeProblem[];
}

/** Reads what was submitted: all fields of a new record, some of one that stands. What is as it was is not judged. */
export function readFields(kind: ChangeKind, submitted: AnyFields, base: AnyFields | null): Read {
  const shape: Record<string, import('zod').ZodType> = CHANGE_FIELDS[kind].shape;
  const read: Read = { fields: {}, problems: [] };
  for (const field of Object.keys(submitted)) {
    if (!(field in shape) && submitted[field] !== undefined) read.problems.push({ field, code: 'unknown' });
  }
  for (const [field, type] of Object.entries(shape)) {
    const value = submitted[field];
    if (base && (value === undefined || same(value, base[field]))) {
      read.fields[field] = base[field];
      continue;
    }
    const parsed = parse(type, value, base?.[field]);
    if (parsed.success) read.fields[field] = canonical(field, parsed.data);
    else read.problems.push({ field, code: value === undefined || value === null ? 'missing' : 'unreadable' });
  }
  return read;
}

type Parsed = { success: true; data: unknown } | { success: false };

/** Of a list of parts only those are judged that do not stand as they are: an imported one may be older than its rules. */
function parse(type: import('zod').ZodType, value: unknown, former: unknown): Parsed {
  const whole = type.safeParse(value);
  if (whole.success || !Array.isArray(value) || !Array.isArray(former)) return whole;
  const parts = value.map((part) => (former.some((each) => same(each, part)) ? { data: part } : one(type, part)));
  return parts.includes(null) ? { success: false } : { success: true, data: parts.map((part) => part?.data) };
}

function one(type: import('zod').ZodType, part: unknown): { data: unknown } | null {
  const parsed = type.safeParse([part]);
  return parsed.success ? { data: (parsed.data as unknown[])[0] } : null;
}

function canonical(field: string, value: unknown): unknown {
  if (field === 'date') return canonicalDate(value as string | null);
  if (field === 'asOf') return canonicalAsOf(value as string | null);
  if (field !== 'uses') return value;
  return (value as FieldsOf<'tool'>['uses']).map((use) => ({ ...use, asOf: canonicalAsOf(use.asOf) }));
}

interface Judging {
  today: CalendarDate;
  /** Said to be official: numbers that look like personal data. */
  official: boolean;
  /** Texts that stand in other records already. */
  recorded?: readonly string[];
}

/** What is wrong with the fields of `changed`, all at once. */
export function problemsOf(
  kind: ChangeKind,
  former: AnyFields | null,
  fields: AnyFields,
  changed: readonly string[],
  { today, official, recorded = [] }: Judging,
): ChangeProblem[] {
  const fixed = former ? changed.filter((field) => (FIXED_FIELDS[kind] as readonly string[]).includes(field)) : [];
  return [
    ...fixed.map((field): ChangeProblem => ({ field, code: 'fixed' })),
    ...changed.flatMap((field) => personalData(field, [former?.[field], recorded], fields[field], official)),
    ...asOfProblems(fields, changed, today),
    ...(kind === 'initiative' ? initiativeProblems(fields as FieldsOf<'initiative'>, changed, today) : []),
    ...(kind === 'value' ? valueProblems(fields as FieldsOf<'value'>) : []),
    ...(kind === 'answer' ? answerProblems(fields as FieldsOf<'answer'>) : []),
    ...plannedProblems(kind, former, fields, changed, today),
  ];
}

function plannedProblems(
  kind: ChangeKind,
  former: AnyFields | null,
  fields: AnyFields,
  changed: readonly string[],
  today: CalendarDate,
): ChangeProblem[] {
  switch (kind) {
    case 'meetingPlan':
      return meetingPlanProblems(fields as FieldsOf<'meetingPlan'>, changed);
    case 'occurrence':
      return occurrenceProblems(fields as FieldsOf<'occurrence'>, changed, today);
    case 'deadline':
      return deadlineProblems(fields as FieldsOf<'deadline'>, changed);
    case 'submission':
      return submissionProblems(fields as FieldsOf<'submission'>, former as FieldsOf<'submission'> | null, today);
    default:
      return [];
  }
}

/** From which finished state a change goes back (rules 5.6). */
export function goingBack(
  kind: ChangeKind,
  former: AnyFields,
  fields: AnyFields,
): { field: string; from: string; to: string } | null {
  if (kind === 'occurrence' || kind === 'submission') {
    return plannedGoingBack(kind, String(former.status), String(fields.status));
  }
  if (kind !== 'initiative') return null;
  const [was, now] = [former, fields] as unknown as [FieldsOf<'initiative'>, FieldsOf<'initiative'>];
  if (isBack(was.status, now.status)) return { field: 'status', from: was.status, to: now.status };
  for (const item of was.items) {
    const after = now.items.find(({ id }) => id === item.id);
    if (after && isBack(item.status, after.status)) return { field: 'items', from: item.status, to: after.status };
  }
  return null;
}

function isBack(from: InitiativeStatus, to: InitiativeStatus): boolean {
  if (!FINISHED_STATUSES.includes(from) || from === to) return false;
  return from === '中止' || !FINISHED_STATUSES.includes(to);
}

function personalData(field: string, former: unknown, value: unknown, official: boolean): ChangeProblem[] {
  const known = new Set(textsOf(former));
  for (const text of textsOf(value)) {
    const found = known.has(text) ? null : findPersonalDataIn(field, text);
    if (found?.certain) return [{ field, code: 'personal-data' }];
    if (found && !official) return [{ field, code: 'number-in-question' }];
  }
  return [];
}

/** All texts in a value, however deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

function asOfProblems(fields: AnyFields, changed: readonly string[], today: CalendarDate): ChangeProblem[] {
  const uses = changed.includes('uses') ? (fields.uses as FieldsOf<'tool'>['uses']) : [];
  const inFuture = (text: unknown) => typeof text === 'string' && (readWrittenDate(text)?.from ?? today) > today;
  if (changed.includes('asOf') && inFuture(fields.asOf)) return [{ field: 'asOf', code: 'future' }];
  return uses.some(({ asOf }) => inFuture(asOf)) ? [{ field: 'uses', code: 'future' }] : [];
}

function initiativeProblems(
  { status, date, fiscalYear }: FieldsOf<'initiative'>,
  changed: readonly string[],
  today: CalendarDate,
): ChangeProblem[] {
  const span = date === null ? null : readWrittenDate(date);
  if (!span || !['status', 'date', 'fiscalYear'].some((field) => changed.includes(field))) return [];
  const problems: ChangeProblem[] = [];
  if (HELD_STATUSES.includes(status) && span.from > today) problems.push({ field: 'date', code: 'future' });
  const year = fiscalYear === null ? null : parseFiscalYearLabel(fiscalYear);
  const years = fiscalYearsOf(span);
  if (fiscalYear !== null && (year === null || !years.includes(year))) {
    problems.push({ field: 'fiscalYear', code: 'wrong-year', right: fiscalYearLabel(years[0] ?? 0) });
  }
  return problems;
}

function valueProblems({ value, state }: FieldsOf<'value'>): ChangeProblem[] {
  return value !== null && state !== null ? [{ field: 'value', code: 'not-both' }] : [];
}

/** What says something has statements; なし may have some that say so; 記載なし has none. */
function answerProblems({ stated, statements }: FieldsOf<'answer'>): ChangeProblem[] {
  if (stated === 'yes' && statements.length === 0) return [{ field: 'statements', code: 'missing' }];
  return stated === 'blank' && statements.length > 0 ? [{ field: 'stated', code: 'not-both' }] : [];
}
