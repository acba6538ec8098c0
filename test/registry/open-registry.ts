import { randomUUID } from 'node:crypto';
import { fixedClock } from '../../src/calendar/clock.ts';
import type { Database } from '../../src/database/open.ts';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { LiveLookup } from '../../src/registry/live-lookup.ts';
import { Registrar } from '../../src/registry/registrar.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';
import { fewRecords } from './few-records.ts';

export const TEAM = 'T0MIE';
export const NOW = '2026-11-24T09:00:00+09:00';
const person = (user: string) => ({ team: TEAM, user });

/** 鈴鹿市's two, 尾鷲市's, a hub of 鈴鹿市's, the prefecture's, and somebody whom nobody knows. */
export const SATO = person('U_SATO');
export const SUZUKI = person('U_SUZUKI');
export const OWASE = person('U_OWASE');
export const HUB = person('U_HUB');
export const KEN = person('U_KEN');
export const ADMIN = person('U_ADMIN');
export const STRANGER = person('U_STRANGER');

const ROLES: [string, string, string][] = [
  ['U_SATO', 'suzuka', 'staff'],
  ['U_SUZUKI', 'suzuka', 'manager'],
  ['U_OWASE', 'owase', 'staff'],
  ['U_HUB', 'suzuka', 'hub'],
  ['U_KEN', 'kihoku', 'prefecture'],
];

/** The small registry with its people, and a way to look at it from a second copy. */
export interface TestRegistry {
  database: TestDatabase;
  /** A copy of the bot's registrar, on another connection pool where there is a server. */
  at(now?: string, of?: Database): Registrar;
  /** Ready for the next test, with these records. */
  fresh(records?: RegistryRecords): Promise<void>;
  ask(question: string): Promise<string>;
}

export async function openRegistry(): Promise<TestRegistry> {
  const database = await openTestDatabase();
  let lookup: LiveLookup | undefined;
  return {
    database,
    at: (now = NOW, of = database) =>
      new Registrar(of.prisma, fixedClock(now), async () => ({ ids: ['U_ADMIN'], named: true })),
    async fresh(records = fewRecords()) {
      await database.clear();
      await loadShipped(database.prisma, { records });
      await database.prisma.membership.createMany({
        data: ROLES.map(([user, areaId, role]) => ({ user, areaId, role })),
      });
      lookup = await LiveLookup.open(database.prisma, { homePrefecture: '三重県' });
    },
    async ask(question) {
      const turn = await lookup?.ask([{ question }], fixedClock(NOW).today());
      return JSON.stringify(turn?.answer ?? null);
    },
  };
}

/** The key of a submission. */
export const newKey = (): string => `submission:${randomUUID()}`;
