import { emptyRecords, type HubRow, type RegistryRecords } from '../records/rows.ts';
import { standingRecords } from '../records/survey-years.ts';
import type { Fact } from './facts.ts';
import { factsOf } from './facts.ts';
import { Lookup } from './lookup.ts';

/** By list of records: the ids that changed, and those of them that still stand, as they are now. */
export type ChangedRecords = {
  [K in keyof RegistryRecords]?: { ids: readonly string[]; rows: RegistryRecords[K] };
};

export interface Refreshed {
  /** The lookup to ask from now on: the same one, or a new one where the change reaches the words themselves. */
  lookup: Lookup;
  /** A name (of a hub, a meeting) is new: it is found in the text, and becomes a word of its own with the next rebuilding. */
  newNames: boolean;
}

type List = keyof RegistryRecords;

/** Lists whose records are words that questions are made of. */
const WORDS: readonly List[] = ['areas', 'tools', 'lexicon'];
/** Lists that say which records still hold. */
const EDITIONS: readonly List[] = ['surveyRounds'];
/** Lists whose records are no facts, but looked up when an answer is made. */
const NO_FACTS: readonly List[] = [
  ...(['sources', 'answers', 'meetingPlans', 'occurrences', 'deadlines', 'submissions'] as const),
  'surveyReplies',
  'closedDays',
  'officeSettings',
];

/** Puts changed records into a lookup. Costs what the changed records cost, unless areas, tools or the lexicon changed. */
export function refresh(lookup: Lookup, changes: ChangedRecords): Refreshed {
  const lists = (Object.keys(changes) as List[]).filter((list) => (changes[list]?.ids.length ?? 0) > 0);
  const newNames = bringsNames(lookup.records, changes);
  const citing = usesCiting(lookup.records, changes.statements?.ids ?? []);
  for (const list of lists) replace(lookup.records, list, changes);
  if (lists.some((list) => WORDS.includes(list) || EDITIONS.includes(list))) {
    return { lookup: new Lookup(lookup.records, lookup.options), newNames: false };
  }
  for (const list of lists) if (!NO_FACTS.includes(list)) index(lookup, list, changes[list]?.ids ?? []);
  index(lookup, 'toolUses', citing);
  return { lookup, newNames };
}

/** Writes the changed rows over the old ones; new ones come last. */
function replace<K extends List>(records: RegistryRecords, list: K, changes: ChangedRecords): void {
  const { ids = [], rows = [] } = changes[list] ?? {};
  const table = records[list] as { id: string }[];
  const positions = positionsIn(table);
  const now = new Map((rows as { id: string }[]).map((row) => [row.id, row]));
  const gone = new Set<string>();
  for (const id of ids) {
    const row = now.get(id);
    const at = positions.get(id);
    if (row && at !== undefined) table[at] = row;
    else if (row) positions.set(id, table.push(row) - 1);
    else if (at !== undefined) gone.add(id);
  }
  if (gone.size > 0) records[list] = table.filter((row) => !gone.has(row.id)) as RegistryRecords[K];
}

const known = new WeakMap<readonly { id: string }[], Map<string, number>>();

/** Where each record stands in its list; noted once for a list. */
function positionsIn(table: readonly { id: string }[]): Map<string, number> {
  let positions = known.get(table);
  if (!positions) {
    positions = new Map(table.map((row, at) => [row.id, at]));
    known.set(table, positions);
  }
  return positions;
}

function rowsOf<T extends { id: string }>(table: readonly T[], ids: ReadonlySet<string>): T[] {
  const positions = positionsIn(table);
  return [...ids].flatMap((id) => table[positions.get(id) ?? -1] ?? []);
}

/** Takes the facts of these records out and puts the present ones in. */
function index(lookup: Lookup, list: List, ids: readonly string[]): void {
  if (ids.length === 0) return;
  for (const id of ids) lookup.index.remove(id);
  for (const fact of factsOfSome(lookup.records, list, new Set(ids))) lookup.index.add(fact);
}

function factsOfSome(records: RegistryRecords, list: List, ids: ReadonlySet<string>): Fact[] {
  const rows = rowsOf(records[list] as { id: string }[], ids);
  const some = standingRecords({ ...emptyRecords(), [list]: rows, surveyRounds: records.surveyRounds });
  if (list !== 'toolUses') return factsOf(some);
  const cited = new Set(some.toolUses.flatMap((use) => use.statementIds));
  const statements = rowsOf(records.statements, cited);
  return factsOf({ ...some, tools: records.tools, statements }).filter((fact) => fact.kind === 'tool');
}

/** What a tool's entry says of its use follows from the statements it cites. */
function usesCiting(records: RegistryRecords, statements: readonly string[]): string[] {
  if (statements.length === 0) return [];
  const changed = new Set(statements);
  return records.toolUses.filter((use) => use.statementIds.some((id) => changed.has(id))).map((use) => use.id);
}

function bringsNames(records: RegistryRecords, { hubs, meetings }: ChangedRecords): boolean {
  const names = (rows: readonly HubRow[]) => rows.flatMap((hub) => [hub.name, ...hub.aliases]);
  const knownHubs = new Set(hubs ? names(records.hubs) : []);
  const knownTitles = new Set(meetings ? records.meetings.map((meeting) => meeting.title) : []);
  return (
    names(hubs?.rows ?? []).some((name) => !knownHubs.has(name)) ||
    (meetings?.rows ?? []).some((meeting) => !knownTitles.has(meeting.title))
  );
}
