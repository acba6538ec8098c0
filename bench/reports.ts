import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import { reportFile } from '../src/documents/reports/report.ts';
import type { ReportFormat, ReportKind } from '../src/records/reports.ts';
import type { RegistryRecords } from '../src/records/rows.ts';
import { townsIn } from '../src/records/towns.ts';
import { readShippedRecords } from '../src/registry/files/shipped-records.ts';

const DAY = '2026-11-21' as CalendarDate;
const HOME = '三重県';
const MANY = 1_000;
const EVERY_MS = 5;

/** One document. */
export interface Made {
  what: string;
  /** Tabs, or rows. */
  size: number;
  ms: number;
  kilobytes: number;
  /** The most that the process grew meanwhile. */
  peakBytes: number;
}

/** What the largest documents cost: all municipalities at once, and a thousand rows on one sheet and in one table. */
export async function measureReports(): Promise<Made[]> {
  const shipped = await readShippedRecords();
  const towns = townsIn(shipped, HOME).map(({ id }) => id);
  const many = withMany(shipped, 'kuwana');
  return [
    await measure('survey sheets of 29 municipalities, xlsx', shipped, 'survey', towns, 'xlsx'),
    await measure('dossiers of 29 municipalities, xlsx', shipped, 'dossier', towns, 'xlsx'),
    await measure('dossiers of 29 municipalities, csv', shipped, 'dossier', towns, 'csv'),
    await measure('four-scene sheet with 1,000 initiatives, xlsx', many, 'scenes', ['kuwana'], 'xlsx'),
    await measure('four-scene sheet with 1,000 initiatives, csv in Shift_JIS', many, 'scenes', ['kuwana'], 'csv-sjis'),
  ];
}

/** So many initiatives in one area. */
function withMany(records: RegistryRecords, areaId: string): RegistryRecords {
  const own = records.initiatives.filter((each) => each.areaId === areaId);
  const initiatives = Array.from({ length: MANY }, (_, at) => ({ ...own[at % own.length], id: `many-${at}` }));
  return { ...records, initiatives: initiatives as RegistryRecords['initiatives'] };
}

async function measure(
  what: string,
  records: RegistryRecords,
  report: ReportKind,
  areaIds: readonly string[],
  format: ReportFormat,
): Promise<Made> {
  return watched(what, async () => {
    const file = await reportFile(
      { records, now: new Date(), updates: async () => [] },
      { report, format, areaIds, fiscalYear: null, day: DAY, submissionsOf: areaIds },
    );
    return { size: file?.size ?? 0, kilobytes: (file?.content.length ?? 0) / 1_024 };
  });
}

/** How long some work takes, and how much the process grows meanwhile. */
export async function watched(what: string, work: () => Promise<Pick<Made, 'size' | 'kilobytes'>>): Promise<Made> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const watching = setInterval(watch, EVERY_MS);
  const began = performance.now();
  const made = await work();
  const ms = performance.now() - began;
  watch();
  clearInterval(watching);
  return { what, ms, ...made, peakBytes: peak - before };
}
