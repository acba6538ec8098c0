import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { administer, databaseUrl } from '../database/snapshot-setup.ts';
import { type Figures, runFaults } from './delivery-faults.ts';
import { carryOut } from './orders.ts';
import { startOwnPostgres } from './own-postgres.ts';

// The short form runs with the suite on PostgreSQL; `npm run test:faults` is the long one, on both. It starts a server of
// its own where PostgreSQL is installed, so that it can be restarted and made to crash.
const isLong = process.env.FAULTS === 'long';
const seed = Number(process.env.FAULTS_SEED ?? 20261201);
/** On a busy machine; what does not go on at all ends by itself sooner. */
const MOST_MS = isLong ? 3 * 3_600_000 : 600_000;

function exactlyOnce(name: string, figures: Figures): void {
  process.stdout.write(`faults, ${name}: ${JSON.stringify(figures)}\n`);
  const { planned, sent, cancelled, expired, failed, lost, twice, wronglySent, afterCallOff } = figures;
  expect({ lost, twice, wronglySent, afterCallOff }).toEqual({ lost: 0, twice: 0, wronglySent: 0, afterCallOff: 0 });
  expect(sent + cancelled + expired + failed).toBe(planned);
  for (const count of [sent, cancelled, figures.killsAfterTaken]) expect(count).toBeGreaterThan(0);
}

const server = inject('server');

/** A database for one run, on the suite's own server in the long form. */
async function serverForRun() {
  const own = isLong ? await startOwnPostgres() : null;
  if (own) return { url: own.url, restart: own.restart, end: own.stop };
  if (!server) return null;
  const name = `tonarimachi_faults_${randomBytes(4).toString('hex')}`;
  await administer(server.url, `CREATE DATABASE "${name}" TEMPLATE "${server.template}"`);
  const end = () => administer(server.url, `DROP DATABASE "${name}" WITH (FORCE)`);
  return { url: databaseUrl(server.url, name), end };
}

it.runIf(isLong)(
  'one copy on the embedded database loses nothing and says nothing twice',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'faults-'));
    try {
      exactlyOnce('PGlite', await runFaults({ copies: 1, kills: 100, database: { folder }, seed }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  MOST_MS,
);

it.runIf(server || isLong)(
  'three copies on PostgreSQL lose nothing and say nothing twice, whatever breaks',
  async ({ skip }) => {
    const found = await serverForRun();
    if (!found) return skip('no PostgreSQL is installed or named');
    const { end, ...target } = found;
    const database = await openDatabase({ url: target.url });
    try {
      const figures = await runFaults({
        copies: 3,
        kills: isLong ? 220 : Number(process.env.FAULTS_KILLS ?? 5),
        database: { ...target, pool: database.pool },
        direct: (order) => carryOut(database.prisma, order),
        seed,
      });
      exactlyOnce('PostgreSQL, 3 copies', figures);
    } finally {
      await database.close();
      await end();
    }
  },
  MOST_MS,
);
