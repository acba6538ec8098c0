import { type CalendarDate, todayIn } from '../../calendar/calendar-date.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { ChangeKind } from '../../records/changes.ts';
import { registerOf, registerPlace } from '../../records/register.ts';
import { asOfDay } from '../../records/written-dates.ts';
import type { NotedChange } from '../changes.ts';
import type { Origin, Tx } from './editor.ts';

import { type AnyFields, type AnyState, editorOf } from './editors.ts';
import { newId } from './new-id.ts';
import { positionAt } from './position.ts';

/** A record that nobody else can change until the transaction ends. */
export interface Standing {
  id: string;
  version: number;
  position: number;
  state: AnyState;
}

/** Locks a record and reads it; null where there is none, or where it was taken back. */
export async function lockRecord(tx: Tx, kind: ChangeKind, id: string): Promise<Standing | null> {
  const editor = editorOf(kind);
  const [row] = await tx.$queryRaw<{ version: number; position: number }[]>`
    SELECT "version", "position" FROM ${Prisma.raw(`"${editor.table}"`)} WHERE "id" = ${id} FOR UPDATE`;
  const state = row ? await editor.read(tx, id) : null;
  return row && state ? { id, ...row, state } : null;
}

/** The id of a new record: register.initiative-…; a survey's answer has the form of those in its sheet. */
export function newRecordId(kind: ChangeKind, fields: AnyFields): string {
  if (kind !== 'answer') return `register.${kind}-${newId()}`;
  return `register.${newId()}.answer-${String(fields.facet)}`;
}

/** Where what is said at an instant by these areas stands; adds the year's register where there is none yet. */
export async function registerOrigin(
  tx: Tx,
  now: Date,
  areaNames: readonly string[],
  hasRegister: boolean,
): Promise<Noted<Origin>> {
  const today = todayIn(now);
  const source = registerOf(fiscalYearOf(today));
  const data = { ...source, position: positionAt(now) };
  const added = hasRegister ? 0 : (await tx.source.createMany({ data, skipDuplicates: true })).count;
  return {
    value: { sourceId: source.id, place: registerPlace(areaNames), asOf: asOfDay(today) },
    changes: added > 0 ? [{ kind: 'source', record: source.id, action: 'create' }] : [],
  };
}

export interface Noted<T> {
  value: T;
  changes: NotedChange[];
}

/** The as-of date that a change gives its record: the one that was said, or today's. */
export function originAsOf(fields: AnyFields, changed: readonly string[], today: CalendarDate): string {
  return changed.includes('asOf') && typeof fields.asOf === 'string' ? fields.asOf : asOfDay(today);
}
