import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../src/slack/manifest.ts';
import type { WireEntry } from '../../src/workspace/sight.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { freePort, TRANSPORTS } from '../workspace/open-workspace.ts';

// The bot as an operator starts it, in a process of its own.

let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bot-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(env: Record<string, string>) {
  const { DATABASE_URL: _url, ...inherited } = process.env;
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/main.ts'], {
    env: { ...inherited, NODE_ENV: 'test', DATA_DIR: folder, TONARI_DATA: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, ended };
}

async function health(port: number): Promise<number> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
  } catch {
    return 0;
  }
}

describe.each(TRANSPORTS)('the bot by %s', (transport) => {
  it('is healthy only when it is ready, answers, and finishes what it is at when it is asked to stop', async () => {
    const port = await freePort();
    const workspace = await startWorkspace({
      manifest: readManifest(),
      ...(transport === 'http' ? { botUrl: `http://127.0.0.1:${port}/slack/events` } : {}),
    });
    const { child, ended } = start({
      ...variables(workspace, transport),
      PORT: String(port),
    });
    expect(await health(port)).toBe(0);
    await expect.poll(() => health(port), { timeout: 50_000, interval: 100 }).toBe(200);
    const morino = workspace.as('U0MORINO').in('bot');
    await morino.say('使い方');
    await morino.waitFor('分かりませんでした'); // there are no records, and no words
    const before = morino.messages().length;
    await morino.say('こんにちは');
    await expect
      .poll(() => workspace.workspace.wire.entries.some(isTakenOn('こんにちは')), { timeout: 50_000 })
      .toBe(true);
    const stopped = performance.now();
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(10_000);
    expect(morino.messages()).toHaveLength(before + 2);
    expect(await health(port)).toBe(0);
    await workspace.close();
  });
});

const isTakenOn =
  (text: string) =>
  ({ name, outcome, payload }: WireEntry) =>
    name === 'event_callback message' && outcome === 'acknowledged' && JSON.stringify(payload).includes(text);

const variables = ({ apiUrl, secrets }: RunningWorkspace, transport: 'socket' | 'http'): Record<string, string> => ({
  SLACK_API_URL: apiUrl,
  SLACK_BOT_TOKEN: secrets.botToken,
  ...(transport === 'http' ? { SLACK_SIGNING_SECRET: secrets.signingSecret } : { SLACK_APP_TOKEN: secrets.appToken }),
});

describe('a start that cannot succeed', () => {
  it.each([
    ['bot', 'SLACK_BOT_TOKEN'],
    ['app', 'SLACK_APP_TOKEN'],
  ])('names the %s token that Slack did not take, and does not show it', async (_, variable) => {
    const workspace = await startWorkspace({ manifest: readManifest() });
    const { ended } = start({ ...variables(workspace, 'socket'), [variable]: 'xoxb-wrong-token' });
    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toContain(variable);
    expect(said).not.toMatch(/wrong-token|at .*\.(ts|js):\d/);
    await workspace.close();
  });

  it('says that the port is taken', async () => {
    const workspace = await startWorkspace({ manifest: readManifest() });
    const { port } = new URL(workspace.origin);
    const { ended } = start({ ...variables(workspace, 'socket'), PORT: port });
    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toContain(`ポート ${port}`);
    await workspace.close();
  });

  it('says so before it prepares records, where it would open the local workspace', async () => {
    const workspace = await startWorkspace({ manifest: readManifest() });
    const { port } = new URL(workspace.origin);
    const fresh = path.join(folder, 'fresh');
    const { code, said } = await start({ PORT: port, DATA_DIR: fresh }).ended;
    expect(code).toBe(1);
    expect(said).toContain(`ポート ${port}`);
    expect(existsSync(fresh)).toBe(false);
    await workspace.close();
  });
});
