import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type pg from 'pg';
import { createLog } from '../../src/log.ts';
import { readManifest } from '../../src/slack/manifest.ts';
import { BOT } from '../../src/workspace/cast.ts';
import type { CallFault } from '../../src/workspace/faults.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { Copy } from './copy.ts';
import type { Order, Row, Told } from './orders.ts';
import { patience } from './patience.ts';

/** What the suite counts. */
export interface Figures {
  planned: number;
  sent: number;
  cancelled: number;
  expired: number;
  failed: number;
  /** Neither sent nor ended, or noted as sent and not in Slack. */
  lost: number;
  /** More than once in Slack. */
  twice: number;
  /** In Slack, though noted as cancelled, expired or failed. */
  wronglySent: number;
  /** Reminders that came after the word that their thing is called off. */
  afterCallOff: number;
  kills: number;
  killsAfterTaken: number;
  faults: number;
  seconds: number;
}

export interface FaultsOptions {
  copies: number;
  kills: number;
  database: ServerDatabase | { folder: string };
  /** Carries out what needs the database where the suite can reach it; else a copy does. */
  direct?: (order: Order) => Promise<Told>;
  seed: number;
}

interface ServerDatabase {
  url: string;
  pool: pg.Pool;
  /** Restarts the server, where it is the suite's own; else connections are broken and none can be made for a while. */
  restart?: (mode: 'fast' | 'immediate') => Promise<void>;
}

const CHANNELS = 24;
/** Of one planning: for one copy, which carries its database as well, fewer. */
const BATCH = { several: 40, alone: 12 };
/** Further than any copy's clock jumps, within the day that is looked back over. */
const LATER_MS = 20 * 3_600_000;
/** No more is planned while so many wait: a busy machine is to be late, not to fall behind for ever. */
const MOST_OPEN = 400;
/** Nothing is waited for longer, but for what so many notices need. */
const PATIENCE_MS = 120_000;
const LONG_MS = 600_000;
/** When an order is given again. */
const AGAIN_MS = 5_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The copy as one file, so that it starts in a fraction of a second. */
export async function buildCopy(): Promise<string> {
  const outfile = path.resolve('node_modules/.cache/faults/delivery-copy.mjs');
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: ['test/faults/delivery-copy.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [ownAddress],
    logLevel: 'error',
  });
  return outfile;
}

/** Each file finds what lies beside it where it stood. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup: (bundle) =>
    bundle.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path: file }) => {
      const code = await readFile(file, 'utf8');
      return { contents: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)), loader: 'ts' };
    }),
};

/** Plans, cancels, kills and disturbs until so many copies were killed; then lets the rest go out, and counts. */
export async function runFaults({ copies: count, kills, database, direct, seed }: FaultsOptions): Promise<Figures> {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1_000);
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const file = await buildCopy();
  const slack = await startWorkspace({ manifest: readManifest(), log: createLog('error', () => {}) });
  const channels = Array.from({ length: CHANNELS }, (_, at) => channelOf(slack, at));
  let ahead = 0;
  let isOver = false;
  const started: Copy[] = [];
  const start = (aheadMs = ahead) => {
    if (isOver) throw new Error('the run is over');
    const copy = new Copy(file, {
      ...('url' in database ? { url: database.url } : { folder: database.folder }),
      apiUrl: slack.apiUrl,
      token: slack.secrets.botToken,
      aheadMs,
    });
    started.push(copy);
    return copy;
  };
  const figures = { kills: 0, killsAfterTaken: 0, faults: 0 };
  const copies = Array.from({ length: count }, () => start());
  let open = 0;
  const state = () => [JSON.stringify({ ...figures, open }), ...copies.map((copy) => copy.state)].join('\n');
  const wait = patience(PATIENCE_MS, state);
  const ended = (copy: Copy) => wait('a killed copy to end', copy.ended());
  const ready = (copy: Copy | undefined) =>
    wait('a copy to be ready, or to end', copy?.ready.catch(() => {}) ?? Promise.resolve());

  /** Orders that fail with a copy are given again to the next: each changes nothing when it is done twice. */
  const carried = async (what: Omit<Order, 'n'>): Promise<Told> => {
    while (!isOver) {
      const done = direct ? direct({ ...what, n: 0 }).catch(() => null) : copies[0]?.tell(what);
      const found = await Promise.race([done, sleep(AGAIN_MS)]);
      if (found) return found as Told;
      await sleep(50);
      await revive();
    }
    throw new Error('the run is over');
  };
  const order = (what: Omit<Order, 'n'>) => wait(`an order to be carried out: ${Object.keys(what)}`, carried(what));
  const revive = async () => {
    for (const [at, copy] of copies.entries()) if (!copy.alive) copies[at] = start();
    await Promise.all(copies.map(ready));
  };
  /** Until no more than so many notices are open. */
  const openAtMost = async (most: number) => {
    for (let tries = 1; !isOver; tries += 1) {
      open = (await order({ open: true })).open ?? 0;
      if (open <= most) return;
      // For a copy that is alone and whose clock is behind nothing falls due: somebody sets it right.
      if (tries % 50 === 0) for (const copy of copies) void copy.tell({ aheadMs: ahead });
      await sleep(100);
      await revive();
    }
  };
  const things: { thing: string; place: string }[] = [];
  const planMore = async () => {
    const now = Date.now();
    const fresh = Array.from({ length: count > 1 ? BATCH.several : BATCH.alone }, () => {
      const thing = `thing-${things.length + 1}`;
      const place = random() < 0.02 ? 'C0KYU' : pick(channels);
      things.push({ thing, place });
      const dueAt = new Date(now + random() * 2_000 - 500);
      const expiresAt = random() < 0.05 ? new Date(dueAt.getTime() + random() * 500) : null;
      return { thing, key: `reminder:${thing}`, kind: 'reminder', place, dueAt, expiresAt };
    });
    await order({ plan: [...fresh, ...fresh.slice(0, 3)] });
    const off = things.filter(() => random() < 3 / things.length);
    if (off.length > 0) await order({ callOff: off });
  };

  const kill = async () => {
    const at = Math.floor(random() * copies.length);
    const copy = copies[at];
    if (!copy) return;
    // The gap that matters most comes first, so that it is never left out.
    const die =
      figures.kills % 4 === 0 ? 'taken' : pick(['claim', 'post', 'taken', undefined, undefined, undefined] as const);
    if (die) {
      await ready(copy);
      void copy.tell({ die });
      await planMore();
      await Promise.race([copy.ended(), sleep(10_000)]);
    } else await sleep(random() * 200);
    if (die === 'taken' && !copy.alive) figures.killsAfterTaken += 1;
    copy.signal('SIGKILL');
    await ended(copy);
    figures.kills += 1;
    // Whoever gave an order meanwhile has started another in its place.
    if (copies[at] === copy) copies[at] = start(random() < 0.1 ? (random() - 0.5) * 7_200_000 : 0);
  };

  const storms: (() => Promise<void> | void)[] = [
    () => strike(slack, Array(6).fill({ kind: 'rate-limited', retryAfter: 1 })),
    () => strike(slack, [{ kind: 'drop-after' }, { kind: 'server-error' }, { kind: 'drop-after' }]),
    () => strike(slack, [{ kind: 'hang' }, { kind: 'refused', code: 'internal_error' }, { kind: 'slow', ms: 450 }]),
    () => strike(slack, [{ kind: 'server-error' }, { kind: 'rate-limited', retryAfter: 1 }], 'conversations.history'),
    () => void pick(copies).tell({ jumpMs: (random() - 0.5) * 7_200_000 }),
    async () => {
      // The host sleeps: all of it.
      for (const copy of copies) copy.signal('SIGSTOP');
      await sleep(500 + random() * 2_500);
      for (const copy of copies) copy.signal('SIGCONT');
    },
    async () => {
      const extra = start(); // on an embedded folder it is refused
      const opens = extra.ready.then(
        () => true,
        () => false,
      );
      const opened = await ('folder' in database ? opens : Promise.race([opens, sleep(1_500)]));
      if ('folder' in database && opened && copies[0]?.alive) throw new Error('two processes on one folder');
      extra.signal('SIGKILL');
      await ended(extra);
    },
    ...('pool' in database
      ? [() => cut(database.pool), () => restart(database, pick(['fast', 'immediate'] as const))]
      : []),
  ];

  try {
    await revive();
    while (figures.kills < kills) {
      await wait(`no more than ${MOST_OPEN} notices to be open`, openAtMost(MOST_OPEN), LONG_MS);
      await planMore();
      if (random() < 0.5) {
        await wait('a fault to be over', Promise.resolve(pick(storms)()));
        figures.faults += 1;
      }
      await kill();
      if (figures.kills % 10 === 0) process.stdout.write(`${figures.kills} of ${kills} kills in ${seconds()} s\n`);
      if (!direct) await ready(copies[0]);
    }
    // What a copy planned whose clock was ahead is due later than now by the others' clocks: time goes on.
    ahead = LATER_MS;
    for (const copy of copies) void copy.tell({ aheadMs: LATER_MS });
    await wait('every notice to be out, or ended', openAtMost(0), LONG_MS);
    const { rows = [] } = await order({ rows: true });
    return { ...counted(rows, slack), ...figures, seconds: seconds() };
  } finally {
    isOver = true;
    for (const copy of started) copy.signal('SIGKILL');
    await Promise.all(copies.map(ended));
    await slack.close();
  }
}

function channelOf({ workspace }: RunningWorkspace, at: number): string {
  return workspace.store.addConversation({
    id: `C0FAULT${at}`,
    kind: 'public',
    name: `faults-${at}`,
    members: [BOT.userId],
  }).id;
}

function strike({ workspace }: RunningWorkspace, faults: CallFault[], method = 'chat.postMessage'): void {
  for (const fault of faults) workspace.faults.onCall(method, fault);
}

/** All connections to the database break. */
async function cut(pool: pg.Pool): Promise<void> {
  await pool
    .query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    .catch(() => {});
}

/** The database is away for a while: connections break, and none can be made. */
async function restart({ url, pool, restart: really }: ServerDatabase, mode: 'fast' | 'immediate'): Promise<void> {
  if (really) return really(mode);
  const name = new URL(url).pathname.slice(1);
  const other = new URL(url);
  other.pathname = '/postgres';
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: other.href });
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await cut(pool);
  await sleep(400);
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  await client.end();
}

function counted(rows: readonly Row[], { workspace }: RunningWorkspace) {
  const posts = new Map<string, string[]>();
  for (const { metadata, ts } of workspace.store.state.messages) {
    const key = metadata?.event_payload.key;
    if (typeof key === 'string') posts.set(key, [...(posts.get(key) ?? []), ts]);
  }
  const of = (status: string) => rows.filter((row) => row.status === status).length;
  const callOffs = new Map(
    rows.flatMap(({ kind, thing, key }) => (kind === 'call-off' ? [[thing, posts.get(key)?.[0]]] : [])),
  );
  return {
    planned: rows.length,
    sent: of('sent'),
    cancelled: of('cancelled'),
    expired: of('expired'),
    failed: of('failed'),
    lost: rows.filter(({ key, status }) =>
      status === 'sent' ? !posts.has(key) : status === 'planned' || status === 'claimed',
    ).length,
    twice: [...posts.values()].filter((times) => times.length > 1).length,
    wronglySent: rows.filter(({ key, status }) => status !== 'sent' && posts.has(key)).length,
    afterCallOff: rows.filter(({ kind, thing, key }) => {
      const off = callOffs.get(thing);
      return kind === 'reminder' && off !== undefined && (posts.get(key)?.[0] ?? '') > off;
    }).length,
  };
}

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
