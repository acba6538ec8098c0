import { z } from 'zod';
import { errorFields, type Log, newReference } from '../log.ts';
import { terminalWords } from '../words/terminal.ts';
import type { Asker } from './reply.ts';

const Line = z.object({ id: z.string(), question: z.string(), context: z.array(z.string()).default([]) });

/**
 * Answers one JSON object a line with one JSON object a line, in order; each line is a conversation of its own. A line
 * that is none of ours gets an error on its line and the rest goes on. True when every well-formed line was answered.
 */
export async function answerJsonLines(
  input: AsyncIterable<string>,
  write: (line: string) => Promise<void>,
  asker: Asker,
  log: Log,
): Promise<boolean> {
  let complete = true;
  let first = true;
  for await (const line of input) {
    const arrived = performance.now();
    const result = await answerLine(first ? line.replace(/^\uFEFF/, '') : line, arrived, asker, log);
    first = false;
    if (result.failed) complete = false;
    await write(`${JSON.stringify(result.out)}\n`);
  }
  return complete;
}

async function answerLine(line: string, arrived: number, asker: Asker, log: Log) {
  const read = readObject(line);
  if ('error' in read) return { out: { id: null, error: read.error }, failed: false };
  const { id, question, context } = read.line;
  try {
    const reply = await asker.ask({ conversation: [...context, question].map((asked) => ({ question: asked })) });
    const { intent, areas, number, text, records } = reply;
    const understood = reply.understood.map((slot) => slot.label).join(' × ');
    const latencyMs = Math.round((performance.now() - arrived) * 1000) / 1000;
    return { out: { id, intent, areas, number, text, records, understood, latencyMs }, failed: false };
  } catch (error) {
    const reference = newReference();
    log.error('ask.failed', { reference, ...errorFields(error) });
    return { out: { id, error: terminalWords.ja.failed(reference) }, failed: true };
  }
}

function readObject(line: string): { line: z.infer<typeof Line> } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'the line is not JSON' };
  }
  const result = Line.safeParse(value);
  if (result.success) return { line: result.data };
  const [issue] = result.error.issues;
  return { error: `${issue?.path.join('.') || 'the line'}: ${issue?.message}` };
}
