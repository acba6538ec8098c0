import { officeOfId } from '../../records/office-calendars.ts';
import type { NotedChange } from '../changes.ts';
import { differences } from '../editing/differences.ts';
import type { Tx } from '../editing/editor.ts';
import { positionAt } from '../editing/position.ts';
import { entryOf } from '../history.ts';
import { type Act, type Administration, type AdminOutcome, administer } from '../members/administering.ts';
import type { PersonKey } from '../members/people.ts';
import { changeCalendars } from './office-calendars.ts';
import { replanOffice } from './replan-office.ts';

// What is entered for an office as a whole: its closed days, its settings. One entry an office; with nothing said there is
// none. All that goes by it is planned anew in the transaction of its change.

/** How one kind of such entries is kept. */
export interface OfficeEntryKind<F extends Record<string, unknown>> {
  kind: 'closedDays' | 'officeSettings';
  /** What an office says that has no entry. */
  nothing: F;
  read(tx: Tx, id: string): Promise<StoredEntry<F> | null>;
  create(tx: Tx, id: string, fields: F, position: number): Promise<void>;
  update(tx: Tx, id: string, fields: F, position: number, version: number): Promise<void>;
  remove(tx: Tx, id: string): Promise<void>;
}

interface StoredEntry<F> {
  fields: F;
  version: number;
  position: number;
}

/** Entries of one kind: by managers for their areas, by administrators for everything else. */
export abstract class OfficeEntries<F extends Record<string, unknown>> {
  constructor(
    readonly administration: Administration,
    readonly entries: OfficeEntryKind<F>,
  ) {}

  /** With the version that a form knows; null where nothing is entered. */
  async get(id: string): Promise<(F & { version: number }) | null> {
    const found = await this.entries.read(this.administration.prisma, id);
    return found && { ...found.fields, version: found.version };
  }

  /** Writes an entry; nothing said takes it away. `version`: the one that was seen; null: there was none. */
  async save(by: PersonKey, key: string, id: string, fields: F, version: number | null = null): Promise<AdminOutcome> {
    const needs = needsOf(id);
    if (!needs) return { outcome: 'gone' };
    const { administration, entries } = this;
    const { kind } = entries;
    return administer(administration, { by, key, kind, needs, long: true }, async (tx) => {
      await changeCalendars(tx);
      const former = await entries.read(tx, id);
      const changes = differences(former?.fields ?? entries.nothing, fields);
      if (Object.keys(changes).length === 0) return { done: [] };
      if (former && former.version !== version) {
        const last = await tx.history.findFirst({ where: { kind, record: id }, orderBy: { seq: 'desc' } });
        return { outcome: 'conflict', by: last && entryOf(last) };
      }
      return {
        changes: await storeEntry(tx, entries, id, fields, administration.clock.now()),
        done: [{ kind, record: id, changes, former: former?.fields ?? null }],
      };
    });
  }
}

/** What it takes to change what is entered for an office: to manage its area, else to be an administrator. */
export function needsOf(id: string): Act['needs'] | null {
  const office = officeOfId(id);
  if (!office) return null;
  return office.kind === 'area' ? { areaId: office.of } : 'administrator';
}

/** Writes an entry, and plans anew what goes by it. */
export async function storeEntry<F extends Record<string, unknown>>(
  tx: Tx,
  entries: OfficeEntryKind<F>,
  id: string,
  fields: F,
  now: Date,
): Promise<NotedChange[]> {
  const stored = await entries.read(tx, id);
  const isNothing = Object.keys(differences(entries.nothing, fields)).length === 0;
  if (isNothing) await entries.remove(tx, id);
  else if (stored) await entries.update(tx, id, fields, stored.position, stored.version + 1);
  else await entries.create(tx, id, fields, positionAt(now));
  await replanOffice(tx, id, now);
  return [{ kind: entries.kind, record: id, action: isNothing ? 'delete' : stored ? 'update' : 'create' }];
}
