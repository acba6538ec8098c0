import { documentTalk } from '../words/document-talk.ts';
import type { Language } from '../words/labels.ts';
import { actions, bold, button, context, fallback, list, paragraph, person, richText } from './blocks.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** What a town is told of a document that the prefecture entered in its stead. */
export interface ImportNotice {
  titles: readonly string[];
  /** Who entered it, by user id. */
  by: string;
  reason: string | null;
  records: number;
  /** The reply that it became, by id. */
  reply: string | null;
  /** Who is mentioned in a channel. */
  mention: string | null;
}

const NOBODY = { ja: '県', en: 'The prefecture' };

export const importHeadline = (language: Language): string => documentTalk[language].entered(NOBODY[language]);

/** The message, with the button to the reply. */
export function importNoticeMessage(notice: ImportNotice, language: Language): Message {
  const words = documentTalk[language];
  const headline = importHeadline(language);
  const pairs: [string, string][] = [
    [words.enteredAs, notice.titles.join('、')],
    [words.records, words.recordsChanged(notice.records)],
    ...(notice.reason === null ? [] : [[words.reason, notice.reason] as [string, string]]),
  ];
  const look = notice.reply && openButton('reply', words.look, { form: 'survey-reply', record: notice.reply });
  return {
    text: fallback(headline),
    blocks: [
      richText(
        paragraph([...(notice.mention === null ? [] : [person(notice.mention), ' ']), bold(headline)]),
        list([[person(notice.by)], ...pairs.map(([name, value]) => [bold(`${name}　`), value])]),
      ),
      context(words.how),
      ...(look ? [actions('import', [button(look)])] : []),
    ],
  };
}
