import { todayIn } from '../../calendar/calendar-date.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { registerOf } from '../../records/register.ts';
import type { PersonKey } from '../members/people.ts';
import { type Administrators, type Owner, type Rights, rightsAndOwners } from '../members/permissions.ts';
import type { Tx } from './editor.ts';
import type { AnyFields } from './editors.ts';

/** What a change meets at its moment, beside the record itself. */
export interface Circumstances {
  rights: Rights;
  /** The areas concerned that exist, in their order. */
  owners: readonly Owner[];
  /** The same submission was taken on already. */
  again: boolean;
  /** This year's register is among the sources. */
  hasRegister: boolean;
}

/** Reads all of it in one round trip, within the transaction of the change. */
export function circumstancesOf(
  tx: Tx,
  { person, key }: { person: PersonKey; key: string },
  { now, administrators }: { now: Date; administrators: Administrators },
  areaIds: readonly string[],
): Promise<Circumstances> {
  const today = todayIn(now);
  return rightsAndOwners(tx, person, today, administrators, areaIds, {
    again: Prisma.sql`EXISTS (SELECT 1 FROM "History" WHERE "key" = ${key})`,
    hasRegister: Prisma.sql`EXISTS (SELECT 1 FROM "Source" WHERE "id" = ${registerOf(fiscalYearOf(today)).id})`,
  });
}

/** The areas that submitted fields name, so that they are asked for together with those that own the record now. */
export function areasIn(fields: AnyFields): string[] {
  const { areaId, areaIds, uses } = fields;
  const ofUses = Array.isArray(uses) ? uses.flatMap((use: { areaIds?: unknown }) => use?.areaIds) : [];
  return [areaId, ...[areaIds].flat(), ...ofUses].filter((id) => typeof id === 'string');
}
