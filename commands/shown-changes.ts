import type { Part } from '../src/forms/sheet.ts';
import { ChangeKind, type FieldChanges, type HistoryEntry, type HistoryKind } from '../src/records/changes.ts';
import { fieldLabel, shownValue } from '../src/words/change-values.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { areaName } from './records.ts';

// Changes of records as people read them.

/** The old and the new value of each field; of a new record what it says. `nameOf`: what areas and people are called. */
export function changedPairs(
  bot: Bot,
  kind: HistoryKind,
  changes: FieldChanges,
  isNew: boolean,
  language: Language,
  nameOf = areaName(bot),
): [string, string][] {
  const words = changeWords[language];
  const shown = (field: string, value: unknown) => {
    const named = field === 'indicatorId' && knownRecord(bot, 'indicator', String(value), language);
    return named ? named.title : shownValue(kind, field, value, language, nameOf);
  };
  return Object.entries(changes)
    .filter(([, [old, now]]) => !isNew || !isNothing(now) || !isNothing(old))
    .map(([field, [old, now]]) => {
      const text = isNew ? shown(field, now) : words.change(shown(field, old), shown(field, now));
      return [fieldLabel(kind, field, language), text];
    });
}

/** The same as a part of what became of it. */
export function changedParts(
  bot: Bot,
  { kind, changes, action }: HistoryEntry,
  language: Language,
  nameOf = areaName(bot),
): Part[] {
  const pairs = changedPairs(bot, kind, changes, action === 'create', language, nameOf);
  return pairs.length > 0 ? [{ kind: 'pairs', pairs }] : [];
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

const inTokyo = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** When something was done, in office time. */
export const shownAt = (at: Date): string => inTokyo.format(at);

/** When who did what by which way, and what it changed. */
export function historyPair(
  bot: Bot,
  entry: HistoryEntry,
  language: Language,
  nameOf = areaName(bot),
): [string, string] {
  const words = changeWords[language];
  const at = shownAt(entry.at);
  const head = words.changedBy(at, entry.by.name ?? entry.by.user, words.action[entry.action], words.via[entry.via]);
  const lines = Object.entries(entry.changes).map(([field, [old, now]]) => {
    const shown = (value: unknown) => shownValue(entry.kind, field, value, language, nameOf);
    return `${fieldLabel(entry.kind, field, language)}: ${words.change(shown(old), shown(now))}`;
  });
  return [head, [...lines, ...(entry.reason ? [words.because(entry.reason)] : [])].join(' ／ ')];
}

/** What a changed record is called: its title now, or what the entry says of it. */
export function titleOf(bot: Bot, { kind, record, changes }: HistoryEntry, language: Language): string {
  const words = changeWords[language];
  const ofRecord = ChangeKind.safeParse(kind);
  const known = ofRecord.success ? knownRecord(bot, ofRecord.data, record, language)?.title : undefined;
  const told = changes.title?.[1] ?? changes.name?.[1] ?? known;
  const what = words.kind[kind];
  return typeof told === 'string' ? words.named(what, told) : what;
}
