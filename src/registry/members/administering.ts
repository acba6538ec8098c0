import { todayIn } from '../../calendar/calendar-date.ts';
import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { HistoryEntry, HistoryKind, MayChange } from '../../records/changes.ts';
import { type NotedChange, noteChanges } from '../changes.ts';
import type { Done } from '../done.ts';
import type { Tx } from '../editing/editor.ts';
import { inTurn } from '../editing/in-turn.ts';
import { entryOf, noteHistory } from '../history.ts';
import { atomically, Nothing, noteRefusal } from '../save-change.ts';
import type { PersonKey } from './people.ts';
import { type Administrators, ownersOf, type Rights, rightsOf } from './permissions.ts';

// What managers and administrators do beside the records: members, sections, channels, words. Decided from the state of
// the moment, in one transaction, with its entries in the history.

/** What such an act works with. */
export interface Administration {
  prisma: Client;
  clock: Clock;
  administrators: Administrators;
}

/** What an act did, and what every copy of the bot reads anew. */
export interface Work {
  done: Done[];
  changes?: NotedChange[];
}

type Because = Extract<MayChange, { may: false }>['because'] | 'not-administrator';

/** Why an act was not done, though the person may. */
export type Hindrance =
  | { outcome: 'gone' | 'unknown-area' | 'wrong-days' | 'nobody-in-charge' }
  /** Somebody changed it meanwhile. */
  | { outcome: 'conflict'; by: HistoryEntry | null }
  /** It is there already. */
  | { outcome: 'taken'; record: string };

export type AdminOutcome =
  | { outcome: 'saved' | 'duplicate'; entries: HistoryEntry[] }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; because: Because; owners: string[] }
  | Hindrance;

/** Who acts, on what, and what that asks for: areas to manage, or to be an administrator. */
export interface Act {
  by: PersonKey;
  /** The same at each delivery. */
  key: string;
  kind: HistoryKind;
  needs: { areaId: string; prefecture?: boolean } | 'administrator';
  reason?: string | null;
  /** Much follows from it, so that it may take long. */
  long?: true;
}

/** Room for an act that plans the notices of a whole prefecture anew. */
const LONG_MS = 120_000;

/** Does something if the person may, once; all of it or nothing. A refusal is noted for the audit. */
export async function administer(
  { prisma, clock, administrators }: Administration,
  { by, key, kind, needs, reason = null, long }: Act,
  work: (tx: Tx, rights: Rights) => Promise<Work | Hindrance>,
): Promise<AdminOutcome> {
  const now = clock.now();
  const outcome = await atomically(
    prisma,
    async (tx): Promise<AdminOutcome> => {
      await inTurn(tx, key);
      const known = await entriesOf(tx, key);
      if (known.length > 0) return { outcome: 'duplicate', entries: known };
      const rights = await rightsOf(tx, by, todayIn(now), administrators);
      const no = await hindered(tx, rights, needs);
      if (no) return no;
      const worked = await work(tx, rights);
      if ('outcome' in worked) throw new Nothing(worked);
      const done = worked.done.filter(({ changes }) => Object.keys(changes).length > 0);
      if (done.length === 0) throw new Nothing({ outcome: 'unchanged' });
      const entries: HistoryEntry[] = [];
      for (const [at, each] of done.entries()) {
        entries.push(
          await noteHistory(tx, {
            at: now,
            key: at === 0 ? key : `${key}#${at}`,
            by,
            name: rights.name,
            via: 'form',
            action: each.action ?? (each.former === null ? 'create' : 'update'),
            kind: each.kind,
            record: each.record,
            version: each.version ?? 0,
            reason,
            inStead: false,
            changes: each.changes,
            former: each.former === null ? null : { asOf: null, sourceId: null, state: each.former },
          }),
        );
      }
      await noteChanges(tx, worked.changes ?? []);
      return { outcome: 'saved', entries };
    },
    long ? LONG_MS : undefined,
  );
  if (outcome.outcome === 'refused') {
    const id = needs === 'administrator' ? null : needs.areaId;
    await noteRefusal(prisma, now, { person: by, key, kind, id }, outcome.because);
  }
  return outcome;
}

async function hindered(tx: Tx, rights: Rights, needs: Act['needs']): Promise<AdminOutcome | null> {
  if (needs === 'administrator') {
    if (rights.mayAdminister) return null;
    return { outcome: 'refused', because: rights.deactivated ? 'deactivated' : 'not-administrator', owners: [] };
  }
  const [area] = await ownersOf(tx, [needs.areaId]);
  if (!area) return { outcome: 'unknown-area' };
  const may = rights.managing(area);
  if (!may.may) return { outcome: 'refused', because: may.because, owners: [area.name] };
  if (!needs.prefecture || rights.mayAdminister) return null;
  return { outcome: 'refused', because: 'not-administrator', owners: [area.name] };
}

/** All that came with one submission, in the order in which it was done. */
export async function entriesOf(tx: Pick<Tx, 'history'>, key: string): Promise<HistoryEntry[]> {
  const rows = await tx.history.findMany({
    where: { OR: [{ key }, { key: { startsWith: `${key}#` } }] },
    orderBy: { seq: 'asc' },
  });
  return rows.map(entryOf);
}
