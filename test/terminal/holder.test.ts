import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type Holder, listen } from '../../src/terminal/holder.ts';
import { connectToHolder, HolderGone, HolderRefused } from '../../src/terminal/remote.ts';
import { findSocketPath } from '../../src/terminal/socket-path.ts';
import { scriptedAsker } from './scripted-asker.ts';

const quiet = createLog('error', () => {});
const ask = (question: string) => ({ conversation: [{ question }] });

let folder: string;
let holder: Holder | undefined;

async function hold(asker = scriptedAsker().asker): Promise<void> {
  holder = await listen(folder, asker, quiet);
}

async function remote() {
  const asker = await connectToHolder(folder);
  if (!asker) throw new Error('nobody listens');
  return asker;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holder-'));
});
afterEach(async () => {
  await holder?.close();
  holder = undefined;
  await rm(folder, { recursive: true, force: true });
});

describe('the process that holds an embedded folder', () => {
  it('answers for another process, each request with its own answer', async () => {
    const { asker, requests } = scriptedAsker(async ({ conversation }) => {
      if (conversation[0]?.question === '遅い') await new Promise((resolve) => setTimeout(resolve, 30));
      return {};
    });
    await hold(asker);
    const other = await remote();
    const conversation = [{ question: '前', dropped: ['place:tsu'] }, { question: '次' }];
    const replies = await Promise.all([other.ask(ask('遅い')), other.ask(ask('速い')), other.ask({ conversation })]);
    expect(replies.map((reply) => reply.text)).toEqual(['答: 遅い', '答: 速い', '答: 次']);
    expect(requests).toContainEqual({ conversation });
    await other.close();
  });

  it('answers several processes at a time', async () => {
    await hold();
    const others = await Promise.all([remote(), remote(), remote()]);
    const replies = await Promise.all(others.map((other, index) => other.ask(ask(String(index)))));
    expect(replies.map((reply) => reply.text)).toEqual(['答: 0', '答: 1', '答: 2']);
    await Promise.all(others.map((other) => other.close()));
  });

  it('lets nobody but its own user connect', async () => {
    await hold();
    expect(statSync(findSocketPath(folder)).mode & 0o777).toBe(0o600);
  });

  it('says that it could not answer, without saying what went wrong inside', async () => {
    await hold(
      scriptedAsker(() => {
        throw new Error('秘密');
      }).asker,
    );
    const other = await remote();
    const failure = await other.ask(ask('x')).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(HolderRefused);
    expect(String(failure)).toMatch(/受付番号/);
    expect(String(failure)).not.toContain('秘密');
    await other.close();
  });

  it('refuses a line that is none of the protocol, and goes on', async () => {
    await hold();
    const socket = connect(findSocketPath(folder));
    socket.write('nonsense\n{"n":1,"ask":{"conversation":[]}}\n');
    const [first] = await once(socket, 'data');
    expect(JSON.parse(String(first).split('\n')[0] ?? '')).toEqual({ n: null, error: expect.any(String) });
    socket.destroy();
    const other = await remote();
    expect((await other.ask(ask('x'))).text).toBe('答: x');
    await other.close();
  });

  it('finishes what it is answering before it ends, and leaves no socket behind', async () => {
    const { asker } = scriptedAsker(() => new Promise((resolve) => setTimeout(resolve, 50, {})));
    await hold(asker);
    const other = await remote();
    const reply = other.ask(ask('x'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await holder?.close();
    expect((await reply).text).toBe('答: x');
    await expect(other.ask(ask('y'))).rejects.toThrow(HolderGone);
    expect(existsSync(findSocketPath(folder))).toBe(false);
    holder = undefined;
  });

  it('takes the place of a killed one, whose socket still lies there', async () => {
    writeFileSync(path.join(folder, 'ask.sock'), '');
    expect(await connectToHolder(folder)).toBeNull();
    await hold();
    expect((await (await remote()).ask(ask('x'))).text).toBe('答: x');
  });

  it('listens elsewhere where the path in the folder would be too long for a socket', async () => {
    folder = path.join(folder, 'a'.repeat(120));
    mkdirSync(folder);
    await hold();
    expect(readFileSync(path.join(folder, 'ask.socket'), 'utf8')).toBe(findSocketPath(folder));
    expect(Buffer.byteLength(findSocketPath(folder))).toBeLessThanOrEqual(100);
    expect((await (await remote()).ask(ask('x'))).text).toBe('答: x');
    folder = path.dirname(folder);
  });

  it('is not there where nobody listens', async () => {
    expect(await connectToHolder(folder)).toBeNull();
  });
});
