import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { nightly } from '../../jobs/nightly.ts';
import { fixedClock } from '../../src/calendar/clock.ts';
import { BackupError, restoreBackup, writeBackup } from '../../src/database/backup.ts';
import { FolderInUse } from '../../src/database/folder-lock.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { plan } from '../../src/delivery/plan.ts';
import { copyOf, HandClock, NINE, newThing, noticeOf, SmallSlack } from '../delivery/outbox-kit.ts';

let folder: string;
let open: Database | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backup-'));
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  await rm(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, 'kept.tar.gz');
const opened = async (snapshot?: Blob) => {
  open = await openDatabase({ folder, snapshot });
  return open;
};
const first = async () => opened(new Blob([await readFile(inject('snapshot'))]));
const close = async () => {
  await open?.close();
  open = undefined;
};

it('what was backed up is there again after it was restored, and what came later is kept beside it', async () => {
  const database = await first();
  await newThing(database, 'kept');
  expect(await writeBackup(database, file())).toBeGreaterThan(100_000);
  await newThing(database, 'later');
  await close();
  const former = await restoreBackup(folder, file(), NINE);
  expect(former).toMatch(/db\.before-/);
  const texts = (await (await opened()).prisma.question.findMany()).map(({ text }) => text);
  expect(texts).toEqual(['kept']);
});

it('a restored outbox says nothing twice: what had gone out since is found in Slack', async () => {
  const database = await first();
  const thing = await newThing(database);
  const [sent, unsent] = [noticeOf(thing, 'C1'), noticeOf(thing, 'C2', { dueAt: new Date(NINE.getTime() + 60_000) })];
  const later = noticeOf(thing, 'C3', { dueAt: new Date(NINE.getTime() + 3_600_000) });
  await database.prisma.$transaction((tx) => plan(tx, [sent, unsent, later], NINE));
  await writeBackup(database, file());
  const slack = new SmallSlack();
  const clock = new HandClock(NINE);
  await copyOf(database, clock, slack).drain();
  await close();
  clock.advance(120_000);
  await restoreBackup(folder, file(), clock.now());
  const again = await opened();
  const copy = copyOf(again, clock, slack);
  await copy.drain();
  await copy.drain();
  expect(slack.keys()).toEqual([sent.key, unsent.key]);
  expect(await again.prisma.notice.count({ where: { status: 'sent' } })).toBe(2);
  expect(await again.prisma.notice.count({ where: { status: 'planned' } })).toBe(1);
});

it('nothing is restored under a running bot, nor from a file that is no backup', async () => {
  const database = await first();
  await newThing(database, 'mine');
  await writeBackup(database, file());
  await expect(restoreBackup(folder, file(), NINE)).rejects.toThrow(FolderInUse);
  await close();
  await writeFile(path.join(folder, 'odd'), 'no backup');
  await expect(restoreBackup(folder, path.join(folder, 'odd'), NINE)).rejects.toThrow(BackupError);
  expect(await (await opened()).prisma.question.count()).toBe(1);
});

it('each night the database is cleaned and copied, and a week of copies is kept', async () => {
  const database = await first();
  const backups = path.join(folder, 'backups');
  await mkdir(backups);
  for (let day = 10; day <= 17; day += 1) await writeFile(path.join(backups, `tonarimachi-2026-11-${day}.tar.gz`), '');
  await nightly(database, folder, fixedClock('2026-11-18T03:00:00+09:00')).run();
  const names = await readdir(backups);
  expect(names.sort()).toEqual([12, 13, 14, 15, 16, 17, 18].map((day) => `tonarimachi-2026-11-${day}.tar.gz`));
});

it('a PostgreSQL is left to its own tools', async () => {
  await expect(writeBackup({}, file())).rejects.toThrow(/pg_dump/);
});
