import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';
import { fewRecords } from '../registry/few-records.ts';
import { freePort } from '../workspace/open-workspace.ts';

// The commands as an operator runs them, each in a process of its own, on a folder with the small registry.

const SECRET = '秘密の言葉ミナミノホシ';

let folder: string;
let children: ChildProcess[] = [];

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function start(args: string[], env: Record<string, string> = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const { DATABASE_URL: _url, ...inherited } = process.env;
  const child = spawn(process.execPath, ['scripts/run.mjs', ...args], {
    env: { ...inherited, NODE_ENV: 'test', DATA_DIR: folder, TONARI_DATA: 'none', ...env },
    stdio: 'pipe',
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
}

function run(args: string[], { input = '', env = {} as Record<string, string> } = {}): Promise<Ended> {
  const { child, ended } = start(args, env);
  child.stdin?.end(input);
  return ended;
}

const ASK = 'src/terminal/ask.ts';
const MAIN = 'src/main.ts';

/** Waits until a process has said something. */
async function heard(child: ChildProcess, text: string): Promise<void> {
  let said = '';
  for await (const [chunk] of on(child)) {
    said += chunk;
    if (said.includes(text)) return;
  }
}

async function* on(child: ChildProcess): AsyncGenerator<[string]> {
  while (child.exitCode === null) yield (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [string];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ask-'));
  const database = await openDatabase({ folder });
  await loadShipped(database.prisma, { records: fewRecords() });
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  children = [];
});

describe('npm run ask', () => {
  it('answers one question as plain text and nothing else', async () => {
    const { code, out, err } = await run([ASK, '鈴鹿市の情報共有は？']);
    expect(out).toContain('すずらんネット');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('is a conversation without a question, also where nobody sits at a terminal', async () => {
    const { code, out } = await run([ASK], { input: '鈴鹿市の情報共有は？\n尾鷲市は？\n終了\n津市は？\n' });
    expect(code).toBe(0);
    expect(out).toMatch(/すずらんネット[\s\S]*検討している/);
    expect(out).not.toContain('津市は？');
  });

  it('answers JSON lines with nothing else on standard output', async () => {
    const input =
      '{"id":"1","question":"鈴鹿市の情報共有は？"}\nnope\n{"id":"2","question":"尾鷲市は？","context":["鈴鹿市の情報共有は？"]}';
    const { code, out } = await run([ASK, '--jsonl'], { input, env: { LOG_LEVEL: 'debug' } });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text?: string });
    expect(answers.map(({ id }) => id)).toEqual(['1', null, '2']);
    expect(answers[0]?.text).toContain('すずらんネット');
    expect(answers[2]?.text).toContain('検討している');
    expect(code).toBe(0);
  });

  it('takes wrong usage for what it is', async () => {
    for (const args of [['--loud'], ['--jsonl', '質問'], ['']]) {
      const { code, out, err } = await run([ASK, ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('npm run ask');
    }
  });

  it('refuses an environment that it cannot start with, naming the variable', async () => {
    const { code, err } = await run([ASK, '津市'], { env: { LOG_LEVEL: 'loud' } });
    expect(code).toBe(1);
    expect(err).toContain('LOG_LEVEL');
  });

  it('logs ids, counts and durations, and nothing of what was asked, whatever happens', async () => {
    const input = `{"id":"1","question":"${SECRET}"}\n{"id":"2","question":"鈴鹿市の${SECRET}は？","context":["${SECRET}"]}\n${SECRET}\n`;
    const { err } = await run([ASK, '--jsonl'], { input, env: { LOG_LEVEL: 'debug' } });
    const events = err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.map(({ event }) => event)).toContain('question.answered');
    for (const part of [SECRET, SECRET.slice(0, 5), SECRET.slice(-6)]) expect(err).not.toContain(part);
  });
});

describe('npm start', () => {
  it('names what is missing where the Slack variables are no pair, and tells no secret', async () => {
    const { code, err } = await run([MAIN], { env: { SLACK_BOT_TOKEN: 'xoxb-1' } });
    expect(code).toBe(1);
    expect(err).toContain('SLACK_APP_TOKEN');
    expect(err).not.toContain('xoxb-1');
  });

  it('answers for commands in other processes while it holds the folder, and they go on when it ends', async () => {
    const holder = start([MAIN], { PORT: String(await freePort()) });
    await heard(holder.child, 'http://localhost:');
    const { code, out } = await run([ASK, '尾鷲市の情報共有は？']);
    expect(out).toContain('検討している');
    expect(code).toBe(0);

    const other = start([ASK]);
    other.child.stdin?.write('鈴鹿市の情報共有は？\n');
    await heard(other.child, 'すずらんネット');
    holder.child.kill('SIGTERM');
    expect((await holder.ended).code).toBe(0);
    other.child.stdin?.end('尾鷲市の情報共有は？\n');
    const ended = await other.ended;
    expect(ended.out).toContain('検討している');
    expect(ended.code).toBe(0);
  });

  it('opens a workspace in the browser where no Slack variable is set', async () => {
    const port = await freePort();
    const { child } = start([MAIN], { PORT: String(port) });
    await heard(child, `http://localhost:${port}`);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
    const second = await run([MAIN], { env: { PORT: String(port), DATA_DIR: path.join(folder, 'other') } });
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/PORT/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'closes the database on %s and leaves no lock and no socket',
    async (signal) => {
      const { child, ended } = start([MAIN], { PORT: String(await freePort()) });
      await heard(child, 'http://localhost:');
      expect(existsSync(path.join(folder, 'db.lock'))).toBe(true);
      child.kill(signal);
      expect((await ended).code).toBe(0);
      expect(existsSync(path.join(folder, 'db.lock'))).toBe(false);
      expect(existsSync(path.join(folder, 'ask.sock'))).toBe(false);
    },
  );

  it('lets two processes that start at once on one folder both work', async () => {
    const both = await Promise.all([run([ASK, '鈴鹿市の情報共有は？']), run([ASK, '尾鷲市の情報共有は？'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both[0]?.out).toContain('すずらんネット');
    expect(both[1]?.out).toContain('検討している');
  });
});

describe.skipIf(inject('server') === null)('on PostgreSQL', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
    await loadShipped(database.prisma, { records: fewRecords() });
  });
  afterEach(() => database.close());

  it('works beside other copies', async () => {
    const [{ url } = { url: '' }] = (await database.pool.query(`SELECT current_database() AS url`)).rows as {
      url: string;
    }[];
    const own = new URL(inject('server')?.url ?? '');
    own.pathname = `/${url}`;
    const env = { DATABASE_URL: own.href };
    const both = await Promise.all([
      run([ASK, '鈴鹿市の情報共有は？'], { env }),
      run([ASK, '尾鷲市の情報共有は？'], { env }),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both[0]?.out).toContain('すずらんネット');
  });
});
