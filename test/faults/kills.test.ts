import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { seeded } from '../../bench/random.ts';
import { administer, databaseUrl } from '../database/snapshot-setup.ts';
import { killAround, type Place } from './kills.ts';

// The short form runs with the suite, on its database; `npm run test:faults` is the long one, on both where there is a
// server. FAULTS_SEED chooses the same moments again.
const isLong = process.env.FAULTS === 'long';
const seed = Number(process.env.FAULTS_SEED ?? randomInt(2 ** 31));
/** On a busy machine. */
const MOST_MS = isLong ? 3 * 3_600_000 : 600_000;
const server = inject('server');

async function allOrNothing(name: string, place: Place, kills: number): Promise<void> {
  const figures = await killAround(place, kills, seeded(seed));
  process.stdout.write(`faults of saving, ${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
  const never = { savedTwice: 0, half: 0, confirmedInVain: 0, misleading: 0, notMadeGood: 0 };
  expect(figures, `seed ${seed}`).toMatchObject({ kills, ...never });
  expect(figures.saved + figures.notSaved).toBe(kills);
}

it.runIf(isLong || !server)(
  'a bot killed around a submission has saved it whole with its entry, or not at all (5.1, 5.3): in a folder',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'kills-'));
    try {
      await allOrNothing('PGlite', { folder }, isLong ? (server ? 100 : 200) : 10);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  MOST_MS,
);

it.runIf(server)(
  'a bot killed around a submission has saved it whole with its entry, or not at all (5.1, 5.3): on PostgreSQL',
  async () => {
    if (!server) return;
    const name = `tonarimachi_faults_${randomBytes(4).toString('hex')}`;
    await administer(server.url, `CREATE DATABASE "${name}" TEMPLATE "${server.template}"`);
    try {
      await allOrNothing('PostgreSQL', { url: databaseUrl(server.url, name) }, isLong ? 100 : 10);
    } finally {
      await administer(server.url, `DROP DATABASE "${name}" WITH (FORCE)`);
    }
  },
  MOST_MS,
);
