import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/database/folder-lock.ts';
import { openDatabase } from '../../src/database/open.ts';

let folder: string;
let children: ChildProcess[];

/** Starts a script of this folder in a process of its own. */
function start(script: string): ChildProcess {
  const file = new URL(script, import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

/** The first thing a process says. */
const firstWord = async (child: ChildProcess) =>
  String((await once(child.stdout as NodeJS.ReadableStream, 'data'))[0]).trim();

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'folder-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) await kill(child);
  await rm(folder, { recursive: true, force: true });
});

describe('an embedded folder belongs to one process', () => {
  it('refuses a second process, naming who holds it and what to do, in both languages', async () => {
    const holder = start('hold-folder.ts');
    expect(await firstWord(holder)).toBe('held');
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    await expect(openDatabase({ folder })).rejects.toThrow(
      new RegExp(`データのフォルダー .*${hostname()} のプロセス ${holder.pid} .*使用中です。.*DATA_DIR`),
    );
    await expect(openDatabase({ folder })).rejects.toThrow(
      new RegExp(`in use by process ${holder.pid} on ${hostname()} since .*DATA_DIR`),
    );
    expect(existsSync(path.join(folder, 'db'))).toBe(false);
  });

  it('refuses this process, too, while it holds the folder already', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    lock.release();
    lockFolder(folder).release();
  });

  it('is taken over at once from a process that was killed', async () => {
    const holder = start('hold-folder.ts');
    await firstWord(holder);
    await kill(holder);
    expect(existsSync(path.join(folder, 'db.lock'))).toBe(true);
    lockFolder(folder).release();
    expect(existsSync(path.join(folder, 'db.lock'))).toBe(false);
  });

  it('is taken over from a dead process whose number another one has by now', () => {
    const dead = { pid: process.pid, start: '1', host: hostname(), at: '2026-01-01T00:00:00Z' };
    writeFileSync(path.join(folder, 'db.lock'), JSON.stringify(dead));
    if (process.platform === 'linux') lockFolder(folder).release();
  });

  it('is respected when a process on another host renewed its hold within a minute', () => {
    const other = { pid: 1, start: null, host: 'another-host', at: '2026-01-01T00:00:00Z' };
    writeFileSync(path.join(folder, 'db.lock'), JSON.stringify(other));
    expect(() => lockFolder(folder)).toThrow(/on another-host/);
  });

  it('goes to exactly one of several processes that find a stale hold', async () => {
    const holder = start('hold-folder.ts');
    await firstWord(holder);
    await kill(holder);
    const words = await Promise.all(Array.from({ length: 5 }, () => firstWord(start('hold-folder.ts'))));
    expect(words.sort()).toEqual(['held', 'refused', 'refused', 'refused', 'refused']);
    const { pid } = JSON.parse(readFileSync(path.join(folder, 'db.lock'), 'utf8')) as { pid: number };
    expect(children.find((child) => child.pid === pid)?.exitCode).toBeNull();
  });
});

describe('an embedded database', () => {
  it('loses nothing that was stored when its process is killed', async () => {
    const writer = start('write-until-killed.ts');
    let said = '';
    await new Promise<void>((resolve) => {
      writer.stdout?.on('data', (chunk) => {
        said += String(chunk);
        if (said.split('\n').length > 60) resolve();
      });
    });
    await kill(writer);
    const stored = said.split('\n').slice(0, -1);
    const database = await openDatabase({ folder });
    const kept = new Set((await database.prisma.question.findMany()).map((question) => question.text));
    await database.close();
    expect(stored.filter((number) => !kept.has(number))).toEqual([]);
    expect(existsSync(path.join(folder, 'db.lock'))).toBe(false);
  });
});
