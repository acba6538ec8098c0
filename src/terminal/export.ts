// npm run --silent export -- WHAT --format jsonl|csv|xlsx
// npm run --silent export -- report KIND [--area NAME]... [--year R8] [--day 2026-03-31] --format xlsx|csv|csv-sjis
// npm run --silent export -- calendar --area NAME
import { parseArgs } from 'node:util';
import { EXPORT_USAGE } from '../words/exchange.ts';
import { openAsker } from './open-asker.ts';
import { ReportTask } from './report-task.ts';
import { type ExitCode, type Running, run } from './run.ts';
import { Task } from './tasks.ts';

const OPTIONS = {
  format: { type: 'string' },
  area: { type: 'string', multiple: true },
  year: { type: 'string' },
  day: { type: 'string' },
} as const;

function wantedOf(args: string[]): Task | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const { area: areas = [], year = null, day = null, format } = values;
    const [what, report, ...more] = positionals;
    if (what === 'report' && more.length === 0) {
      return ReportTask.safeParse({ report, areas, year, day, format: format ?? 'xlsx' }).data ?? null;
    }
    const [area] = areas;
    if (what === 'calendar' && positionals.length === 1 && area !== undefined && areas.length === 1) {
      const isIcs = (format ?? 'ics') === 'ics' && year === null && day === null;
      return isIcs ? { calendar: area } : null;
    }
    if (positionals.length !== 1 || areas.length > 0 || year !== null || day !== null) return null;
    return Task.safeParse({ export: what, format: format ?? 'jsonl' }).data ?? null;
  } catch {
    return null;
  }
}

async function main({ config, log }: Running): Promise<ExitCode> {
  const task = wantedOf(process.argv.slice(2));
  if (!task) {
    process.stderr.write(`${EXPORT_USAGE}\n`);
    return 2;
  }
  const asker = await openAsker(config, log);
  try {
    const reply = await asker.carryOut(task);
    if ('refused' in reply) process.stderr.write(`${reply.refused}\n`);
    if (!('file' in reply)) return 1;
    await new Promise((resolve) => process.stdout.write(Buffer.from(reply.file, 'base64'), resolve));
    return 0;
  } finally {
    await asker.close();
  }
}

await run(main);
