import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Unix socket's path may not be longer (104 bytes on macOS, 108 on Linux, with its end mark). */
const LONGEST = 100;

const pointerFile = (folder: string) => path.join(folder, 'ask.socket');
const hashOf = (folder: string) => createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16);

/**
 * Where the process that holds `folder` listens: in the folder, or, where that path would be too long, in a folder of
 * this user's own among the temporary files, which a file in `folder` names.
 */
export function claimSocketPath(folder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\tonarimachi-${hashOf(folder)}`;
  const direct = path.join(folder, 'ask.sock');
  if (Buffer.byteLength(direct) <= LONGEST) {
    rmSync(pointerFile(folder), { force: true });
    rmSync(direct, { force: true }); // left by a process that was killed; the folder's lock is ours
    return direct;
  }
  const own = path.join(tmpdir(), `tonarimachi-${process.getuid?.() ?? 0}-${hashOf(folder)}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(own);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) throw new Error(`${own} is open to others: remove it`);
  const socket = path.join(own, 'ask.sock');
  rmSync(socket, { force: true });
  writeFileSync(pointerFile(folder), socket, { mode: 0o600 });
  return socket;
}

/** Where the holder of `folder` would be listening. */
export function findSocketPath(folder: string): string {
  if (process.platform === 'win32') return claimSocketPath(folder);
  try {
    return readFileSync(pointerFile(folder), 'utf8');
  } catch {
    return path.join(folder, 'ask.sock');
  }
}

/** Removes what `claimSocketPath` left. */
export function releaseSocketPath(folder: string, socket: string): void {
  if (process.platform === 'win32') return;
  rmSync(socket, { force: true });
  rmSync(pointerFile(folder), { force: true });
  try {
    if (path.dirname(socket) !== path.resolve(folder)) rmdirSync(path.dirname(socket));
  } catch {
    // not empty, or gone already
  }
}
