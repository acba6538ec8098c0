import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { type DateRange, parseFiscalYearLabel } from '../calendar/fiscal-year.ts';
import { endOfDay } from '../calendar/office-time.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { SavedRecord } from '../lookup/asker.ts';
import {
  CHANGE_KINDS,
  type ChangeAction,
  type ChangeKind,
  type FieldsOf,
  type FormerState,
  type HistoryEntry,
  type HistoryKind,
  type MayChange,
} from '../records/changes.ts';
import type { Tx } from './editing/editor.ts';
import { type AnyState, editorOf } from './editing/editors.ts';
import { entryOf, formerOf } from './history.ts';
import { namesOf } from './members/names.ts';
import type { PersonKey } from './members/people.ts';
import { type Administrators, mayOver, ownersOf, rightsOf } from './members/permissions.ts';

// What forms are filled in with: a record as it stands, who may change it, what became of it over time.

/** A record as a form opens it. */
export interface OpenRecord<K extends ChangeKind> {
  id: string;
  version: number;
  fields: FieldsOf<K>;
  areaIds: readonly string[];
  /** As of when it says what it says, and where. */
  asOf: string | null;
  sourceId: string | null;
}

/** A record as it stands; null where there is none, or where it was taken back. */
export async function openRecord<K extends ChangeKind>(prisma: Tx, kind: K, id: string): Promise<OpenRecord<K> | null> {
  const editor = editorOf(kind);
  const state = await editor.read(prisma, id);
  if (!state) return null;
  const [row] = await prisma.$queryRawUnsafe<{ version: number }[]>(
    `SELECT "version" FROM "${editor.table}" WHERE "id" = $1`,
    id,
  );
  return {
    id,
    version: row?.version ?? 1,
    fields: editor.fields(state) as FieldsOf<K>,
    areaIds: editor.areas(state),
    ...editor.origin(state),
  };
}

/** What somebody wants to change: a record, or something new of these areas. */
export type Target = { kind: ChangeKind; id: string } | { areaIds: readonly string[]; kind?: ChangeKind };

/** Whether somebody may change something on a day, and as what; null where there is no such record. */
export async function mayChange(
  prisma: Client,
  person: PersonKey,
  target: Target,
  day: CalendarDate,
  administrators: Administrators,
): Promise<MayChange | null> {
  let areaIds = 'areaIds' in target ? target.areaIds : null;
  if ('id' in target) {
    const editor = editorOf(target.kind);
    const state = await editor.read(prisma, target.id);
    areaIds = state && editor.areas(state);
  }
  if (!areaIds) return null;
  const rights = await rightsOf(prisma, person, day, administrators);
  const kind = 'kind' in target ? target.kind : null;
  const may = mayOver(rights, await ownersOf(prisma, areaIds), kind ? editorOf(kind) : {});
  // Another town may say that it uses the tool as well.
  if (may.may || !('id' in target) || target.kind !== 'tool') return may;
  const own = rights.over(
    await ownersOf(
      prisma,
      rights.memberships.map(({ areaId }) => areaId),
    ),
  );
  return own.may ? own : may;
}

/** The changes of a record, the newest first. */
export async function historyOf(prisma: Client, kind: string, record: string, take = 50): Promise<HistoryEntry[]> {
  const rows = await prisma.history.findMany({ where: { kind, record }, orderBy: { seq: 'desc' }, take });
  return rows.map(entryOf);
}

/** A saved change without what it changed. */
export interface RecentChange {
  at: Date;
  action: ChangeAction;
  kind: ChangeKind;
  record: string;
}

/** Who has submitted or answered is for the area itself and the prefecture (rules 1.6). */
const TOLD_TO_ALL = CHANGE_KINDS.filter((kind) => kind !== 'submission' && kind !== 'surveyReply');

/** The last changes of records by anybody, the newest first. */
export async function recentChanges(prisma: Client, take: number): Promise<RecentChange[]> {
  const rows = await prisma.history.findMany({
    where: { kind: { in: TOLD_TO_ALL }, action: { not: 'blackout' } },
    select: { at: true, action: true, kind: true, record: true },
    orderBy: { seq: 'desc' },
    take,
  });
  return rows.map(({ at, action, kind, record }) => ({
    at,
    action: action as ChangeAction,
    kind: kind as ChangeKind,
    record,
  }));
}

/** Each record that was saved in a time, by its last change then, the newest first; what was taken back is left out. */
export async function savedIn(prisma: Client, { from, to }: DateRange): Promise<SavedRecord[]> {
  const rows = await prisma.$queryRaw<
    { seq: bigint; at: Date; kind: string; record: string; action: string; by: string | null; user: string }[]
  >`
    SELECT DISTINCT ON ("kind", "record") "seq", "at", "kind", "record", "action", "userName" AS "by", "user" FROM "History"
    WHERE "at" >= ${endOfDay(addDays(from, -1))} AND "at" < ${endOfDay(to)} AND "kind" = ANY(${TOLD_TO_ALL})
    ORDER BY "kind", "record", "seq" DESC`;
  const standing = rows
    .filter(({ action }) => action !== 'undo' && action !== 'blackout')
    .sort((one, other) => Number(other.seq - one.seq));
  const unnamed = standing.flatMap(({ by, user }) => (by === null ? [user] : []));
  const names = await namesOf(prisma, { people: unnamed, sections: [] });
  return standing.map(({ at, kind, record, action, by, user }) => ({
    ...{ at, record, by: by ?? names.get(user) ?? null },
    ...{ kind: kind as ChangeKind, action: action as ChangeAction },
  }));
}

/** What a record said before, the newest first; the last one is as it was imported, shipped or first entered. */
export async function formerStates(prisma: Client, kind: ChangeKind, record: string): Promise<FormerState[]> {
  const rows = await prisma.history.findMany({ where: { kind, record }, orderBy: { seq: 'desc' } });
  return rows.flatMap((row) => {
    const former = formerOf(row);
    if (!former) return [];
    const fields = editorOf(kind).fields(former.state as AnyState);
    return [{ asOf: former.asOf, sourceId: former.sourceId, fields, replacedBy: entryOf(row) }];
  });
}

/** What a new year's evaluation begins with: the texts of the latest year before, as a draft without rating (rules 5.8). */
export async function evaluationToStart(
  prisma: Client,
  { areaId, scene, fiscalYear }: Pick<FieldsOf<'evaluation'>, 'areaId' | 'scene' | 'fiscalYear'>,
): Promise<FieldsOf<'evaluation'> | null> {
  const years = await prisma.evaluation.findMany({ where: { areaId, scene }, select: { id: true, fiscalYear: true } });
  const year = (label: string) => parseFiscalYearLabel(label) ?? 0;
  const [latest] = years
    .filter((each) => year(each.fiscalYear) < year(fiscalYear))
    .sort((a, b) => year(b.fiscalYear) - year(a.fiscalYear));
  const former = latest && (await openRecord(prisma, 'evaluation', latest.id));
  return former ? { ...former.fields, fiscalYear, rating: null, draft: true } : null;
}

/** Who changed each of these records last, by id; those that nobody changed here are left out. */
export async function lastChanges(
  prisma: Client,
  kind: HistoryKind,
  ids: readonly string[],
): Promise<Map<string, HistoryEntry>> {
  const rows = await prisma.history.findMany({
    where: { kind, record: { in: [...ids] } },
    orderBy: { seq: 'desc' },
    distinct: ['record'],
  });
  return new Map(rows.map((row) => [row.record, entryOf(row)]));
}
