import type { Bullet, EvaluationRow, HubRow, IndicatorRow, ScenePlanRow, SurveyRow } from '../../records/rows.ts';
import type { NotedChange } from '../changes.ts';
import { replanInitiative } from '../notices/initiative-notices.ts';
import { voidNoticesOf } from '../notices/replan.ts';
import { alone, canonicalAsOf, canonicalDate, type Editor, pick, type State } from './editor.ts';

// The kinds without records inside. A gloss, a figure or a note of the document goes when what it speaks of changes.

const INITIATIVE = [
  'areaId',
  'scene',
  'alsoScenes',
  'title',
  'projectItems',
  'content',
  'status',
  'fiscalYear',
  'location',
  'participants',
  'members',
  'host',
  'coHost',
  'method',
  'target',
  'memo',
  'sectionId',
] as const;

/** `asOf` of records that stand by themselves. */
function placed<K extends 'initiative' | 'hub' | 'plan' | 'survey' | 'meeting' | 'indicator' | 'evaluation'>() {
  return {
    asOf: (state: State<K>, asOf: string): State<K> => ({ ...state, row: { ...state.row, asOf } }),
    origin: ({ row }: State<K>) => ({ asOf: row.asOf, sourceId: row.sourceId }),
  };
}

const initiatives = alone('initiative');

export const initiativeEditor: Editor<'initiative'> = {
  ...initiatives,
  async store(tx, state, former, at) {
    await replanInitiative(tx, state.row, former?.row ?? null, at);
    return initiatives.store(tx, state, former, at);
  },
  async remove(tx, state) {
    await voidNoticesOf(tx, 'initiative', state.row.id);
    return initiatives.remove(tx, state);
  },
  ...placed<'initiative'>(),
  areas: ({ row }) => [row.areaId],
  fields: ({ row }) => ({
    ...pick(row, INITIATIVE),
    leads: row.leads ?? null,
    projectItems: row.projectItems as ReturnType<(typeof initiativeEditor)['fields']>['projectItems'],
    date: canonicalDate(row.date),
    items: row.items.map((item) => pick(item, ['id', 'title', 'status', 'memo'])),
  }),
  apply(former, { items, date, ...fields }, { id, origin, newId }) {
    const was = former?.row;
    const said = was && was.title === fields.title && was.content === fields.content && was.memo === fields.memo;
    const state = was && was.status === fields.status && canonicalDate(was.date) === canonicalDate(date);
    const known = new Map(was?.items.map((item) => [item.id, item]));
    return {
      parts: [],
      row: {
        id,
        printedScene: was?.scene === fields.scene ? was.printedScene : null,
        english: said ? was.english : '',
        sourceText: state ? was.sourceText : null,
        dateNote: state ? was.dateNote : null,
        topics: was?.topics ?? [],
        numbers: said ? was.numbers : [],
        ...fields,
        date: canonicalDate(date),
        items: items.map((item) => {
          const same = item.id === null ? undefined : known.get(item.id);
          const english = same?.title === item.title ? same.english : '';
          return { ...item, id: same?.id ?? `${id}.${newId()}`, english };
        }),
        ...origin,
      },
    };
  },
};

const hubs = alone('hub');
const plans = alone('plan');

export const hubEditor: Editor<'hub'> = {
  ...hubs,
  /** A town with a hub has answered the question for one. */
  async store(tx, state, former, at) {
    const sheets = { facet: 'hub', stated: { not: 'yes' }, areas: { some: { id: { in: state.row.areaIds } } } };
    const cells = await tx.surveyAnswer.updateManyAndReturn({
      where: sheets,
      data: { stated: 'yes', asOf: state.row.asOf, version: { increment: 1 } },
    });
    return [...(await hubs.store(tx, state, former, at)), ...cells.map(answerChanged)];
  },
  ...placed<'hub'>(),
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => ({
    ...pick(row, ['areaIds', 'name', 'aliases', 'mode', 'operator', 'location', 'since', 'tel', 'note']),
    asOf: canonicalAsOf(row.asOf),
  }),
  apply: (former, fields, { id, origin }): State<'hub'> => ({
    parts: [],
    row: {
      id,
      ...fields,
      english: keep<HubRow>(former?.row, fields, ['name', 'mode', 'operator', 'note'])?.english ?? '',
      ...origin,
    },
  }),
};

export const planEditor: Editor<'plan'> = {
  ...plans,
  /** The cell of the sheet that a plan was read from says what the plan says. */
  async store(tx, state, former, at) {
    const { id, stated, asOf } = state.row;
    const cells = await tx.surveyAnswer.updateManyAndReturn({
      where: { id: id.replace(/\.(vision-\d)$/, '.answer-$1'), stated: { not: stated } },
      data: { stated, asOf, version: { increment: 1 } },
    });
    return [...(await plans.store(tx, state, former, at)), ...cells.map(answerChanged)];
  },
  ...placed<'plan'>(),
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => ({
    ...pick(row, ['areaIds', 'scene', 'period', 'stated', 'vision', 'goal']),
    asOf: canonicalAsOf(row.asOf),
  }),
  apply: (former, fields, { id, origin }): State<'plan'> => ({
    parts: [],
    row: {
      id,
      ...fields,
      printed: former?.row.printed ?? null,
      english: keep<ScenePlanRow>(former?.row, fields, ['vision', 'goal'])?.english ?? '',
      ...origin,
    },
  }),
};

export const surveyEditor: Editor<'survey'> = {
  ...alone('survey'),
  ...placed<'survey'>(),
  areas: ({ row }) => row.areaIds,
  fields: ({ row }: { row: SurveyRow }) => ({
    ...pick(row, ['areaIds', 'title', 'target', 'method', 'answers', 'questions', 'when', 'next', 'link', 'status']),
    asOf: canonicalAsOf(row.asOf),
  }),
  apply: (_former, fields, { id, origin }) => ({ parts: [], row: { id, ...fields, ...origin } }),
};

const MEETING = [
  ...(['areaIds', 'title', 'kind', 'status', 'perYear', 'frequency', 'dates', 'time', 'method'] as const),
  ...(['host', 'members', 'theme', 'location'] as const),
] as const;

export const meetingEditor: Editor<'meeting'> = {
  ...alone('meeting'),
  ...placed<'meeting'>(),
  areas: ({ row }) => row.areaIds,
  fields: ({ row }) => ({ ...pick(row, MEETING), asOf: canonicalAsOf(row.asOf) }),
  apply: (_former, fields, { id, origin }) => ({ parts: [], row: { id, ...fields, ...origin } }),
};

export const indicatorEditor: Editor<'indicator'> = {
  ...alone('indicator'),
  ...placed<'indicator'>(),
  areas: ({ row }) => [row.areaId],
  fields: ({ row }) => pick(row, ['areaId', 'title', 'measure', 'unit', 'scene']),
  apply: (former, fields, { id, origin }): State<'indicator'> => ({
    parts: [],
    row: {
      id,
      ...fields,
      aliases: former?.row.aliases ?? [],
      values: former?.row.values ?? [],
      english: keep<IndicatorRow>(former?.row, fields, ['title', 'measure'])?.english ?? '',
      ...origin,
    },
  }),
};

const answerChanged = ({ id }: { id: string }): NotedChange => ({ kind: 'answer', record: id, action: 'update' });

const POINTS = ['done', 'checked', 'changed', 'nextPlan'] as const;

export const evaluationEditor: Editor<'evaluation'> = {
  ...alone('evaluation'),
  ...placed<'evaluation'>(),
  areas: ({ row }) => [row.areaId],
  fields: ({ row }: { row: EvaluationRow }) => ({
    ...pick(row, ['areaId', 'scene', 'fiscalYear', 'rating', 'draft']),
    done: textOf(row.done),
    checked: textOf(row.checked),
    changed: textOf(row.changed),
    nextPlan: textOf(row.nextPlan),
  }),
  apply(former, fields, { id, origin }) {
    const { rating, ...rest } = fields;
    const [done, checked, changed, nextPlan] = POINTS.map((name) => pointsOf(fields[name], former?.row[name] ?? []));
    const points = { done: done ?? [], checked: checked ?? [], changed: changed ?? [], nextPlan: nextPlan ?? [] };
    return { parts: [], row: { id, ...rest, ...points, rating, ...origin } };
  },
};

/** The points as one text. */
export const textOf = (points: readonly Bullet[]): string | null =>
  points.length === 0 ? null : points.map(({ text }) => text).join('\n');

/** A line of what was typed is a point; empty lines stay with the one before, so that the text is kept exactly. */
export function pointsOf(text: string | null, former: readonly Bullet[]): Bullet[] {
  if (text === null || text === textOf(former)) return text === null ? [] : [...former];
  const glosses = new Map(former.map((point) => [point.text, point.en]));
  const points: string[] = [];
  for (const line of text.split('\n')) {
    const before = points.pop();
    if (before === undefined) points.push(line);
    else if (line.trim() === '' || before.trim() === '') points.push(`${before}\n${line}`);
    else points.push(before, line);
  }
  return points.map((point) => ({ text: point, en: glosses.get(point) ?? '' }));
}

/** The former record where none of these fields changed. */
function keep<Row extends object>(
  former: Row | undefined,
  fields: Partial<Record<keyof Row, unknown>>,
  names: readonly (keyof Row)[],
): Row | undefined {
  return former && names.every((name) => former[name] === fields[name]) ? former : undefined;
}
