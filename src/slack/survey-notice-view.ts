import type { RoundColumn } from '../records/survey-round.ts';
import type { Language } from '../words/labels.ts';
import { columnsText } from '../words/survey-round.ts';
import { surveyTalk } from '../words/survey-talk.ts';
import { actions, bold, button, fallback, list, paragraph, person, richText } from './blocks.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** What a town is told of a survey round. */
export interface SurveyNotice {
  kind: 'opened' | 'asked' | 'changed' | 'hearing';
  /** By its id. */
  round: string;
  title: string;
  referenceDate: string;
  /** In words; null where no day is known. */
  due: string | null;
  /** By name, who answers together now; none where that is as before. */
  together: readonly string[];
  /** What is asked beside what was answered. */
  columns: readonly RoundColumn[];
  /** In words, the hearing that comes near. */
  hearing: string | null;
  /** Who is mentioned in a channel. */
  mention: string | null;
}

export const surveyHeadline = ({ kind, title }: Pick<SurveyNotice, 'kind' | 'title'>, language: Language): string =>
  surveyTalk[language][kind === 'hearing' ? 'hearingNear' : kind](title);

const closingWords = (kind: SurveyNotice['kind'], language: Language): string => {
  const { kept, hearingMove, prefilled } = surveyTalk[language];
  return kind === 'changed' ? kept : kind === 'hearing' ? hearingMove : prefilled;
};

/** The message, with the button that opens the answer. */
export function surveyNoticeMessage(notice: SurveyNotice, language: Language): Message {
  const words = surveyTalk[language];
  const headline = surveyHeadline(notice, language);
  const pairs = [
    ...(notice.hearing === null ? [[words.referenceDate, notice.referenceDate]] : [[words.hearing, notice.hearing]]),
    ...(notice.due === null ? [] : [[words.due, notice.due]]),
    ...(notice.together.length > 0 ? [[words.together, notice.together.join('・')]] : []),
    ...(notice.columns.length > 0 ? [[words.columnsAdded, columnsText(notice.columns, language)]] : []),
  ] as [string, string][];
  const answer = openButton('survey', words.answer, { form: 'survey-reply', about: { round: notice.round } });
  return {
    text: fallback(headline),
    blocks: [
      richText(
        paragraph([...(notice.mention === null ? [] : [person(notice.mention), ' ']), bold(headline)]),
        list(pairs.map(([name, value]) => [bold(`${name}　`), value])),
        paragraph(closingWords(notice.kind, language)),
      ),
      actions('survey', [button(answer)]),
    ],
  };
}
