// npm run bench -- [--short] [--bolt] [--outbox] [--reports]: speed, memory and recall of the lookup beside its peers, as Markdown tables.
// Each measurement runs in a process of its own, so that none pays for another's memory. --short: for CI, under a minute.
// --bolt: what a person waits for alone, beside bare Bolt. --outbox: what reminders cost alone, on the PostgreSQL server of
// TEST_DATABASE_URL or DATABASE_URL. --reports: what the largest documents cost alone.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RegistryRecords } from '../src/records/rows.ts';
import { readShippedRecords } from '../src/registry/files/shipped-records.ts';
import { type BoltReport, measureBolt } from './bolt.ts';
import { corpusOf } from './corpus.ts';
import { measureImports } from './imports.ts';
import { measureOutbox, type OutboxReport } from './outbox.ts';
import { type Made, measureReports } from './reports.ts';
import { measureSaving, type SavingReport } from './saving.ts';
import { measureStart, type StartReport } from './start.ts';
import { boltTable, outboxTable, reportsTable, savingTable, startTable, termsTable, wholeTable } from './tables.ts';
import { ENGINES, measureTerms, type TermsReport } from './terms.ts';
import { measureWhole, type WholeReport } from './whole.ts';

/** What a child process is asked for. */
interface Task {
  what: 'terms' | 'whole' | 'start' | 'bolt' | 'saving' | 'outbox' | 'reports';
  engine?: string;
  /** Statements; null: as shipped. */
  size: number | null;
  rounds: number;
  patienceMs: number;
  /** A PostgreSQL server to measure on. */
  url?: string;
}

/** Parts that can be measured alone. */
const ONLY = ['bolt', 'outbox', 'reports'] as const;

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--task') await child(JSON.parse(rest[0] ?? '{}') as Task, rest[1] ?? '');
else
  await parent(
    process.argv.includes('--short'),
    ONLY.find((name) => process.argv.includes(`--${name}`)),
  );

async function child(task: Task, file: string): Promise<void> {
  const report = await run(task, file);
  process.stdout.write(JSON.stringify(report));
}

async function run(task: Task, file: string): Promise<unknown> {
  if (task.what === 'start') return measureStart();
  if (task.what === 'reports') return [...(await measureReports()), ...(await measureImports())];
  if (task.what === 'saving') return measureSaving(task.rounds * 20, task.url);
  if (task.what === 'bolt') return measureBolt(task.rounds * 30, task.url);
  if (task.what === 'outbox') return measureOutbox(task.url ?? '', task.rounds * 100_000, task.rounds * 1_000);
  const records = corpusOf(JSON.parse(await readFile(file, 'utf8')) as RegistryRecords, task.size);
  if (task.what === 'whole') return measureWhole(records, task.rounds, task.patienceMs);
  const Peer = ENGINES[task.engine ?? ''];
  if (!Peer) throw new RangeError(`there is no engine ${task.engine}`);
  return measureTerms(new Peer(), records, task.rounds, task.patienceMs);
}

async function parent(short: boolean, only: (typeof ONLY)[number] | undefined): Promise<void> {
  const sizes = short ? [null, 20_000] : [null, 20_000, 200_000];
  const rounds = short ? 2 : 10;
  const patienceMs = short ? 1_500 : 20_000;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tonarimachi-bench-'));
  const file = path.join(folder, 'shipped.json');
  try {
    const shipped = await readShippedRecords();
    await writeFile(file, JSON.stringify(shipped));
    const ask = <R>(task: Partial<Task> & Pick<Task, 'what'>) =>
      inChild<R>({ size: null, rounds, patienceMs, ...task }, file);
    say(machine());
    if (only === 'bolt') return await besideBolt(ask);
    if (only === 'outbox') return await outbox(ask);
    if (only === 'reports') return say('### Documents', reportsTable(await ask<Made[]>({ what: 'reports' })));
    for (const size of sizes) {
      const statements = (size ?? shipped.statements.length).toLocaleString('en');
      const reports: TermsReport[] = [];
      for (const engine of Object.keys(ENGINES)) reports.push(await ask<TermsReport>({ what: 'terms', engine, size }));
      const texts = reports[0]?.texts.toLocaleString('en');
      const shippedSize = size === null ? ', as shipped' : '';
      say(`### Words in ${texts} texts (${statements} statements${shippedSize})`, termsTable(reports));
    }
    const whole: WholeReport[] = [];
    for (const size of sizes) whole.push(await ask<WholeReport>({ what: 'whole', size }));
    say('### Whole questions', wholeTable(whole));
    await besideBolt(ask);
    await outbox(ask);
    say('### Documents', reportsTable(await ask<Made[]>({ what: 'reports' })));
    say('### Start', startTable(await ask<StartReport>({ what: 'start' })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Ask = <R>(task: Pick<Task, 'what' | 'url'>) => Promise<R>;

/** Of a PostgreSQL server to measure on. */
function serverUrl(): string | undefined {
  return process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
}

async function outbox(ask: Ask): Promise<void> {
  const url = serverUrl();
  if (url) say('### The outbox on PostgreSQL', outboxTable(await ask<OutboxReport>({ what: 'outbox', url })));
  else say('### The outbox: not measured, since neither TEST_DATABASE_URL nor DATABASE_URL names a server');
}

async function besideBolt(ask: Ask): Promise<void> {
  const url = serverUrl();
  const reports = [await ask<BoltReport>({ what: 'bolt' })];
  if (url) reports.push(await ask<BoltReport>({ what: 'bolt', url }));
  say('### Beside bare Bolt, over Socket Mode', boltTable(reports));
  const saving = [await ask<SavingReport>({ what: 'saving' })];
  if (url) saving.push(await ask<SavingReport>({ what: 'saving', url }));
  say('### Beside bare Bolt with one transaction, over Socket Mode', savingTable(saving));
}

function inChild<R>(task: Task, file: string): Promise<R> {
  const name = [task.what, task.engine, task.size?.toLocaleString('en') ?? 'shipped'].filter(Boolean).join(', ');
  process.stderr.write(`measuring ${name} …\n`);
  const runner = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
  const args = ['--expose-gc', runner, fileURLToPath(import.meta.url), '--task', JSON.stringify(task), file];
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    running.on('error', reject);
    running.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as R);
      else reject(new Error(`measuring ${name} ended with ${code}`));
    });
  });
}

function machine(): string {
  const model = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${os.availableParallelism()} cores (${model}), ${memory} GB, Node ${process.versions.node}, ${process.platform}`;
}

function say(...parts: string[]): void {
  process.stdout.write(`${parts.join('\n\n')}\n\n`);
}
