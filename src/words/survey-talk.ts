import type { Language } from './labels.ts';

// What is said around the prefecture's survey: to towns, and to the prefecture at its board.

export interface SurveyTalk {
  /** To a town: a round is open; its answer is waited for. */
  opened(title: string): string;
  asked(title: string): string;
  referenceDate: string;
  due: string;
  prefilled: string;
  answer: string;
}

const ja: SurveyTalk = {
  opened: (title) => `「${title}」の回答を受け付けています。`,
  asked: (title) => `「${title}」の回答をお待ちしています。`,
  referenceDate: '基準日（時点）',
  due: '回答期限',
  prefilled: '前回の回答を入れてあります。欄ごとに直して、まとめて送れます。',
  answer: '回答を書く',
};

const en: SurveyTalk = {
  opened: (title) => `「${title}」 can be answered now.`,
  asked: (title) => `Your answer to 「${title}」 is waited for.`,
  referenceDate: 'As of',
  due: 'Due',
  prefilled: 'Your last answers are filled in. Change them column by column, then send them in together.',
  answer: 'Write the answer',
};

export const surveyTalk: Record<Language, SurveyTalk> = { ja, en };
