import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drift } from '../../scripts/schema-engine.ts';
import { MIGRATIONS, MigrationError, migrate } from '../../src/database/migrate.ts';
import { type BareDatabase, openBareDatabase } from './open-bare-database.ts';

let database: BareDatabase;
let folder: string;

/** Adds a migration that comes after all others. */
async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, `29990101000000_${name}`));
  await writeFile(path.join(folder, `29990101000000_${name}`, 'migration.sql'), sql);
}

const tables = async () =>
  (await database.pool.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).rows.map(
    (row: { tablename: string }) => row.tablename,
  );

beforeAll(async () => {
  database = await openBareDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.wipe();
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe('migrating', () => {
  it('brings an empty database to what schema.prisma says, with nothing left to do', async () => {
    const applied = await migrate(database.pool, folder);
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(applied).toEqual(names.map((entry) => entry.name).sort());
    expect(await drift(database.pool)).toBe('');
    expect(await migrate(database.pool, folder)).toEqual([]);
  });

  it('is done once when two copies start at the same time', async () => {
    const both = await Promise.all([migrate(database.pool, folder), migrate(database.pool, folder)]);
    expect(both.map((applied) => applied.length).sort()).toEqual([0, (await readdir(MIGRATIONS)).length - 1]);
    const { rows } = await database.pool.query('SELECT count(*)::int AS count FROM _prisma_migrations');
    expect(rows[0]).toEqual({ count: (await readdir(MIGRATIONS)).length - 1 });
  });

  it('keeps what stands in a database of an earlier version', async () => {
    const [, ...later] = (await readdir(folder)).filter((name) => /^\d/.test(name)).sort();
    for (const name of later) await rm(path.join(folder, name), { recursive: true });
    await migrate(database.pool, folder);
    await database.pool.query(`INSERT INTO "Change" ("kind", "record", "action") VALUES ('area', 'tsu', 'create')`);
    expect(await migrate(database.pool)).toEqual(later);
    const { rows } = await database.pool.query('SELECT "record" FROM "Change"');
    expect(rows).toEqual([{ record: 'tsu' }]);
  });

  it('refuses a file that was edited after it was applied', async () => {
    await migrate(database.pool, folder);
    const [name = ''] = (await readdir(folder)).filter((entry) => /^\d/.test(entry)).sort();
    await writeFile(path.join(folder, name, 'migration.sql'), 'SELECT 1;');
    await expect(migrate(database.pool, folder)).rejects.toThrow(`migration ${name} was edited after it was applied`);
  });

  it('takes Windows line ends for the same file', async () => {
    await addMigration('note', 'CREATE TABLE note (\n  id INT\n);\n');
    await migrate(database.pool, folder);
    await rm(path.join(folder, '29990101000000_note'), { recursive: true });
    await addMigration('note', 'CREATE TABLE note (\r\n  id INT\r\n);\r\n');
    expect(await migrate(database.pool, folder)).toEqual([]);
  });

  it('refuses a database that is newer than the program', async () => {
    await addMigration('from_tomorrow', 'SELECT 1;');
    await migrate(database.pool, folder);
    await expect(migrate(database.pool)).rejects.toThrow(/newer than this program.*update the program/);
  });

  it('leaves nothing of a file that fails half way, and says which', async () => {
    await addMigration('broken', 'CREATE TABLE half (id INT); INSERT INTO nowhere VALUES (1);');
    await expect(migrate(database.pool, folder)).rejects.toThrow(/29990101000000_broken failed: .*nowhere/);
    expect(await tables()).not.toContain('half');
    expect(await tables()).toContain('Statement');
    await rm(path.join(folder, '29990101000000_broken'), { recursive: true });
    expect(await migrate(database.pool, folder)).toEqual([]);
  });

  it('refuses a database in which a migration was begun and never finished', async () => {
    await migrate(database.pool, folder);
    await database.pool.query('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(database.pool, folder)).rejects.toThrow(MigrationError);
  });

  it('turns lead times that stood at the default into none, so that they follow the office, and leaves chosen ones', async () => {
    const all = (await readdir(folder)).filter((entry) => /^\d/.test(entry)).sort();
    for (const name of all.slice(all.findIndex((each) => each.endsWith('_office_settings')))) {
      await rm(path.join(folder, name), { recursive: true });
    }
    await migrate(database.pool, folder);
    const leads = (...counts: number[]) => JSON.stringify(counts.map((count) => ({ unit: 'business-days', count })));
    const monthly = { rhythm: 'day-of-month', day: 10, months: 1 };
    const once = { rhythm: 'dates', days: ['2026-12-15'] };
    const meetings = [
      ['monthly', monthly, leads(1)],
      ['monthly-chosen', monthly, leads(7, 1)],
      ['once', once, leads(7, 1)],
      ['once-chosen', once, leads(1)],
    ] as const;
    for (const [id, recurrence, of] of meetings) {
      await database.pool.query(
        `INSERT INTO "MeetingPlan" ("id", "ownerId", "kind", "title", "recurrence", "from", "fiscalYear", "closedDays", "leads", "position")
         VALUES ($1, 'suzuka', 'meeting', '会', $2, '2026-12-10', 'R8', 'as-is', $3, 0)`,
        [id, JSON.stringify(recurrence), of],
      );
    }
    for (const [id, of] of [
      ['usual', leads(14, 7, 1)],
      ['chosen', leads(7)],
    ]) {
      await database.pool.query(
        `INSERT INTO "Deadline" ("id", "title", "targetYear", "submissionYear", "confirmed", "recipient", "closedDays", "chain", "leads", "since", "position")
         VALUES ($1, '報告', 'R7', 'R8', true, '県', 'as-is', '[]', $2, now(), 0)`,
        [id, of],
      );
    }
    await migrate(database.pool);
    const left = async (table: string) =>
      (await database.pool.query(`SELECT "id" FROM "${table}" WHERE "leads" IS NOT NULL ORDER BY "id"`)).rows.map(
        (row: { id: string }) => row.id,
      );
    expect([await left('MeetingPlan'), await left('Deadline')]).toEqual([
      ['monthly-chosen', 'once-chosen'],
      ['chosen'],
    ]);
  });
});
