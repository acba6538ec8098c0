import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

/** The number that Prisma's own migrate locks with, so that both exclude each other. */
const LOCK = 72707369;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** A database that this program cannot work on; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * Brings the database behind `pool` to the newest migration: each file in a transaction of its own, noted in the table
 * that Prisma's tools know. Safe when several processes start at once. Returns the names that it applied.
 */
export async function migrate(pool: pg.Pool, folder = MIGRATIONS): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    await client.query(TABLE);
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    refuseUnknown(rows, names);
    const done: string[] = [];
    for (const name of names) {
      const known = rows.find((row) => row.migration_name === name);
      if (await apply(client, folder, name, known)) done.push(name);
    }
    return done;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`).catch(() => {});
    client.release();
  }
}

function refuseUnknown(applied: Applied[], names: string[]): void {
  for (const row of applied) {
    if (!row.finished_at) {
      throw new MigrationError(`migration ${row.migration_name} was begun and never finished: restore a backup first`);
    }
    if (!names.includes(row.migration_name)) {
      throw new MigrationError(
        `the database is newer than this program (it holds ${row.migration_name}): update the program`,
      );
    }
  }
}

async function apply(client: pg.PoolClient, folder: string, name: string, known?: Applied): Promise<boolean> {
  const sql = (await readFile(path.join(folder, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  if (known) {
    if (known.checksum !== checksum) {
      throw new MigrationError(`migration ${name} was edited after it was applied: put the file back as it was`);
    }
    return false;
  }
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new MigrationError(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
  return true;
}
