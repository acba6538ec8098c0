import type { RegistryRecords } from '../../records/rows.ts';
import { accessWords, roleWords, statusWords, toolKindWords } from '../../words/labels.ts';
import {
  AREA,
  AS_OF,
  areaCells,
  asOfCells,
  PRECISION_CHOICES,
  plainChoices,
  SOURCE,
  sourceCells,
} from './data-parts.ts';
import type { DataTable } from './data-table.ts';
import type { Wanted } from './wanted.ts';

/** A row an area, tool and way to get it; one where nothing is said of any. */
export function toolsTable(records: RegistryRecords, { areaIds }: Wanted): DataTable {
  const tools = new Map(records.tools.map((tool) => [tool.id, tool]));
  return {
    name: 'tools',
    columns: [
      ...([
        'record_id',
        ...AREA,
        'title',
        'tool_kind',
        'tool_role',
        'maker',
        'status',
        'access_way',
        'access',
      ] as const),
      ...(['link', 'contact', 'terms', ...AS_OF, ...SOURCE] as const),
    ],
    choices: {
      tool_kind: plainChoices(toolKindWords),
      tool_role: plainChoices(roleWords),
      status: plainChoices(statusWords),
      access_way: plainChoices(accessWords),
      as_of_precision: PRECISION_CHOICES,
    },
    rows: areaIds.flatMap((areaId) =>
      records.toolUses
        .filter((use) => use.areaIds.includes(areaId))
        .flatMap((use) => {
          const tool = tools.get(use.toolId);
          const ways = use.ways.length > 0 ? use.ways : (['unknown'] as const);
          return ways.map((way) => ({
            record_id: use.id,
            ...areaCells(records, areaId),
            title: use.name,
            tool_kind: toolKindWords[tool?.kind ?? 'other'].ja,
            tool_role: roleWords[use.role].ja,
            maker: use.maker ?? tool?.maker ?? null,
            status: statusWords[use.status].ja,
            access_way: accessWords[way].ja,
            access: use.access,
            link: use.link,
            contact: use.contact,
            terms: use.terms,
            ...asOfCells(use.asOf),
            ...sourceCells(records, use),
          }));
        }),
    ),
  };
}
