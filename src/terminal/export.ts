// npm run --silent export -- WHAT --format jsonl|csv|xlsx
import { parseArgs } from 'node:util';
import { EXPORT_USAGE } from '../words/exchange.ts';
import { openAsker } from './open-asker.ts';
import { type ExitCode, type Running, run } from './run.ts';
import { Task } from './tasks.ts';

function wantedOf(args: string[]): Task | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { format: { type: 'string', default: 'jsonl' } },
      allowPositionals: true,
    });
    if (positionals.length !== 1) return null;
    return Task.safeParse({ export: positionals[0], format: values.format }).data ?? null;
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
    if (!('file' in reply)) return 1;
    await new Promise((resolve) => process.stdout.write(Buffer.from(reply.file, 'base64'), resolve));
    return 0;
  } finally {
    await asker.close();
  }
}

await run(main);
