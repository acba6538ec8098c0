import { setTimeout as wait } from 'node:timers/promises';
import { type App, openApp } from '../app.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Config } from '../config.ts';
import { FolderInUse } from '../database/folder-lock.ts';
import { errorFields, type Log } from '../log.ts';
import { type Holder, listen } from './holder.ts';
import { connectToHolder, HolderGone } from './remote.ts';
import { type Asker, type AskReply, type AskRequest, localAsker } from './reply.ts';
import type { Task, TaskReply } from './tasks.ts';

/** A process that holds the folder may still be starting, or just stopping. */
const PATIENCE_MS = 30_000;
const RETRY_MS = 100;

/**
 * Somebody to ask: the process that holds the embedded folder, where there is one; else this process, which then holds
 * it and answers for others. With PostgreSQL always this process. Throws `FolderInUse` when a holder cannot be reached.
 */
export async function openAsker(config: Config, log: Log, patienceMs = PATIENCE_MS): Promise<Asker> {
  if (config.databaseUrl) return localAsker(await openApp(config, log));
  return new FolderAsker(config, log, patienceMs, await acquire(config, log, patienceMs));
}

async function acquire(config: Config, log: Log, patienceMs: number): Promise<Asker> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const remote = await connectToHolder(config.dataDir);
    if (remote) return remote;
    try {
      return await hold(config, log);
    } catch (error) {
      if (!(error instanceof FolderInUse) || Date.now() >= deadline) throw error;
    }
    await wait(RETRY_MS);
  }
}

async function hold(config: Config, log: Log): Promise<Asker> {
  const { app, close } = await openHeld(config, log);
  return { ...localAsker(app), close };
}

/** Opens the app in this process, which then answers for the terminal commands of others, where the folder is embedded. */
export async function openHeld(
  config: Config,
  log: Log,
  clock?: Clock,
): Promise<{ app: App; close: () => Promise<void> }> {
  const app = await openApp(config, log, clock);
  const holder = config.databaseUrl ? undefined : await answerOthers(app, config, log);
  return {
    app,
    async close() {
      await holder?.close();
      await app.close();
    },
  };
}

async function answerOthers(app: App, config: Config, log: Log): Promise<Holder | undefined> {
  try {
    return await listen(config.dataDir, localAsker(app), log);
  } catch (error) {
    log.warn('holder.not-listening', errorFields(error)); // others have to wait; this process works on
    return undefined;
  }
}

/** Stays answerable when the process that held the folder ends. */
class FolderAsker implements Asker {
  #asker: Asker;

  constructor(
    readonly config: Config,
    readonly log: Log,
    readonly patienceMs: number,
    asker: Asker,
  ) {
    this.#asker = asker;
  }

  async ask(request: AskRequest): Promise<AskReply> {
    try {
      return await this.#asker.ask(request);
    } catch (error) {
      if (!(error instanceof HolderGone)) throw error;
    }
    this.#asker = await acquire(this.config, this.log, this.patienceMs);
    return this.#asker.ask(request);
  }

  /** Never twice: whether the holder that went away had done it, nobody knows. */
  carryOut(task: Task): Promise<TaskReply> {
    return this.#asker.carryOut(task);
  }

  close(): Promise<void> {
    return this.#asker.close();
  }
}
