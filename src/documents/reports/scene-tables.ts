import { exportedDays } from '../../records/exported-days.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { stateWording } from '../../records/state-wording.ts';
import { initiativeStatusWords } from '../../words/form-choices.ts';
import { sceneWords } from '../../words/labels.ts';
import {
  AREA,
  AS_OF,
  areaCells,
  asOfCells,
  PRECISION_CHOICES,
  plainChoices,
  precisionOf,
  SOURCE,
  sourceCells,
  yearCell,
} from './data-parts.ts';
import type { DataTable } from './data-table.ts';
import type { Wanted } from './wanted.ts';

// 目指す姿 and 目標, and the initiatives of the scenes.

export const SCENE_CHOICES = plainChoices(sceneWords);

/** A row an area, scene and period. */
export function visionsTable(records: RegistryRecords, { areaIds }: Wanted): DataTable {
  return {
    name: 'visions',
    columns: ['record_id', ...AREA, 'scene', 'plan_period', 'vision', 'goal', ...AS_OF, ...SOURCE],
    choices: { scene: SCENE_CHOICES, as_of_precision: PRECISION_CHOICES },
    rows: areaIds.flatMap((areaId) =>
      records.plans
        .filter((plan) => plan.areaIds.includes(areaId))
        .map((plan) => ({
          record_id: plan.id,
          ...areaCells(records, areaId),
          scene: plan.scene,
          plan_period: plan.period,
          vision: plan.vision,
          goal: plan.goal,
          ...asOfCells(plan.asOf),
          ...sourceCells(records, plan),
        })),
    ),
  };
}

/** A row an initiative. */
export function initiativesTable(records: RegistryRecords, { areaIds }: Wanted): DataTable {
  return {
    name: 'initiatives',
    columns: [
      ...([
        'record_id',
        ...AREA,
        'scene',
        'title',
        'content',
        'initiative_status',
        'state_text',
        'fiscal_year',
      ] as const),
      ...(['date_from', 'date_to', 'date_precision', 'participants', 'venue', ...AS_OF, ...SOURCE] as const),
    ],
    choices: {
      scene: SCENE_CHOICES,
      initiative_status: plainChoices(initiativeStatusWords),
      date_precision: PRECISION_CHOICES,
      as_of_precision: PRECISION_CHOICES,
    },
    rows: areaIds.flatMap((areaId) =>
      records.initiatives
        .filter((each) => each.areaId === areaId)
        .map((each) => ({
          record_id: each.id,
          ...areaCells(records, areaId),
          scene: each.scene,
          title: each.title,
          content: each.content,
          initiative_status: each.status,
          state_text: stateWording(each),
          fiscal_year: yearCell(each.fiscalYear),
          ...dateCells(each.date),
          participants: each.participants,
          venue: each.location,
          ...asOfCells(each.asOf),
          ...sourceCells(records, each),
        })),
    ),
  };
}

function dateCells(text: string | null) {
  const { date, date_to, date_precision } = exportedDays(text);
  const precision = date_precision === null ? null : precisionOf(date_precision);
  return { date_from: date, date_to: date_to ?? date, date_precision: precision };
}
