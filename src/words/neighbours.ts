import type { NeighbourReply, RequestColumn } from '../records/neighbour-request.ts';
import { SURVEY_COLUMNS } from '../records/vocabulary.ts';
import { type Both, both, form } from './form-parts.ts';
import { facetWords, type Language } from './labels.ts';

// 他市町へ聞く: what whoever asks, whoever is asked and whoever is told of an answer reads.

export const askNeighboursWords = form({
  title: both('他市町へ聞く', 'Ask the neighbours'),
  submit: both('届く先を確かめる', 'See who gets it'),
  fields: {
    question: {
      label: both('聞きたいこと', 'Question'),
      hint: both(
        '300字まで。個人に関することは書かないでください。',
        'At most 300 characters. Nothing about individuals, please.',
      ),
      example: both('休日の退院調整をどうしていますか', 'How is discharge at weekends arranged?'),
    },
    column: {
      label: both('何について', 'About'),
      hint: both(
        '答えはこの欄に記録され、次に探す人にも見つかります。',
        'Answers are recorded here, where others find them, too.',
      ),
    },
    purpose: {
      label: both('使いみち', 'What it is for'),
      example: both('R9年度の事業計画の参考', 'For the plan of fiscal R9'),
    },
    until: {
      label: both('いつまでに', 'By when'),
      hint: both(
        '明日以降の日。1つの市町には週に1回まとめて届くので、2週間ほど先が目安です。',
        'A day to come. A municipality gets questions once a week, so allow about two weeks.',
      ),
      example: both('R8.12.18', 'R8.12.18'),
    },
    areaIds: {
      label: both('聞く市町', 'Whom to ask'),
      hint: both('空欄なら、県内のすべての市町。', 'Empty: all municipalities of the prefecture.'),
    },
    areaId: { label: both('どこから聞くか', 'On behalf of') },
  },
});

/** What a question is about. */
export const requestColumnWords: Record<RequestColumn, Both> = {
  ...(Object.fromEntries(SURVEY_COLUMNS.map((column) => [column, facetWords[column]])) as Record<
    (typeof SURVEY_COLUMNS)[number],
    Both
  >),
  tool: both('資料・ツール', 'documents and tools'),
};

interface NeighbourTalk {
  /** The button where nothing is recorded. */
  ask: string;
  untilPast: string;
  /** Before it is sent: on which day it reaches whom. */
  preview: string;
  reachesOn(day: string): string;
  tooLate: string;
  unread: string;
  send: string;
  asked(question: string, count: number): string;
  nobody: string;
  /** To those who are asked. */
  headline(count: number): string;
  question: string;
  about: string;
  purpose: string;
  from: string;
  until: string;
  how: string;
  answer: string;
  nothing: string;
  later: string;
  nothingDone: string;
  laterDone: string;
  already: string;
  over: string;
  notAsked: string;
  /** Above the form that takes the answer. */
  answering(question: string): string;
  /** To those who asked. */
  answered(areas: string, question: string): string;
  findable: string;
  ended(question: string): string;
  look: string;
  lookSpoken(title: string): string;
  /** On Home, and where one's own question is shown. */
  own: string;
  ownLine(counts: { record: number; nothing: number; open: number }, until: string): string;
  more(count: number): string;
  show: string;
  showSpoken(question: string): string;
  title: string;
  close: string;
  closed: string;
  replies: Record<NeighbourReply | 'open' | 'waiting', string>;
}

const ja: NeighbourTalk = {
  ask: '他市町へ聞く',
  untilPast: '明日以降の日を書いてください。',
  preview: '次の市町に届きます。よければ「送る」を押してください。',
  reachesOn: (day) => `${day} 9:00に届く`,
  tooLate: '期日までに届かない（週に1回までのため）',
  unread: '届かない（チャンネルも担当者も未登録）',
  send: '送る',
  asked: (question, count) =>
    `「${question}」を${count}市町に聞きます。答えが記録されると、DMでお知らせします。ホームから途中経過を見たり、締め切ったりできます。`,
  nobody: '期日までに届く市町がありません。期日を延ばすか、聞く市町を変えてください。',
  headline: (count) =>
    count === 1 ? '他市町から問い合わせが届いています。' : `他市町から問い合わせが${count}件届いています。`,
  question: '聞きたいこと',
  about: '何について',
  purpose: '使いみち',
  from: '聞いている市町',
  until: 'いつまで',
  how: '答えは自分の市町の記録になり、ほかの市町からも見つかります。なければ「うちにはない」を押してください。',
  answer: '答える',
  nothing: 'うちにはない',
  later: 'あとで',
  nothingDone: '「うちにはない」と伝えます。記録には何も書きません。',
  laterDone: '次の開庁日の9:00に、DMでもう一度お知らせします。',
  already: 'この市町の返事はもう届いています。',
  over: 'この問い合わせは終わっています。',
  notAsked: '聞かれている市町の担当者が答えられます。',
  answering: (question) => `問い合わせ「${question}」への答えになります。`,
  answered: (areas, question) => `${areas}が、問い合わせ「${question}」に答えて記録しました。`,
  findable: '記録はほかの市町からも見つかります。',
  ended: (question) => `問い合わせ「${question}」の期日が過ぎました。`,
  look: '記録を見る',
  lookSpoken: (title) => `${title}の記録を見る`,
  own: 'ほかの市町に聞いていること',
  ownLine: ({ record, nothing, open }, until) =>
    `${until}まで　記録した${record}市町、うちにはない${nothing}市町、返事なし${open}市町`,
  more: (count) => `ほかに${count}件あります。`,
  show: '見る',
  showSpoken: (question) => `問い合わせ「${question}」を見る`,
  title: '他市町への問い合わせ',
  close: '締め切る',
  closed: '問い合わせを締め切りました。この後の答えはお知らせしませんが、記録としては残ります。',
  replies: { record: '記録した', nothing: 'うちにはない', open: 'まだ返事がない', waiting: 'まだ届いていない' },
};

const en: NeighbourTalk = {
  ask: 'Ask the neighbours',
  untilPast: 'Please write a day after today.',
  preview: 'It goes to these municipalities. Press “Send” if that is right.',
  reachesOn: (day) => `told on ${day} at 9:00`,
  tooLate: 'not in time (once a week at most)',
  unread: 'not told (no channel and nobody registered)',
  send: 'Send',
  asked: (question, count) =>
    `「${question}」 goes to ${count} ${count === 1 ? 'municipality' : 'municipalities'}. You are told by direct message when an answer is recorded. Home shows how it stands, and lets you close it.`,
  nobody: 'Nobody would be told by that day. Please allow more time, or ask others.',
  headline: (count) => (count === 1 ? 'A neighbour asks you something.' : `Neighbours ask you ${count} things.`),
  question: 'Question',
  about: 'About',
  purpose: 'What it is for',
  from: 'Asked by',
  until: 'By',
  how: 'Your answer becomes a record of your municipality, which others find, too. If there is none, press “Nothing here”.',
  answer: 'Answer',
  nothing: 'Nothing here',
  later: 'Later',
  nothingDone: 'They are told that you have nothing. Nothing is written into the records.',
  laterDone: 'You are told again by direct message on the next business day at 9:00.',
  already: 'Your municipality has replied already.',
  over: 'This question is over.',
  notAsked: 'Whoever works for a municipality that is asked can answer.',
  answering: (question) => `This answers the question 「${question}」.`,
  answered: (areas, question) => `${areas} answered your question 「${question}」 with a record.`,
  findable: 'Others find it, too.',
  ended: (question) => `The time for your question 「${question}」 is over.`,
  look: 'See the record',
  lookSpoken: (title) => `See the record of ${title}`,
  own: 'What you ask your neighbours',
  ownLine: ({ record, nothing, open }, until) =>
    `Until ${until}: recorded ${record}, nothing there ${nothing}, no reply ${open}`,
  more: (count) => `And ${count} more.`,
  show: 'Show',
  showSpoken: (question) => `Show the question 「${question}」`,
  title: 'Question to neighbours',
  close: 'Close it',
  closed: 'The question is closed. You are told of no further answers; they stay as records.',
  replies: { record: 'recorded', nothing: 'nothing there', open: 'no reply yet', waiting: 'not told yet' },
};

export const neighbourTalk: Record<Language, NeighbourTalk> = { ja, en };
