import { type Clock, clockFrom, systemClock } from './calendar/clock.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/open.ts';
import { errorFields, type Log } from './log.ts';
import type { Turn } from './lookup/conversation.ts';
import { Desk } from './registry/answers/desk.ts';
import { QuestionKeeper } from './registry/answers/questions.ts';
import { loadShipped } from './registry/files/load-shipped.ts';
import { type Asked, LiveLookup } from './registry/live-lookup.ts';
import { Members } from './registry/members/members.ts';
import { People } from './registry/members/people.ts';
import type { Administrators } from './registry/members/permissions.ts';
import { planInitiatives } from './registry/notices/initiative-notices.ts';
import { NoticePreferences } from './registry/notices/notice-preferences.ts';
import { Objections } from './registry/objections.ts';
import { Agenda } from './registry/planned/agenda.ts';
import { bringYear } from './registry/planned/yearly-template.ts';
import { Registrar } from './registry/registrar.ts';

/** The parts, put together. */
export interface App {
  clock: Clock;
  database: Database;
  lookup: LiveLookup;
  questions: QuestionKeeper;
  /** Where questions from Slack arrive. */
  desk: Desk;
  people: People;
  objections: Objections;
  notices: NoticePreferences;
  agenda: Agenda;
  /** Where changes arrive; who the administrators are, only Slack knows. */
  registrar(administrators: Administrators): Registrar;
  members(administrators: Administrators): Members;
  /** Answers the last question of a conversation; what found nothing is kept afterwards. */
  ask(conversation: readonly Asked[]): Promise<Turn>;
  close(): Promise<void>;
}

/**
 * Opens the database, fills an empty registry with the shipped records, and reads it into memory.
 * Throws `FolderInUse`, `MigrationError`, `ShippedDataError`.
 */
export async function openApp(config: Config, log: Log, clock = clockOf(config)): Promise<App> {
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  try {
    return await compose(config, log, clock, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

export const clockOf = ({ startAt }: Config): Clock => (startAt ? clockFrom(startAt) : systemClock());

/** Puts the parts together over an open database, which `close` then closes. */
export async function compose(config: Config, log: Log, clock: Clock, database: Database): Promise<App> {
  const began = performance.now();
  const loaded = config.data === 'shipped' ? await loadShipped(database.prisma) : undefined;
  if (loaded?.edition === 'first' || loaded?.edition === 'later') await planInitiatives(database.prisma, clock.now());
  if (loaded && loaded.edition !== 'own') await bringYear(database.prisma, config.homePrefecture, clock.now());
  if (loaded && loaded.edition !== 'same') log.info('registry.loaded', { ...loaded, ms: since(began) });
  const lookup = await LiveLookup.open(database.prisma, { homePrefecture: config.homePrefecture });
  log.debug('app.opened', { engine: database.engine, facts: lookup.lookup.index.size, ms: since(began) });
  const notKept = (what: string) => (error: unknown) => log.warn(`${what}.not-kept`, errorFields(error));
  const questions = new QuestionKeeper(database.prisma, clock, notKept('question'), config.keptDays);
  const desk = new Desk(database, lookup, questions, clock, notKept('desk'), config.conversationMinutes);
  return {
    clock,
    database,
    lookup,
    questions,
    desk,
    people: new People(database.prisma),
    objections: new Objections(database.prisma, clock),
    notices: new NoticePreferences(database.prisma, clock),
    agenda: new Agenda(database.prisma, clock),
    registrar: (administrators) => new Registrar(database.prisma, clock, administrators),
    members: (administrators) => new Members(database.prisma, clock, administrators),
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
      await desk.settled();
      await questions.settled();
      await database.close();
    },
  };
}

const since = (began: number) => Math.round((performance.now() - began) * 10) / 10;
