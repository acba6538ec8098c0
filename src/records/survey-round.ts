import { z } from 'zod';
import { parseClockTime } from '../calendar/office-time.ts';
import { IsoDay } from './closed-days.ts';
import { areaIds, optional, required } from './field-shapes.ts';
import { hubDetails } from './hub-details.ts';
import { FiscalYearLabel, SCENES, Scene, Stated, StatementStatus, SURVEY_COLUMNS } from './vocabulary.ts';
import { WrittenDate } from './written-dates.ts';

// The prefecture's yearly survey: a round, and the reply of each area or of several jointly. What is answered stands apart
// from the records until the round is closed.

/** What a round may ask: the twelve columns, the hub, and 目指すべき姿 of the four scenes. */
export const ROUND_COLUMNS = ['hub', 'vision', ...SURVEY_COLUMNS] as const;
export const RoundColumn = z.enum(ROUND_COLUMNS);
export type RoundColumn = z.infer<typeof RoundColumn>;

export const RoundState = z.enum(['open', 'closed']);
export type RoundState = z.infer<typeof RoundState>;

/** 未着手, 下書き, 回答済み, 差戻し, 受理. */
export const ReplyStatus = z.enum(['none', 'draft', 'answered', 'returned', 'accepted']);
export type ReplyStatus = z.infer<typeof ReplyStatus>;

/** Those whose answers are published when the round is closed. */
export const ANSWERED_STATUSES: readonly ReplyStatus[] = ['answered', 'accepted'];

/** In chat, by a filled sheet, or by the prefecture in the town's stead (代理入力). */
export const ReplyWay = z.enum(['chat', 'sheet', 'in-stead']);
export type ReplyWay = z.infer<typeof ReplyWay>;

/** When a hearing may be held. */
export const HearingSlot = z.strictObject({
  day: IsoDay,
  time: z.string().refine((text) => parseClockTime(text) !== null, 'write a time of day as HH:MM'),
});
export type HearingSlot = z.infer<typeof HearingSlot>;

/** How a reply names the slot that it took. */
export const slotId = ({ day, time }: HearingSlot): string => `${day}T${time}`;

export const SurveyRoundFields = z.strictObject({
  fiscalYear: FiscalYearLabel,
  title: required,
  /** 基準日: as of when is asked. */
  referenceDate: WrittenDate,
  columns: z.array(RoundColumn).min(1),
  /** Who answers on one sheet; each area once. */
  groups: z.array(areaIds).min(1),
  /** A deadline of the registry, whose submissions follow the replies. */
  deadlineId: z.string().min(1),
  slots: z.array(HearingSlot),
  state: RoundState,
});

/** The id of the record of the year before that something continues; null: it is new. */
const from = z.string().min(1).nullable();

export const ReplyStatement = z.strictObject({
  from,
  text: required,
  status: StatementStatus,
  /** Of a joint reply: the areas that this statement is about; null: all of them. */
  areaIds: areaIds.nullable(),
  scenes: z.array(Scene),
  when: optional,
  topics: z.array(required),
  /** The tools it speaks of, by id. */
  tools: z.array(z.string().min(1)),
});
export type ReplyStatement = z.infer<typeof ReplyStatement>;

/** One column. */
export const ReplyCell = z.strictObject({
  stated: Stated,
  /** The cell as it stood on a sheet; null: typed in chat, statement by statement. */
  text: optional,
  statements: z.array(ReplyStatement),
});
export type ReplyCell = z.infer<typeof ReplyCell>;

export const ReplyHub = z.strictObject({
  stated: Stated,
  hubs: z.array(z.strictObject({ from, ...hubDetails })),
});
export type ReplyHub = z.infer<typeof ReplyHub>;

export const ReplyVision = z.strictObject({
  scene: z.enum(SCENES),
  from,
  stated: Stated,
  vision: optional,
  goal: optional,
});
export type ReplyVision = z.infer<typeof ReplyVision>;

const cell = ReplyCell.nullable();

/** What is answered, column by column; null: not yet. */
const answers = {
  hub: ReplyHub.nullable(),
  vision: z.array(ReplyVision).nullable(),
  situation: cell,
  initiative: cell,
  practice: cell,
  difficulty: cell,
  crossDepartment: cell,
  withoutRelatives: cell,
  discharge: cell,
  acp: cell,
  emergency: cell,
  ict: cell,
  outreach: cell,
  bcp: cell,
} satisfies Record<RoundColumn, z.ZodType>;

export const ReplyAnswers = z.strictObject(answers);
export type ReplyAnswers = z.infer<typeof ReplyAnswers>;

export const SurveyReplyFields = z.strictObject({
  roundId: z.string().min(1),
  areaIds,
  status: ReplyStatus,
  way: ReplyWay.nullable(),
  /** Why it was returned. */
  reason: optional,
  /** Until when it is to be sent again. */
  ownDay: IsoDay.nullable(),
  /** The hearing taken, as `slotId` writes it. */
  slot: z.string().min(1).nullable(),
  ...answers,
});

/** A reply that nobody began. */
export const NEW_REPLY = {
  status: 'none',
  way: null,
  reason: null,
  ownDay: null,
  slot: null,
  hub: null,
  vision: null,
  situation: null,
  initiative: null,
  practice: null,
  difficulty: null,
  crossDepartment: null,
  withoutRelatives: null,
  discharge: null,
  acp: null,
  emergency: null,
  ict: null,
  outreach: null,
  bcp: null,
} satisfies Partial<z.infer<typeof SurveyReplyFields>>;

/** What closing a round published. */
export const Published = z.object({
  sourceId: z.string(),
  at: z.iso.datetime(),
  /** Of each record that stood before: the areas for which it no longer does. */
  replaced: z.record(z.string(), z.array(z.string())),
});
export type Published = z.infer<typeof Published>;

export const SurveyRoundRow = SurveyRoundFields.extend({
  id: z.string(),
  /** All areas of all groups. */
  areaIds: z.array(z.string()),
  published: Published.nullable(),
});
export type SurveyRoundRow = z.infer<typeof SurveyRoundRow>;

/** The reply of a group: another grouping has another one, and the former stays behind unseen. */
export const replyId = (roundId: string, group: readonly string[]): string => `${roundId}.${group.join('-')}`;

/** The replies that a round has as it stands. */
export const replyIds = ({ id, groups }: Pick<SurveyRoundRow, 'id' | 'groups'>): string[] =>
  groups.map((group) => replyId(id, group));

const instant = z.iso.datetime().nullable();

export const SurveyReplyRow = SurveyReplyFields.extend({
  id: z.string(),
  /** When it was begun, sent in last, and returned or accepted. */
  begunAt: instant,
  sentAt: instant,
  decidedAt: instant,
});
export type SurveyReplyRow = z.infer<typeof SurveyReplyRow>;
