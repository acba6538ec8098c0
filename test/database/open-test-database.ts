import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { administer, databaseUrl } from './snapshot-setup.ts';

export interface TestDatabase extends Database {
  /** The same database as another copy of the program sees it; on PGlite there can be only one. */
  another(): Promise<Database>;
  /** Empties every table. */
  clear(): Promise<void>;
}

/** A migrated, empty database of this test file's own: on PGlite, or on the server of TEST_DATABASE_URL. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('server');
  return server ? onServer(server) : onPGlite();
}

async function onPGlite(): Promise<TestDatabase> {
  const snapshot = new Blob([await readFile(inject('snapshot'))]);
  const database = await openDatabase({ snapshot });
  return { ...database, another: async () => ({ ...database, close: async () => {} }), clear: () => clear(database) };
}

async function onServer({ url, template }: { url: string; template: string }): Promise<TestDatabase> {
  const name = `tonarimachi_test_${randomBytes(4).toString('hex')}`;
  await administer(url, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const own = databaseUrl(url, name);
  const database = await openDatabase({ url: own });
  return {
    ...database,
    another: () => openDatabase({ url: own }),
    clear: () => clear(database),
    async close() {
      await database.close();
      await administer(url, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function clear({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await pool.query(`TRUNCATE ${rows.map((row) => `"${row.tablename}"`).join(', ')} RESTART IDENTITY CASCADE`);
}
