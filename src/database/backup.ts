import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { backupWords } from '../words/exchange.ts';
import { lockFolder } from './folder-lock.ts';
import type { Database } from './open.ts';

/** What the operator can mend; the message says how. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** How many nights are kept. */
const KEPT = 7;
const NIGHTLY = /^tonarimachi-\d{4}-\d{2}-\d{2}\.tar\.gz$/;

/** Writes all of the embedded database to a file, whole or not at all. Returns its size. Throws `BackupError`. */
export async function writeBackup({ dump }: Pick<Database, 'dump'>, file: string): Promise<number> {
  if (!dump) throw new BackupError(backupWords.server('pg_dump --format=custom --file=FILE "$DATABASE_URL"'));
  const content = await dump();
  const part = `${file}.part`;
  try {
    await writeFile(part, content, { mode: 0o600 });
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw new BackupError(backupWords.notWritten(file), { cause });
  }
  return content.length;
}

/** Tonight's backup in the folder's `backups`, and away with the oldest ones. */
export async function keepNightly(
  database: Pick<Database, 'dump'>,
  folder: string,
  today: CalendarDate,
): Promise<void> {
  const backups = path.join(folder, 'backups');
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  await writeBackup(database, path.join(backups, `tonarimachi-${today}.tar.gz`));
  const names = readdirSync(backups).filter((name) => NIGHTLY.test(name));
  for (const name of names.sort().slice(0, -KEPT)) rmSync(path.join(backups, name));
}

/**
 * Puts a backup in the place of the folder's database, which is kept beside it; returns where, null where there was
 * none. What was due at `now` may have gone out after the backup was made: it is looked for in Slack before it is posted.
 * Throws `FolderInUse` while a bot runs there, `BackupError` for a file that is no backup; then nothing has changed.
 */
export async function restoreBackup(folder: string, file: string, now: Date): Promise<string | null> {
  const lock = lockFolder(folder);
  const fresh = path.join(folder, 'db.restoring');
  try {
    rmSync(fresh, { recursive: true, force: true });
    await load(fresh, file, now);
    const standing = path.join(folder, 'db');
    const former = existsSync(standing) ? `${standing}.before-${now.toISOString().replace(/\W/g, '')}` : null;
    if (former) renameSync(standing, former);
    renameSync(fresh, standing);
    return former;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    lock.release();
  }
}

async function load(folder: string, file: string, now: Date): Promise<void> {
  try {
    const loadDataDir = new Blob([await readFile(file)]);
    const lite = await PGlite.create({ dataDir: folder, loadDataDir, extensions: { pg_trgm } });
    try {
      await lite.query('SELECT count(*) FROM _prisma_migrations');
      await doubtWhatWasDue(lite, now);
    } finally {
      await lite.close();
    }
  } catch (cause) {
    throw new BackupError(backupWords.unreadable(file), { cause });
  }
}

async function doubtWhatWasDue(lite: PGlite, now: Date): Promise<void> {
  const { rows } = await lite.query<{ there: boolean }>(`SELECT to_regclass('"Notice"') IS NOT NULL AS "there"`);
  if (!rows[0]?.there) return; // older than the outbox
  await lite.query(
    `UPDATE "Notice" SET "status" = 'claimed', "doubt" = true, "token" = 'restored', "leaseUntil" = clock_timestamp()
     WHERE "status" IN ('planned', 'claimed') AND "dueAt" <= $1`,
    [now],
  );
}
