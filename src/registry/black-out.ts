import { todayIn } from '../calendar/calendar-date.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { RECORD_KINDS, type RecordKind } from '../records/kinds.ts';
import { type ChangedKind, type NotedChange, noteChanges } from './changes.ts';
import type { Tx } from './editing/editor.ts';
import { inTurn } from './editing/in-turn.ts';
import { noteHistory } from './history.ts';
import type { PersonKey } from './members/people.ts';
import { type Administrators, rightsOf } from './members/permissions.ts';
import { atomically, noteRefusal } from './save-change.ts';
import { writers } from './write-records.ts';

// 墨消し (rules 5.9): text that must not be there is made unreadable wherever it is kept. The text itself is written
// nowhere: the entry that stays tells who, when, why and where, not what.

/** Shorter text would black out what nobody meant. */
export const SHORTEST = 3;
const SIGN = '■';

export interface BlackOut {
  person: PersonKey;
  key: string;
  text: string;
  reason: string;
  /** Answers whose messages show the text, by the ids of their conversations: they are to be written anew. */
  answers?: readonly string[];
}

/** Where a text stands. */
export interface Found {
  records: { kind: RecordKind; id: string }[];
  /** Entries of history, questions, conversations and other things kept. */
  others: number;
  /** Ids of records whose history holds it. */
  former: string[];
  /** Conversations of the bot whose questions hold it, by id. */
  answers: string[];
}

export type BlackOutOutcome =
  | ({ outcome: 'done' | 'found' } & Found)
  | { outcome: 'refused' }
  | { outcome: 'too-short' }
  | { outcome: 'duplicate' };

/** Tables besides the records where people's words are kept, with their columns. */
const KEPT: Record<string, readonly string[]> = {
  InitiativeItem: ['title', 'memo', 'english'],
  History: ['reason', 'changes', 'before'],
  Draft: ['fields', 'reason', 'answer'],
  Question: ['text', 'understood'],
  Conversation: ['asked'],
  Objection: ['comment'],
  JoinRequest: ['note', 'section'],
  NeighbourRequest: ['question', 'purpose'],
  Notice: ['facts'],
};

/** Columns that say which record it is and where it belongs, not what somebody wrote. */
const BONES = [
  'id',
  'sourceId',
  'areaId',
  'toolId',
  'indicatorId',
  'sectionId',
  'version',
  'position',
  'planId',
  'ownerId',
  'deadlineId',
  'coveredBy',
  'initiativeIds',
  'template',
  'roundId',
  'groups',
  'published',
  'slot',
];

/** Where a text stands; nothing is changed. Administrators only. */
export async function findText(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  person: PersonKey,
  text: string,
): Promise<BlackOutOutcome> {
  if (text.trim().length < SHORTEST) return { outcome: 'too-short' };
  if (!(await isAdministrator(prisma, clock, administrators, person))) return { outcome: 'refused' };
  return { outcome: 'found', ...(await prisma.$transaction((tx) => find(tx, text))) };
}

/** Blacks a text out wherever it is kept. Administrators only. */
export async function blackOut(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, key, text, reason, answers = [] }: BlackOut,
): Promise<BlackOutOutcome> {
  const now = clock.now();
  if (text.trim().length < SHORTEST) return { outcome: 'too-short' };
  if (!(await isAdministrator(prisma, clock, administrators, person))) {
    await noteRefusal(prisma, now, { person, key, kind: 'text', id: null }, 'not-administrator');
    return { outcome: 'refused' };
  }
  return atomically(prisma, async (tx): Promise<BlackOutOutcome> => {
    await inTurn(tx, key);
    if (await tx.history.findUnique({ where: { key } })) return { outcome: 'duplicate' };
    const found = await find(tx, text);
    // Written anew by whoever is there afterwards: a crash in between leaves no message as it was.
    const redraw = [...new Set([...answers, ...found.answers])];
    await tx.conversation.updateMany({ where: { id: { in: redraw }, message: { not: null } }, data: { redraw: true } });
    for (const [table, columns] of await tables(tx)) await cover(tx, table, columns, text);
    const { name } = await rightsOf(tx, person, todayIn(now), administrators);
    const entry = { at: now, by: person, name, via: 'form', reason, inStead: false, version: 0, former: null } as const;
    const action = 'blackout';
    await noteHistory(tx, { ...entry, key, action, kind: 'text', record: '*', changes: {} });
    for (const { kind, id } of found.records) {
      await noteHistory(tx, { ...entry, key: null, action, kind: kind as 'text', record: id, changes: {} });
    }
    await noteChanges(tx, found.records.flatMap(changed));
    return { outcome: 'done', ...found };
  });
}

async function isAdministrator(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  person: PersonKey,
): Promise<boolean> {
  const rights = await rightsOf(prisma, person, clock.today(), administrators);
  return rights.mayAdminister;
}

async function find(tx: Tx, text: string): Promise<Found> {
  const all = await tables(tx);
  const records: Found['records'] = [];
  for (const kind of RECORD_KINDS) {
    const { table } = writers[kind];
    const ids = await holding<{ id: string }>(tx, table, all.get(table) ?? [], text, ['id']);
    records.push(...ids.map(({ id }) => ({ kind, id })));
  }
  const items = await holding<{ initiativeId: string }>(tx, 'InitiativeItem', KEPT.InitiativeItem ?? [], text, [
    'initiativeId',
  ]);
  for (const id of new Set(items.map(({ initiativeId }) => initiativeId))) {
    if (!records.some((record) => record.id === id)) records.push({ kind: 'initiative', id });
  }
  let others = 0;
  for (const [table, columns] of Object.entries(KEPT)) {
    if (table !== 'InitiativeItem') others += (await holding(tx, table, columns, text, [])).length;
  }
  const former = await holding<{ record: string }>(tx, 'History', KEPT.History ?? [], text, ['record']);
  const asking = await holding<{ id: string }>(tx, 'Conversation', ['asked'], text, ['id']);
  return {
    records,
    others,
    former: [...new Set(former.map(({ record }) => record))],
    answers: asking.map(({ id }) => id),
  };
}

const changed = ({ kind, id }: { kind: RecordKind; id: string }): NotedChange => ({
  kind: kind as ChangedKind,
  record: id,
  action: 'update',
});

interface Column {
  table: string;
  column: string;
  type: string;
}

/** The columns of all tables that hold words: text, lists of text, JSON. */
async function tables(tx: Tx): Promise<Map<string, string[]>> {
  const names = [...new Set(RECORD_KINDS.map((kind) => writers[kind].table))];
  const rows = await tx.$queryRaw<Column[]>`
    SELECT table_name AS "table", column_name AS "column", data_type AS "type" FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ANY(${names})
      AND data_type IN ('text', 'ARRAY', 'jsonb') AND column_name <> ALL(${BONES}) ORDER BY 1, ordinal_position`;
  const found = new Map<string, string[]>(Object.entries(KEPT).map(([table, columns]) => [table, [...columns]]));
  for (const { table, column } of rows) found.set(table, [...(found.get(table) ?? []), column]);
  return found;
}

/** As a text stands within JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const column = (name: string) => Prisma.raw(`"${name}"`);

function condition(columns: readonly string[], text: string): Prisma.Sql {
  const tests = columns.map(
    (name) =>
      Prisma.sql`position(${text} IN ${column(name)}::text) > 0 OR position(${inJson(text)} IN ${column(name)}::text) > 0`,
  );
  return Prisma.join(tests, ' OR ');
}

async function holding<Row>(
  tx: Tx,
  table: string,
  columns: readonly string[],
  text: string,
  wanted: readonly string[],
): Promise<Row[]> {
  if (columns.length === 0) return [];
  const names = wanted.length > 0 ? Prisma.join(wanted.map(column), ', ') : Prisma.sql`1`;
  return tx.$queryRaw<Row[]>`SELECT ${names} FROM ${column(table)} WHERE ${condition(columns, text)}`;
}

/** Covers a text with signs, as many as it has characters; the record counts as touched. */
async function cover(tx: Tx, table: string, columns: readonly string[], text: string): Promise<void> {
  const mask = SIGN.repeat([...text].length);
  const version = writersTable(table) ? [Prisma.sql`"version" = "version" + 1`] : [];
  const types = new Map(
    (
      await tx.$queryRaw<Column[]>`
        SELECT table_name AS "table", column_name AS "column", udt_name AS "type" FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = ${table}`
    ).map(({ column: name, type }) => [name, type]),
  );
  const sets = columns.map((name) => {
    const covered =
      types.get(name) === 'jsonb'
        ? Prisma.sql`replace(${column(name)}::text, ${inJson(text)}, ${mask})::jsonb`
        : types.get(name) === '_text'
          ? Prisma.sql`ARRAY(SELECT replace(part, ${text}, ${mask}) FROM unnest(${column(name)}) AS part)`
          : Prisma.sql`replace(${column(name)}, ${text}, ${mask})`;
    return Prisma.sql`${column(name)} = ${covered}`;
  });
  await tx.$executeRaw`
    UPDATE ${column(table)} SET ${Prisma.join([...sets, ...version], ', ')} WHERE ${condition(columns, text)}`;
}

const writersTable = (table: string): boolean => RECORD_KINDS.some((kind) => writers[kind].table === table);
