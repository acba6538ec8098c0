import { formatSpan } from '../src/calendar/span-text.ts';
import type { Subject } from '../src/delivery/subject.ts';
import { readSurveyNotice, SURVEY, type SurveyTold } from '../src/registry/survey/survey-notices.ts';
import { type SurveyNotice, surveyHeadline, surveyNoticeMessage } from '../src/slack/survey-notice-view.ts';
import type { Message } from '../src/slack/voice.ts';
import type { Language } from '../src/words/labels.ts';
import { slotIdText } from '../src/words/survey-round.ts';

/** A survey round: told to its towns when it opens, and when the prefecture asks those who have not answered. */
export const surveys: Subject<Message> = {
  name: SURVEY,
  async read(tx, notice, now) {
    const told = await readSurveyNotice(tx, notice, now);
    if ('gone' in told) return told;
    return {
      to: told.to,
      inCharge: told.inCharge,
      title: (language) => surveyHeadline(noticeOf(told, language), language),
      message: (language) => surveyNoticeMessage(noticeOf(told, language), language),
    };
  },
};

const noticeOf = (
  { kind, round, due, together, columns, hearing, mention }: SurveyTold,
  language: Language,
): SurveyNotice => ({
  kind,
  round: round.id,
  title: round.title,
  referenceDate: round.referenceDate,
  due: due && formatSpan(due, language),
  together,
  columns,
  hearing: hearing && slotIdText(hearing, language),
  mention,
});
