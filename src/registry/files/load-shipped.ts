import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Prisma as Client } from '../../database/open.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { RECORD_KINDS, type RecordKind, type RowOf, rowsOf } from '../../records/kinds.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { type NotedChange, noteChanges } from '../changes.ts';
import { type Positioned, reorder, writers } from '../write-records.ts';
import { SHIPPED_FOLDER } from './shipped-files.ts';
import { readShippedRecords } from './shipped-records.ts';

type Tx = Prisma.TransactionClient;

/** Copies that start at the same time load one after the other. */
const LOAD_LOCK = 72707370;
const LOAD_TIMEOUT_MS = 60_000;
/** The row of ShippedRecord that holds the whole edition's hash. */
const EDITION = { kind: 'edition', id: 'edition' };
/** What turns the files into rows: when one of these changes, so may the rows. */
const READERS = ['shipped-files.ts', 'shipped-records.ts', '../../records/shipped.ts', '../../records/columns.ts'];

export interface Loaded {
  /** `first`: into an empty registry; `later`: another edition; `same`: nothing to do; `own`: not ours to fill. */
  edition: 'first' | 'later' | 'same' | 'own';
  added: number;
  changed: number;
  removed: number;
  /** Changed or dropped by the edition, but touched by people since: left as they are. */
  kept: number;
}

export interface LoadOptions {
  folder?: string;
  /** Instead of the files of a folder, for tests. */
  records?: RegistryRecords;
}

const untouched = (edition: 'same' | 'own'): Loaded => ({ edition, added: 0, changed: 0, removed: 0, kept: 0 });

/**
 * Loads the shipped records into an empty registry. Into one that holds an earlier edition it brings what differs, but
 * changes and removes only records that nobody has touched. One transaction, safe when several copies start at once.
 * Throws `ShippedDataError` when the files cannot be read.
 */
export async function loadShipped(prisma: Client, options: LoadOptions = {}): Promise<Loaded> {
  const folder = options.folder ?? SHIPPED_FOLDER;
  const edition = options.records ? hashOf(options.records) : await hashOfFiles(folder);
  if (await holds(prisma, edition)) return untouched('same');
  const records = options.records ?? (await readShippedRecords(folder));
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOAD_LOCK}::int)`;
      if (await holds(tx, edition)) return untouched('same');
      const shipped = await hashesByKind(tx);
      if (shipped.size === 0 && !(await isEmpty(tx))) return untouched('own');
      const loaded = await new Loading(tx, records, shipped).run();
      await tx.shippedRecord.upsert({
        where: { kind_id: EDITION },
        create: { ...EDITION, hash: edition },
        update: { hash: edition },
      });
      return loaded;
    },
    { timeout: LOAD_TIMEOUT_MS, maxWait: LOAD_TIMEOUT_MS },
  );
}

async function holds(db: Tx, edition: string): Promise<boolean> {
  const known = await db.shippedRecord.findUnique({ where: { kind_id: EDITION } });
  return known?.hash === edition;
}

async function isEmpty(tx: Tx): Promise<boolean> {
  return (await tx.area.count()) + (await tx.source.count()) + (await tx.lexiconEntry.count()) === 0;
}

async function hashesByKind(tx: Tx): Promise<Map<string, Map<string, string>>> {
  const kinds = new Map<string, Map<string, string>>();
  for (const { kind, id, hash } of await tx.shippedRecord.findMany()) {
    const hashes = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, hashes.set(id, hash));
  }
  return kinds;
}

/** What one kind of record comes to, worked out before anything is written. */
interface Plan<Row> {
  add: Positioned<Row>[];
  change: Positioned<Row>[];
  drop: string[];
  hashes: Map<string, string>;
}

/** One edition on its way into the registry. */
class Loading {
  readonly #loaded: Loaded;
  /** What changed, each record once. */
  readonly #changes = new Map<string, NotedChange>();
  /** The records that stand, by kind. */
  readonly #standing = new Map<RecordKind, Set<string>>();
  /** What can go only once the records that refer to it are gone or changed. */
  readonly #later: (() => Promise<void>)[] = [];

  constructor(
    readonly tx: Tx,
    readonly records: RegistryRecords,
    readonly shipped: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) {
    this.#loaded = { edition: shipped.size === 0 ? 'first' : 'later', added: 0, changed: 0, removed: 0, kept: 0 };
  }

  async run(): Promise<Loaded> {
    for (const kind of RECORD_KINDS) await this.#bring(kind);
    for (const drop of this.#later.reverse()) await drop();
    const everything: NotedChange = { kind: 'all', record: '*', action: 'import' };
    await noteChanges(this.tx, this.#loaded.edition === 'first' ? [everything] : [...this.#changes.values()]);
    return this.#loaded;
  }

  async #bring<K extends RecordKind>(kind: K): Promise<void> {
    const writer = writers[kind];
    const before = await writer.versions(this.tx);
    const rows = positioned(kind, this.records);
    const plan = this.#plan(kind, rows, before);
    if (writer.referredTo) this.#later.push(() => this.#drop(kind, plan.drop));
    else await this.#drop(kind, plan.drop); // before the new ones, which may take its place
    await writer.insert(this.tx, plan.add);
    for (const { row, position } of plan.change) await writer.update(this.tx, row, position);
    const after = plan.add.length > 0 ? await writer.versions(this.tx) : before;
    this.#standing.set(kind, new Set(after.keys()));
    const added = plan.add.filter(({ row }) => after.has(row.id));
    this.#loaded.kept += plan.add.length - added.length;
    await this.#note(kind, [...added, ...plan.change], plan.hashes);
    this.#loaded.added += added.length;
    this.#loaded.changed += plan.change.length;
    if (this.#loaded.edition === 'later') {
      await reorder(
        this.tx,
        writer.table,
        idsOf(rows),
        rows.map(({ position }) => position),
      );
    }
  }

  #plan<K extends RecordKind>(
    kind: K,
    rows: readonly Positioned<RowOf[K]>[],
    versions: ReadonlyMap<string, number>,
  ): Plan<RowOf[K]> {
    const shipped = this.shipped.get(kind) ?? new Map<string, string>();
    const plan: Plan<RowOf[K]> = { add: [], change: [], drop: [], hashes: new Map() };
    for (const entry of rows) {
      const { id } = entry.row;
      const hash = hashOf(own(kind, entry.row));
      const was = shipped.get(id);
      plan.hashes.set(id, hash);
      if (was === hash) continue;
      if (was === undefined && !versions.has(id) && this.#hasParents(kind, entry.row)) plan.add.push(entry);
      else if (was !== undefined && versions.get(id) === 1) plan.change.push(entry);
      else this.#loaded.kept += 1;
    }
    const kept = new Set(idsOf(rows));
    for (const id of shipped.keys()) {
      if (kept.has(id)) continue;
      if (versions.get(id) === 1) plan.drop.push(id);
      else if (versions.has(id)) this.#loaded.kept += 1;
    }
    return plan;
  }

  /** Whether all that a new record needs stands: an administrator may have taken an area or a source out. */
  #hasParents<K extends RecordKind>(kind: K, row: RowOf[K]): boolean {
    return writers[kind].parents(row).every((parent) => this.#standing.get(parent.kind)?.has(parent.id));
  }

  async #note(kind: RecordKind, entries: readonly { row: { id: string } }[], hashes: ReadonlyMap<string, string>) {
    const ids = idsOf(entries);
    await this.tx.shippedRecord.deleteMany({ where: { kind, id: { in: ids } } });
    const own = ids.map((id) => hashes.get(id) ?? '');
    await this.tx.$executeRaw`
      INSERT INTO "ShippedRecord" ("kind", "id", "hash")
      SELECT ${kind}, entry.id, entry.hash FROM unnest(${ids}::text[], ${own}::text[]) AS entry(id, hash)`;
    for (const id of ids) this.#changed(kind, id);
  }

  /** Takes out what the edition dropped, except what something that stays still refers to. */
  async #drop(kind: RecordKind, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const uses = kind === 'statement' ? await this.#usesThatCite(ids) : [];
    await writers[kind].remove(this.tx, ids);
    const left = await writers[kind].versions(this.tx);
    const gone = ids.filter((id) => !left.has(id));
    await this.tx.shippedRecord.deleteMany({ where: { kind, id: { in: gone } } });
    for (const id of gone) this.#changed(kind, id);
    for (const id of uses) this.#changed('toolUse', id);
    this.#loaded.removed += gone.length;
    this.#loaded.kept += ids.length - gone.length;
  }

  #changed(kind: RecordKind, record: string): void {
    this.#changes.set(`${kind} ${record}`, { kind, record, action: 'import' });
  }

  async #usesThatCite(statements: readonly string[]): Promise<string[]> {
    const links = await this.tx.toolUseStatement.findMany({ where: { statementId: { in: [...statements] } } });
    return [...new Set(links.map(({ toolUseId }) => toolUseId))];
  }
}

const idsOf = (entries: readonly { row: { id: string } }[]) => entries.map(({ row }) => row.id);

/** The rows of a kind with their places. */
function positioned<K extends RecordKind>(kind: K, records: RegistryRecords): Positioned<RowOf[K]>[] {
  return rowsOf(kind, records).map((row, position) => ({ row, position }));
}

/** A record without the records inside it, which have hashes of their own. */
function own<K extends RecordKind>(kind: K, row: RowOf[K]): object {
  return kind === 'indicator' ? { ...row, values: [] } : row;
}

/** The same for the same content, whatever the order of its keys. */
function hashOf(value: unknown): string {
  const sorted = (_key: string, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex').slice(0, 32);
}

/** One hash of everything that decides what the shipped records are. */
async function hashOfFiles(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((file) => file.endsWith('.yaml')).sort()) {
    hash.update(`${name}\n`).update(await readFile(path.join(folder, name)));
  }
  for (const name of READERS) hash.update(await readFile(fileURLToPath(new URL(name, import.meta.url))));
  return hash.digest('hex').slice(0, 32);
}
