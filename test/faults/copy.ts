import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Order, Told } from './orders.ts';

/** How much is kept of what a copy says of its faults. */
const LAST_WORDS = 600;

/** A copy of the bot in a process of its own. */
export class Copy {
  readonly #waiting = new Map<number, (found: Told | null) => void>();
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #began = performance.now();
  #n = 0;
  #isReady = false;
  #lastWords = '';
  /** Fails when it ends instead. */
  readonly ready: Promise<void>;

  constructor(file: string, options: object) {
    this.#process = spawn(process.execPath, [file, JSON.stringify(options)], { stdio: 'pipe' });
    const { stdin, stdout, stderr } = this.#process;
    stdin.on('error', () => {});
    stderr.on('data', (said: Buffer) => {
      if (process.env.FAULTS_LOG) process.stderr.write(said);
      this.#lastWords = `${this.#lastWords}${said}`.slice(-LAST_WORDS);
    });
    this.ready = new Promise((resolve, reject) => {
      this.#process.once('close', () => {
        reject(new Error('ended before it was ready'));
        for (const answer of this.#waiting.values()) answer(null);
        this.#waiting.clear();
      });
      createInterface({ input: stdout }).on('line', (line) => {
        const said = read(line);
        if (!said) return;
        if (said.ready) {
          this.#isReady = true;
          resolve();
        } else this.#answer(said);
      });
    });
    this.ready.catch(() => {});
  }

  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** For whoever must find out why nothing goes on. */
  get state(): string {
    const { pid, exitCode, signalCode } = this.#process;
    const age = `${Math.round((performance.now() - this.#began) / 1_000)} s old`;
    const is = this.alive ? (this.#isReady ? 'runs' : 'is starting') : `ended (${signalCode ?? exitCode})`;
    return `process ${pid}, ${age}, ${is}, ${this.#waiting.size} orders unanswered; it said: ${this.#lastWords || '–'}`;
  }

  /** Null: it could not carry the order out, or ended before. */
  tell(order: Omit<Order, 'n'>): Promise<Told | null> {
    if (!this.alive) return Promise.resolve(null);
    this.#n += 1;
    const n = this.#n;
    this.#process.stdin.write(`${JSON.stringify({ ...order, n })}\n`);
    return new Promise((resolve) => this.#waiting.set(n, resolve));
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async ended(): Promise<void> {
    if (this.alive) await once(this.#process, 'exit');
  }

  #answer({ n, failed, ...found }: Said): void {
    if (n === undefined) return;
    this.#waiting.get(n)?.(failed ? null : found);
    this.#waiting.delete(n);
  }
}

interface Said extends Told {
  ready?: boolean;
  n?: number;
  failed?: boolean;
}

/** Null: it was killed in the middle of a line. */
function read(line: string): Said | null {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return null;
  }
}
