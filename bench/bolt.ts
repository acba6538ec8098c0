import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLog } from '../src/log.ts';
import { readManifest } from '../src/slack/manifest.ts';
import type { Actor } from '../src/workspace/driver.ts';
import { type RunningWorkspace, startWorkspace } from '../src/workspace/start.ts';
import { type Summary, Times } from './measuring.ts';
import { conversations } from './questions.ts';

/**
 * What a person waits for: with a Bolt app that says the question back, with one that says what the bot said word for
 * word and does nothing else, and with the bot.
 */
export interface BoltReport {
  engine: 'embedded' | 'server';
  /** From a command to its acknowledgement, as it leaves the app. */
  ackLeaves: Trio;
  /** The same, as it arrives: on a busy machine whatever the app does next may hold it up. */
  ack: Trio;
  /** From a command to the complete answer, by the response address. */
  command: Trio;
  /** From a mention to the complete answer in its thread. */
  mention: Trio;
}

export type Trio = Record<(typeof SIDES)[number], Summary>;

const WARM_UP = 60;
/** In this order, since one repeats what the bot said. */
const SIDES = ['echo', 'bot', 'repeat'] as const;

/** All in turns, each in a process of its own, over Socket Mode; `url`: of a PostgreSQL server. */
export async function measureBolt(samples: number, url?: string): Promise<BoltReport> {
  const sides = { echo: await open('echo'), bot: await open('bot', url), repeat: await open('repeat') };
  const times = { echo: new Measured(), bot: new Measured(), repeat: new Measured() };
  const questions = conversations().flatMap((conversation) => conversation.slice(-1));
  for (let index = 0; index < WARM_UP + samples; index += 1) {
    const question = questions[index % questions.length] ?? '';
    let said: Answers | undefined;
    for (const name of SIDES) {
      const spoken = await measureOne(sides[name], question, index < WARM_UP ? new Measured() : times[name], said);
      if (name === 'bot') said = spoken;
    }
  }
  await Promise.all(SIDES.map((name) => sides[name].close()));
  const trio = (what: keyof Measured): Trio => ({
    echo: times.echo[what].summary(),
    bot: times.bot[what].summary(),
    repeat: times.repeat[what].summary(),
  });
  return {
    engine: url === undefined ? 'embedded' : 'server',
    ackLeaves: trio('ackLeaves'),
    ack: trio('ack'),
    command: trio('command'),
    mention: trio('mention'),
  };
}

class Measured {
  readonly ackLeaves = new Times();
  readonly ack = new Times();
  readonly command = new Times();
  readonly mention = new Times();
}

/** What was said, as it went over the wire. */
interface Answers {
  command: unknown;
  mention: unknown;
}

export interface Side {
  workspace: RunningWorkspace['workspace'];
  person: Actor;
  /** What is to be said next, where nothing else decides it. */
  learn(payload: unknown): Promise<void>;
  /** Waits until nothing is under way; says when the last acknowledgement left. */
  rest(): Promise<number>;
  close(): Promise<void>;
}

async function measureOne(side: Side, question: string, into: Measured, toSay?: Answers): Promise<Answers> {
  const { workspace, person, rest } = side;
  const heard = (name: string) =>
    new Promise<{ at: number; payload: unknown }>((resolve) => {
      const stop = workspace.wire.onEntry((entry) => {
        if (entry.name !== name) return;
        stop();
        resolve({ at: performance.now(), payload: entry.payload });
      });
    });
  if (toSay) await side.learn(toSay.command);
  const acknowledged = heard('slash_commands');
  const answered = heard('response_url');
  const onClock = machineClock();
  let began = performance.now();
  void person.command(`/tonari ${question}`);
  into.ack.add((await acknowledged).at - began);
  const command = await answered;
  into.command.add(command.at - began);
  into.ackLeaves.add((await rest()) - onClock);
  if (toSay) await side.learn(toSay.mention);
  const posted = heard('chat.postMessage');
  began = performance.now();
  void person.mention(question);
  const mention = await posted;
  into.mention.add(mention.at - began);
  await rest();
  await person.reload();
  return { command: command.payload, mention: mention.payload };
}

/** Starts one side in a process of its own, connected with a workspace of its own. */
export async function open(kind: (typeof SIDES)[number] | 'saving', url?: string): Promise<Side> {
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
    async learn(payload) {
      const { text, blocks } = payload as { text: string; blocks: unknown };
      child.send({ text, blocks: typeof blocks === 'string' ? JSON.parse(blocks) : blocks });
      await told(child);
    },
    async rest() {
      await running.settled();
      child.send('rest');
      return Number(await told(child));
    },
    async close() {
      child.send('close');
      await once(child, 'exit');
      await running.close();
    },
  };
}

/** Milliseconds on the clock that all processes of a machine share. */
const machineClock = (): number => Number(process.hrtime.bigint()) / 1e6;

/** The child's next word. Throws when it ends instead. */
async function told(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then((): never => {
    throw new Error('one side of the comparison ended');
  });
  const [word] = await Promise.race([once(child, 'message', { signal: gone.signal }), ended]);
  ended.catch(() => {});
  gone.abort();
  return word;
}
