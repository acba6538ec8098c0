import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../workspace/open-workspace.ts';

const START = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));
const OURS = /^(SLACK_|TONARI_|DATABASE_URL|DATA_DIR|PORT$|PUBLIC_URL)/;

/** Starts the whole thing as `npm start` does, in a folder of its own, at an hour that stays the same. */
export async function startBot(now: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tonari-pictures-'));
  const port = await freePort();
  const others = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const env = { ...Object.fromEntries(others), PORT: String(port), TONARI_NOW: now };
  const bot = spawn(process.execPath, [START], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(bot, 'exit');
  await Promise.race([
    once(bot.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`npm start ended with ${code}`))),
  ]);
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      bot.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
