import { type KnownRecord, recordIn } from '../src/lookup/known-records.ts';
import type { RecordKind } from '../src/records/kinds.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { recordsOf } from './records.ts';

/** A record by its kind and id, out of memory; null where there is none, or no longer. */
export const knownRecord = (
  bot: Pick<Bot, 'lookup'>,
  kind: RecordKind,
  id: string,
  language: Language,
): KnownRecord | null => recordIn(recordsOf(bot), kind, id, language);
