import { answerWords } from '../words/answers.ts';
import type { Language } from '../words/labels.ts';
import { slackWords } from '../words/slack.ts';
import { ANSWER, AnswerValue } from './answer-actions.ts';
import { actions, bold, button, fallback, paragraph, richText } from './blocks.ts';
import type { Message } from './voice.ts';

/** What can be asked, with examples that ask at a press. */
export function guideMessage(language: Language): Message {
  const words = slackWords[language];
  return {
    text: fallback(`${words.guideTitle}\n${words.guideCommand}`),
    blocks: [
      richText(paragraph(bold(words.guideTitle)), paragraph(`\n${words.guideCommand}\n${words.guideFollowUp}`)),
      actions('examples', exampleButtons(language)),
    ],
  };
}

/** The examples as buttons. */
export const exampleButtons = (language: Language) =>
  answerWords[language].examples.map((question, index) =>
    button({
      action: `${ANSWER.ask}.${index}`,
      label: question,
      value: AnswerValue.question({ question, after: null }),
    }),
  );
