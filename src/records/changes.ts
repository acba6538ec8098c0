import { z } from 'zod';
import { areaId, areaIds, optional, required, storable } from './field-shapes.ts';
import { hubDetails } from './hub-details.ts';
import { LeadTime } from './lead-time.ts';
import { DeadlineFields, MeetingPlanFields, OccurrenceFields, SubmissionFields } from './planned.ts';
import { SurveyReplyFields, SurveyRoundFields } from './survey-round.ts';
import {
  AccessWay,
  Facet,
  FiscalYearLabel,
  InitiativeStatus,
  MeetingKind,
  MeetingStatus,
  ProjectItem,
  Scene,
  Stated,
  StatementStatus,
  ToolKind,
  ToolRole,
  ValueKind,
} from './vocabulary.ts';
import { WrittenDate } from './written-dates.ts';

// What people may change of a record: by kind, its editable fields, named as in rows.ts. A form's parse gives these; a
// change of a record may leave fields out, which then stay. Texts are kept exactly as typed; nothing said is null.

const date = WrittenDate.nullable();
/** A part that stands already has its id; a new one has none. */
const partId = z.string().min(1).nullable();

export const InitiativeFields = z.strictObject({
  areaId,
  scene: Scene,
  /** Further scenes for which it holds. */
  alsoScenes: z.array(Scene),
  title: required,
  projectItems: z.array(ProjectItem),
  content: optional,
  status: InitiativeStatus,
  fiscalYear: FiscalYearLabel.nullable(),
  date,
  location: optional,
  participants: z.number().int().nonnegative().nullable(),
  members: optional,
  host: optional,
  coHost: optional,
  method: optional,
  target: optional,
  memo: optional,
  /** The section (課・係) in charge. */
  sectionId: z.string().nullable(),
  /** When it is reminded of while it is planned; null: as usual. */
  leads: z.array(LeadTime).nullable(),
  items: z.array(z.strictObject({ id: partId, title: required, status: InitiativeStatus, memo: optional })),
});

/** What a new initiative has where nothing is said of it. */
export const NEW_INITIATIVE = {
  alsoScenes: [],
  projectItems: [],
  content: null,
  fiscalYear: null,
  date: null,
  location: null,
  participants: null,
  members: null,
  host: null,
  coHost: null,
  method: null,
  target: null,
  memo: null,
  sectionId: null,
  leads: null,
  items: [],
} satisfies Partial<z.infer<typeof InitiativeFields>>;

/** What an area, or several jointly, answers to a column of the survey. */
export const AnswerFields = z.strictObject({
  areaIds,
  facet: Facet,
  stated: Stated,
  asOf: WrittenDate,
  statements: z.array(
    z.strictObject({
      id: partId,
      text: required,
      status: StatementStatus,
      /** Of a joint answer: the areas that this statement is about; null: all of them. */
      areaIds: areaIds.nullable(),
      scenes: z.array(Scene),
      when: optional,
    }),
  ),
});

export const HubFields = z.strictObject({ areaIds, ...hubDetails, asOf: WrittenDate });

/** 目指す姿 and 目標 of a scene. */
export const PlanFields = z.strictObject({
  areaIds,
  scene: Scene,
  period: optional,
  stated: Stated,
  vision: optional,
  goal: optional,
  asOf: WrittenDate,
});

/** A tool or document, and who makes or uses it. */
export const ToolFields = z.strictObject({
  name: required,
  kind: ToolKind,
  maker: optional,
  aliases: z.array(required),
  note: optional,
  uses: z
    .array(
      z.strictObject({
        id: partId,
        areaIds,
        /** The name that these areas give it. */
        name: required,
        role: ToolRole,
        status: StatementStatus,
        ways: z.array(AccessWay),
        access: optional,
        /** Where it is: an address, or a file in Slack. */
        link: optional,
        contact: optional,
        /** Terms of using it and of changing it. */
        terms: optional,
        since: optional,
        purpose: optional,
        asOf: WrittenDate,
      }),
    )
    .min(1),
});

/** A meeting, a training or a lecture as a document describes it; its dates are planned by `meetingPlan`. */
export const MeetingFields = z.strictObject({
  areaIds,
  title: required,
  kind: MeetingKind,
  status: MeetingStatus,
  perYear: z.number().positive().nullable(),
  frequency: optional,
  dates: z.array(WrittenDate),
  time: optional,
  method: optional,
  host: optional,
  members: optional,
  theme: optional,
  location: optional,
  asOf: WrittenDate,
});

/** An enquiry (アンケート, 調査). */
export const SurveyFields = z.strictObject({
  areaIds,
  title: required,
  target: optional,
  method: optional,
  answers: optional,
  questions: optional,
  when: optional,
  next: optional,
  link: optional,
  status: MeetingStatus,
  asOf: WrittenDate,
});

export const IndicatorFields = z.strictObject({
  areaId,
  title: required,
  measure: required,
  unit: storable,
  scene: Scene.nullable(),
});

/** One figure. 中止 is a state of it, not 0. */
export const ValueFields = z.strictObject({
  indicatorId: z.string().min(1),
  fiscalYear: FiscalYearLabel,
  kind: ValueKind,
  value: z.number().finite().nonnegative().nullable(),
  state: z.literal('中止').nullable(),
  note: optional,
  asOf: WrittenDate.nullable(),
});

/** 1.0–5.0 with at most one decimal. */
const Rating = z
  .number()
  .min(1)
  .max(5)
  .refine((rating) => Math.abs(rating * 10 - Math.round(rating * 10)) < 1e-9, 'at most one decimal');

/** The four PDCA texts as typed; a line is a point of its own. */
export const EvaluationFields = z.strictObject({
  areaId,
  scene: Scene,
  fiscalYear: FiscalYearLabel,
  rating: Rating.nullable(),
  /** 案; false: 確定. */
  draft: z.boolean(),
  done: optional,
  checked: optional,
  changed: optional,
  nextPlan: optional,
});

export const CHANGE_FIELDS = {
  initiative: InitiativeFields,
  answer: AnswerFields,
  hub: HubFields,
  plan: PlanFields,
  tool: ToolFields,
  survey: SurveyFields,
  meeting: MeetingFields,
  indicator: IndicatorFields,
  value: ValueFields,
  evaluation: EvaluationFields,
  meetingPlan: MeetingPlanFields,
  occurrence: OccurrenceFields,
  deadline: DeadlineFields,
  submission: SubmissionFields,
  surveyRound: SurveyRoundFields,
  surveyReply: SurveyReplyFields,
} as const;

/** The kinds of records that people change by a form. */
export const CHANGE_KINDS = Object.keys(CHANGE_FIELDS) as ChangeKind[];
export type ChangeKind = keyof typeof CHANGE_FIELDS;
export const ChangeKind = z.enum(CHANGE_KINDS as [ChangeKind, ...ChangeKind[]]);

/** All editable fields of a kind: what a new record needs, and what a form is filled in with. */
export type FieldsOf<K extends ChangeKind> = z.infer<(typeof CHANGE_FIELDS)[K]>;

/** Fields that say which record it is: given once, when it is added. */
export const FIXED_FIELDS: { readonly [K in ChangeKind]: readonly (keyof FieldsOf<K> & string)[] } = {
  initiative: ['areaId'],
  answer: ['areaIds', 'facet'],
  hub: [],
  plan: ['areaIds', 'scene', 'period'],
  tool: [],
  survey: [],
  meeting: [],
  indicator: ['areaId'],
  value: ['indicatorId', 'fiscalYear', 'kind'],
  evaluation: ['areaId', 'scene', 'fiscalYear'],
  meetingPlan: ['kind'],
  occurrence: ['planId'],
  deadline: [],
  submission: ['deadlineId', 'areaId'],
  surveyRound: ['fiscalYear', 'deadlineId'],
  surveyReply: ['roundId', 'areaIds'],
};

/** By which way a change came. */
export const ChangeVia = z.enum(['form', 'command', 'import']);
export type ChangeVia = z.infer<typeof ChangeVia>;

/** What keeps a change from being saved, at its field; `src/words/changes.ts` says it. */
export type ChangeProblem = { field: string } & (
  | { code: 'missing' | 'unreadable' | 'unknown' | 'fixed' | 'future' | 'personal-data' }
  /** Two that exclude each other: a figure and 中止, statements and 記載なし. */
  | { code: 'not-both' }
  /** A month or a range where a day is needed; an end before its beginning; a rhythm without a day, or with too many. */
  | { code: 'no-day' | 'wrong-order' | 'no-dates' | 'too-many' }
  /** A number that only looks like personal data: saved once the person says that it is an official one. */
  | { code: 'number-in-question' }
  /** The date and the fiscal year disagree: this is the date's own. */
  | { code: 'wrong-year'; right: string }
  /** The survey round is closed, or the reply was accepted: it must be returned first. */
  | { code: 'closed' | 'accepted' }
  /** An area that answers twice in a round. */
  | { code: 'twice' }
  /** A hearing that another one took. */
  | { code: 'full' }
  /** Another record is that one already. */
  | { code: 'taken'; record: string }
);

/** Old and new value by field. */
export type FieldChanges = Record<string, [old: unknown, now: unknown]>;

/** What people do to a record. */
export type ChangeAction = 'create' | 'update' | 'confirm' | 'undo' | 'withdraw' | 'blackout';

/** What history tells of: records, who works where, the words of questions, and what neighbours are asked. */
export type HistoryKind = ChangeKind | AdminKind | 'text' | 'neighbourRequest';

/** What managers and administrators change beside the records. */
export const ADMIN_KINDS = ['member', 'section', 'area', 'word', 'closedDays', 'officeSettings'] as const;
export type AdminKind = (typeof ADMIN_KINDS)[number];

/** A saved change as people see it. */
export interface HistoryEntry {
  id: string;
  at: Date;
  by: { team: string; user: string; name: string | null };
  via: ChangeVia;
  action: ChangeAction;
  kind: HistoryKind;
  record: string;
  /** The record's version from this change on. */
  version: number;
  reason: string | null;
  /** By the prefecture in a town's stead (代理入力). */
  inStead: boolean;
  changes: FieldChanges;
  /** As of when the record said what this change replaced, and where it stood; null where it is new. */
  former: { asOf: string | null; sourceId: string | null } | null;
}

/** Why somebody may or may not change a record. */
export type MayChange =
  | { may: true; as: 'administrator' | 'prefecture' | 'manager' | 'staff' | 'deputy' | 'body'; draft: false }
  /** A hub's changes wait for its town. */
  | { may: true; as: 'hub'; draft: true }
  | { may: false; because: 'deactivated' | 'not-registered' | 'viewer' | 'hub' | 'not-your-area'; owners: string[] };

export type SaveOutcome =
  | { outcome: 'saved'; entry: HistoryEntry }
  /** Others changed other fields meanwhile: both stand. */
  | { outcome: 'merged'; entry: HistoryEntry; others: HistoryEntry[] }
  /** What is already so (変更なし): no history. */
  | { outcome: 'unchanged'; record: string; version: number }
  /** Others changed the same fields meanwhile: nothing is saved. `fields`: those in dispute. */
  | { outcome: 'conflict'; others: HistoryEntry[]; fields: string[]; version: number }
  | { outcome: 'refused'; because: Extract<MayChange, { may: false }>['because']; owners: string[] }
  /** This submission was taken on before; with what became of it. */
  | { outcome: 'duplicate'; entry: HistoryEntry | null }
  /** Going back from a finished state asks why (rules 5.6). */
  | { outcome: 'needs-reason'; because: 'going-back'; field: string; from: string; to: string }
  /** Changing a record in its town's stead (代理入力) asks for the ground (rules 4.1). */
  | { outcome: 'needs-reason'; because: 'in-stead'; owners: string[] }
  | { outcome: 'problems'; problems: ChangeProblem[] }
  /** A hub's change waits for its town's approval. */
  /** `told`: how many of its town are told of it. */
  | { outcome: 'drafted'; draft: string; told: number }
  /** There is no such record, or no longer. */
  | { outcome: 'gone' };

/** What became of a press that changes a record as a whole: confirming it, taking a change back, withdrawing a tool. */
export type PressOutcome =
  | Extract<SaveOutcome, { outcome: 'saved' | 'unchanged' | 'refused' | 'duplicate' | 'gone' }>
  /** It cannot be undone: the time is over, it is somebody else's, something came after it (`by`), or it is an undoing. */
  | { outcome: 'not-undone'; because: 'too-late' | 'not-yours' | 'later-change' | 'is-undo'; by: HistoryEntry | null };

/** A record as it was before a change, with its date and its document: nothing that was imported is lost (rules 5.9). */
export interface FormerState {
  /** As of when it says what it says; null where nobody said. */
  asOf: string | null;
  sourceId: string | null;
  fields: Record<string, unknown>;
  /** The change that replaced it. */
  replacedBy: HistoryEntry;
}

/** A hub's change that waits for its town. */
export interface WaitingDraft {
  id: string;
  at: Date;
  by: { team: string; user: string };
  kind: ChangeKind;
  /** Null: a new record. */
  record: string | null;
  fields: Record<string, unknown>;
  reason: string | null;
  areaIds: string[];
}

/** One of them, as those see it who decide. */
export interface DraftToDecide extends WaitingDraft {
  /** By name, as Slack showed it last. */
  name: string | null;
  /** The version that the hub saw; null: a new record. */
  version: number | null;
  /** Null: still open. */
  decided: { at: Date; by: string; name: string | null; approved: boolean; answer: string | null } | null;
}

/** What became of a decision. */
export type DraftOutcome = SaveOutcome | { outcome: 'sent-back' } | { outcome: 'decided'; draft: DraftToDecide };
