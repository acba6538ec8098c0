import { createInterface } from 'node:readline';
import { GREETING, PREPARING, PROMPT } from '../words/terminal.ts';
import { Conversation } from './conversation.ts';
import { lines } from './lines.ts';
import { openAsker } from './open-asker.ts';
import type { Running } from './run.ts';

/** A conversation on standard input and output, with a prompt where a person sits there. */
export async function converse({ config, log, stop }: Running): Promise<0> {
  const person = process.stdin.isTTY === true;
  if (person) process.stderr.write(`${PREPARING}\n`);
  const asker = await openAsker(config, log);
  try {
    const conversation = new Conversation(asker, (text) => process.stdout.write(text), log);
    if (person) await withPrompt(conversation, stop);
    else {
      for await (const line of lines(process.stdin, stop)) if (!(await conversation.take(line))) break;
    }
    return 0;
  } finally {
    await asker.close();
  }
}

async function withPrompt(conversation: Conversation, stop: AbortSignal): Promise<void> {
  process.stdout.write(`${GREETING}\n\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: PROMPT });
  const close = () => terminal.close();
  terminal.on('SIGINT', close);
  stop.addEventListener('abort', close, { once: true });
  terminal.prompt();
  for await (const line of terminal) {
    if (!(await conversation.take(line))) break;
    terminal.prompt();
  }
  terminal.close();
}
