import { areaName } from '../commands/records.ts';
import { draftedPairs, draftTitle } from '../commands/shown-drafts.ts';
import type { Subject } from '../src/delivery/subject.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import { DRAFT, type DraftTold, readDraftNotice } from '../src/registry/notices/draft-notices.ts';
import { arrivedMessage, decidedMessage } from '../src/slack/draft-view.ts';
import type { Message } from '../src/slack/voice.ts';
import { draftWords } from '../src/words/drafts.ts';
import type { Language } from '../src/words/labels.ts';

/** A hub's draft: told to those who decide of it, and what was decided to the hub (rules 4.1). */
export const drafts = (lookup: LiveLookup): Subject<Message> => ({
  name: DRAFT,
  async read(tx, notice) {
    const told = await readDraftNotice(tx, notice);
    if ('gone' in told) return told;
    return {
      to: told.to,
      inCharge: told.otherwise,
      title: (language) => draftTitle({ lookup }, told.draft, language),
      message: (language) => messageOf({ lookup }, told, language),
    };
  },
});

function messageOf(bot: { lookup: LiveLookup }, { draft, changes, names }: DraftTold, language: Language): Message {
  const words = draftWords[language];
  const what = draftTitle(bot, draft, language);
  const nameOf = (id: string) => names.get(id) ?? areaName(bot)(id);
  const pairs = draftedPairs(bot, draft, changes, language, nameOf);
  const { decided } = draft;
  if (!decided) return arrivedMessage(draft.by.user, { id: draft.id, what, pairs }, language);
  if (decided.approved) return decidedMessage(decided.by, words.toldApproved(what), [], language);
  return decidedMessage(decided.by, words.toldSentBack(what, decided.answer ?? ''), pairs, language);
}
