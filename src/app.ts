import { type Clock, clockFrom, systemClock } from './calendar/clock.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/open.ts';
import { errorFields, type Log } from './log.ts';
import type { Turn } from './lookup/conversation.ts';
import { type Asked, LiveLookup } from './registry/live-lookup.ts';
import { loadShipped } from './registry/load-shipped.ts';
import { QuestionKeeper } from './registry/questions.ts';

/** The parts, put together. */
export interface App {
  clock: Clock;
  database: Database;
  lookup: LiveLookup;
  questions: QuestionKeeper;
  /** Answers the last question of a conversation; what found nothing is kept afterwards. */
  ask(conversation: readonly Asked[]): Promise<Turn>;
  close(): Promise<void>;
}

/**
 * Opens the database, fills an empty registry with the shipped records, and reads it into memory.
 * Throws `FolderInUse`, `MigrationError`, `ShippedDataError`.
 */
export async function openApp(config: Config, log: Log): Promise<App> {
  const clock = config.startAt ? clockFrom(config.startAt) : systemClock();
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  try {
    return await compose(config, log, clock, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function compose(config: Config, log: Log, clock: Clock, database: Database): Promise<App> {
  const began = performance.now();
  const loaded = config.data === 'shipped' ? await loadShipped(database.prisma) : undefined;
  if (loaded && loaded.edition !== 'same') log.info('registry.loaded', { ...loaded, ms: since(began) });
  const lookup = await LiveLookup.open(database.prisma, { homePrefecture: config.homePrefecture });
  log.debug('app.opened', { engine: database.engine, facts: lookup.lookup.index.size, ms: since(began) });
  const questions = new QuestionKeeper(database.prisma, clock, (error) =>
    log.warn('question.not-kept', errorFields(error)),
  );
  return {
    clock,
    database,
    lookup,
    questions,
    async ask(conversation) {
      const asked = performance.now();
      const turn = await lookup.ask(conversation, clock.today());
      const question = conversation.at(-1)?.question ?? '';
      log.debug('question.answered', {
        intent: turn.answer.intent,
        found: turn.answer.found,
        rows: turn.answer.groups.reduce((sum, group) => sum + group.rows.length, 0),
        ms: since(asked),
      });
      questions.keep(question, turn);
      return turn;
    },
    async close() {
      lookup.close();
      await questions.settled();
      await database.close();
    },
  };
}

const since = (began: number) => Math.round((performance.now() - began) * 10) / 10;
