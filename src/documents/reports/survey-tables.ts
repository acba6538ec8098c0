import { statementsOf } from '../../records/answer-statements.ts';
import type { RegistryRecords, StatementRow, SurveyAnswerRow } from '../../records/rows.ts';
import { SURVEY_COLUMNS, type SurveyColumn, SurveyColumn as SurveyColumnShape } from '../../records/vocabulary.ts';
import { choiceWords } from '../../words/data-columns.ts';
import { facetWords, modeWords, statusWords } from '../../words/labels.ts';
import {
  AREA,
  AS_OF,
  areaCells,
  asOfCells,
  meantChoices,
  PRECISION_CHOICES,
  plainChoices,
  SOURCE,
  sourceCells,
  yearCell,
} from './data-parts.ts';
import type { Choices, DataRow, DataTable } from './data-table.ts';
import type { Wanted } from './wanted.ts';

// Answers to the survey and hubs. A joint answer stands at each of its towns.

const sourceYear = ({ sources }: RegistryRecords, sourceId: string): number | null =>
  yearCell(sources.find(({ id }) => id === sourceId)?.fiscalYear ?? null);

const ofYear =
  (records: RegistryRecords, { fiscalYear }: Wanted) =>
  ({ sourceId }: { sourceId: string }) =>
    fiscalYear === null || sourceYear(records, sourceId) === fiscalYear;

/** A row an area, column and statement; a cell without one has its row as well. */
export function surveyAnswersTable(records: RegistryRecords, wanted: Wanted): DataTable {
  const answers = records.answers.filter(
    (answer) => SurveyColumnShape.safeParse(answer.facet).success && ofYear(records, wanted)(answer),
  );
  return {
    name: 'survey_answers',
    columns: [
      ...([
        'record_id',
        ...AREA,
        'fiscal_year',
        'survey_part',
        'survey_column',
        'answer_state',
        'joint_answer',
      ] as const),
      ...(['item_number', 'status', 'item_text', ...AS_OF, ...SOURCE] as const),
    ],
    choices: {
      survey_column: SURVEY_COLUMNS.map((column) => [facetWords[column].ja, facetWords[column].ja]),
      answer_state: meantChoices(choiceWords.answer),
      joint_answer: meantChoices(choiceWords.joint),
      status: Object.entries(choiceWords.statement),
      as_of_precision: PRECISION_CHOICES,
    },
    rows: wanted.areaIds.flatMap((areaId) =>
      answers
        .filter(({ areaIds }) => areaIds.includes(areaId))
        .flatMap((answer) => answerRows(records, answer, areaId)),
    ),
  };
}

function answerRows(records: RegistryRecords, answer: SurveyAnswerRow, areaId: string): DataRow[] {
  const own = statementsOf(answer, records.statements).filter(({ areaIds }) => areaIds.includes(areaId));
  const sourceAsOf = records.sources.find(({ id }) => id === answer.sourceId)?.asOf ?? null;
  const of = (statement: StatementRow | null, at: number): DataRow => ({
    record_id: statement?.id ?? answer.id,
    ...areaCells(records, areaId),
    fiscal_year: sourceYear(records, answer.sourceId),
    survey_part: SURVEY_COLUMNS.indexOf(answer.facet as SurveyColumn) < 6 ? 1 : 2,
    survey_column: facetWords[answer.facet].ja,
    answer_state: choiceWords.answer[answer.stated][0],
    joint_answer: choiceWords.joint[answer.areaIds.length > 1 ? 'joint' : 'alone'][0],
    item_number: statement ? at + 1 : null,
    status: statusWords[statement?.status ?? (answer.stated === 'none' ? 'none' : 'blank')].ja,
    item_text: statement?.text ?? null,
    ...asOfCells(statement?.asOf ?? answer.asOf ?? sourceAsOf),
    ...sourceCells(records, { sourceId: statement?.sourceId ?? answer.sourceId, place: statement?.place ?? null }),
  });
  return own.length > 0 ? own.map(of) : [of(null, 0)];
}

const MODES: Choices = plainChoices(modeWords);

/** A row an area and hub. */
export function hubsTable(records: RegistryRecords, wanted: Wanted): DataTable {
  return {
    name: 'hubs',
    columns: [
      ...([
        'record_id',
        ...AREA,
        'fiscal_year',
        'hub_name',
        'hub_mode',
        'hub_operator',
        'hub_since',
        'hub_tel',
      ] as const),
      ...[...AS_OF, ...SOURCE],
    ],
    choices: { hub_mode: MODES, as_of_precision: PRECISION_CHOICES },
    rows: wanted.areaIds.flatMap((areaId) =>
      records.hubs
        .filter((hub) => hub.areaIds.includes(areaId) && ofYear(records, wanted)(hub))
        .map((hub) => ({
          record_id: hub.id,
          ...areaCells(records, areaId),
          fiscal_year: sourceYear(records, hub.sourceId),
          hub_name: hub.name,
          hub_mode: modeWords[hub.mode].ja,
          hub_operator: hub.operator,
          hub_since: hub.since,
          hub_tel: hub.tel,
          ...asOfCells(hub.asOf),
          ...sourceCells(records, hub),
        })),
    ),
  };
}
