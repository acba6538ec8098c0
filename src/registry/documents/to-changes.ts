import type { ChangeKind, FieldsOf } from '../../records/changes.ts';
import type { StatementRow } from '../../records/rows.ts';
import type {
  AnyUnderstood,
  UnderstoodFields,
  UnderstoodRecord,
  UnderstoodStatement,
} from '../../records/understood.ts';
import type { StatementStatus } from '../../records/vocabulary.ts';
import { newId } from '../editing/new-id.ts';
import { continuedHub } from './continued-hub.ts';
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
  /** Parts of the record that the document does not mention any more: they stay as they are. */
  untouched: string[];
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
    untouched: [],
  });
  switch (record.kind) {
    case 'answer': {
      const was = standing.answer(record.fields);
      if (was && record.fields.stated === 'blank') return [];
      const { fields, untouched } = answerFields(record.fields, record.at, taking);
      return [{ ...change('answer', was?.id, fields, record.place), untouched }];
    }
    case 'hub': {
      const was = standing.hub(record.fields);
      // It may be called by another of its names here.
      const { name, ...fields } = continuedHub(record.fields, was);
      return [change('hub', was?.id, { ...fields, ...(was ? {} : { name, areaIds }), asOf }, name)];
    }
    case 'plan': {
      const was = standing.plan(record.fields, taking.isSurvey);
      if (was && record.fields.stated === 'blank') return [];
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
    // What stands under that name says more than a name in a text does.
    case 'meeting':
      return standing.meeting(record.fields)
        ? []
        : [change('meeting', undefined, named(record, taking), record.fields.title)];
    case 'survey':
      return standing.survey(record.fields)
        ? []
        : [change('survey', undefined, named(record, taking), record.fields.title)];
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

/**
 * Statements that go on keep their id, and with it what is known of them and their place; new ones follow. Those that the
 * document no longer has stay where they are, unless it says that there is nothing.
 */
function answerFields(
  { facet, stated, statements }: UnderstoodFields['answer'],
  at: string,
  { standing, areaIds, asOf, statusOf, areasIn }: Taking,
): { fields: FieldsOf<'answer'>; untouched: string[] } {
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
  const left = stated === 'none' ? [] : before.filter(({ id }) => !goesOn.some((row) => row?.id === id));
  const kept = left.map((row) => ({ said: asBefore(row, areaIds), place: before.indexOf(row) }));
  const placed = [
    ...[...read.filter(({ said }) => said.id !== null), ...kept].sort((a, b) => a.place - b.place),
    ...read.filter(({ said }) => said.id === null),
  ];
  return {
    fields: { areaIds, facet, stated, asOf, statements: placed.map(({ said }) => said) },
    untouched: left.map(({ id }) => id),
  };
}

/** A meeting or an enquiry that a text names, for the areas for which it does. */
const named = (
  { fields, source }: UnderstoodRecord<'meeting' | 'survey'>,
  { areaIds, areasIn, asOf }: Taking,
): object => ({
  ...fields,
  areaIds: areasIn(source ?? '') ?? areaIds,
  asOf,
});

/** A standing statement as the answer's fields have it. */
function asBefore(row: StatementRow, all: readonly string[]): FieldsOf<'answer'>['statements'][number] {
  const { id, text, status, areaIds, scenes, when } = row;
  const ofAll = areaIds.length === all.length && all.every((area) => areaIds.includes(area));
  return { id, text, status, areaIds: ofAll ? null : areaIds, scenes, when };
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
