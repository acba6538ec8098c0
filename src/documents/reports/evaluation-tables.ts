import type { EvaluationRow, RegistryRecords } from '../../records/rows.ts';
import { choiceWords } from '../../words/data-columns.ts';
import {
  AREA,
  AS_OF,
  areaCells,
  asOfCells,
  meantChoices,
  PRECISION_CHOICES,
  SOURCE,
  sourceCells,
  yearCell,
} from './data-parts.ts';
import type { DataRow, DataTable } from './data-table.ts';
import { SCENE_CHOICES } from './scene-tables.ts';
import type { Wanted } from './wanted.ts';

// Maturity ratings, and what the PDCA tables say, item by item.

const STAGES = ['done', 'checked', 'changed', 'nextPlan'] as const;

const evaluationsOf = ({ evaluations }: RegistryRecords, { areaIds, fiscalYear }: Wanted) =>
  areaIds.flatMap((areaId) =>
    evaluations.filter(
      (each) => each.areaId === areaId && (fiscalYear === null || yearCell(each.fiscalYear) === fiscalYear),
    ),
  );

const identity = (records: RegistryRecords, each: EvaluationRow): DataRow => ({
  record_id: each.id,
  ...areaCells(records, each.areaId),
  scene: each.scene,
  fiscal_year: yearCell(each.fiscalYear),
  evaluation_state: choiceWords.evaluation[each.draft ? 'draft' : 'final'][0],
});

const FIRST = ['record_id', ...AREA, 'scene', 'fiscal_year', 'evaluation_state'] as const;
const CHOICES = {
  scene: SCENE_CHOICES,
  evaluation_state: meantChoices(choiceWords.evaluation),
  as_of_precision: PRECISION_CHOICES,
};

/** A row an area, scene and fiscal year. */
export function ratingsTable(records: RegistryRecords, wanted: Wanted): DataTable {
  return {
    name: 'ratings',
    columns: [...FIRST, 'rating', ...AS_OF, ...SOURCE],
    choices: CHOICES,
    rows: evaluationsOf(records, wanted).map((each) => ({
      ...identity(records, each),
      rating: each.rating,
      ...asOfCells(each.asOf),
      ...sourceCells(records, each),
    })),
  };
}

/** A row an item of a stage. */
export function evaluationItemsTable(records: RegistryRecords, wanted: Wanted): DataTable {
  return {
    name: 'evaluation_items',
    columns: [...FIRST, 'pdca_stage', 'item_number', 'item_text'],
    choices: { ...CHOICES, pdca_stage: meantChoices(choiceWords.pdca) },
    rows: evaluationsOf(records, wanted).flatMap((each) =>
      STAGES.flatMap((stage) =>
        each[stage].map(({ text }, at) => ({
          ...identity(records, each),
          pdca_stage: choiceWords.pdca[stage][0],
          item_number: at + 1,
          item_text: text,
        })),
      ),
    ),
  };
}
