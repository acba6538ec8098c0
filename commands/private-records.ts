import type { ChangeKind } from '../src/records/changes.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import type { Who } from '../src/slack/listeners.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import type { Bot } from './bot.ts';
import { recordsOf } from './records.ts';
import { maySeeReply, replyOf } from './survey-records.ts';

// What tells who has submitted is for the prefecture and for those whose it is, and for nobody else (rules 1.6).

/** Whether this person may know whether an area has submitted. */
export function maySeeSubmission(bot: Pick<Bot, 'lookup'>, rights: Rights, areaId: string): boolean {
  const area = recordsOf(bot).areas.find(({ id }) => id === areaId);
  return area !== undefined && rights.seesSubmissionsOf(area);
}

/** What is said instead of a record and its history to somebody who may not know of it; null: this person may. */
export async function keptFrom(
  bot: Bot,
  who: Who,
  kind: ChangeKind,
  id: string,
  language: Language,
): Promise<string | null> {
  if (kind !== 'submission' && kind !== 'surveyReply') return null;
  await bot.lookup.refresh();
  const rights = await bot.registrar.rights(who);
  if (kind === 'submission') {
    const row = recordsOf(bot).submissions.find((each) => each.id === id);
    return row && maySeeSubmission(bot, rights, row.areaId) ? null : plannedTalk[language].notToldWho;
  }
  const reply = replyOf(bot, id);
  return reply && maySeeReply(bot, rights, reply) ? null : surveyTalk[language].notYours;
}
