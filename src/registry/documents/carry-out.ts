import { createHash } from 'node:crypto';
import type { HistoryEntry, SaveOutcome } from '../../records/changes.ts';
import type { SourceRow } from '../../records/rows.ts';
import type { NotedChange } from '../changes.ts';
import type { Tx } from '../editing/editor.ts';
import { positionAt } from '../editing/position.ts';
import { isOperator } from '../members/operator.ts';
import { type ChangeRequest, type Changing, change } from '../save-change.ts';
import { writers } from '../write-records.ts';
import type { AskedChanges } from './asked-changes.ts';
import type { DocumentReport, ImportProblem } from './report.ts';
import { saveUse, useChange } from './save-uses.ts';
import type { WantedChange } from './to-changes.ts';

/** All changes of this document, within the transaction; an attempt knows nothing of one before it. */
export async function carryOut(
  tx: Tx,
  asked: AskedChanges,
  wanted: readonly WantedChange[],
  changing: Changing,
): Promise<{ report: DocumentReport; noted: NotedChange[] }> {
  const report: DocumentReport = { ...asked.report, records: [], problems: [], conflicts: [], refused: null };
  const rests = wanted.some(({ kind }) => kind !== 'surveyReply');
  const noted = rests ? await addSource(tx, asked.source, changing.now) : [];
  for (const each of wanted) {
    if (isUnseen(asked, each)) {
      report.problems.push({ at: each.at, code: 'conflict', value: each.name });
      continue;
    }
    const { outcome, changes } = await change(tx, changeOf(asked, each), changing);
    take(each, outcome, report);
    noted.push(...changes);
    if (report.refused) break;
  }
  for (const use of report.refused ? [] : asked.uses) {
    const wants = useChange(use);
    const { outcome, changes } = await saveUse(tx, use, changeOf(asked, wants), changing);
    if (outcome) take(wants, outcome, report);
    const taken = report.records.at(-1);
    // What changes is this area's part; the tool's other uses say nothing to whoever looks at it.
    if (outcome?.outcome === 'saved' && taken) Object.assign(taken, { state: 'new', changes: {} });
    noted.push(...changes);
  }
  return { report, noted };
}

/** The document as a source; taken back with everything else where nothing is saved. */
async function addSource(tx: Tx, row: SourceRow, now: Date): Promise<NotedChange[]> {
  if (await tx.source.findUnique({ where: { id: row.id }, select: { id: true } })) return [];
  await writers.source.insert(tx, [{ row, position: positionAt(now) }]);
  return [{ kind: 'source', record: row.id, action: 'create' }];
}

/** A record that came to be since the person saw what would change. */
function isUnseen({ request: { seen } }: AskedChanges, { kind, id }: WantedChange): boolean {
  return seen !== undefined && id !== null && !(`${kind}:${id}` in seen);
}

function changeOf({ request, source, run }: AskedChanges, wanted: WantedChange): ChangeRequest {
  const { kind, id, newId, fields, place, at, asOf, sourceText, untouched } = wanted;
  const { person, reason, official, seen } = request;
  return {
    person,
    via: 'import',
    key: `import:${run}:${kind}:${at}:${hashOf(JSON.stringify(fields), 12)}`,
    kind,
    id,
    version: (id !== null && seen?.[`${kind}:${id}`]) || null,
    fields: fields as ChangeRequest['fields'],
    reason: reason ?? (isOperator(person) ? source.title : null),
    imported: { id: newId, asOf, sourceText, untouched, origin: { sourceId: source.id, place } },
    official,
  };
}

/** What came of one change goes into the report. */
function take(wanted: WantedChange, outcome: SaveOutcome, report: DocumentReport): void {
  const { kind, id, name, at, fields } = wanted;
  const problem = (code: ImportProblem['code'], value: string | null) => report.problems.push({ at, code, value });
  const record = { kind, name, at, fields, record: id, version: null, entry: null, drafted: false, changes: {} };
  switch (outcome.outcome) {
    case 'saved':
    case 'merged':
      report.records.push({ ...record, ...saidOf(outcome.entry), entry: outcome.entry.id });
      return;
    case 'duplicate':
      report.records.push({ ...record, state: 'same' });
      return;
    case 'unchanged':
      report.records.push({ ...record, state: 'same', record: outcome.record, version: outcome.version });
      return;
    case 'drafted':
      if (kind === 'surveyReply') report.records.push({ ...record, state: 'changed', drafted: true });
      else problem('hub', null);
      return;
    case 'problems':
      for (const { code, field } of outcome.problems) problem(code, field);
      return;
    case 'refused':
      report.refused = outcome;
      problem('refused', outcome.owners.join('・'));
      return;
    case 'needs-reason':
      problem('needs-reason', outcome.because === 'in-stead' ? outcome.owners.join('・') : outcome.from);
      return;
    case 'conflict':
      report.conflicts.push({ kind, fields: outcome.fields, others: outcome.others });
      problem('conflict', name);
      return;
    case 'gone':
      problem('not-saved', outcome.outcome);
  }
}

const saidOf = ({ action, changes, record, version }: HistoryEntry) => ({
  state: action === 'create' ? ('new' as const) : ('changed' as const),
  ...{ changes, record, version: action === 'create' ? null : version - 1 },
});

const hashOf = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
