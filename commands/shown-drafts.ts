import type { FieldChanges, SaveOutcome, WaitingDraft } from '../src/records/changes.ts';
import type { Pair } from '../src/slack/draft-view.ts';
import { changeWords } from '../src/words/changes.ts';
import { draftWords } from '../src/words/drafts.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { type NameOf, namesIn } from './names.ts';
import { areaName } from './records.ts';
import { changedPairs } from './shown-changes.ts';
import { wholeReplyPairs } from './shown-reply.ts';

// A hub's draft as people read it.

/** What a draft is about. */
export function draftTitle(
  bot: Pick<Bot, 'lookup'>,
  { kind, record, fields }: WaitingDraft,
  language: Language,
): string {
  const words = changeWords[language];
  const indicator =
    typeof fields.indicatorId === 'string' ? knownRecord(bot, 'indicator', fields.indicatorId, language) : null;
  const known = record === null ? indicator : knownRecord(bot, kind, record, language);
  const title = known?.title ?? fields.title ?? fields.name;
  return typeof title === 'string' ? words.named(words.kind[kind], title) : words.kind[kind];
}

/** What it changes, beside what the record says now. */
export async function draftPairs(bot: Bot, draft: WaitingDraft, language: Language): Promise<Pair[]> {
  const changes = await bot.registrar.draftChanges(draft);
  return draftedPairs(bot, draft, changes, language, await namesIn(bot, draft.by.team, [changes]));
}

/** The same of changes that are known. */
export function draftedPairs(
  bot: Pick<Bot, 'lookup'>,
  { kind, record, fields }: WaitingDraft,
  changes: FieldChanges,
  language: Language,
  nameOf: NameOf,
): Pair[] {
  const told = kind === 'surveyReply' ? wholeReplyPairs(bot, record, fields, changes, language) : null;
  const { pairs, rest } = told ?? { pairs: [], rest: changes };
  return [...pairs, ...changedPairs(bot, kind, rest, record === null, language, nameOf)];
}

/** Says to the writer what became of drafts that just came: who is told of them. */
export async function keptDrafts(
  bot: Bot,
  drafted: readonly Extract<SaveOutcome, { outcome: 'drafted' }>[],
  language: Language,
): Promise<string> {
  bot.delivery.nudge();
  const drafts = await Promise.all(drafted.map(({ draft }) => bot.registrar.draft(draft)));
  const areaIds = [...new Set(drafts.flatMap((draft) => draft?.areaIds ?? []))];
  return draftWords[language].kept(areaIds.map(areaName(bot)).join('・'), Math.min(...drafted.map(({ told }) => told)));
}
