import type { Part } from '../src/forms/sheet.ts';
import { ChangeKind, type FieldChanges, type HistoryEntry, type HistoryKind } from '../src/records/changes.ts';
import { fieldLabel, shownValue } from '../src/words/change-values.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import { meetingPlanKindWords } from '../src/words/planned.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { type NameOf, namesIn } from './names.ts';
import { replyPairs } from './shown-reply.ts';

// Changes of records as people read them.

/** The old and the new value of each field; of a new record what it says. */
export function changedPairs(
  bot: Pick<Bot, 'lookup'>,
  kind: HistoryKind,
  changes: FieldChanges,
  isNew: boolean,
  language: Language,
  nameOf: NameOf,
): [string, string][] {
  const words = changeWords[language];
  const shown = (field: string, value: unknown) => shownIn(bot, kind, field, value, language, nameOf);
  return Object.entries(changes)
    .filter(([, [old, now]]) => !isNew || !isNothing(now) || !isNothing(old))
    .map(([field, [old, now]]) => {
      const text = isNew ? shown(field, now) : words.change(shown(field, old), shown(field, now));
      return [fieldLabel(kind, field, language), text];
    });
}

/** Fields that hold ids of records. */
const RECORDS: Readonly<Record<string, ChangeKind>> = {
  indicatorId: 'indicator',
  initiativeIds: 'initiative',
  planId: 'meetingPlan',
  deadlineId: 'deadline',
};

/** What stands in a field, with the titles of the records that it names. */
export function shownIn(
  bot: Pick<Bot, 'lookup'>,
  kind: HistoryKind,
  field: string,
  value: unknown,
  language: Language,
  nameOf: NameOf,
): string {
  const named = RECORDS[field];
  const title = (id: unknown) => (named && knownRecord(bot, named, String(id), language)?.title) ?? id;
  const told = Array.isArray(value) ? value.map(title) : value === null ? null : title(value);
  return shownValue(kind, field, named ? told : value, language, nameOf);
}

/** The same as a part of what became of it. */
export async function changedParts(bot: Bot, entry: HistoryEntry, language: Language): Promise<Part[]> {
  return changedPartsOf(bot, entry, language, await namesIn(bot, entry.by.team, [entry.changes]));
}

export function changedPartsOf(
  bot: Bot,
  { kind, record, changes, action }: HistoryEntry,
  language: Language,
  nameOf: NameOf,
): Part[] {
  // What is taken back is told as it stands in the entry.
  const told =
    kind === 'surveyReply' && action === 'update'
      ? replyPairs(bot, record, changes, language)
      : { pairs: [], rest: changes };
  const pairs = [...told.pairs, ...changedPairs(bot, kind, told.rest, action === 'create', language, nameOf)];
  return pairs.length > 0 ? [{ kind: 'pairs', pairs }] : [];
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

const inTokyo = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** When something was done, in office time. */
export const shownAt = (at: Date): string => inTokyo.format(at);

/** Names of all whom these entries name, and of who made them. */
export const namesInEntries = (bot: Bot, entries: readonly HistoryEntry[]): Promise<NameOf> =>
  namesIn(
    bot,
    entries[0]?.by.team ?? '',
    entries.map(({ changes }) => changes),
    entries.flatMap(({ by }) => (by.name === null ? [by.user] : [])),
  );

/** Of each entry, when who did what by which way, and what it changed. */
export async function historyPairs(
  bot: Bot,
  entries: readonly HistoryEntry[],
  language: Language,
): Promise<[string, string][]> {
  const nameOf = await namesInEntries(bot, entries);
  return entries.map((entry) => historyPair(bot, entry, language, nameOf));
}

function historyPair(bot: Bot, entry: HistoryEntry, language: Language, nameOf: NameOf): [string, string] {
  const words = changeWords[language];
  const by = entry.by.name ?? nameOf(entry.by.user);
  const via = [words.via[entry.via], ...(entry.inStead ? [words.enteredInStead] : [])].join('・');
  const head = words.changedBy(shownAt(entry.at), by, words.action[entry.action], via);
  const lines = Object.entries(entry.changes).map(([field, [old, now]]) => {
    const shown = (value: unknown) => shownIn(bot, entry.kind, field, value, language, nameOf);
    return `${fieldLabel(entry.kind, field, language)}: ${words.change(shown(old), shown(now))}`;
  });
  return [head, [...lines, ...(entry.reason ? [words.because(entry.reason)] : [])].join(' ／ ')];
}

/** What a changed record is called: its title now, or what the entry says of it. */
export function titleOf(bot: Bot, { kind, record, changes }: HistoryEntry, language: Language): string {
  const words = changeWords[language];
  const ofRecord = ChangeKind.safeParse(kind);
  const known = ofRecord.success ? knownRecord(bot, ofRecord.data, record, language) : null;
  const told = changes.title?.[1] ?? changes.name?.[1] ?? known?.title;
  const duty = known ? known.duty : changes.kind?.[1] === 'duty';
  const what = duty ? meetingPlanKindWords.duty[language] : words.kind[kind];
  return typeof told === 'string' ? words.named(what, told) : what;
}
