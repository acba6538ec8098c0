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

const holds = (stamp, hash) => {
  const file = path.join(root, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
};

/** Runs `args` with Node unless `stamp` holds `hash` already; ends the process when the step fails. */
function once(stamp, hash, what, args) {
  if (holds(stamp, hash)) return;
  const file = path.join(root, stamp);
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
const installed = ['node_modules/.ready', 'node_modules/.ready-to-run'];
if (!npm && !installed.some((stamp) => existsSync(path.join(root, stamp)))) {
  process.stderr.write('Start it through npm the first time: npm start\n');
  process.exit(1);
}
// Who starts the bot or asks it waits for what it runs on alone. The tools of development, a third of all, come with the
// first other command, beside what is there, since the bot may be running on it.
const [all, toRun] = installed;
const lock = hashOf('package-lock.json');
const [script = '', file = ''] = process.argv.slice(1);
const onlyRuns = path.basename(script) === 'start.mjs' || file.startsWith('src/');
const install = (...how) => [npm, ...how, '--no-audit', '--no-fund'];
if (npm && !holds(all, lock)) {
  const how = holds(toRun, lock) ? ['install', '--no-save', '--include=dev'] : ['ci', '--include=dev'];
  if (onlyRuns) once(toRun, lock, 'Installing the dependencies', install('ci', '--omit=dev'));
  else once(all, lock, 'Installing the dependencies', install(...how));
}
once(
  'src/generated/.ready',
  hashOf('package-lock.json', 'prisma/schema.prisma', 'prisma.config.ts'),
  'Generating the Prisma client',
  [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'],
);
