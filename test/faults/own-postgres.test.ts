import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { administer } from '../database/snapshot-setup.ts';
import { clearLeftServers, type OwnPostgres } from './own-postgres.ts';

type Left = Pick<OwnPostgres, 'url' | 'folder'> | null;

async function suite(): Promise<{ suite: ChildProcess; left: Left }> {
  const file = fileURLToPath(new URL('left-postgres.ts', import.meta.url));
  const suite = fork(file, { execArgv: ['--import', 'tsx'] });
  const [left] = (await once(suite, 'message')) as [Left];
  return { suite, left };
}

it('the server of a suite that was killed is stopped and its folder removed; that of a running one stays', async ({
  skip,
}) => {
  const { suite: other, left } = await suite();
  if (!left) return skip('PostgreSQL is not installed');
  await clearLeftServers();
  await administer(left.url, 'SELECT 1');

  other.kill('SIGKILL');
  await once(other, 'exit');
  await clearLeftServers();
  await vi.waitUntil(() => !existsSync(left.folder), 20_000); // another suite may just be clearing it
  await expect(administer(left.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
});
