import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startWords } from '../words/start.ts';

const RENEW_MS = 10_000;
const STALE_MS = 60_000;

const Holder = z.object({ pid: z.number(), start: z.string().nullable(), host: z.string(), at: z.string() });
type Holder = z.infer<typeof Holder>;

/** Another process works on this folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';

  constructor(
    readonly folder: string,
    readonly holder: Holder,
  ) {
    super(startWords.folderInUse(folder, holder.pid, holder.host, holder.at));
  }
}

export interface FolderLock {
  release(): void;
}

/** When a process began, in clock ticks (field 22 of /proc/PID/stat); guards against reused pids. Null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < STALE_MS;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return holder.start === null || startOf(holder.pid) === holder.start;
}

function read(file: string): { raw: string; holder: Holder | null } | null {
  try {
    const raw = readFileSync(file, 'utf8');
    try {
      return { raw, holder: Holder.parse(JSON.parse(raw)) };
    } catch {
      return { raw, holder: null };
    }
  } catch {
    return null;
  }
}

/** Moves a dead lock aside; puts it back if it changed hands in between. */
function removeDead(file: string, judged: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') !== judged) {
    try {
      linkSync(aside, file);
    } catch {
      // someone else holds the folder by now; they win
    }
  }
  unlinkSync(aside);
}

/**
 * Takes the folder for this process: two processes on one embedded database lose writes silently.
 * Throws `FolderInUse` while another living process holds it; a lock left by a killed one is taken over at once.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'db.lock');
  const mine: Holder = {
    pid: process.pid,
    start: startOf(process.pid),
    host: hostname(),
    at: new Date().toISOString(),
  };
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(own, file);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const current = read(file);
      if (current?.holder && isAlive(current.holder, file)) throw new FolderInUse(folder, current.holder);
      if (current) removeDead(file, current.raw);
    }
  } finally {
    unlinkSync(own);
  }
  const renew = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // the folder was removed under us; what works on it will say so
    }
  }, RENEW_MS);
  renew.unref();
  return {
    release() {
      clearInterval(renew);
      const current = read(file);
      if (current?.holder?.pid === mine.pid && current.holder.at === mine.at) unlinkSync(file);
    },
  };
}
