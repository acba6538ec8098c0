import { areaName } from '../commands/records.ts';
import type { Subject } from '../src/delivery/subject.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import { JOINING, type JoinTold, readJoinNotice } from '../src/registry/members/joining-notices.ts';
import { requestMessage } from '../src/slack/join-view.ts';
import { notice } from '../src/slack/notice.ts';
import type { Message } from '../src/slack/voice.ts';
import { joinTalk } from '../src/words/admin.ts';
import { memberRoleWords } from '../src/words/form-choices.ts';
import type { Language } from '../src/words/labels.ts';

/** 「この市町の担当です」: told to those who may take the person in, and what was decided to the person. */
export const joining = (lookup: LiveLookup): Subject<Message> => ({
  name: JOINING,
  async read(tx, kept) {
    const told = await readJoinNotice(tx, kept);
    if ('gone' in told) return told;
    const area = areaName({ lookup })(told.request.areaId);
    return {
      to: told.to,
      inCharge: null,
      title: (language) => `${told.name}${joinTalk[language].asks(area)}`,
      message: (language) => messageOf(told, area, language),
    };
  },
});

function messageOf({ request, name, role }: JoinTold, area: string, language: Language): Message {
  const words = joinTalk[language];
  if (!request.decidedAt) return requestMessage({ ...request, area }, name, language);
  return notice(role === null ? words.notTaken(area) : words.welcome(area, memberRoleWords[role][language]));
}
