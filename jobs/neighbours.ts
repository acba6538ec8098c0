import { knownRecord } from '../commands/known-records.ts';
import { areaName } from '../commands/records.ts';
import type { ClockTime } from '../src/calendar/office-time.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import type { Subject } from '../src/delivery/subject.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import {
  NEIGHBOURS,
  type NeighbourTold,
  neighboursTold,
  readNeighbourNotice,
} from '../src/registry/neighbours/neighbour-notices.ts';
import type { NeighbourRequests } from '../src/registry/neighbours/neighbour-requests.ts';
import { answeredMessage, askedMessage, endedMessage } from '../src/slack/neighbour-view.ts';
import type { Message } from '../src/slack/voice.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import { neighbourTalk, requestColumnWords } from '../src/words/neighbours.ts';
import type { Daily } from './daily.ts';

/** Neighbours' questions: told to the areas that are asked, and what came of them to who asked. */
export const neighbours = (lookup: LiveLookup): Subject<Message> => ({
  name: NEIGHBOURS,
  async read(tx, notice, now) {
    const told = await readNeighbourNotice(tx, notice, now);
    if ('gone' in told) return told;
    return {
      to: told.to,
      inCharge: told.otherwise,
      title: (language) => neighbourTalk[language].title,
      message: (language) => messageOf({ lookup }, told, language),
    };
  },
  delivered: neighboursTold,
});

function messageOf(bot: { lookup: LiveLookup }, told: NeighbourTold, language: Language): Message {
  const nameOf = areaName(bot);
  if (told.kind === 'asked') {
    const questions = told.questions.map(({ id, areaId, from, column, until, ...rest }) => ({
      ...rest,
      request: id,
      area: areaId,
      from: nameOf(from),
      column: requestColumnWords[column][language],
      until: formatDate(until, language),
    }));
    return askedMessage({ questions, mention: told.mention }, language);
  }
  if (told.kind === 'answered') {
    const { question, areaIds, record } = told;
    const words = changeWords[language];
    const title = words.named(words.kind[record.kind], knownRecord(bot, record.kind, record.id, language)?.title ?? '');
    return answeredMessage({ areas: areaIds.map(nameOf).join('・'), question, title, record }, language);
  }
  return endedMessage(told.question, repliesIn(told.replies, nameOf, language), language);
}

/** A line a kind of reply, with those who gave it. */
function repliesIn(
  replies: Extract<NeighbourTold, { kind: 'ended' }>['replies'],
  nameOf: (id: string) => string,
  language: Language,
): string[] {
  const words = neighbourTalk[language].replies;
  return (['record', 'nothing', null] as const).flatMap((reply) => {
    const names = replies.filter((each) => each.reply === reply).map(({ areaId }) => nameOf(areaId));
    return names.length === 0 ? [] : [`${words[reply ?? 'open']}（${names.length}）: ${names.join('・')}`];
  });
}

/** What ended long ago goes; what waits without a notice gets one. */
export const tidyNeighbours = (requests: NeighbourRequests): Daily => ({
  name: 'neighbours',
  at: '03:10' as ClockTime,
  run: () => requests.tidy(),
});
