import pg from 'pg';
import { openDatabase } from '../../src/database/open.ts';
import type { Corpus, Engine } from './engine.ts';

const BATCH = 5000;

/** PostgreSQL `pg_trgm`: a GIN index and `LIKE`. On the server of (BENCH_)DATABASE_URL, else on the embedded PGlite. */
export class Trigrams implements Engine {
  name = 'PostgreSQL `pg_trgm`';
  #client: pg.ClientBase | undefined;
  #end: () => Promise<void> = async () => {};

  async build({ texts }: Corpus): Promise<void> {
    const client = await this.#connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const { rows } = await client.query<{ ok: boolean }>(`SELECT show_trgm('バイタル') <> '{}' AS ok`);
    if (!rows[0]?.ok) throw new Error('pg_trgm finds no Japanese in this database: its lc_ctype must be a UTF-8 one');
    // Temporary, so that nothing stays behind in the registry's database.
    await client.query(`SET temp_buffers = '256MB'`);
    await client.query('CREATE TEMPORARY TABLE bench_texts (id int PRIMARY KEY, body text NOT NULL)');
    for (let from = 0; from < texts.length; from += BATCH) {
      await client.query(
        'INSERT INTO bench_texts SELECT $1::int + n - 1, t FROM unnest($2::text[]) WITH ORDINALITY AS u(t, n)',
        [from, texts.slice(from, from + BATCH)],
      );
    }
    await client.query('CREATE INDEX bench_texts_body ON bench_texts USING gin (body gin_trgm_ops)');
    await client.query('VACUUM ANALYZE bench_texts');
  }

  async search(terms: readonly string[]): Promise<number[]> {
    const where = terms.map((_, index) => `body LIKE $${index + 1}`).join(' AND ');
    const patterns = terms.map((term) => `%${term.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await this.#connected.query<{ id: number }>(`SELECT id FROM bench_texts WHERE ${where}`, patterns);
    return rows.map((row) => row.id);
  }

  async outside(): Promise<number> {
    const sql = `SELECT pg_relation_size('bench_texts_body')::float8 AS bytes`;
    return (await this.#connected.query<{ bytes: number }>(sql)).rows[0]?.bytes ?? 0;
  }

  async close(): Promise<void> {
    await this.#end();
  }

  get #connected(): pg.ClientBase {
    if (!this.#client) throw new Error('not built');
    return this.#client;
  }

  async #connect(): Promise<pg.ClientBase> {
    const url = process.env.BENCH_DATABASE_URL ?? process.env.DATABASE_URL;
    if (url) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      this.#client = client;
      this.#end = () => client.end();
    } else {
      const database = await openDatabase({});
      const client = await database.pool.connect();
      this.#client = client;
      this.#end = async () => {
        client.release();
        await database.close();
      };
    }
    const version = await this.#connected.query<{ server_version: string }>('SHOW server_version');
    const number = version.rows[0]?.server_version.split(' ')[0] ?? '';
    this.name = url ? `PostgreSQL ${number} \`pg_trgm\`` : `PGlite 0.5.16 (PostgreSQL ${number}) \`pg_trgm\``;
    return this.#connected;
  }
}
