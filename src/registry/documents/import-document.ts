import { createHash } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { NotedChange } from '../changes.ts';
import { noteChanges } from '../changes.ts';
import type { Tx } from '../editing/editor.ts';
import type { Administrators } from '../members/permissions.ts';
import { readRegistry } from '../read-records.ts';
import { atomically, LONG_MS, Nothing } from '../save-change.ts';
import { AskedChanges, nameOfArea } from './asked-changes.ts';
import { carryOut } from './carry-out.ts';
import type { DocumentImport, DocumentReport } from './report.ts';

/**
 * Takes what a document says into the registry: all of it in one transaction, with history and rights like any change, or
 * nothing; with `dryRun` it only tells what would change. A survey's sheet of an open round becomes its area's reply; all
 * else changes the records. The same file again changes nothing.
 */
export async function importDocument(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  request: DocumentImport,
): Promise<DocumentReport> {
  const [report] = await importDocuments(prisma, clock, administrators, [request]);
  if (!report) throw new Error('a document without a report');
  return report;
}

/** What else belongs into the transaction of an import. */
interface Around {
  /** First of all; may end it with `Nothing`. */
  begin?(tx: Tx): Promise<void>;
  /** Once everything is saved. */
  saved?(tx: Tx, reports: readonly DocumentReport[]): Promise<void>;
}

/** The same of several documents: all of them or none. */
export async function importDocuments(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  requests: readonly DocumentImport[],
  { begin, saved }: Around = {},
): Promise<DocumentReport[]> {
  const { records } = await readRegistry(prisma);
  const all = requests.map((request) => new AskedChanges(request, records, clock));
  const wanted = all.map((each) => each.wanted());
  twiceIn(all);
  if (all.some(({ report }) => report.problems.length > 0)) return all.map(({ report }) => report);
  const now = clock.now();
  return atomically(
    prisma,
    async (tx) => {
      await begin?.(tx);
      const reports: DocumentReport[] = [];
      const changes: NotedChange[] = [];
      for (const [at, each] of all.entries()) {
        const { report, noted } = await carryOut(tx, each, wanted[at] ?? [], { now, administrators });
        reports.push(report);
        changes.push(...noted);
      }
      const hindered = reports.some(({ problems, asked }) => problems.length + asked.length > 0);
      const isSame = reports.every(({ records }) => records.every(({ state }) => state === 'same'));
      if (hindered || isSame || requests.some(({ dryRun }) => dryRun)) throw new Nothing(reports);
      const done = reports.map((report) => ({ ...report, saved: true }));
      await saved?.(tx, done);
      await noteChanges(tx, changes);
      return done;
    },
    LONG_MS,
  );
}

/** Of two sheets of one area it cannot be told which one counts. */
function twiceIn(all: readonly AskedChanges[]): void {
  const known = new Set<string>();
  for (const { report, request, records } of all) {
    for (const part of request.understood.kind === 'survey' ? report.parts : []) {
      for (const areaId of part.areaIds) {
        if (known.has(areaId)) report.problems.push({ at: '', code: 'twice', value: nameOfArea(records, areaId) });
        known.add(areaId);
      }
    }
  }
}

/** The fingerprint of a file. */
export const digestOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex');
