import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { ChangeKind, ChangeProblem, FieldsOf } from '../../records/changes.ts';
import type { RecordKind, RowOf } from '../../records/kinds.ts';
import { asOfDate, readWrittenDate, writtenDate } from '../../records/written-dates.ts';
import type { NotedChange } from '../changes.ts';
import { readers } from '../read-records.ts';
import { writers } from '../write-records.ts';

export type Tx = Prisma.TransactionClient;

/** A record with the records inside it, as JSON can hold it: what history keeps, and what undo writes back. */
export interface State<K extends ChangeKind, Part extends { id: string } = { id: string }> {
  row: RowOf[K];
  parts: Part[];
}

/** Where what somebody says now stands. */
export interface Origin {
  sourceId: string;
  place: string;
  /** As of today, in words. */
  asOf: string;
}

export interface Applying {
  /** The id of a new record; that of the record otherwise. */
  id: string;
  origin: Origin;
  today: CalendarDate;
  /** Makes the id of a new part. */
  newId(): string;
}

/** How people change one kind of record. All but reading and storing is pure. */
export interface Editor<K extends ChangeKind, S extends State<K> = State<K>> {
  table: string;
  read(tx: Tx, id: string): Promise<S | null>;
  fields(state: S): FieldsOf<K>;
  /** The areas that own it. */
  areas(state: S): readonly string[];
  /** What the record becomes. */
  apply(former: S | null, fields: FieldsOf<K>, applying: Applying): S;
  /** The same, said to hold as of another day. */
  asOf(state: S, asOf: string): S;
  /** As of when, and from where, it says what it says. */
  origin(state: S): { asOf: string | null; sourceId: string | null };
  store(tx: Tx, state: S, former: S | null, at: Storing): Promise<NotedChange[]>;
  remove(tx: Tx, state: S, now: Date): Promise<NotedChange[]>;
  /** What a new record takes from the one that it belongs to, which its `field` names; null where there is none. */
  parent?: { field: string; read(tx: Tx, fields: FieldsOf<K>): Promise<Partial<S> | null> };
  /** It belongs to all of its areas together: who may change it may change each of them. Else any of them will do. */
  ofEach?: true;
  /** Whether such a change is the prefecture's own work, and not done in an area's stead. */
  isPrefectures?(fields: FieldsOf<K>, former: S | null): boolean;
  /** By name, who alone may make such a change, and the prefecture in its place; null: its areas. */
  reservedTo?(fields: FieldsOf<K>, former: S | null): string | null;
  /** Whether such a change, though reserved, is its own town's to make: not its hub's. */
  isReservedToTown?(former: S | null): boolean;
  /** Whether a hub makes such a change itself, though its changes wait for the town. */
  isHubs?(fields: FieldsOf<K>, former: S | null): boolean;
  /** Texts of other records that it takes over: what stands already is not judged anew. */
  recorded?(tx: Tx, fields: FieldsOf<K>): Promise<string[]>;
  /** What keeps a change from being stored that only other records tell. */
  hinders?(tx: Tx, state: S, former: S | null, undoing?: boolean): Promise<ChangeProblem[]>;
  /** Records made with it, whose own changes keep its making from being undone. */
  children?(tx: Tx, state: S): Promise<string[]>;
}

/** As what, and when, a record is stored. */
export interface Storing {
  version: number;
  position: number;
  now: Date;
}

/** The fields of `row` that a person can change. */
export function pick<T extends object, const Names extends readonly (keyof T)[]>(
  row: T,
  names: Names,
): Pick<T, Names[number]> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<T, Names[number]>;
}

export const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

/** A date as records hold it; as it stands where it cannot be read. */
export function canonicalDate<T extends string | null>(text: T): T | string {
  const span = text === null ? null : readWrittenDate(text);
  return span ? writtenDate(span) : text;
}

/** An as-of date as records hold it. */
export function canonicalAsOf<T extends string | null>(text: T): T | string {
  const span = text === null ? null : readWrittenDate(text);
  return span ? asOfDate(span) : text;
}

/** Reading and storing of a record that has no records inside. */
export function alone<K extends ChangeKind>(kind: K) {
  return {
    table: writers[kind].table,
    async read(tx: Tx, id: string): Promise<State<K> | null> {
      const [row] = await readers[kind](tx, [id]);
      return row ? { row: row as RowOf[K], parts: [] } : null;
    },
    async store(
      tx: Tx,
      { row }: State<K>,
      former: State<K> | null,
      { version, position }: Storing,
    ): Promise<NotedChange[]> {
      const writer = writers[kind] as (typeof writers)[RecordKind] as { [M in 'create' | 'update']: Store<RowOf[K]> };
      if (former) await writer.update(tx, row, position, version, former.row);
      else await writer.create(tx, row, position, version);
      return [{ kind, record: row.id, action: former ? 'update' : 'create' }];
    },
    async remove(tx: Tx, { row }: State<K>): Promise<NotedChange[]> {
      await writers[kind].remove(tx, [row.id]);
      return [{ kind, record: row.id, action: 'delete' }];
    },
  };
}

type Store<Row> = (tx: Tx, row: Row, position: number, version?: number, former?: Row) => Promise<void>;

/** Brings the records inside one to what they shall be: those gone, those new, those changed. */
export async function storeParts<K extends 'statement' | 'toolUse'>(
  tx: Tx,
  kind: K,
  parts: readonly RowOf[K][],
  former: readonly RowOf[K][],
): Promise<NotedChange[]> {
  if (same(parts, former)) return [];
  const writer = writers[kind];
  const before = new Map(former.map((part) => [part.id, part]));
  const now = new Set(parts.map(({ id }) => id));
  const gone = former.filter(({ id }) => !now.has(id)).map(({ id }) => id);
  await writer.remove(tx, gone);
  const changes: NotedChange[] = gone.map((record) => ({ kind, record, action: 'delete' }));
  const places = await placesOf(tx, writer.table, [...before.keys()]);
  const last = Math.max(0, ...[...places.values()].map(({ position }) => position));
  for (const [index, part] of parts.entries()) {
    const was = before.get(part.id);
    const place = places.get(part.id);
    if (was && place) {
      if (same(was, part)) continue;
      await writer.update(tx, part, place.position, place.version + 1, was);
      changes.push({ kind, record: part.id, action: 'update' });
    } else {
      await writer.create(tx, part, last + index + 1);
      changes.push({ kind, record: part.id, action: 'create' });
    }
  }
  return changes;
}

async function placesOf(tx: Tx, table: string, ids: readonly string[]) {
  const rows = await tx.$queryRawUnsafe<{ id: string; version: number; position: number }[]>(
    `SELECT "id", "version", "position" FROM "${table}" WHERE "id" = ANY($1)`,
    [...ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
