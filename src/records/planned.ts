import { z } from 'zod';
import { parseClockTime } from '../calendar/office-time.ts';
import { IsoDay } from './closed-days.ts';
import { areaId, areaIds, optional, required } from './field-shapes.ts';
import { LeadTime } from './lead-time.ts';
import { Recurrence } from './recurrence.ts';
import { ClosedDayRule, FiscalYearLabel, MeetingPlanKind, OccurrenceStatus, SubmissionStatus } from './vocabulary.ts';
import { WrittenDate } from './written-dates.ts';

// Meetings and reporting deadlines with their dates: what people may change of them, and their rows.

/** An hour of the day in office time, written HH:MM. */
export const Hour = z.string().transform((text, context) => {
  const time = parseClockTime(text);
  if (time !== null) return time;
  context.addIssue({ code: 'custom', message: 'write a time of day as HH:MM' });
  return z.NEVER;
});

/** Somebody by user id, or by mail address until met. */
const user = z.string().min(1);

/** From a day on somebody else is in charge (rules 9.4). */
export const Handover = z.strictObject({ to: user, from: IsoDay });
export type Handover = z.infer<typeof Handover>;

/** Who is in charge of something planned; without a person, whoever is in the section, or in the area. */
const inCharge = {
  sectionId: z.string().nullable(),
  inCharge: user.nullable(),
  handover: Handover.nullable(),
};

/** Null: as its office has them. */
const leads = z.array(LeadTime).nullable();

/** A meeting, or a duty that is no meeting (rules 7.1): what all its dates share. Each date is an occurrence. */
export const MeetingPlanFields = z.strictObject({
  /** All that share it. */
  areaIds,
  /** The one of them that convenes it, whose person in charge is asked how it went. */
  ownerId: areaId,
  kind: MeetingPlanKind,
  title: required,
  ...inCharge,
  time: Hour.nullable(),
  location: optional,
  /** Where it is joined, or its papers lie. */
  link: optional,
  memo: optional,
  recurrence: Recurrence,
  /** The first day, from which weeks, months and years are counted. */
  from: IsoDay,
  /** Null: the end of the fiscal year. */
  until: IsoDay.nullable(),
  /** That of the first day. */
  fiscalYear: FiscalYearLabel,
  closedDays: ClosedDayRule,
  leads,
  /** 取組 that are updated with how it went. */
  initiativeIds: z.array(z.string().min(1)),
});

/** What a new meeting has where nothing is said of it. */
export const NEW_MEETING_PLAN = {
  kind: 'meeting',
  sectionId: null,
  inCharge: null,
  handover: null,
  time: null,
  location: null,
  link: null,
  memo: null,
  until: null,
  closedDays: 'as-is',
  leads: null,
  initiativeIds: [],
} satisfies Partial<z.infer<typeof MeetingPlanFields>>;

/** One date of a meeting. What is null here is as its plan has it. */
export const OccurrenceFields = z.strictObject({
  planId: z.string().min(1),
  /** A day; a month or a range where no more is known; null where it is open. */
  date: WrittenDate.nullable(),
  time: Hour.nullable(),
  location: optional,
  /** Null: that of its date. */
  fiscalYear: FiscalYearLabel.nullable(),
  status: OccurrenceStatus,
  /** Why it is moved, postponed or cancelled; its channel reads it. */
  reason: optional,
  participants: z.number().int().nonnegative().nullable(),
  memo: optional,
});

/** What a further date has where nothing is said of it. */
export const NEW_OCCURRENCE = {
  time: null,
  location: null,
  fiscalYear: null,
  status: 'planned',
  reason: null,
  participants: null,
  memo: null,
} satisfies Partial<z.infer<typeof OccurrenceFields>>;

/** One step on a report's way, and how many business days before the next one it must be done: 委託先 3, 起案 2, 決裁 1. */
export const ChainLink = z.strictObject({ name: required, businessDaysBefore: z.number().int().min(0).max(366) });
export type ChainLink = z.infer<typeof ChainLink>;

/** So many days after an event, whose own day is not counted. */
export const AfterEvent = z.strictObject({ name: optional, day: IsoDay, daysAfter: z.number().int().min(0).max(3660) });
export type AfterEvent = z.infer<typeof AfterEvent>;

/** Who submits: each area itself, or its hub (委託先), to the area. */
export const Submitters = z.enum(['areas', 'hubs']);
export type Submitters = z.infer<typeof Submitters>;

/** A reporting deadline (報告期限). */
export const DeadlineFields = z.strictObject({
  /** The areas that must submit, or whose hubs must. Whoever may change it may change each of them. */
  areaIds,
  submitters: Submitters.default('areas'),
  title: required,
  /** 対象年度. */
  targetYear: FiscalYearLabel,
  /** 提出年度: the due day lies in it. */
  submissionYear: FiscalYearLabel,
  /** The due day as it is written; a month or a range as long as it is not confirmed. Null: after an event. */
  date: WrittenDate.nullable(),
  event: AfterEvent.nullable(),
  /** False: 日付要確認. */
  confirmed: z.boolean(),
  /** Null: the end of the day. */
  dueTime: Hour.nullable(),
  /** To whom: 三重県, 東海北陸厚生局. */
  recipient: required,
  ...inCharge,
  closedDays: ClosedDayRule,
  /** In the order of the steps: 委託先, 起案, 決裁. */
  chain: z.array(ChainLink),
  leads,
  link: optional,
  memo: optional,
  /** Withdrawn by whoever asked for it; says why. */
  cancelled: z.boolean(),
  reason: optional,
});

/** What a new deadline has where nothing is said of it. */
export const NEW_DEADLINE = {
  submitters: 'areas',
  event: null,
  confirmed: true,
  dueTime: null,
  sectionId: null,
  inCharge: null,
  handover: null,
  closedDays: 'as-is',
  chain: [],
  leads: null,
  link: null,
  memo: null,
  cancelled: false,
  reason: null,
} satisfies Partial<z.infer<typeof DeadlineFields>>;

/** Where one area stands with a deadline. */
export const SubmissionFields = z.strictObject({
  deadlineId: z.string().min(1),
  areaId,
  status: SubmissionStatus,
  /** The day on which it was submitted. */
  date: WrittenDate.nullable(),
  time: Hour.nullable(),
  /** By which way: 電子メール, 郵送, システム. */
  way: optional,
  /** 文書番号. */
  documentNumber: optional,
  /** A due day of its own: put off for this area, or the new one of what was returned. */
  ownDay: IsoDay.nullable(),
  /** Why 該当なし, 差戻し, or put off. */
  reason: optional,
  memo: optional,
});

/** The last change of a date that people are told of, as records keep it. */
export const KeptChange = z.object({
  kind: z.enum(['moved', 'postponed', 'in-writing', 'cancelled', 'returned']),
  at: z.iso.datetime(),
  revision: z.number().int(),
  formerly: z.object({ day: IsoDay, time: Hour.nullable() }).nullable(),
});
export type KeptChange = z.infer<typeof KeptChange>;

/** What a record with a date keeps beside its fields. Instants are written in ISO 8601. */
const dated = {
  id: z.string(),
  /** Since when it has stood at this date: registered, confirmed, moved. */
  since: z.iso.datetime(),
  change: KeptChange.nullable(),
};

export const MeetingPlanRow = MeetingPlanFields.extend({ id: z.string() });
export type MeetingPlanRow = z.infer<typeof MeetingPlanRow>;

export const OccurrenceRow = OccurrenceFields.extend({
  ...dated,
  /** The day as the rhythm had it, before any shift; null where it was added by hand. */
  written: IsoDay.nullable(),
  /** Where it began without a date: the first day of its share of the year. */
  slot: IsoDay.nullable(),
});
export type OccurrenceRow = z.infer<typeof OccurrenceRow>;

export const DeadlineRow = DeadlineFields.extend({
  ...dated,
  /** The row of the yearly template that it comes from. */
  template: z.string().nullable(),
});
export type DeadlineRow = z.infer<typeof DeadlineRow>;

export const SubmissionRow = SubmissionFields.extend({
  ...dated,
  /** Since when its own day stands; null: since the deadline's does. */
  since: z.iso.datetime().nullable(),
  /** The body that must submit for it (広域連合が提出). */
  coveredBy: z.string().nullable(),
  /** Null: on time, or not submitted. */
  lateDays: z.number().int().nullable(),
  lateBusinessDays: z.number().int().nullable(),
});
export type SubmissionRow = z.infer<typeof SubmissionRow>;
