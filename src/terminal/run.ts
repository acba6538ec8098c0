import { type Config, ConfigError, readConfig } from '../config.ts';
import { BackupError } from '../database/backup.ts';
import { FolderInUse } from '../database/folder-lock.ts';
import { MigrationError } from '../database/migrate.ts';
import { createLog, errorFields, type Log, newReference } from '../log.ts';
import { ShippedDataError } from '../registry/files/shipped-files.ts';
import { UnreadableRecord } from '../registry/read-records.ts';
import { terminalWords } from '../words/terminal.ts';
import { endQuietlyWithReader } from './output.ts';
import { HolderRefused } from './remote.ts';

/** What a command ends with: done; refused or failed; wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Running {
  config: Config;
  log: Log;
  /** Says when the process is asked to stop (SIGINT, SIGTERM). */
  stop: AbortSignal;
}

/** Errors whose message says what to do. */
const EXPLAINED = [
  BackupError,
  ConfigError,
  FolderInUse,
  MigrationError,
  ShippedDataError,
  UnreadableRecord,
  HolderRefused,
];
const STOP_WITHIN_MS = 9_000;

/** Runs a command to its end and leaves with its exit code; the reason of a failure goes to standard error. */
export async function run(command: (running: Running) => Promise<ExitCode>): Promise<never> {
  const stop = stopSignal();
  endQuietlyWithReader();
  let log = createLog('info');
  let code: ExitCode = 1;
  // What fails where nobody waits for it (a socket that gave up): a supervisor starts the process anew.
  process.on('unhandledRejection', (error) => {
    process.stderr.write(`${explain(error, log)}\n`);
    process.exit(1);
  });
  try {
    const config = readConfig(process.env);
    log = createLog(config.logLevel);
    code = await command({ config, log, stop });
  } catch (error) {
    process.stderr.write(`${explain(error, log)}\n`);
  }
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(code);
}

function explain(error: unknown, log: Log): string {
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  const reference = newReference();
  log.error('command.failed', { reference, ...errorFields(error) });
  return terminalWords.ja.failed(reference);
}

/** The first signal asks to stop; a second one, or too long a stopping, ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
