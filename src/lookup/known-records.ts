import type { RecordKind } from '../records/kinds.ts';
import { officeOfId } from '../records/office-calendars.ts';
import type { RegistryRecords } from '../records/rows.ts';
import { facetWords, type Language, sceneWords } from '../words/labels.ts';

/** What a record is called, and whose it is. */
export interface KnownRecord {
  title: string;
  areaIds: readonly string[];
  /** Of what has dates: a duty, which is no meeting. */
  duty?: boolean;
}

type Finder = (records: RegistryRecords, id: string, language: Language) => KnownRecord | null;

const of = <R extends { id: string }>(rows: readonly R[], id: string, known: (row: R) => KnownRecord) => {
  const row = rows.find((each) => each.id === id);
  return row ? known(row) : null;
};

const finders: Readonly<Record<RecordKind, Finder>> = {
  initiative: ({ initiatives }, id) => of(initiatives, id, ({ title, areaId }) => ({ title, areaIds: [areaId] })),
  answer: ({ answers }, id, language) =>
    of(answers, id, ({ facet, areaIds }) => ({ title: facetWords[facet][language], areaIds })),
  hub: ({ hubs }, id) => of(hubs, id, ({ name, areaIds }) => ({ title: name, areaIds })),
  plan: ({ plans }, id, language) =>
    of(plans, id, ({ scene, areaIds }) => ({ title: sceneWords[scene][language], areaIds })),
  tool: ({ tools, toolUses }, id) =>
    of(tools, id, ({ name }) => ({
      title: name,
      areaIds: [...new Set(toolUses.filter(({ toolId }) => toolId === id).flatMap(({ areaIds }) => areaIds))],
    })),
  survey: ({ surveys }, id) => of(surveys, id, ({ title, areaIds }) => ({ title, areaIds })),
  indicator: ({ indicators }, id) =>
    of(indicators, id, ({ title, measure, areaId }) => ({ title: `${title} ${measure}`, areaIds: [areaId] })),
  value: ({ indicators }, id) => {
    const row = indicators.find(({ values }) => values.some((value) => value.id === id));
    return row ? { title: `${row.title} ${row.measure}`, areaIds: [row.areaId] } : null;
  },
  evaluation: ({ evaluations }, id, language) =>
    of(evaluations, id, ({ scene, fiscalYear, areaId }) => ({
      title: `${sceneWords[scene][language]} ${fiscalYear}`,
      areaIds: [areaId],
    })),
  meetingPlan: ({ meetingPlans }, id) =>
    of(meetingPlans, id, ({ title, areaIds, kind }) => ({ title, areaIds, duty: kind === 'duty' })),
  occurrence: ({ occurrences, meetingPlans }, id) =>
    of(occurrences, id, (row) => {
      const plan = meetingPlans.find((each) => each.id === row.planId);
      return { title: titleOf(row, plan?.title ?? ''), areaIds: plan?.areaIds ?? [], duty: plan?.kind === 'duty' };
    }),
  deadline: ({ deadlines }, id) => of(deadlines, id, ({ title, areaIds }) => ({ title, areaIds })),
  submission: ({ submissions, deadlines }, id) =>
    of(submissions, id, ({ deadlineId, areaId }) => ({
      title: deadlines.find((each) => each.id === deadlineId)?.title ?? '',
      areaIds: [areaId],
    })),
  surveyRound: ({ surveyRounds }, id) => of(surveyRounds, id, ({ title, areaIds }) => ({ title, areaIds })),
  surveyReply: ({ surveyReplies, surveyRounds }, id) =>
    of(surveyReplies, id, ({ roundId, areaIds }) => ({
      title: surveyRounds.find((each) => each.id === roundId)?.title ?? '',
      areaIds,
    })),
  closedDays: ({ closedDays }, id) => of(closedDays, id, () => ({ title: officeOfId(id)?.of ?? id, areaIds: [] })),
  officeSettings: ({ officeSettings }, id) =>
    of(officeSettings, id, () => ({ title: officeOfId(id)?.of ?? id, areaIds: [] })),
  statement: ({ statements }, id, language) =>
    of(statements, id, ({ facet, areaIds }) => ({ title: facetWords[facet][language], areaIds })),
  toolUse: ({ toolUses }, id) => of(toolUses, id, ({ name, areaIds }) => ({ title: name, areaIds })),
  meeting: ({ meetings }, id) => of(meetings, id, ({ title, areaIds }) => ({ title, areaIds })),
  area: ({ areas }, id) => of(areas, id, ({ name }) => ({ title: name, areaIds: [] })),
  source: ({ sources }, id) => of(sources, id, ({ title }) => ({ title, areaIds: [] })),
  lexicon: ({ lexicon }, id) => of(lexicon, id, ({ label }) => ({ title: label, areaIds: [] })),
};

/** A date of a meeting, or a submission, by what it belongs to. */
const titleOf = ({ date }: { date: string | null }, title: string) => [title, date].filter(Boolean).join(' ');

/** A record by its kind and id, out of those that are known; null where there is none, or no longer. */
export const recordIn = (
  records: RegistryRecords,
  kind: RecordKind,
  id: string,
  language: Language,
): KnownRecord | null => finders[kind](records, id, language);
