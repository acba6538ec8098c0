import { EventEmitter } from 'node:events';
import type { Clock } from '../calendar/clock.ts';
import type { WireEntry } from './sight.ts';

const KEPT = 200;

/** What went over the wire between the workspace and the bot, newest last. */
export class Wire {
  #entries: WireEntry[] = [];
  #seq = 0;
  readonly #news = new EventEmitter().setMaxListeners(0);

  constructor(private readonly clock: Clock) {}

  get entries(): readonly WireEntry[] {
    return this.#entries;
  }

  note(entry: Omit<WireEntry, 'seq' | 'at'>): void {
    this.#seq += 1;
    const noted = { seq: this.#seq, at: this.clock.now().toISOString(), ...entry };
    this.#entries = [...this.#entries, noted].slice(-KEPT);
    this.#news.emit('entry', noted);
  }

  onEntry(listener: (entry: WireEntry) => void): () => void {
    this.#news.on('entry', listener);
    return () => this.#news.off('entry', listener);
  }
}
