// Makes a fresh clone ready: dependencies first, then the Prisma client. Each step is skipped while its stamp
// still fits, and speaks on standard error only, so that what a command prints stays clean.
// Uses nothing but Node's own modules, since nothing else may be installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
};

/** Runs `args` with Node unless `stamp` holds `hash` already; ends the process when the step fails. */
function once(stamp, hash, what, args) {
  const file = path.join(root, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return;
  process.stderr.write(`${what} …\n`);
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) {
    process.stderr.write(`${what}: failed. See the message above; then run the same command again.\n`);
    process.exit(1);
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node 20.19 or later is needed; this is ${process.versions.node}.\n`);
  process.exit(1);
}
const npm = process.env.npm_execpath;
if (!npm && !existsSync(path.join(root, 'node_modules/.ready'))) {
  process.stderr.write('Start it through npm the first time: npm start\n');
  process.exit(1);
}
if (npm)
  once('node_modules/.ready', hashOf('package-lock.json'), 'Installing the dependencies', [npm, 'ci', '--include=dev']);
once(
  'src/generated/.ready',
  hashOf('package-lock.json', 'prisma/schema.prisma', 'prisma.config.ts'),
  'Generating the Prisma client',
  [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'],
);
