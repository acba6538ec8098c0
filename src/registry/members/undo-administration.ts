import type { History } from '../../generated/prisma/client.ts';
import type { FieldChanges, PressOutcome } from '../../records/changes.ts';
import type { NotedChange } from '../changes.ts';
import type { Done } from '../done.ts';
import type { Tx } from '../editing/editor.ts';
import type { AnyState } from '../editing/editors.ts';
import { entryOf, formerOf } from '../history.ts';
import { CLOSED_DAYS } from '../planned/closed-days.ts';
import { takeBackPlanned } from '../planned/handover-planned.ts';
import { changeCalendars } from '../planned/office-calendars.ts';
import { needsOf as needsOfOffice, type OfficeEntryKind, storeEntry } from '../planned/office-entries.ts';
import { OFFICE_SETTINGS } from '../planned/office-settings.ts';
import type { Press } from '../press.ts';
import { lastUndoDay } from '../undo-time.ts';
import { type Act, type Administration, administer, type Work } from './administering.ts';

// Taking back what somebody did with members, channels and words: all that came with one submission, or nothing.

/** Undoes an act: one's own, the last on each of its rows, as long as its office lets it be taken back (rules 5.7). */
export async function undoAdministration(
  administration: Administration,
  { person, key, entry }: Press & { entry: string },
): Promise<PressOutcome> {
  const { prisma, clock } = administration;
  const rows = /^\d{1,18}$/.test(entry) ? await together(prisma, BigInt(entry)) : [];
  const [first] = rows;
  if (!first) return { outcome: 'gone' };
  const not = (because: Extract<PressOutcome, { outcome: 'not-undone' }>['because'], by: History | null = null) => ({
    outcome: 'not-undone' as const,
    because,
    by: by && entryOf(by),
  });
  if (first.team !== person.team || first.user !== person.user) return not('not-yours');
  if (first.action === 'undo') return not('is-undo');
  const needs = await needsOf(prisma, rows);
  const areaIds = needs === 'administrator' ? [] : [needs.areaId];
  if (clock.today() > (await lastUndoDay(prisma, areaIds, first.at))) return not('too-late');
  const later = await laterThan(prisma, rows);
  if (later) return not('later-change', later);
  const outcome = await administer(
    administration,
    { by: person, key, kind: entryOf(first).kind, needs, long: true },
    async (tx) => {
      if (await laterThan(tx, rows)) return { outcome: 'gone' };
      const done: Done[] = [];
      const changes: NotedChange[] = [];
      for (const row of [...rows].reverse()) {
        const planned = await putBackPlanned(tx, row, clock.now());
        changes.push(...(planned?.changes ?? (await putBack(tx, row, clock.now()))));
        done.push(...(planned?.done ?? []));
        if (planned) continue;
        done.push({ kind: entryOf(row).kind, record: row.record, changes: turned(row), former: {}, action: 'undo' });
      }
      return { done, changes };
    },
  );
  switch (outcome.outcome) {
    case 'saved':
    case 'duplicate': {
      const [undone] = outcome.entries;
      return undone ? { outcome: 'saved', entry: undone } : { outcome: 'gone' };
    }
    case 'refused':
      return {
        outcome: 'refused',
        because: outcome.because === 'not-administrator' ? 'not-your-area' : outcome.because,
        owners: outcome.owners,
      };
    default:
      return { outcome: 'gone' };
  }
}

async function together(db: Pick<Tx, 'history'>, seq: bigint): Promise<History[]> {
  const named = await db.history.findUnique({ where: { seq } });
  if (!named) return [];
  if (named.key === null) return [named];
  const key = named.key.replace(/#\d+$/, '');
  return db.history.findMany({
    where: { OR: [{ key }, { key: { startsWith: `${key}#` } }] },
    orderBy: { seq: 'asc' },
  });
}

async function laterThan(db: Pick<Tx, 'history'>, rows: readonly History[]): Promise<History | null> {
  const last = rows.at(-1)?.seq ?? 0n;
  const same = rows.map(({ kind, record }) => ({ kind, record }));
  return db.history.findFirst({ where: { seq: { gt: last }, OR: same }, orderBy: { seq: 'desc' } });
}

/** The right to undo is the right to do. */
async function needsOf(db: Pick<Tx, 'membership' | 'section'>, rows: readonly History[]): Promise<Act['needs']> {
  for (const { kind, record } of rows) {
    if (kind === 'area') return { areaId: record };
    if (kind === 'closedDays' || kind === 'officeSettings') return needsOfOffice(record) ?? 'administrator';
    if (kind === 'member') {
      const row = await db.membership.findUnique({ where: { id: record } });
      if (row) return { areaId: row.areaId, prefecture: row.role === 'prefecture' };
    }
    if (kind === 'section') {
      const row = await db.section.findUnique({ where: { id: record } });
      if (row) return { areaId: row.areaId };
    }
  }
  return 'administrator';
}

const turned = ({ changes }: History): FieldChanges =>
  Object.fromEntries(Object.entries(changes as FieldChanges).map(([field, [old, now]]) => [field, [now, old]]));

/** A meeting or a deadline that was handed over with the rest; null: something else. */
async function putBackPlanned(tx: Tx, row: History, now: Date): Promise<Work | null> {
  const { kind, record } = row;
  const state = formerOf(row)?.state as AnyState | undefined;
  if ((kind !== 'meetingPlan' && kind !== 'deadline') || !state) return null;
  return takeBackPlanned(tx, kind, record, state, now);
}

async function putBack(tx: Tx, row: History, now: Date): Promise<NotedChange[]> {
  const state = (formerOf(row)?.state ?? null) as Record<string, unknown> | null;
  const { record } = row;
  if (row.kind === 'member') {
    if (state === null) await tx.membership.deleteMany({ where: { id: record } });
    else await tx.membership.updateMany({ where: { id: record }, data: { ...state, version: { increment: 1 } } });
  }
  // A section that was made stays: records may name it by now.
  if (row.kind === 'section' && state !== null) await tx.section.updateMany({ where: { id: record }, data: state });
  if (row.kind === 'area') await tx.area.updateMany({ where: { id: record }, data: { channel: null, ...state } });
  if (row.kind === 'closedDays') return putBackEntry(tx, CLOSED_DAYS, row, now);
  if (row.kind === 'officeSettings') return putBackEntry(tx, OFFICE_SETTINGS, row, now);
  if (row.kind !== 'word') return [];
  if (state === null) await tx.lexiconEntry.deleteMany({ where: { id: record } });
  else await tx.lexiconEntry.updateMany({ where: { id: record }, data: { ...state, version: { increment: 1 } } });
  return [{ kind: 'lexicon', record, action: state === null ? 'delete' : 'update' }];
}

/** What was entered for an office before. */
async function putBackEntry<F extends Record<string, unknown>>(
  tx: Tx,
  entries: OfficeEntryKind<F>,
  row: History,
  now: Date,
): Promise<NotedChange[]> {
  await changeCalendars(tx);
  const fields = (formerOf(row)?.state ?? {}) as Partial<F>;
  return storeEntry(tx, entries, row.record, { ...entries.nothing, ...fields }, now);
}
