// npm run ask -- "QUESTION" | npm run ask | npm run --silent ask -- --jsonl
import { parseArgs } from 'node:util';
import { ASK_USAGE, INTERRUPTED } from '../words/terminal.ts';
import { converse } from './converse.ts';
import { answerJsonLines } from './json-lines.ts';
import { lines } from './lines.ts';
import { openAsker } from './open-asker.ts';
import { writeOut } from './output.ts';
import { type ExitCode, type Running, run } from './run.ts';

type Wanted = { mode: 'help' } | { mode: 'jsonl' } | { mode: 'conversation' } | { mode: 'question'; question: string };

/** What the arguments ask for; null for wrong usage. */
function wantedOf(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { jsonl: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    const question = positionals.join(' ').trim();
    if (values.help) return { mode: 'help' };
    if (positionals.length === 0) return { mode: values.jsonl ? 'jsonl' : 'conversation' };
    return values.jsonl || question === '' ? null : { mode: 'question', question };
  } catch {
    return null;
  }
}

async function main(running: Running): Promise<ExitCode> {
  const wanted = wantedOf(process.argv.slice(2));
  if (!wanted) {
    process.stderr.write(`${ASK_USAGE}\n`);
    return 2;
  }
  if (wanted.mode === 'help') {
    await writeOut(`${ASK_USAGE}\n`);
    return 0;
  }
  if (wanted.mode === 'conversation') return converse(running);
  return wanted.mode === 'jsonl' ? answerLines(running) : answerOne(wanted.question, running);
}

async function answerOne(question: string, { config, log }: Running): Promise<ExitCode> {
  const asker = await openAsker(config, log);
  try {
    const reply = await asker.ask({ conversation: [{ question }] });
    await writeOut(`${reply.text}\n`);
    return 0;
  } finally {
    await asker.close();
  }
}

async function answerLines({ config, log, stop }: Running): Promise<ExitCode> {
  const asker = await openAsker(config, log);
  try {
    const complete = await answerJsonLines(lines(process.stdin, stop), writeOut, asker, log);
    if (stop.aborted) process.stderr.write(`${INTERRUPTED}\n`);
    return complete && !stop.aborted ? 0 : 1;
  } finally {
    await asker.close();
  }
}

await run(main);
