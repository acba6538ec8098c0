import { type ClosedDaysRow, officeOfId } from '../records/office-calendars.ts';
import { type Act, type Administration, type AdminOutcome, administer } from './administering.ts';
import type { NotedChange } from './changes.ts';
import { differences } from './editing/differences.ts';
import type { Tx } from './editing/editor.ts';
import { positionAt } from './editing/position.ts';
import { entryOf } from './history.ts';
import { replanInitiativeAsItStands } from './initiative-notices.ts';
import { changeCalendars } from './office-calendars.ts';
import type { PersonKey } from './people.ts';
import { readers } from './read-records.ts';
import { replanDeadline, replanOccurrence } from './replan.ts';
import { writers } from './write-records.ts';

/** The closed days of an office without its name. */
export type ClosedDaysFields = Omit<ClosedDaysRow, 'id'>;

/** The closed days of offices (rules 2.3): by managers for their areas, by administrators for all and for recipients. */
export class OfficeClosures {
  constructor(readonly administration: Administration) {}

  /** With the version that a form knows; null where nothing is entered. */
  async get(id: string): Promise<(ClosedDaysRow & { version: number }) | null> {
    const { prisma } = this.administration;
    const [row] = await readers.closedDays(prisma, [id]);
    const found = row && (await prisma.officeClosure.findUnique({ where: { id }, select: { version: true } }));
    return row && found ? { ...row, ...found } : null;
  }

  /**
   * Says when an office is closed; nothing said takes its entry away. The notices that go by its calendar are planned
   * anew in the same transaction. `version`: the one that was seen; null: there was none.
   */
  async save(
    by: PersonKey,
    key: string,
    id: string,
    fields: ClosedDaysFields,
    version: number | null = null,
  ): Promise<AdminOutcome> {
    const needs = needsOf(id);
    if (!needs) return { outcome: 'gone' };
    const { clock } = this.administration;
    return administer(this.administration, { by, key, kind: 'closedDays', needs, long: true }, async (tx) => {
      await changeCalendars(tx);
      const [former = null] = await readers.closedDays(tx, [id]);
      const stored = await tx.officeClosure.findUnique({ where: { id }, select: { version: true } });
      const changes = differences(former && fieldsOf(former), fields);
      if (Object.keys(changes).length === 0) return { done: [] };
      if (stored && stored.version !== version) {
        const last = await tx.history.findFirst({
          where: { kind: 'closedDays', record: id },
          orderBy: { seq: 'desc' },
        });
        return { outcome: 'conflict', by: last && entryOf(last) };
      }
      const noted = await storeClosedDays(tx, id, fields, clock.now());
      return {
        done: [{ kind: 'closedDays', record: id, changes, former: former && fieldsOf(former) }],
        changes: noted,
      };
    });
  }
}

/** What it takes to change the closed days of an office: to manage its area, else to be an administrator. */
export function needsOf(id: string): Act['needs'] | null {
  const office = officeOfId(id);
  if (!office) return null;
  return office.kind === 'area' ? { areaId: office.of } : 'administrator';
}

/** Writes the closed days of an office, and plans anew what goes by them. */
export async function storeClosedDays(tx: Tx, id: string, fields: ClosedDaysFields, now: Date): Promise<NotedChange[]> {
  const stored = await tx.officeClosure.findUnique({ where: { id } });
  const row = { id, ...fields };
  const action = isNothing(fields) ? 'delete' : stored ? 'update' : 'create';
  if (action === 'delete') await writers.closedDays.remove(tx, [id]);
  else if (stored) await writers.closedDays.update(tx, row, stored.position, stored.version + 1);
  else await writers.closedDays.create(tx, row, positionAt(now));
  await replanOffice(tx, id, now);
  return [{ kind: 'closedDays', record: id, action }];
}

const isNothing = ({ days, yearly, yearEnd }: ClosedDaysFields): boolean =>
  days.length === 0 && yearly.length === 0 && yearEnd === null;

const fieldsOf = ({ days, yearly, yearEnd }: ClosedDaysFields) => ({ days, yearly, yearEnd });

const REPLAN = { meeting: replanOccurrence, deadline: replanDeadline, initiative: replanInitiativeAsItStands } as const;

/** Every record with a notice to come has its notices from its state; those of the office's areas are worked out anew. */
async function replanOffice(tx: Tx, id: string, now: Date): Promise<void> {
  const ofAreas = { areaId: { in: await areasUnder(tx, id) } };
  // A report may be due at any office.
  const concerned = { OR: [ofAreas, { recordKind: 'deadline' }] };
  const rows = await tx.notice.findMany({
    where: { status: 'planned', recordKind: { in: Object.keys(REPLAN) }, ...concerned },
    distinct: ['recordKind', 'recordId'],
    select: { recordKind: true, recordId: true },
  });
  for (const { recordKind, recordId } of rows) await REPLAN[recordKind as keyof typeof REPLAN](tx, recordId, now);
}

async function areasUnder(tx: Tx, id: string): Promise<string[]> {
  const office = officeOfId(id);
  if (office?.kind === 'area') return [office.of];
  if (office?.kind !== 'prefecture') return [];
  const areas = await tx.area.findMany({ where: { prefecture: office.of }, select: { id: true } });
  return areas.map((area) => area.id);
}
