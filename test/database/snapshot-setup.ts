import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { MIGRATIONS, migrate } from '../../src/database/migrate.ts';
import { pglitePool } from '../../src/database/pglite-pool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file that holds a migrated, empty PGlite database. */
    snapshot: string;
    /** Where databases can be made from `template`; null: tests run on PGlite. */
    server: { url: string; template: string } | null;
  }
}

const CACHE = 'node_modules/.cache/db';

/** Makes a migrated database once, from which each test file takes its own: on PGlite, or on TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('snapshot', await snapshot());
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    project.provide('server', null);
    return async () => {};
  }
  const template = `tonarimachi_template_${randomBytes(4).toString('hex')}`;
  await administer(url, `CREATE DATABASE "${template}" LOCALE 'C.UTF-8' TEMPLATE template0`);
  const pool = new pg.Pool({ connectionString: databaseUrl(url, template) });
  await migrate(pool);
  await pool.end();
  project.provide('server', { url, template });
  return () => administer(url, `DROP DATABASE "${template}" WITH (FORCE)`);
}

async function snapshot(): Promise<string> {
  const file = path.resolve(CACHE, `${await hashOfInputs()}.tar`);
  if (existsSync(file)) return file;
  const lite = await PGlite.create({ extensions: { pg_trgm } });
  const pool = pglitePool(lite);
  await migrate(pool);
  await pool.end();
  const dump = await lite.dumpDataDir('none');
  await lite.close();
  await mkdir(CACHE, { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, Buffer.from(await dump.arrayBuffer()));
  await rename(part, file);
  return file;
}

async function hashOfInputs(): Promise<string> {
  const hash = createHash('sha256').update(await readFile('package-lock.json'));
  for (const name of (await readdir(MIGRATIONS, { recursive: true })).filter((file) => file.endsWith('.sql')).sort()) {
    hash.update(await readFile(path.join(MIGRATIONS, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on the server's own database. */
export async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
