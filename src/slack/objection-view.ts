import type { Language } from '../words/labels.ts';
import { slackWords } from '../words/slack.ts';
import { bold, fallback, paragraph, person, quote, richText } from './blocks.ts';
import type { Message } from './voice.ts';

export interface ShownObjection {
  areas: readonly string[];
  /** What the record says, and where in its source; empty where it is gone. */
  text: string;
  place: string;
  /** The record's id. */
  record: string;
  comment: string;
  by: string;
}

/** What somebody says against a record, for those who can mend it. */
export function objectionMessage(
  { areas, text, place, record, comment, by }: ShownObjection,
  language: Language,
): Message {
  const words = slackWords[language];
  const about = `${areas.join('・')}: ${text}`;
  return {
    text: fallback(`${words.wrongTitle}: ${about}\n${comment}`),
    blocks: [
      richText(
        paragraph([person(by), words.wrongTold]),
        quote([bold(areas.join('・')), `　${text}\n［${place}］ ${record}`]),
        paragraph([bold(words.wrongSays), `\n${comment}`]),
      ),
    ],
  };
}
