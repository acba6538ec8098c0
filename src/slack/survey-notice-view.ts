import type { Language } from '../words/labels.ts';
import { surveyTalk } from '../words/survey-talk.ts';
import { actions, bold, button, fallback, list, paragraph, person, richText } from './blocks.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** What a town is told of a survey round. */
export interface SurveyNotice {
  kind: 'opened' | 'asked';
  /** By its id. */
  round: string;
  title: string;
  referenceDate: string;
  /** In words; null where no day is known. */
  due: string | null;
  /** Who is mentioned in a channel. */
  mention: string | null;
}

export const surveyHeadline = ({ kind, title }: Pick<SurveyNotice, 'kind' | 'title'>, language: Language): string =>
  surveyTalk[language][kind](title);

/** The message, with the button that opens the answer. */
export function surveyNoticeMessage(notice: SurveyNotice, language: Language): Message {
  const words = surveyTalk[language];
  const headline = surveyHeadline(notice, language);
  const pairs = [
    [words.referenceDate, notice.referenceDate],
    ...(notice.due === null ? [] : [[words.due, notice.due]]),
  ] as [string, string][];
  const answer = openButton('survey', words.answer, { form: 'survey-reply', about: { round: notice.round } });
  return {
    text: fallback(headline),
    blocks: [
      richText(
        paragraph([...(notice.mention === null ? [] : [person(notice.mention), ' ']), bold(headline)]),
        list(pairs.map(([name, value]) => [bold(`${name}　`), value])),
        paragraph(words.prefilled),
      ),
      actions('survey', [button(answer)]),
    ],
  };
}
