import { z } from 'zod';
import type { IndicatorValueRow, RegistryRecords } from './rows.ts';

/** The kinds of records that change one by one, parents before what refers to them. */
export const RECORD_KINDS = [
  'area',
  'source',
  'lexicon',
  'tool',
  'answer',
  'statement',
  'hub',
  'plan',
  'toolUse',
  'initiative',
  'indicator',
  'value',
  'evaluation',
  'meeting',
  'survey',
  'meetingPlan',
  'occurrence',
  'deadline',
  'submission',
  'surveyRound',
  'surveyReply',
  'closedDays',
  'officeSettings',
] as const;
export const RecordKind = z.enum(RECORD_KINDS);
export type RecordKind = z.infer<typeof RecordKind>;

/** A figure by itself: a record of its own, though lookup sees it inside its indicator. */
export interface ValueRow extends IndicatorValueRow {
  indicatorId: string;
}

/** What a record of each kind is made of. */
export interface RowOf {
  area: RegistryRecords['areas'][number];
  source: RegistryRecords['sources'][number];
  lexicon: RegistryRecords['lexicon'][number];
  tool: RegistryRecords['tools'][number];
  answer: RegistryRecords['answers'][number];
  statement: RegistryRecords['statements'][number];
  hub: RegistryRecords['hubs'][number];
  plan: RegistryRecords['plans'][number];
  toolUse: RegistryRecords['toolUses'][number];
  initiative: RegistryRecords['initiatives'][number];
  indicator: RegistryRecords['indicators'][number];
  value: ValueRow;
  evaluation: RegistryRecords['evaluations'][number];
  meeting: RegistryRecords['meetings'][number];
  survey: RegistryRecords['surveys'][number];
  meetingPlan: RegistryRecords['meetingPlans'][number];
  occurrence: RegistryRecords['occurrences'][number];
  deadline: RegistryRecords['deadlines'][number];
  submission: RegistryRecords['submissions'][number];
  surveyRound: RegistryRecords['surveyRounds'][number];
  surveyReply: RegistryRecords['surveyReplies'][number];
  closedDays: RegistryRecords['closedDays'][number];
  officeSettings: RegistryRecords['officeSettings'][number];
}

/** The records of one kind, in order. */
export function rowsOf<K extends RecordKind>(kind: K, records: RegistryRecords): RowOf[K][] {
  const lists: { [Kind in RecordKind]: () => RowOf[Kind][] } = {
    area: () => records.areas,
    source: () => records.sources,
    lexicon: () => records.lexicon,
    tool: () => records.tools,
    answer: () => records.answers,
    statement: () => records.statements,
    hub: () => records.hubs,
    plan: () => records.plans,
    toolUse: () => records.toolUses,
    initiative: () => records.initiatives,
    indicator: () => records.indicators,
    value: () => records.indicators.flatMap(({ id, values }) => values.map((value) => ({ ...value, indicatorId: id }))),
    evaluation: () => records.evaluations,
    meeting: () => records.meetings,
    survey: () => records.surveys,
    meetingPlan: () => records.meetingPlans,
    occurrence: () => records.occurrences,
    deadline: () => records.deadlines,
    submission: () => records.submissions,
    surveyRound: () => records.surveyRounds,
    surveyReply: () => records.surveyReplies,
    closedDays: () => records.closedDays,
    officeSettings: () => records.officeSettings,
  };
  return lists[kind]();
}
