import type { Part } from '../src/forms/sheet.ts';
import type { ChangeKind, FieldChanges, HistoryEntry } from '../src/records/changes.ts';
import { fieldLabel, shownValue } from '../src/words/change-values.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { areaName } from './records.ts';

// Changes of records as people read them.

/** The old and the new value of each field; of a new record what it says. */
export function changedPairs(
  bot: Bot,
  kind: ChangeKind,
  changes: FieldChanges,
  isNew: boolean,
  language: Language,
): [string, string][] {
  const words = changeWords[language];
  const shown = (field: string, value: unknown) => {
    const named = field === 'indicatorId' && knownRecord(bot, 'indicator', String(value), language);
    return named ? named.title : shownValue(kind, field, value, language, areaName(bot));
  };
  return Object.entries(changes)
    .filter(([, [old, now]]) => !isNew || !isNothing(now) || !isNothing(old))
    .map(([field, [old, now]]) => {
      const text = isNew ? shown(field, now) : words.change(shown(field, old), shown(field, now));
      return [fieldLabel(kind, field, language), text];
    });
}

/** The same as a part of what became of it. */
export function changedParts(bot: Bot, { kind, changes, action }: HistoryEntry, language: Language): Part[] {
  const pairs = changedPairs(bot, kind as ChangeKind, changes, action === 'create', language);
  return pairs.length > 0 ? [{ kind: 'pairs', pairs }] : [];
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

const inTokyo = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** When something was done, in office time. */
export const shownAt = (at: Date): string => inTokyo.format(at);

/** When who did what by which way, and what it changed. */
export function historyPair(bot: Bot, entry: HistoryEntry, language: Language): [string, string] {
  const words = changeWords[language];
  const at = shownAt(entry.at);
  const head = words.changedBy(at, entry.by.name ?? entry.by.user, words.action[entry.action], words.via[entry.via]);
  const lines = Object.entries(entry.changes).map(([field, [old, now]]) => {
    const shown = (value: unknown) => shownValue(entry.kind as ChangeKind, field, value, language, areaName(bot));
    return `${fieldLabel(entry.kind as ChangeKind, field, language)}: ${words.change(shown(old), shown(now))}`;
  });
  return [head, [...lines, ...(entry.reason ? [words.because(entry.reason)] : [])].join(' ／ ')];
}

/** What a changed record is called: its title now, or what the entry says of it. */
export function titleOf(bot: Bot, { kind, record, changes }: HistoryEntry, language: Language): string {
  const words = changeWords[language];
  if (!(kind in words.kind)) return kind;
  const told = changes.title?.[1] ?? changes.name?.[1] ?? knownRecord(bot, kind as ChangeKind, record, language)?.title;
  const what = words.kind[kind as ChangeKind];
  return typeof told === 'string' ? words.named(what, told) : what;
}
