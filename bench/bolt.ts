import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLog } from '../src/log.ts';
import { readManifest } from '../src/slack/manifest.ts';
import type { Actor } from '../src/workspace/driver.ts';
import { type RunningWorkspace, startWorkspace } from '../src/workspace/start.ts';
import { type Summary, Times } from './measuring.ts';
import { conversations } from './questions.ts';

/** What a person waits for, with the bot and with a Bolt app that says the question back. */
export interface BoltReport {
  engine: 'embedded' | 'server';
  /** From a command to its acknowledgement. */
  ack: Pair;
  /** From a command to the complete answer, by the response address. */
  command: Pair;
  /** From a mention to the complete answer in its thread. */
  mention: Pair;
}

export interface Pair {
  echo: Summary;
  bot: Summary;
}

const WARM_UP = 60;
const SIDES = ['echo', 'bot'] as const;

/** Both in turns, each in a process of its own, over Socket Mode; `url`: of a PostgreSQL server. */
export async function measureBolt(samples: number, url?: string): Promise<BoltReport> {
  const sides = { echo: await open('echo'), bot: await open('bot', url) };
  const times = { echo: new Measured(), bot: new Measured() };
  const questions = conversations().flatMap((conversation) => conversation.slice(-1));
  for (let index = 0; index < WARM_UP + samples; index += 1) {
    const question = questions[index % questions.length] ?? '';
    for (const name of SIDES) {
      await measureOne(sides[name], question, index < WARM_UP ? new Measured() : times[name]);
    }
  }
  await Promise.all(SIDES.map((name) => sides[name].close()));
  const pair = (what: keyof Measured): Pair => ({ echo: times.echo[what].summary(), bot: times.bot[what].summary() });
  return {
    engine: url === undefined ? 'embedded' : 'server',
    ack: pair('ack'),
    command: pair('command'),
    mention: pair('mention'),
  };
}

class Measured {
  readonly ack = new Times();
  readonly command = new Times();
  readonly mention = new Times();
}

interface Side {
  workspace: RunningWorkspace['workspace'];
  person: Actor;
  rest(): Promise<void>;
  close(): Promise<void>;
}

async function measureOne({ workspace, person, rest }: Side, question: string, into: Measured): Promise<void> {
  const heard = (name: string) =>
    new Promise<number>((resolve) => {
      const stop = workspace.wire.onEntry((entry) => {
        if (entry.name !== name) return;
        stop();
        resolve(performance.now());
      });
    });
  const acknowledged = heard('slash_commands');
  const answered = heard('response_url');
  let began = performance.now();
  void person.command(`/tonari ${question}`);
  into.ack.add((await acknowledged) - began);
  into.command.add((await answered) - began);
  await rest();
  const posted = heard('chat.postMessage');
  began = performance.now();
  void person.mention(question);
  into.mention.add((await posted) - began);
  await rest();
  await person.reload();
}

async function open(kind: (typeof SIDES)[number], url?: string): Promise<Side> {
  // A workspace that judges nothing: what Slack does with a message is not ours to measure.
  const running = await startWorkspace({
    manifest: readManifest(),
    referee: () => [],
    log: createLog('error', () => {}),
  });
  const { botToken, appToken } = running.secrets;
  const runner = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
  const side = fileURLToPath(new URL('bolt-side.ts', import.meta.url));
  const child = fork(runner, [side, kind, running.apiUrl, botToken, appToken, ...(url ? [url] : [])], { execArgv: [] });
  await told(child);
  return {
    workspace: running.workspace,
    person: running.as('U0HIRATA').in('伊賀市-在宅医療'),
    async rest() {
      await running.settled();
      child.send('rest');
      await told(child);
    },
    async close() {
      child.send('close');
      await once(child, 'exit');
      await running.close();
    },
  };
}

/** Waits for the child's next word. Throws when it ends instead. */
async function told(child: ChildProcess): Promise<void> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error('one side of the comparison ended');
  });
  await Promise.race([once(child, 'message', { signal: gone.signal }), ended]);
  ended.catch(() => {});
  gone.abort();
}
