import { prefixOf } from '../../records/answer-statements.ts';
import type { StatementRow, ToolUseRow } from '../../records/rows.ts';
import type { Facet } from '../../records/vocabulary.ts';
import type { NotedChange } from '../changes.ts';
import { readers } from '../read-records.ts';
import { alone, canonicalAsOf, type Editor, pick, type State, same, storeParts, type Tx } from './editor.ts';

// Survey answers with their statements, tools with their uses, figures within their indicator.

interface AnswerState extends State<'answer', StatementRow> {
  /** As of when it says what it says: its own date, its statements', or the document's. */
  said: string;
}

const answers = alone('answer');

export const answerEditor: Editor<'answer', AnswerState> = {
  ...answers,
  async read(tx, id) {
    const found = await answers.read(tx, id);
    if (!found || found.row.facet === 'vision') return null; // follows from the scene's plan
    const parts = await statementsOf(tx, id, found.row.areaIds, found.row.facet);
    const said = found.row.asOf ?? parts[0]?.asOf ?? (await sourceAsOf(tx, found.row.sourceId));
    return { row: found.row, parts, said };
  },
  areas: ({ row }) => row.areaIds,
  fields: ({ row, parts, said }) => ({
    areaIds: row.areaIds,
    facet: row.facet as Facet,
    stated: row.stated,
    asOf: canonicalAsOf(said),
    statements: parts.map((part) => ({
      ...pick(part, ['id', 'text', 'status', 'scenes', 'when']),
      areaIds: same(part.areaIds, row.areaIds) ? null : part.areaIds,
    })),
  }),
  apply(former, { statements, ...fields }, { id, origin, newId }) {
    const known = new Map(former?.parts.map((part) => [part.id, part]));
    const parts = statements.map((statement): StatementRow => {
      const was = statement.id === null ? undefined : known.get(statement.id);
      const areaIds = statement.areaIds ?? fields.areaIds;
      const now = { ...statement, areaIds };
      if (was && same(pick(was, ['id', 'text', 'status', 'scenes', 'when', 'areaIds']), sorted(now))) {
        return { ...was, asOf: origin.asOf };
      }
      const said = was?.text === statement.text;
      return {
        facet: fields.facet,
        also: was?.also ?? [],
        topics: was?.topics ?? [],
        english: said ? was.english : '',
        numbers: said ? was.numbers : [],
        ...now,
        id: was?.id ?? `${prefixOf(id)}.${fields.facet}-${newId()}`,
        ...origin,
      };
    });
    const { sourceId, sheet } = former?.row ?? { sourceId: origin.sourceId, sheet: 0 };
    return { row: { id, sourceId, sheet, ...fields, asOf: origin.asOf }, parts, said: origin.asOf };
  },
  asOf: ({ row, parts }, asOf) => ({
    row: { ...row, asOf },
    parts: parts.map((part) => ({ ...part, asOf })),
    said: asOf,
  }),
  origin: ({ row, said }) => ({ asOf: said, sourceId: row.sourceId }),
  async store(tx, state, former, at) {
    const changes = await answers.store(tx, { ...state, parts: [] }, former && { ...former, parts: [] }, at);
    const citing = await usesCiting(tx, former?.parts ?? []);
    return [...changes, ...(await storeParts(tx, 'statement', state.parts, former?.parts ?? [])), ...citing];
  },
  async remove(tx, state) {
    const citing = await usesCiting(tx, state.parts);
    const changes = await storeParts(tx, 'statement', [], state.parts);
    return [...changes, ...(await answers.remove(tx, { ...state, parts: [] })), ...citing];
  },
};

const sorted = ({
  id,
  text,
  status,
  scenes,
  when,
  areaIds,
}: Pick<StatementRow, 'text' | 'status' | 'scenes'> & {
  id: string | null;
  when: string | null;
  areaIds: string[];
}) => ({ id, text, status, scenes, when, areaIds });

async function sourceAsOf(tx: Tx, id: string): Promise<string> {
  return (await tx.source.findUniqueOrThrow({ where: { id }, select: { asOf: true } })).asOf;
}

async function statementsOf(tx: Tx, answerId: string, areaIds: string[], facet: string): Promise<StatementRow[]> {
  const found = await tx.statement.findMany({
    where: { facet, areas: { some: { id: { in: areaIds } } } },
    select: { id: true },
  });
  const ids = found.flatMap(({ id }) => (id.startsWith(`${prefixOf(answerId)}.`) ? [id] : []));
  return ids.length > 0 ? readers.statement(tx, ids) : [];
}

/** What a tool's entry says of its use follows from the statements it cites. */
async function usesCiting(tx: Tx, statements: readonly StatementRow[]): Promise<NotedChange[]> {
  if (statements.length === 0) return [];
  const links = await tx.toolUseStatement.findMany({ where: { statementId: { in: statements.map(({ id }) => id) } } });
  const ids = new Set(links.map(({ toolUseId }) => toolUseId));
  return [...ids].map((record) => ({ kind: 'toolUse', record, action: 'update' }));
}

type ToolState = State<'tool', ToolUseRow>;

const tools = alone('tool');
const USE = [
  'id',
  'areaIds',
  'name',
  'role',
  'status',
  'ways',
  'access',
  'link',
  'contact',
  'terms',
  'since',
  'purpose',
] as const;

export const toolEditor: Editor<'tool', ToolState> = {
  ...tools,
  async read(tx, id) {
    const found = await tools.read(tx, id);
    if (!found) return null;
    const uses = await tx.toolUse.findMany({ where: { toolId: id }, select: { id: true } });
    const ids = uses.map((use) => use.id);
    return { row: found.row, parts: ids.length > 0 ? await readers.toolUse(tx, ids) : [] };
  },
  areas: ({ parts }) => [...new Set(parts.flatMap((use) => use.areaIds))],
  fields: ({ row, parts }) => ({
    ...pick(row, ['name', 'kind', 'maker', 'aliases', 'note']),
    uses: parts.map((use) => ({ ...pick(use, USE), asOf: canonicalAsOf(use.asOf) })),
  }),
  apply(former, { uses, ...fields }, { id, origin, newId }) {
    const known = new Map(former?.parts.map((use) => [use.id, use]));
    const parts = uses.map(({ asOf: said, ...use }): ToolUseRow => {
      const was = use.id === null ? undefined : known.get(use.id);
      const asOf = canonicalAsOf(said);
      if (was && canonicalAsOf(was.asOf) === asOf && same(pick(was, USE), use)) return was;
      const statementIds = was?.statementIds ?? [];
      const maker = was?.maker ?? null;
      return { ...use, id: was?.id ?? `${id}.${newId()}`, toolId: id, maker, statementIds, ...origin, asOf };
    });
    return { row: { id, english: former?.row.english ?? null, ...fields }, parts };
  },
  asOf: ({ row, parts }, asOf) => ({ row, parts: parts.map((use) => ({ ...use, asOf })) }),
  origin: ({ parts }) => ({ asOf: parts[0]?.asOf ?? null, sourceId: parts[0]?.sourceId ?? null }),
  async store(tx, state, former, at) {
    const changes = await tools.store(tx, { ...state, parts: [] }, former && { ...former, parts: [] }, at);
    return [...changes, ...(await storeParts(tx, 'toolUse', state.parts, former?.parts ?? []))];
  },
  async remove(tx, state) {
    const changes = await storeParts(tx, 'toolUse', [], state.parts);
    return [...changes, ...(await tools.remove(tx, { ...state, parts: [] }))];
  },
};

/** A figure knows its indicator's area. */
interface ValueState extends State<'value'> {
  areaId: string;
  sourceId: string | null;
}

const values = alone('value');

export const valueEditor: Editor<'value', ValueState> = {
  ...values,
  async read(tx, id) {
    const found = await values.read(tx, id);
    const indicator = found && (await indicatorOf(tx, found.row.indicatorId));
    return indicator && { ...found, ...indicator };
  },
  areas: ({ areaId }) => [areaId],
  fields: ({ row }) => ({
    ...pick(row, ['indicatorId', 'fiscalYear', 'kind', 'value', 'note']),
    state: row.state === '中止' ? '中止' : null,
    asOf: canonicalAsOf(row.asOf),
  }),
  apply: (former, fields, { id, origin }) => ({
    parts: [],
    areaId: former?.areaId ?? '',
    sourceId: former?.sourceId ?? null,
    row: { id, ...fields, asOf: origin.asOf },
  }),
  asOf: (state, asOf) => ({ ...state, row: { ...state.row, asOf } }),
  origin: ({ row, sourceId }) => ({ asOf: row.asOf, sourceId }),
  parent: { field: 'indicatorId', read: (tx, { indicatorId }) => indicatorOf(tx, indicatorId) },
};

/** The area and the source of an indicator; null where there is none. */
async function indicatorOf(tx: Tx, id: string): Promise<{ areaId: string; sourceId: string } | null> {
  return tx.indicator.findUnique({ where: { id }, select: { areaId: true, sourceId: true } });
}
