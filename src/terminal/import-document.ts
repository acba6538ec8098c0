import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { LARGEST_FILE } from '../documents/reading/read-document.ts';
import type { Log } from '../log.ts';
import { DOCUMENT_KINDS } from '../records/understood.ts';
import { FiscalYearLabel, StatementStatus } from '../records/vocabulary.ts';
import { documentWords as words } from '../words/document-import.ts';
import { exchangeWords, IMPORT_USAGE } from '../words/exchange.ts';
import type { DocumentReport, DocumentTask } from './document-task.ts';
import { openAsker } from './open-asker.ts';
import { writeOut } from './output.ts';
import type { ExitCode } from './run.ts';

type Wanted = Omit<DocumentTask, 'content' | 'name'> & { path: string };

/** Imports a document, or with --dry-run shows what it would change. */
export async function importDocumentFile(args: string[], config: Config, log: Log): Promise<ExitCode> {
  const wanted = wantedOf(args);
  if (!wanted) return refuse(IMPORT_USAGE, 2);
  const { path: from, ...task } = wanted;
  let file: Buffer;
  try {
    file = await readFile(from);
  } catch {
    return refuse(exchangeWords.noFile(from), 1);
  }
  // One byte more than is allowed is enough to be told so.
  const asker = await openAsker(config, log);
  try {
    const content = file.subarray(0, LARGEST_FILE + 1).toString('base64');
    const reply = await asker.carryOut({ ...task, name: path.basename(from), content });
    if ('unreadable' in reply) return refuse(`${reply.unreadable.ja} / ${reply.unreadable.en}`, 1);
    return 'imported' in reply ? await tell(reply.imported) : 1;
  } finally {
    await asker.close();
  }
}

function wantedOf(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        kind: { type: 'string' },
        area: { type: 'string' },
        year: { type: 'string' },
        'as-of': { type: 'string' },
        title: { type: 'string' },
        status: { type: 'string', multiple: true, default: [] },
        without: { type: 'string', multiple: true, default: [] },
        official: { type: 'boolean', default: false },
        reason: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const kind = DOCUMENT_KINDS.find((each) => each === values.kind);
    const [from] = positionals;
    if (!kind || !from || positionals.length !== 1) return null;
    return {
      document: kind,
      path: from,
      title: values.title ?? path.basename(from).replace(/\.[^.]*$/, ''),
      area: values.area ?? null,
      fiscalYear: values.year === undefined ? null : FiscalYearLabel.parse(values.year),
      asOf: values['as-of'] ?? null,
      answers: Object.fromEntries(values.status.map(answerOf)),
      without: values.without,
      official: values.official,
      reason: values.reason ?? null,
      dryRun: values['dry-run'],
    };
  } catch {
    return null;
  }
}

/** 12行目#3=planned. */
function answerOf(text: string): [string, StatementStatus] {
  const at = text.lastIndexOf('=');
  return [text.slice(0, at), StatementStatus.parse(text.slice(at + 1))];
}

async function tell({ problems, warnings, asked, records, proposals, gone, saved }: DocumentReport): Promise<ExitCode> {
  for (const { at, code, value } of warnings) await writeOut(`${words.warning(at, code, value)}\n`);
  for (const { id, text } of asked) await writeOut(`${words.asked(id, text)}\n`);
  if (problems.length > 0) {
    const lines = problems.map(({ at, code, value }) => words.problem(at, code, value));
    return refuse([...lines, words.nothingSaved(problems.length)].join('\n'), 1);
  }
  for (const record of saved ? [] : records) {
    if (record.state !== 'same') await writeOut(`${words.record(record.state, record.name, record.at)}\n`);
    for (const [field, [old, now]] of Object.entries(record.changes)) {
      await writeOut(`    ${exchangeWords.changed('', field, shown(old), shown(now)).replace(/^: /, '')}\n`);
    }
  }
  if (!saved)
    for (const { kind, name, areas, at, taken } of proposals)
      await writeOut(`${words.proposal(kind, name, areas, at, taken)}\n`);
  if (gone.length > 0) await writeOut(`${words.goneHead(gone.length)}\n`);
  for (const { kind, name, place, asOf } of gone) await writeOut(`${words.gone(kind, shown(name), place, asOf)}\n`);
  const count = (state: string) => records.filter((record) => record.state === state).length;
  await writeOut(`${words.counts(count('new'), count('changed'), count('same'))}\n`);
  if (asked.length > 0) return refuse(words.toAnswer(asked.length), 1);
  await writeOut(`${saved ? words.saved : words.notSaved}\n`);
  return 0;
}

function refuse(reason: string, code: ExitCode): ExitCode {
  process.stderr.write(`${reason}\n`);
  return code;
}

const LONGEST = 160;

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.map(shown).join('／') : textOf(value);
  return text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return exchangeWords.empty;
  if (typeof value !== 'object') return String(value);
  return 'text' in value ? String(value.text) : JSON.stringify(value);
}
