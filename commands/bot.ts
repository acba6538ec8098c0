import type { Clock } from '../src/calendar/clock.ts';
import type { Log } from '../src/log.ts';
import type { AreaRow } from '../src/records/rows.ts';
import type { Desk } from '../src/registry/answers/desk.ts';
import type { QuestionKeeper } from '../src/registry/answers/questions.ts';
import type { DocumentSittings } from '../src/registry/documents/sittings.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import type { Members } from '../src/registry/members/members.ts';
import type { People } from '../src/registry/members/people.ts';
import type { NeighbourRequests } from '../src/registry/neighbours/neighbour-requests.ts';
import type { UselessMatches } from '../src/registry/neighbours/useless-matches.ts';
import type { NoticePreferences } from '../src/registry/notices/notice-preferences.ts';
import type { Objections } from '../src/registry/objections.ts';
import type { Agenda } from '../src/registry/planned/agenda.ts';
import type { CalendarFeeds } from '../src/registry/planned/calendar-feeds.ts';
import type { OfficeClosures } from '../src/registry/planned/closed-days.ts';
import type { OfficeSettingsBook } from '../src/registry/planned/office-settings.ts';
import type { Registrar } from '../src/registry/registrar.ts';
import type { Words } from '../src/registry/words.ts';
import type { Admins } from '../src/slack/admins.ts';
import type { Locales } from '../src/slack/locales.ts';
import type { Voice } from '../src/slack/voice.ts';
import type { DocumentReader } from './document-reader.ts';

/** What the entries work with. */
export interface Bot {
  desk: Desk;
  lookup: LiveLookup;
  people: People;
  members: Members;
  registrar: Registrar;
  objections: Objections;
  agenda: Agenda;
  /** 他市町へ聞く. */
  neighbours: NeighbourRequests;
  /** Documents on their way into the registry. */
  documents: DocumentSittings;
  reader: DocumentReader;
  /** Neighbours' practices that people do not want to see. */
  matches: UselessMatches;
  /** How people want to hear of what is planned. */
  notices: NoticePreferences;
  questions: QuestionKeeper;
  words: Words;
  closures: OfficeClosures;
  settings: OfficeSettingsBook;
  feeds: CalendarFeeds;
  /** Where the bot's HTTP port is reached from outside; null: it is not. */
  publicUrl: string | null;
  admins: Admins;
  voice: Voice;
  locales: Locales;
  clock: Clock;
  log: Log;
  /** After so many months Home asks whether a record still holds. */
  confirmMonths: number;
  /** Told when something was planned for this moment. */
  delivery: { nudge(): void };
}

export const areasOf = ({ lookup }: Pick<Bot, 'lookup'>): readonly AreaRow[] => lookup.lookup.records.areas;
