import { type FiscalYear, fiscalYearName, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import { statementsOf } from '../../records/answer-statements.ts';
import type { HubRow, RegistryRecords, SurveyAnswerRow } from '../../records/rows.ts';
import { SURVEY_COLUMNS, type SurveyColumn } from '../../records/vocabulary.ts';
import { modeWords, statusWords } from '../../words/labels.ts';
import { surveySheetWords as words } from '../../words/sheets.ts';
import { statementLine } from '../../words/statement-line.ts';
import { type SurveySheet, VISION_SCENES } from './survey-sheet.ts';

// What stands on a survey sheet: what was answered last, up to a fiscal year. A new year's sheet begins with it (rules 5.8).

/** A sheet that is wanted: of one area, or of those that answer jointly. */
export interface WantedSheet {
  areaIds: readonly string[];
  fiscalYear: FiscalYear;
  /** As of when it is to say what it says; null: the office fills it in. */
  asOf: string | null;
}

/** Fills a sheet with the answers that the registry holds. */
export function surveySheetOf(records: RegistryRecords, { areaIds, fiscalYear, asOf }: WantedSheet): SurveySheet {
  const names = namesOf(records, areaIds);
  const latest = latestUpTo(records, fiscalYear);
  const ofThese = (row: { areaIds: readonly string[] }) => row.areaIds.some((id) => areaIds.includes(id));
  const hubs = records.hubs.filter((hub) => ofThese(hub) && latest.isIn(hub.sourceId));
  const plans = records.plans.filter((plan) => ofThese(plan) && latest.isIn(plan.sourceId));
  const columns = SURVEY_COLUMNS.map((column) => {
    const answers = records.answers.filter((answer) => answer.facet === column && ofThese(answer));
    const answer = latest.of(answers);
    return [column, answer ? cellText(records, answer, areaIds) : ''] as const;
  });
  const visions = Object.entries(VISION_SCENES).map(([cell, scene]) => {
    const plan = latest.of(plans.filter((each) => each.scene === scene && each.vision !== null));
    return [cell, plan?.vision ?? ''] as const;
  });
  return {
    areas: names,
    year: fiscalYearName(fiscalYear, 'ja'),
    asOf: asOf ?? '',
    ...hubCells(latest.allOf(hubs)),
    ...Object.fromEntries(visions),
    ...(Object.fromEntries(columns) as Record<SurveyColumn, string>),
  };
}

/**
 * Areas as they share sheets: those that answered jointly last time are one group; nobody stands in two.
 * Joint answers come with all their areas, asked for or not.
 */
export function sheetGroups({ answers, areas }: RegistryRecords, areaIds: readonly string[]): string[][] {
  const groups: string[][] = [];
  const placed = new Set<string>();
  for (const id of areaIds) {
    if (placed.has(id)) continue;
    const last = answers.findLast((answer) => answer.facet !== 'hub' && answer.areaIds.includes(id));
    const together = (last?.areaIds ?? [id]).filter((each) => !placed.has(each));
    const ordered = areas.filter((area) => together.includes(area.id)).map((area) => area.id);
    for (const each of ordered) placed.add(each);
    groups.push(ordered.length > 0 ? ordered : [id]);
  }
  return groups;
}

const namesOf = ({ areas }: RegistryRecords, ids: readonly string[]): string =>
  ids.map((id) => areas.find((area) => area.id === id)?.name ?? id).join('・');

/** Records by the fiscal year of their source: what was said last wins. */
function latestUpTo({ sources }: RegistryRecords, fiscalYear: FiscalYear) {
  const years = new Map(sources.map((source) => [source.id, parseFiscalYearLabel(source.fiscalYear) ?? 0]));
  const yearOf = ({ sourceId }: { sourceId: string }) => years.get(sourceId) ?? 0;
  const allOf = <T extends { sourceId: string }>(rows: readonly T[]): T[] => {
    const known = rows.filter((row) => yearOf(row) <= fiscalYear);
    const newest = Math.max(...known.map(yearOf));
    return known.filter((row) => yearOf(row) === newest);
  };
  return {
    allOf,
    of: <T extends { sourceId: string }>(rows: readonly T[]): T | undefined => allOf(rows).at(-1),
    isIn: (sourceId: string) => yearOf({ sourceId }) <= fiscalYear,
  };
}

/** One statement a line; what a joint answer says of some of its towns names them. */
function cellText(records: RegistryRecords, answer: SurveyAnswerRow, areaIds: readonly string[]): string {
  const lines = statementsOf(answer, records.statements)
    .filter((statement) => statement.areaIds.some((id) => areaIds.includes(id)))
    .map(({ status, text, areaIds: about }) => {
      const names = namesOf(records, about);
      const some = about.length < answer.areaIds.length && areaIds.length > 1 && !text.includes(names);
      return words.item(statementLine({ status, text: some ? words.only(names, text) : text }));
    });
  if (lines.length > 0) return lines.join('\n');
  return answer.stated === 'none' ? `【${statusWords.none.ja}】` : '';
}

/** Where there are several hubs, each says how it is run. */
function hubCells(hubs: readonly HubRow[]): Pick<SurveySheet, 'hub' | 'mode'> {
  const modes = [...new Set(hubs.map(({ mode }) => mode))];
  const modeOf = ({ mode }: HubRow) => (mode === 'not-stated' ? '' : modeWords[mode].ja);
  const line = (hub: HubRow) => {
    const by = hub.operator && !hub.name.includes(hub.operator) ? `（${hub.operator}）` : '';
    return modes.length > 1 && modeOf(hub) !== '' ? `${modeOf(hub)}：${hub.name}${by}` : `${hub.name}${by}`;
  };
  const [only] = hubs;
  return { hub: hubs.map(line).join('\n'), mode: only && modes.length === 1 ? modeOf(only) : '' };
}
