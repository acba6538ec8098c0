import { errorFields } from '../src/log.ts';
import type { DraftToDecide, FieldChanges, WaitingDraft } from '../src/records/changes.ts';
import { arrivedMessage, decidedMessage, type Pair } from '../src/slack/draft-view.ts';
import type { Who } from '../src/slack/listeners.ts';
import type { Message } from '../src/slack/voice.ts';
import { changeWords } from '../src/words/changes.ts';
import { draftWords } from '../src/words/drafts.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { namesIn } from './names.ts';
import { areaName } from './records.ts';
import { changedPairs } from './shown-changes.ts';

// Who is told of a hub's draft (rules 4.1): its town when it arrives, the hub when it is decided.

/** What a draft is about. */
export function draftTitle(bot: Bot, { kind, record, fields }: WaitingDraft, language: Language): string {
  const words = changeWords[language];
  const indicator =
    typeof fields.indicatorId === 'string' ? knownRecord(bot, 'indicator', fields.indicatorId, language) : null;
  const known = record === null ? indicator : knownRecord(bot, kind, record, language);
  const title = known?.title ?? fields.title ?? fields.name;
  return typeof title === 'string' ? words.named(words.kind[kind], title) : words.kind[kind];
}

/** What it changes, beside what the record says now. */
export async function draftPairs(bot: Bot, draft: DraftToDecide, language: Language): Promise<Pair[]> {
  const { kind, record, fields } = draft;
  const opened = record === null ? null : await bot.registrar.open(kind, record);
  const now: Readonly<Record<string, unknown>> = { ...opened?.fields };
  const changes: FieldChanges = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, [now[field] ?? null, value]]),
  );
  return changedPairs(bot, kind, changes, record === null, language, await namesIn(bot, draft.by.team, [changes]));
}

/** Tells those who decide of drafts that just came, each of them once; says to the writer what became of it. */
export async function tellTown(bot: Bot, who: Who, ids: readonly string[], language: Language): Promise<string> {
  const found = await Promise.all(ids.map((id) => bot.registrar.draft(id)));
  const drafts = found.filter((draft) => draft !== null);
  const areaIds = [...new Set(drafts.flatMap((draft) => draft.areaIds))];
  const told = await Promise.all(drafts.map((draft) => tellOf(bot, who, draft)));
  return draftWords[language].kept(areaIds.map(areaName(bot)).join('・'), Math.min(...told));
}

/** How many were told; of a draft that arrived a second time, how many are there to have been told. */
async function tellOf(bot: Bot, who: Who, draft: DraftToDecide): Promise<number> {
  const inCharge = await bot.members.usersInCharge(draft.areaIds);
  const others = (inCharge.length > 0 ? inCharge : await bot.admins.all()).filter((user) => user !== who.user);
  if (!(await bot.desk.isNew(`draft:${draft.id}`))) return others.length;
  const told = await Promise.all(
    others.map((user) =>
      tell(bot, user, async (language) => {
        const what = draftTitle(bot, draft, language);
        return arrivedMessage(
          who.user,
          { id: draft.id, what, pairs: await draftPairs(bot, draft, language) },
          language,
        );
      }),
    ),
  );
  return told.filter(Boolean).length;
}

/** Tells the hub what was decided; where it was sent back, why and what it said. */
export async function tellHub(bot: Bot, by: Who, draft: DraftToDecide, sentBack: string | null): Promise<void> {
  await tell(bot, draft.by.user, async (language) => {
    const words = draftWords[language];
    const what = draftTitle(bot, draft, language);
    if (sentBack === null) return decidedMessage(by.user, words.toldApproved(what), [], language);
    const pairs = await draftPairs(bot, draft, language);
    return decidedMessage(by.user, words.toldSentBack(what, sentBack), pairs, language);
  });
}

/** Whether it arrived. */
async function tell(bot: Bot, user: string, message: (language: Language) => Promise<Message>): Promise<boolean> {
  try {
    await bot.voice.post(user, await message(await bot.locales.of(user)));
    return true;
  } catch (error) {
    bot.log.warn('draft.untold', errorFields(error));
    return false;
  }
}
