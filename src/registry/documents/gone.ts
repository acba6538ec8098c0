import { z } from 'zod';
import { statementsOf } from '../../records/answer-statements.ts';
import { editionsOf } from '../../records/register.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import type { AnyUnderstood, Understood, UnderstoodPart } from '../../records/understood.ts';
import { FINISHED_STATUSES, type InitiativeStatus } from '../../records/vocabulary.ts';
import { comparable, continued, likeness } from './likeness.ts';

// What stands from former editions of a document and is no longer in this one. An import erases nothing: people decide.

export const GoneKind = z.enum(['statement', 'hub', 'plan', 'initiative', 'indicator', 'toolUse', 'meeting', 'survey']);
export type GoneKind = z.infer<typeof GoneKind>;

/** A record of which the new edition says nothing. */
export interface GoneRecord {
  kind: GoneKind;
  id: string;
  name: string;
  place: string;
  asOf: string;
}

/** From here on a text is taken for one that tells the same in other words, and a name for the same one. */
const SAID = 0.6;
const NAMED = 0.9;

interface Row {
  id: string;
  sourceId: string;
  place: string;
  asOf: string;
  areaIds?: string[];
  areaId?: string;
}

/** The records of these areas that former editions of such a document gave and `part` no longer does. */
export function goneFrom(
  { kind, parts, lines }: Pick<Understood, 'kind' | 'parts' | 'lines'>,
  part: UnderstoodPart,
  records: RegistryRecords,
  areaIds: readonly string[],
): GoneRecord[] {
  const editions = records.sources.filter((source) => editionsOf(kind).includes(source.kind)).map(({ id }) => id);
  const isOurs = (row: Row) =>
    (row.areaIds ?? [row.areaId ?? '']).every((id) => areaIds.includes(id)) &&
    editions.some((id) => row.sourceId === id || row.id.startsWith(`${id}.`));
  // What nobody could read a record out of may still stand there; of many sheets only this one's counts.
  const texts = [...part.records.flatMap(textsOf), ...(parts.length === 1 ? lines : [])];
  const isSaid = (text: string, from: number) =>
    texts.some(
      (each) => comparable(each).includes(comparable(text)) || (isLonger(each) && likeness(text, each) >= from),
    );
  const gone = <R extends Row>(of: GoneKind, rows: readonly R[], name: (row: R) => string, from = NAMED) =>
    rows
      .filter((row) => isOurs(row) && !isSaid(name(row), from) && !isSaid(core(name(row)), from))
      .map((row): GoneRecord => ({ kind: of, id: row.id, name: name(row), place: row.place, asOf: row.asOf }));
  const year = part.fiscalYear;
  const goesOn = records.initiatives.filter(
    ({ status, fiscalYear }) =>
      !FINISHED_STATUSES.includes(status as InitiativeStatus) &&
      (fiscalYear === null || year === null || fiscalYear === year),
  );
  const statements =
    kind === 'survey'
      ? goneStatements(part, records, areaIds)
      : gone('statement', records.statements, ({ text }) => text, SAID);
  const lost = new Set(statements.map(({ id }) => id));
  const uses = records.toolUses.filter(
    ({ statementIds }) => statementIds.length > 0 && statementIds.every((id) => lost.has(id)),
  );
  const otherHubs = records.hubs.filter(({ aliases }) => !aliases.some((alias) => isSaid(alias, NAMED)));
  const scenes = new Set(
    part.records.flatMap((record) =>
      record.kind === 'plan' && record.fields.stated === 'yes' ? record.fields.scene : [],
    ),
  );
  return [
    ...statements,
    ...gone('hub', otherHubs, ({ name }) => name),
    ...gone(
      'plan',
      records.plans.filter(({ stated, scene }) => stated === 'yes' && !scenes.has(scene)),
      ({ vision, goal }) => vision ?? goal ?? '',
      SAID,
    ),
    ...gone('initiative', goesOn, ({ title }) => title),
    // Only a plan's tables are read for their figures; elsewhere what is not found may well stand there.
    ...gone(
      'indicator',
      kind === 'plan' || kind === 'survey' ? records.indicators : [],
      ({ title, measure }) => `${title} ${measure}`,
    ),
    ...gone('toolUse', uses, ({ name }) => name),
    ...gone('meeting', records.meetings.filter(isGoing), ({ title }) => title),
    ...gone('survey', records.surveys.filter(isGoing), ({ title }) => title),
  ];
}

/** What was held once is told by no later edition. */
const isGoing = ({ status }: { status: string }): boolean => status !== 'held';

/** A name without what only tells it from others: 「顔の見える連携会（看取り）」, 「集い 第2回」. */
const core = (name: string): string => name.replace(/(?<=.{4})([（(].*|\s*第\d+回)$/u, '');

/** A heading of a word or two is like too much. */
const isLonger = (text: string): boolean => comparable(text).length >= 8;

/** Of the columns that the sheet has: what stands there and is continued by nothing. */
function goneStatements(
  { records }: UnderstoodPart,
  standing: RegistryRecords,
  areaIds: readonly string[],
): GoneRecord[] {
  return records.flatMap((record) => {
    if (record.kind !== 'answer') return [];
    const { facet, statements } = record.fields;
    const cell = standing.answers.findLast(
      (row) =>
        row.facet === facet && row.areaIds.length === areaIds.length && row.areaIds.every((id) => areaIds.includes(id)),
    );
    const before = cell ? statementsOf(cell, standing.statements) : [];
    const on = continued(
      statements.map(({ text }) => text),
      before,
      ({ text }) => text,
    );
    return before
      .filter(({ id }) => !on.some((row) => row?.id === id))
      .map(({ id, text, place, asOf }) => ({ kind: 'statement', id, name: text, place, asOf }) as const);
  });
}

/** All that a record says, each text by itself. */
function textsOf({ kind, fields }: AnyUnderstood): string[] {
  switch (kind) {
    case 'answer':
      return fields.statements.map(({ text }) => text);
    case 'hub':
      return [fields.name];
    case 'plan':
      return [fields.vision, fields.goal].filter((text) => text !== null);
    case 'initiative':
      return [fields.title, fields.content, fields.memo, ...fields.items.map(({ title }) => title)].filter(
        (text) => text !== null,
      );
    case 'indicator':
      return [`${fields.title} ${fields.measure}`];
    case 'meeting':
    case 'survey':
      return [fields.title];
    case 'evaluation':
      return [fields.done, fields.checked, fields.changed, fields.nextPlan].flatMap((text) => text?.split('\n') ?? []);
  }
}
