import type { Prisma as Client } from '../database/open.ts';
import type { ChangedRecords } from '../lookup/refresh.ts';
import type { RecordKind } from '../records/kinds.ts';
import type { RegistryRecords } from '../records/rows.ts';
import { readers } from './read-records.ts';

const LISTS = {
  area: 'areas',
  source: 'sources',
  lexicon: 'lexicon',
  tool: 'tools',
  answer: 'answers',
  statement: 'statements',
  hub: 'hubs',
  plan: 'plans',
  toolUse: 'toolUses',
  initiative: 'initiatives',
  indicator: 'indicators',
  evaluation: 'evaluations',
  meeting: 'meetings',
  survey: 'surveys',
  meetingPlan: 'meetingPlans',
  occurrence: 'occurrences',
  deadline: 'deadlines',
  submission: 'submissions',
  surveyRound: 'surveyRounds',
  surveyReply: 'surveyReplies',
  closedDays: 'closedDays',
  officeSettings: 'officeSettings',
} as const satisfies Record<Exclude<RecordKind, 'value'>, keyof RegistryRecords>;

type Kind = keyof typeof LISTS;

/** Reads the records that `changes` name as they stand now: one query a kind, or two. */
export async function readChanged(
  prisma: Client,
  changes: readonly { kind: string; record: string }[],
  known: RegistryRecords,
): Promise<ChangedRecords> {
  const ids = new Map<Kind, Set<string>>();
  const add = (kind: Kind, id: string) => ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  const values: string[] = [];
  for (const { kind, record } of changes) {
    if (kind === 'value') values.push(record);
    else add(kind as Kind, record);
  }
  for (const indicator of await indicatorsOf(prisma, values, known)) add('indicator', indicator);
  const changed: ChangedRecords = {};
  for (const [kind, set] of ids) await read(prisma, changed, kind, [...set]);
  return changed;
}

async function read<K extends Kind>(prisma: Client, changed: ChangedRecords, kind: K, ids: string[]): Promise<void> {
  const rows = await readers[kind](prisma, ids);
  Object.assign(changed, { [LISTS[kind]]: { ids, rows } });
}

/** The indicators that figures belong to, or belonged to before they went. */
async function indicatorsOf(prisma: Client, values: readonly string[], known: RegistryRecords): Promise<Set<string>> {
  if (values.length === 0) return new Set();
  const standing = await prisma.indicatorValue.findMany({
    where: { id: { in: [...values] } },
    select: { indicatorId: true },
  });
  const changed = new Set(values);
  const before = known.indicators.filter((indicator) => indicator.values.some(({ id }) => changed.has(id)));
  return new Set([...standing.map(({ indicatorId }) => indicatorId), ...before.map(({ id }) => id)]);
}
