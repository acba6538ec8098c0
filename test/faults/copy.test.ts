import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Copy } from './copy.ts';
import { patience } from './patience.ts';

let folder: string;
let copy: Copy | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copy-'));
});
afterEach(async () => {
  copy?.signal('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A process that does this and stays. */
async function copyThat(does: string): Promise<Copy> {
  const file = path.join(folder, 'copy.mjs');
  await writeFile(file, `${does}\nsetInterval(() => {}, 1_000);`);
  copy = new Copy(file, {});
  return copy;
}

it('a copy that is killed in the middle of an answer has ended, and its orders are answered with nothing', async () => {
  const cut = await copyThat(`process.stdout.write('{"ready":true}\\n');
    process.stdin.on('data', () => {
      process.stdout.write('{"n":1,"rows":[{"key":"k');
      process.kill(process.pid, 'SIGKILL');
    });`);
  await cut.ready;
  expect(await cut.tell({ rows: true })).toBeNull();
  await cut.ended();
  expect(cut.alive).toBe(false);
});

it('nothing is waited for without end: it is said what was waited for, and how the copies stand', async () => {
  const mute = await copyThat(`process.stderr.write('the folder is in use')`);
  await vi.waitUntil(() => mute.state.includes('in use'), 20_000);
  const wait = patience(20, () => mute.state);
  await expect(wait('a copy to be ready', mute.ready)).rejects.toThrow(
    /^waited 0.02 s for a copy to be ready\nprocess \d+, \d+ s old, is starting, 0 orders unanswered; it said: the folder is in use$/,
  );
});
