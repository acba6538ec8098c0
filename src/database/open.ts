import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { pglitePool } from './pglite-pool.ts';

export type Prisma = PrismaClient;

export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  /** `embedded`: PGlite in this process; `server`: PostgreSQL. */
  engine: 'embedded' | 'server';
  /** All of an embedded folder's database as it is at one moment, as a gzipped archive. */
  dump?: () => Promise<Buffer>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgresql://…`; absent: the embedded database. */
  url?: string | undefined;
  /** Folder of the embedded database; absent: in memory, for tests and benchmarks. */
  folder?: string | undefined;
  /** A dumped data directory to begin with, for tests. */
  snapshot?: Blob | undefined;
}

const EXTENSIONS = { pg_trgm };

/**
 * Opens the registry's database, migrated to the newest state.
 * Throws `FolderInUse` when another process holds the embedded folder, `MigrationError` when it cannot be migrated.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openServer(options.url) : openEmbedded(options);
}

async function openServer(url: string): Promise<Database> {
  // Prisma reads and writes instants without an offset, so the session must be in UTC whatever the server's own zone.
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c TimeZone=UTC' });
  // The server may end an idle connection (a restart, a dropped database). The pool replaces it at the next query, which
  // is where a lasting fault shows; without a listener the event alone would end the process.
  pool.on('error', () => {});
  return finish('server', pool, () => pool.end());
}

async function openEmbedded({ folder, snapshot }: DatabaseOptions): Promise<Database> {
  const lock = folder === undefined ? undefined : lockFolder(folder);
  try {
    const lite = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: path.join(folder, 'db') }),
      ...(snapshot ? { loadDataDir: snapshot } : {}),
      extensions: EXTENSIONS,
      startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
    });
    const pool = pglitePool(lite);
    const opened = await finish('embedded', pool, async () => {
      await pool.end();
      await lite.close();
      lock?.release();
    });
    return folder === undefined ? opened : { ...opened, dump: () => dump(lite, pool) };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function dump(lite: PGlite, pool: pg.Pool): Promise<Buffer> {
  const only = await pool.connect(); // there is one connection: whoever has it is alone, between two transactions
  try {
    await only.query('CHECKPOINT');
    return Buffer.from(await (await lite.dumpDataDir('gzip')).arrayBuffer());
  } finally {
    only.release();
  }
}

async function finish(engine: Database['engine'], pool: pg.Pool, end: () => Promise<void>): Promise<Database> {
  try {
    await migrate(pool);
  } catch (error) {
    await end();
    throw error;
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    // On PGlite all transactions share one connection and queue for it.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  return {
    prisma,
    pool,
    engine,
    async close() {
      await prisma.$disconnect();
      await end();
    },
  };
}
