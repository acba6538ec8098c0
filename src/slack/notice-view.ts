import { todayIn } from '../calendar/calendar-date.ts';
import { officeTime } from '../calendar/clock.ts';
import { formatDate } from '../calendar/wareki.ts';
import type { Wording } from '../delivery/mailbox.ts';
import type { Language } from '../words/labels.ts';
import { noticeWords } from '../words/notices.ts';
import { context, fallback, paragraph, richText } from './blocks.ts';
import { notice } from './notice.ts';
import type { Message } from './voice.ts';

const when = (at: Date, language: Language) => `${formatDate(todayIn(at), language)} ${officeTime(at)}`;

/** What stands around notices in Slack. */
export const noticeWording: Wording<Message> = {
  late({ text, blocks }, dueAt, language) {
    const late = noticeWords[language].late(when(dueAt, language));
    return { text: `${text}\n${fallback(late)}`, blocks: [...blocks, context(late)] };
  },
  instead({ text, blocks }, { to }, language) {
    const { insteadOfChannel, insteadOfPerson } = noticeWords[language];
    const why = /^[CG]/.test(to)
      ? paragraph([{ type: 'channel', channel_id: to }, insteadOfChannel])
      : paragraph(insteadOfPerson);
    return { text, blocks: [...blocks, richText(why)] };
  },
  missed: ({ title, dueAt }, language) => notice(noticeWords[language].missed(title, when(dueAt, language))),
};
