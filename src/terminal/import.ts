// npm run import -- members|areas FILE.csv [--dry-run] | initiatives FILE.jsonl [--dry-run] | document FILE --kind …
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { csvRows, textOfFile } from '../documents/csv.ts';
import { IMPORTS, type ImportLine, type ImportName } from '../registry/files/imports.ts';
import { exchangeWords, IMPORT_USAGE } from '../words/exchange.ts';
import { importDocumentFile } from './import-document.ts';
import { openAsker } from './open-asker.ts';
import { writeOut } from './output.ts';
import { type ExitCode, type Running, run } from './run.ts';
import type { Report } from './tasks.ts';

/** The columns that a file must have. */
const NEEDED: Record<Exclude<ImportName, 'initiatives'>, readonly string[]> = {
  members: ['slack_user_id', 'name', 'area', 'role', 'deputy_of'],
  areas: ['area', 'channel_id'],
};

interface Wanted {
  name: ImportName;
  file: string;
  dryRun: boolean;
}

function wantedOf(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const name = IMPORTS.find((each) => each === positionals[0]);
    const [, file] = positionals;
    return name && file && positionals.length === 2 ? { name, file, dryRun: values['dry-run'] } : null;
  } catch {
    return null;
  }
}

const JsonObject = z.record(z.string(), z.unknown());

function jsonLines(text: string): ImportLine[] {
  return text.split('\n').flatMap((source, index) => {
    if (source.trim() === '') return [];
    try {
      return [{ line: index + 1, record: JsonObject.safeParse(JSON.parse(source)).data ?? null }];
    } catch {
      return [{ line: index + 1, record: null }];
    }
  });
}

/** The lines of a CSV file by the names of its first row; or what is wrong with the file as a whole. */
function csvLines(text: string, needed: readonly string[]): ImportLine[] | string {
  const rows = csvRows(text);
  if (!rows) return exchangeWords.openQuote;
  const [header, ...rest] = rows;
  const names = header?.cells.map((cell) => cell.normalize('NFKC').trim()) ?? [];
  const missing = needed.find((column) => !names.includes(column));
  if (missing) return exchangeWords.noColumn(missing);
  return rest.map(({ line, cells }) => {
    if (cells.length > names.length) return { line, record: null };
    return { line, record: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) };
  });
}

async function main({ config, log }: Running): Promise<ExitCode> {
  const args = process.argv.slice(2);
  if (args[0] === 'document') return importDocumentFile(args.slice(1), config, log);
  const wanted = wantedOf(args);
  if (!wanted) return refuse(IMPORT_USAGE, 2);
  const { name, dryRun } = wanted;
  let text: string;
  try {
    text = textOfFile(await readFile(wanted.file));
  } catch {
    return refuse(exchangeWords.noFile(wanted.file), 1);
  }
  const lines = name === 'initiatives' ? jsonLines(text) : csvLines(text, NEEDED[name]);
  if (typeof lines === 'string') return refuse(lines, 1);
  const asker = await openAsker(config, log);
  try {
    const reply = await asker.carryOut({ import: name, lines, dryRun });
    return 'report' in reply ? await tell(reply.report, dryRun) : 1;
  } finally {
    await asker.close();
  }
}

async function tell({ bad, changed, unchanged }: Report, dryRun: boolean): Promise<ExitCode> {
  if (bad.length > 0) {
    const lines = bad.map(({ line, code, field, value }) => exchangeWords.bad(line, code, field, value));
    return refuse([...lines, exchangeWords.nothingSaved(bad.length)].join('\n'), 1);
  }
  for (const { name, changes } of dryRun ? changed : []) {
    for (const [field, [old, now]] of Object.entries(changes)) {
      await writeOut(`${exchangeWords.changed(name, field, shown(old), shown(now))}\n`);
    }
  }
  const say = dryRun ? exchangeWords.dryRun : exchangeWords.done;
  await writeOut(`${say(changed.length, unchanged)}\n`);
  return 0;
}

function refuse(reason: string, code: ExitCode): ExitCode {
  process.stderr.write(`${reason}\n`);
  return code;
}

const shown = (value: unknown): string =>
  value === null || value === '' ? exchangeWords.empty : typeof value === 'string' ? value : JSON.stringify(value);

await run(main);
