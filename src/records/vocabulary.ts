import { z } from 'zod';

/** The four scenes (4つの場面) of home care, as staff write them, and what holds for all of them. */
export const SCENES = ['日常の療養支援', '入退院支援', '急変時の対応', '看取り'] as const;
export const Scene = z.enum([...SCENES, '4場面共通', '全体']);
export type Scene = z.infer<typeof Scene>;

/** The twelve columns of the prefecture's survey, in the order of the sheet: six of part (1), six of part (2). */
export const SURVEY_COLUMNS = [
  'situation',
  'initiative',
  'practice',
  'difficulty',
  'crossDepartment',
  'withoutRelatives',
  'discharge',
  'acp',
  'emergency',
  'ict',
  'outreach',
  'bcp',
] as const;
export const SurveyColumn = z.enum(SURVEY_COLUMNS);
export type SurveyColumn = z.infer<typeof SurveyColumn>;

/** What a statement is about: a survey column, the hub (連携拠点), or a policy (方針). */
export const Facet = z.enum([...SURVEY_COLUMNS, 'hub', 'policy']);
export type Facet = z.infer<typeof Facet>;

/** 実施／予定／検討中／なし. 記載なし belongs to a whole cell, not to a statement: see `Stated`. */
export const StatementStatus = z.enum(['doing', 'planned', 'considering', 'none']);
export type StatementStatus = z.infer<typeof StatementStatus>;

/** Whether a cell of a survey says something, says なし, or is empty (記載なし). */
export const Stated = z.enum(['yes', 'none', 'blank']);
export type Stated = z.infer<typeof Stated>;

/** The statuses of an initiative (取組), kept as the documents write them. */
export const InitiativeStatus = z.enum([
  '予定',
  '検討中',
  '協議中',
  '実施中',
  '開催済み',
  '実施済み',
  '公表済み',
  '未着手',
  '未実施',
  '延期（日程未定）',
  '中止',
  '記載なし',
]);
export type InitiativeStatus = z.infer<typeof InitiativeStatus>;

/** What has taken place. */
export const HELD_STATUSES: readonly InitiativeStatus[] = ['開催済み', '実施済み', '公表済み'];
/** What nothing more is to come of. */
export const FINISHED_STATUSES: readonly InitiativeStatus[] = [...HELD_STATUSES, '中止'];

/** 事業項目 ア〜ク of 地域支援事業実施要綱 別記3. */
export const ProjectItem = z.enum(['ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク']);
export type ProjectItem = z.infer<typeof ProjectItem>;

/** The kinds of an indicator's value; they are never mixed: 計画／実績／見込／途中. */
export const ValueKind = z.enum(['planned', 'actual', 'forecast', 'partial']);
export type ValueKind = z.infer<typeof ValueKind>;

export const HubMode = z.enum(['in-house', 'contracted', 'joint', 'not-stated']);
export type HubMode = z.infer<typeof HubMode>;

export const ToolKind = z.enum([
  'sheet',
  'note',
  'guide',
  'manual',
  'guideline',
  'form',
  'leaflet',
  'booklet',
  'map',
  'list',
  'film',
  'video',
  'kit',
  'card',
  'ict',
  'website',
  'newsletter',
  'material',
  'survey-result',
  'game',
  'book',
  'other',
]);
export type ToolKind = z.infer<typeof ToolKind>;

/** How a tool can be had. `none`: the source says that it is not published. */
export const AccessWay = z.enum([
  'website',
  'members-site',
  'counter',
  'library',
  'contact',
  'distributed',
  'shop',
  'app',
  'broadcast',
  'none',
  'unknown',
]);
export type AccessWay = z.infer<typeof AccessWay>;

export const ToolRole = z.enum(['maker', 'user']);
export type ToolRole = z.infer<typeof ToolRole>;

export const MeetingKind = z.enum([
  'conference',
  'training',
  'lecture',
  'case-study',
  'exchange',
  'event',
  'survey-hearing',
  'other',
]);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const MeetingStatus = z.enum(['ongoing', 'held', 'planned', 'considering']);
export type MeetingStatus = z.infer<typeof MeetingStatus>;

/** What a plan of dates is for; a duty (義務) is no meeting: a kit renewed yearly, a guide every three years. */
export const MeetingPlanKind = z.enum(['meeting', 'duty']);
export type MeetingPlanKind = z.infer<typeof MeetingPlanKind>;

/** Where one date of a meeting stands. */
export const OccurrenceStatus = z.enum([
  'planned',
  'date-unconfirmed', // 日付要確認: a row of the yearly template
  'date-open', // one of N times a year, without its date
  'postponed', // 延期（日程未定）
  'in-writing', // 書面開催
  'cancelled',
  'held',
]);
export type OccurrenceStatus = z.infer<typeof OccurrenceStatus>;

/** Where an area stands with a report: 未提出, 提出済み, 該当なし, 差戻し, 受理. */
export const SubmissionStatus = z.enum(['open', 'submitted', 'not-applicable', 'returned', 'accepted']);
export type SubmissionStatus = z.infer<typeof SubmissionStatus>;

/** What happens to a day that falls on a closed one: そのまま, 前開庁日, 翌開庁日. */
export const ClosedDayRule = z.enum(['as-is', 'previous', 'next']);

/** A fiscal year in the short form used everywhere in data and exports: H30, R8. */
export const FiscalYearLabel = z.string().regex(/^(H\d{1,2}|R\d{1,2})$/, 'write a fiscal year like R8 or H30');
export type FiscalYearLabel = z.infer<typeof FiscalYearLabel>;
