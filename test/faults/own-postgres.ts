import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { FolderInUse, type FolderLock, lockFolder } from '../../src/database/folder-lock.ts';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';
const PREFIX = 'faults-postgres-';

/** A PostgreSQL server of the suite's own, which it may therefore restart. */
export interface OwnPostgres {
  url: string;
  folder: string;
  /** `fast` ends the connections, `immediate` is a crash from which the server recovers. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server in a temporary folder, after what killed suites have left there is cleared away; null where PostgreSQL's
 * programs are not installed. Throws what they say.
 */
export async function startOwnPostgres(): Promise<OwnPostgres | null> {
  const bin = programs();
  if (bin === null) return null;
  await clearLeftServers();
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX));
  const lock = lockFolder(folder);
  const data = path.join(folder, 'data');
  const port = await freePort();
  const as = await serverUser(folder);
  const control = (...rest: string[]) => as(path.join(bin, 'pg_ctl'), ['-D', data, '-w', ...rest]);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  const log = path.join(folder, 'log');
  await as(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8']);
  await control('-o', options, '-l', log, 'start');
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    folder,
    restart: (mode) => control('-m', mode, '-o', options, '-l', log, 'restart'),
    async stop() {
      await control('-m', 'immediate', 'stop');
      lock.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Stops the servers, and removes the folders, whose suite was killed before it could. */
export async function clearLeftServers(): Promise<void> {
  const bin = programs();
  if (bin === null) return;
  for (const name of (await readdir(tmpdir())).filter((each) => each.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const lock = lockOfLeft(folder);
    if (!lock) continue;
    if (existsSync(path.join(folder, 'data', 'postmaster.pid'))) {
      const as = await serverUser(folder);
      // What does not run any more cannot be stopped.
      await as(path.join(bin, 'pg_ctl'), ['-D', path.join(folder, 'data'), '-w', '-m', 'immediate', 'stop']).catch(
        () => {},
      );
    }
    lock.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Null: its suite runs, or has not come to locking it. */
function lockOfLeft(folder: string): FolderLock | null {
  if (!existsSync(path.join(folder, 'db.lock'))) return null;
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof FolderInUse) return null;
    throw error;
  }
}

/** The folder of the newest installed version's programs. */
function programs(): string | null {
  try {
    const newest = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a))[0];
    return newest === undefined ? null : path.join(INSTALLED, newest, 'bin');
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
async function serverUser(folder: string): Promise<(program: string, args: string[]) => Promise<void>> {
  if (process.getuid?.() !== 0) return async (program, args) => void (await run(program, args, { cwd: folder }));
  const id = async (which: '-u' | '-g') => Number((await run('id', [which, 'postgres'])).stdout);
  const [uid, gid] = [await id('-u'), await id('-g')];
  await chown(folder, uid, gid);
  return async (program, args) => void (await run(program, args, { cwd: folder, uid, gid }));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
