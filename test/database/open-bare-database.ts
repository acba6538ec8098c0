import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import pg from 'pg';
import { inject } from 'vitest';
import { pglitePool } from '../../src/database/pglite-pool.ts';
import { administer, databaseUrl } from './snapshot-setup.ts';

export interface BareDatabase {
  pool: pg.Pool;
  /** Back to nothing at all. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/** A database without any table, for the tests of migrating. */
export async function openBareDatabase(): Promise<BareDatabase> {
  const server = inject('server');
  const { pool, end } = server ? await onServer(server.url) : await onPGlite();
  return {
    pool,
    async wipe() {
      await pool.query('DROP SCHEMA public CASCADE');
      await pool.query('CREATE SCHEMA public');
    },
    async close() {
      await pool.end();
      await end();
    },
  };
}

async function onPGlite() {
  const lite = await PGlite.create({ extensions: { pg_trgm } });
  return { pool: pglitePool(lite), end: () => lite.close() };
}

async function onServer(url: string) {
  const name = `tonarimachi_bare_${randomBytes(4).toString('hex')}`;
  await administer(url, `CREATE DATABASE "${name}" LOCALE 'C.UTF-8' TEMPLATE template0`);
  const pool = new pg.Pool({ connectionString: databaseUrl(url, name), options: '-c TimeZone=UTC' });
  pool.on('error', () => {}); // a connection still closing when the database is dropped
  return { pool, end: () => administer(url, `DROP DATABASE "${name}" WITH (FORCE)`) };
}
