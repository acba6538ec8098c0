import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { noteChanges } from '../../src/registry/changes.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.clear());

describe('the database', () => {
  it('keeps instants as instants, whatever the zone of the host or the server', async () => {
    const at = new Date('2026-04-01T00:00:00+09:00');
    await database.prisma.question.create({ data: { at, text: 'x', understood: '', answered: false } });
    const { rows } = await database.pool.query(`SELECT extract(epoch FROM "at")::float8 AS seconds FROM "Question"`);
    expect(rows).toEqual([{ seconds: at.getTime() / 1000 }]);
    expect((await database.prisma.question.findFirst())?.at).toEqual(at);
  });

  it('sorts by code point on both engines', async () => {
    const { rows } = await database.pool.query(
      `SELECT string_agg(w, '' ORDER BY w) AS words FROM unnest('{い,Z,ア,a,亜}'::text[]) AS w`,
    );
    expect(rows).toEqual([{ words: 'Zaいア亜' }]);
  });

  it('undoes a transaction that fails, entirely', async () => {
    const failing = database.prisma.$transaction(async (tx) => {
      await noteChanges(tx, [{ kind: 'statement', record: 'a', action: 'create' }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.prisma.change.count()).toBe(0);
  });

  it('lets transactions note changes one after another', async () => {
    const { rows } = await database.pool.query('SELECT tgname FROM pg_trigger WHERE NOT tgisinternal');
    expect(rows).toEqual([{ tgname: 'change_in_turn' }]);
  });

  it.skipIf(inject('server') === null)('closes in peace when the server has ended its connection first', async () => {
    const other = await database.another();
    const { rows } = await other.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await other.prisma.$disconnect(); // Prisma listens for faults of the pool until here
    await database.pool.query('SELECT pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    await other.close();
    expect(other.pool.totalCount).toBe(0);
  });

  it.skipIf(inject('server') === null)('numbers changes in the order in which they become visible', async () => {
    const first = await database.pool.connect();
    const insert = `INSERT INTO "Change" ("kind", "record", "action") VALUES ('statement', $1, 'update')`;
    await first.query('BEGIN');
    await first.query(insert, ['slow']);
    const second = database.pool.query(insert, ['quick']);
    const early = await Promise.race([
      second.then(() => 'overtook'),
      new Promise((resolve) => setTimeout(resolve, 300, 'waits')),
    ]);
    await first.query('COMMIT');
    first.release();
    await second;
    expect(early).toBe('waits');
    const changes = await database.prisma.change.findMany({ orderBy: { seq: 'asc' } });
    expect(changes.map((change) => change.record)).toEqual(['slow', 'quick']);
  });
});
