import { randomBytes } from 'node:crypto';

/** Least to most grave. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Ids, counts, durations. Never what people wrote: this is care data. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export type Log = Record<LogLevel, (event: string, fields?: LogFields) => void>;

/** A log of one line of JSON an event, from `level` on. */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const from = LOG_LEVELS.indexOf(level);
  const at = (name: LogLevel) =>
    LOG_LEVELS.indexOf(name) < from
      ? () => {}
      : (event: string, fields: LogFields = {}) =>
          write(`${JSON.stringify({ at: new Date().toISOString(), level: name, event, ...fields })}\n`);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What may be logged of an error: its class, its code and where it arose. Its message may quote what people wrote. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as Error & { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    where: frames
      .slice(0, 3)
      .map((line) => line.trim())
      .join(' < '),
  };
}

/** A short number that a person can read out, and that the log holds. */
export const newReference = (): string => randomBytes(3).toString('hex').toUpperCase();
