import type { Language } from './labels.ts';

// Questions about a survey itself: who answered it, and how.

export interface SurveyAnswerWords {
  /** So many of those asked have answered. */
  answered(title: string, count: number, of: number): string;
  notAnswered(title: string, count: number, of: number): string;
  /** The same where who it is may not be told. */
  notAnsweredUntold(title: string, count: number, of: number): string;
  /** An open survey, to whom it does not concern. */
  stillOpen(title: string): string;
  jointly(title: string, sheets: number, towns: number, of: number): string;
  inStead(title: string, count: number, of: number): string;
  byHubs: string;
  together: string;
  entered: string;
  said: string;
  whole(town: string, title: string): string;
  unanswered(town: string, title: string): string;
  blanks(town: string, title: string, blank: string, none: string): string;
  noColumn: string;
}

const ja: SurveyAnswerWords = {
  answered: (title, count, of) => `「${title}」には、${of}市町のうち${count}市町が回答しています。`,
  notAnswered: (title, count, of) => `「${title}」に回答していないのは、${of}市町のうち${count}市町です。`,
  notAnsweredUntold: (title, count, of) =>
    `「${title}」に回答していないのは、${of}市町のうち${count}市町です。どの市町かは、県とその市町にだけお伝えします。`,
  stillOpen: (title) => `「${title}」は回答を受け付けています。回答の状況は、県とその市町にだけお伝えします。`,
  jointly: (title, sheets, towns, of) =>
    `「${title}」に共同で回答したのは、${of}市町のうち${towns}市町（${sheets}組）です。`,
  inStead: (title, count, of) => `「${title}」で県が代理入力した回答は、${of}市町のうち${count}市町です。`,
  byHubs:
    '連携拠点が書いた案は、市町が承認して市町の回答になります。公表された回答では区別していません。誰が書いたかは、回答の履歴で確かめられます。',
  together: '共同で回答',
  entered: '県が代理入力',
  said: '回答済み',
  whole: (town, title) => `${town}の「${title}」への回答です。`,
  unanswered: (town, title) => `${town}は、「${title}」に回答していません。`,
  blanks: (town, title, blank, none) =>
    `${town}の「${title}」への回答で、空欄（記載なし）の欄は${blank}。「なし」と書いた欄は${none}。`,
  noColumn: 'ありません',
};

const en: SurveyAnswerWords = {
  answered: (title, count, of) => `${count} of ${of} municipalities have answered 「${title}」.`,
  notAnswered: (title, count, of) => `${count} of ${of} municipalities have not answered 「${title}」.`,
  notAnsweredUntold: (title, count, of) =>
    `${count} of ${of} municipalities have not answered 「${title}」. Which ones is told to the prefecture and to themselves alone.`,
  stillOpen: (title) =>
    `「${title}」 is still open. How it stands is told to the prefecture and to each municipality alone.`,
  jointly: (title, sheets, towns, of) =>
    `${towns} of ${of} municipalities answered 「${title}」 jointly (${sheets} joint ${sheets === 1 ? 'answer' : 'answers'}).`,
  inStead: (title, count, of) =>
    `The prefecture entered the answers to 「${title}」 on behalf of ${count} of ${of} municipalities.`,
  byHubs:
    'What a hub drafts becomes its town’s answer once the town approves it; published answers do not tell them apart. The history of an answer says who wrote it.',
  together: 'answered jointly',
  entered: "entered by the prefecture on the town's behalf",
  said: 'answered',
  whole: (town, title) => `What ${town} answered to 「${title}」:`,
  unanswered: (town, title) => `${town} did not answer 「${title}」.`,
  blanks: (town, title, blank, none) =>
    `${town}, 「${title}」: columns left blank: ${blank}; columns answered "none": ${none}.`,
  noColumn: 'none',
};

export const surveyAnswerWords: Record<Language, SurveyAnswerWords> = { ja, en };
