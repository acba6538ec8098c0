import { type FiscalYear, fiscalYearName, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { Bullet, EvaluationRow, RegistryRecords } from '../../records/rows.ts';
import { Scene } from '../../records/vocabulary.ts';
import { evaluationPageWords as words } from '../../words/report-pages.ts';
import { box, type Line, type Page, wholeLine } from '../page.ts';

const WIDTHS = [12, 24, 26, 26, 26, 26, 12];

/** The PDCA tables of an area with their ratings, one a fiscal year; `fiscalYear`: of that year, else of every year. */
export function evaluationPages(records: RegistryRecords, areaId: string, fiscalYear: FiscalYear | null): Page[] {
  const name = records.areas.find((area) => area.id === areaId)?.name ?? areaId;
  const all = records.evaluations.filter((each) => each.areaId === areaId);
  const years = [...new Set(all.map((each) => parseFiscalYearLabel(each.fiscalYear)))]
    .filter((year) => year !== null && (fiscalYear === null || year === fiscalYear))
    .sort((one, other) => Number(other) - Number(one));
  return years.map((year) => {
    const rows = all.filter((each) => parseFiscalYearLabel(each.fiscalYear) === year);
    return {
      name: `${name} ${rows[0]?.fiscalYear ?? ''}`,
      widths: WIDTHS,
      orientation: 'landscape',
      lines: linesOf(records, { id: areaId, name }, Number(year), rows),
      repeated: 2,
    };
  });
}

function linesOf(
  records: RegistryRecords,
  area: { id: string; name: string },
  year: FiscalYear,
  rows: readonly EvaluationRow[],
): Line[] {
  const draft = rows.some((row) => row.draft);
  const policies = records.statements.filter(
    ({ facet, areaIds, sourceId }) =>
      facet === 'policy' && areaIds.includes(area.id) && rows.some((row) => row.sourceId === sourceId),
  );
  const columns = words.columns(fiscalYearName(year, 'ja'), fiscalYearName(year + 1, 'ja'));
  return [
    wholeLine('title', words.title(area.name, fiscalYearName(year, 'ja'), draft), WIDTHS),
    { boxes: columns.map((text) => box('label', text)), withNext: true },
    ...Scene.options.flatMap((scene) => rows.filter((row) => row.scene === scene).map((row) => rowOf(records, row))),
    ...(policies.length === 0
      ? []
      : [{ boxes: [box('label', words.policy), box('text', bullets(policies), { across: WIDTHS.length - 1 })] }]),
  ];
}

function rowOf({ plans }: RegistryRecords, row: EvaluationRow): Line {
  const plan = plans.findLast(
    ({ areaIds, scene, vision }) => areaIds.includes(row.areaId) && scene === row.scene && vision,
  );
  return {
    boxes: [
      box('label', row.scene),
      box('text', plan?.vision ?? null),
      ...[row.done, row.checked, row.changed, row.nextPlan].map((each) => box('text', bullets(each))),
      box('middle', row.rating ?? words.nothing, { format: '0.0' }),
    ],
  };
}

const bullets = (each: readonly Pick<Bullet, 'text'>[]): string =>
  each.map(({ text }) => words.bullet(text)).join('\n');
