import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../src/database/open.ts';

/** A database of the benchmark's own on a server, which `close` drops. */
export async function openServerDatabase(url: string): Promise<Database> {
  const name = `tonarimachi_bench_${randomBytes(4).toString('hex')}`;
  await administer(url, `CREATE DATABASE "${name}" LOCALE 'C.UTF-8' TEMPLATE template0`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await openDatabase({ url: own.href });
  return {
    ...database,
    async close() {
      await database.close();
      await administer(url, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
