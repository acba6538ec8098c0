import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorFields, type Log } from '../log.ts';
import { State } from './state.ts';
import type { Store } from './store.ts';

const FILE = 'workspace.json';
/** Changes come in bursts; one writing is enough for each. */
const WRITE_AFTER_MS = 200;

/** The state kept in a folder. Null when there is none; a damaged file is set aside, never overwritten. */
export function readState(folder: string, log: Log): State | null {
  const file = path.join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const state = parse(text);
  if (state) return state;
  const aside = `${file}.damaged`;
  renameSync(file, aside);
  log.warn('workspace.state-set-aside', { file, aside, reason: 'not readable; the workspace begins anew' });
  return null;
}

function parse(text: string): State | null {
  try {
    return State.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Writes the state after each burst of changes; the returned function writes what is left and ends it. */
export function keepState(folder: string, store: Store, aheadMs: () => number, log: Log): () => void {
  mkdirSync(folder, { recursive: true });
  let waiting: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    try {
      writeWhole(path.join(folder, FILE), JSON.stringify(kept(store.state, aheadMs())));
    } catch (error) {
      log.error('workspace.state-not-written', errorFields(error));
    }
  };
  const stopListening = store.onChange(() => {
    waiting ??= setTimeout(write, WRITE_AFTER_MS);
  });
  return () => {
    stopListening();
    if (waiting) write();
  };
}

const kept = (state: State, aheadMs: number): State => ({
  ...state,
  aheadMs,
  messages: state.messages.filter(({ onlyFor }) => onlyFor === null),
  // What was brought to a form ends with it: a restart closes all forms.
  files: state.files.filter(({ channels }) => channels.length > 0),
});

/** Under another name first: a crash in between leaves the old file whole. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
