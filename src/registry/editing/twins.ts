import type { ChangeKind, FieldsOf } from '../../records/changes.ts';
import type { Tx } from './editor.ts';
import type { AnyFields } from './editors.ts';

// Which record is that one already: once an area, scene and title; an indicator, year and kind; and so on.

type Finder<K extends ChangeKind> = (tx: Tx, fields: FieldsOf<K>) => Promise<{ id: string } | null>;

const finders: { [K in ChangeKind]?: Finder<K> } = {
  initiative: (tx, { areaId, scene, title }) =>
    tx.initiative.findFirst({ where: { areaId, scene, title }, select: { id: true } }),
  answer: (tx, { areaIds, facet }) =>
    tx.surveyAnswer.findFirst({ where: { facet, areas: { some: { id: { in: areaIds } } } }, select: { id: true } }),
  plan: (tx, { areaIds, scene, period }) =>
    tx.scenePlan.findFirst({
      where: { scene, period, areas: { some: { id: { in: areaIds } } } },
      select: { id: true },
    }),
  tool: (tx, { name }) =>
    tx.tool.findFirst({
      where: { withdrawn: false, OR: [{ name }, { aliases: { has: name } }] },
      select: { id: true },
    }),
  indicator: (tx, { areaId, title, measure }) =>
    tx.indicator.findFirst({ where: { areaId, title, measure }, select: { id: true } }),
  value: (tx, { indicatorId, fiscalYear, kind }) =>
    tx.indicatorValue.findFirst({ where: { indicatorId, fiscalYear, kind }, select: { id: true } }),
  occurrence: (tx, { planId, date }) =>
    tx.occurrence.findFirst({
      where: { planId, date: date ?? '', status: { not: 'cancelled' } },
      select: { id: true },
    }),
  evaluation: (tx, { areaId, scene, fiscalYear }) =>
    tx.evaluation.findFirst({ where: { areaId, scene, fiscalYear }, select: { id: true } }),
};

/** Fields that say which record it is. */
const IDENTITY: { readonly [K in ChangeKind]?: readonly (keyof FieldsOf<K> & string)[] } = {
  initiative: ['areaId', 'scene', 'title'],
  tool: ['name'],
  indicator: ['areaId', 'title', 'measure'],
};

/** Another record that is what a new one, or a changed one, would be. */
export async function twinOf(
  tx: Tx,
  kind: ChangeKind,
  fields: AnyFields,
  changed: readonly string[] | null,
): Promise<string | null> {
  const identity: readonly string[] = IDENTITY[kind] ?? [];
  if (changed && !changed.some((field) => identity.includes(field))) return null;
  const find = finders[kind] as ((tx: Tx, fields: AnyFields) => Promise<{ id: string } | null>) | undefined;
  return (await find?.(tx, fields))?.id ?? null;
}
