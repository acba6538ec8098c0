import type { ChangeKind, FieldsOf } from '../../records/changes.ts';
import type { AnyUnderstood, UnderstoodFields, UnderstoodStatement } from '../../records/understood.ts';
import type { StatementStatus } from '../../records/vocabulary.ts';
import { newId } from '../editing/new-id.ts';
import { continued } from './likeness.ts';
import type { StandingRecords } from './standing.ts';

/** A change that a document asks for. */
export interface WantedChange {
  kind: ChangeKind;
  /** Null: a new record. */
  id: string | null;
  /** The id that a new record gets, where others of the document refer to it. */
  newId: string | null;
  fields: Record<string, unknown>;
  name: string;
  place: string;
  at: string;
  asOf: string;
  sourceText: string | null;
}

export interface Taking {
  standing: StandingRecords;
  areaIds: string[];
  isSurvey: boolean;
  asOf: string;
  /** Of a document that names no period: the fiscal year for which it speaks. */
  period: string;
  /** How an asked statement stands, as a person said. */
  statusOf(statement: UnderstoodStatement, at: string): StatementStatus;
  /** Of a joint sheet: the areas that a statement names at its head; null: all. */
  areasIn(text: string): string[] | null;
}

/** What a record of a document changes, or adds. Nothing that it does not speak of is touched. */
export function changesFor(record: AnyUnderstood, taking: Taking): WantedChange[] {
  const { standing, areaIds, asOf } = taking;
  const [areaId = ''] = areaIds;
  const change = (kind: ChangeKind, id: string | undefined, fields: object, name: string): WantedChange => ({
    kind,
    id: id ?? null,
    newId: null,
    fields: { ...fields },
    name,
    place: record.place,
    at: record.at,
    asOf,
    sourceText: kind === 'initiative' ? record.source : null,
  });
  switch (record.kind) {
    case 'answer':
      return [
        change(
          'answer',
          standing.answer(record.fields)?.id,
          answerFields(record.fields, record.at, taking),
          record.place,
        ),
      ];
    case 'hub': {
      const was = standing.hub(record.fields);
      const { name, mode, operator } = record.fields;
      const fields = was
        ? { mode: mode === 'not-stated' ? was.mode : mode, operator: operator ?? was.operator }
        : { ...record.fields, areaIds };
      return [change('hub', was?.id, { ...fields, asOf }, name)];
    }
    case 'plan': {
      const was = standing.plan(record.fields, taking.isSurvey);
      const { scene, period, ...said } = record.fields;
      const kept = was && said.goal === null ? { ...said, goal: was.goal } : said;
      return [
        change(
          'plan',
          was?.id,
          was
            ? { ...kept, asOf }
            : { ...kept, scene, period: period ?? (taking.isSurvey ? null : taking.period), areaIds, asOf },
          `${scene} ${record.place}`,
        ),
      ];
    }
    case 'initiative': {
      const was = standing.initiative(record.fields);
      return [
        change(
          'initiative',
          was?.id,
          was ? spoken(record.fields, was) : { ...record.fields, areaId },
          record.fields.title,
        ),
      ];
    }
    case 'indicator':
      return indicatorChanges(record.fields, areaId, taking, change);
    case 'evaluation': {
      const was = standing.evaluation(record.fields);
      return [
        change(
          'evaluation',
          was?.id,
          { ...record.fields, areaId },
          `${record.fields.scene} ${record.fields.fiscalYear}`,
        ),
      ];
    }
  }
}

/** Statements that go on keep their id, and with it what is known of them and their place; new ones follow. */
function answerFields(
  { facet, stated, statements }: UnderstoodFields['answer'],
  at: string,
  { standing, areaIds, asOf, statusOf, areasIn }: Taking,
): FieldsOf<'answer'> {
  const before = standing.statements(facet);
  const goesOn = continued(
    statements.map(({ text }) => text),
    before,
    ({ text }) => text,
  );
  const read = statements.map((statement, index) => {
    const was = goesOn[index];
    const said = {
      id: was?.id ?? null,
      text: statement.text,
      status: statusOf(statement, `${at}#${index + 1}`),
      areaIds: areasIn(statement.text),
      scenes: was?.scenes ?? [],
      when: was?.when ?? null,
    };
    return { said, place: before.findIndex(({ id }) => id === was?.id) };
  });
  const placed = [
    ...read.filter(({ said }) => said.id !== null).sort((a, b) => a.place - b.place),
    ...read.filter(({ said }) => said.id === null),
  ];
  return { areaIds, facet, stated, asOf, statements: placed.map(({ said }) => said) };
}

/** Of an initiative that stands: what the document says of it, and not what it leaves open. */
function spoken(fields: UnderstoodFields['initiative'], was: { items: { id: string; title: string }[] }): object {
  const { title: _title, scene: _scene, items, status, ...rest } = fields;
  const said = Object.entries(rest).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  const known = continued(
    items.map(({ title }) => title),
    was.items,
    ({ title }) => title,
  );
  return {
    ...Object.fromEntries(said),
    ...(status === '記載なし' ? {} : { status }),
    ...(items.length === 0 ? {} : { items: items.map((item, at) => ({ ...item, id: known[at]?.id ?? null })) }),
  };
}

function indicatorChanges(
  { values, ...fields }: UnderstoodFields['indicator'],
  areaId: string,
  { standing }: Taking,
  change: (kind: ChangeKind, id: string | undefined, fields: object, name: string) => WantedChange,
): WantedChange[] {
  const was = standing.indicator(fields);
  const id = was?.id ?? `register.indicator-${newId()}`;
  const name = `${fields.title} ${fields.measure}`;
  const own = was ? [] : [{ ...change('indicator', undefined, { ...fields, areaId }, name), newId: id }];
  return [
    ...own,
    ...values.map((value) => {
      const standingValue = was?.values.find(
        ({ fiscalYear, kind }) => fiscalYear === value.fiscalYear && kind === value.kind,
      );
      const said = standingValue
        ? { value: value.value, state: value.state, ...(value.note ? { note: value.note } : {}) }
        : { ...value, indicatorId: id };
      return change('value', standingValue?.id, said, `${name} ${value.fiscalYear}`);
    }),
  ];
}
