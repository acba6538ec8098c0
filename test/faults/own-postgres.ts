import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';

/** A PostgreSQL server of the suite's own, which it may therefore restart. */
export interface OwnPostgres {
  url: string;
  /** `fast` ends the connections, `immediate` is a crash from which the server recovers. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server in a temporary folder; null where PostgreSQL's programs are not installed. Throws what they say. */
export async function startOwnPostgres(): Promise<OwnPostgres | null> {
  const bin = programs();
  if (bin === null) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'faults-postgres-'));
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
    restart: (mode) => control('-m', mode, '-o', options, '-l', log, 'restart'),
    async stop() {
      await control('-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
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
