import type { Language } from './labels.ts';

// What is said around the prefecture's survey: to towns, and to the prefecture at its board.

export interface SurveyTalk {
  /** To a town: a round is open; its answer is waited for. */
  opened(title: string): string;
  asked(title: string): string;
  /** A hearing that was booked comes near; how it is moved. */
  hearingNear(title: string): string;
  hearingMove: string;
  changed(title: string): string;
  /** Who answers together now; what is asked beside what was answered; that what was written is kept. */
  together: string;
  columnsAdded: string;
  kept: string;
  referenceDate: string;
  due: string;
  prefilled: string;
  answer: string;
  /* at a reply */
  status: string;
  hearing: string;
  returned(reason: string, until: string): string;
  resend: string;
  columns: string;
  /** A column that nobody touched yet, with what last year's says. */
  asBefore(text: string): string;
  toSend: string;
  takeHearing: string;
  accept: string;
  sendBack: string;
  back: string;
  board: string;
  /* at the hubs of a reply */
  hubs: string;
  hubsToday(count: number): string;
  addHub: string;
  removeHub: string;
  removing: string;
  hubGone: string;
  notYours: string;
  noneOpen: string;
  whose: string;
  closedAlready: string;
  /* before sending */
  empty(columns: string): string;
  nothingEmpty: string;
  unchanged(columns: string): string;
  /* what changed of a column */
  sameColumns: string;
  lineIn(text: string): string;
  lineOut(text: string): string;
  linesSame(count: number): string;
  sendNote: string;
  noSlots: string;
  /* at the board */
  counts(answered: number, all: number, unanswered: number): string;
  notToldWho: string;
  ask: string;
  askedNow(asked: number, unanswered: number): string;
  askedBefore(unanswered: number): string;
  change: string;
  close: string;
  openNew: string;
  ongoing: string;
  /** One reply's line: its state, when, by which section, by which way. */
  line(status: string, when: string | null, who: string | null, way: string | null): string;
  /** Columns that an answered reply says nothing of. */
  lacks(columns: string): string;
  /* before a change is saved; names may be empty */
  beforeChange: string;
  toTitle(was: string, is: string): string;
  columnsIn(columns: string, told: string): string;
  columnsOut(columns: string, wrote: string): string;
  areasIn(names: string): string;
  areasOut(names: string, wrote: string): string;
  regrouped(groups: string): string;
  toSendAgain(names: string): string;
  toDue(was: string, is: string): string;
  toLeads(was: string, is: string): string;
  slotsIn(slots: string): string;
  slotsOut(slots: string): string;
  /* before closing */
  published(count: number): string;
  stay(names: string): string;
  carried(names: string): string;
  undoable: string;
  openedNow(title: string, areas: number): string;
  from(title: string): string;
}

const ja: SurveyTalk = {
  opened: (title) => `「${title}」の回答を受け付けています。`,
  asked: (title) => `「${title}」の回答をお待ちしています。`,
  hearingNear: (title) => `「${title}」のヒアリングが近づいています。`,
  hearingMove: '都合が悪くなったときは、回答の画面から別の枠を予約してください。',
  changed: (title) => `「${title}」の調査が変わりました。追加で回答をお願いします。`,
  together: '一緒に回答する市町',
  columnsAdded: '追加された欄',
  kept: '書いた内容は残っています。確かめて、足りないところを書いてください。',
  referenceDate: '基準日（時点）',
  due: '回答期限',
  prefilled: '前回の回答を入れてあります。欄ごとに直して、まとめて送れます。',
  answer: '回答を書く',
  status: '回答状況',
  hearing: 'ヒアリング',
  returned: (reason, until) => `差し戻されています。${until}までに直して、もう一度送ってください。理由: ${reason}`,
  resend: 'もう一度送る',
  columns: '欄を選ぶと、直せます。',
  asBefore: (text) => `（前回のまま）${text}`,
  toSend: '確かめて送る',
  takeHearing: 'ヒアリングを予約',
  accept: '受理する',
  sendBack: '差し戻す',
  back: '回答に戻る',
  board: '調査の進み具合',
  hubs: '連携拠点の一覧へ',
  hubsToday: (count) => `連携拠点は${count}か所です。拠点を選ぶと、直すか外せます。`,
  addHub: '拠点を加える',
  removeHub: 'この拠点を外す',
  removing: 'この拠点を回答から外します。ほかの拠点は残ります。',
  hubGone:
    'この拠点は、ほかの人が回答から外したか、名称を変えました。保存していません。一覧で確かめ、必要なら加えてください。',
  notYours: '回答状況を見られるのは、その市町の担当者と県だけです。',
  noneOpen: '回答を受け付けている調査で、あなたの市町のものはありません。',
  whose: 'どの市町の回答ですか。',
  closedAlready: 'この調査は締め切られています。',
  empty: (columns) => `何も書かれていない欄: ${columns}（「記載なし」になります）`,
  nothingEmpty: '空の欄はありません。',
  unchanged: (columns) => `前回のままの欄: ${columns}`,
  sameColumns: '前回のままの欄',
  lineIn: (text) => `追加: ${text}`,
  lineOut: (text) => `削除: ${text}`,
  linesSame: (count) => `ほかの${count}件はそのまま`,
  sendNote: '送った後も、県が受理するまでは直せます。',
  noSlots: '空いているヒアリングの枠はありません。県に相談してください。',
  counts: (answered, all, unanswered) => `${all}市町のうち ${answered}市町が回答、${unanswered}市町が未回答です。`,
  notToldWho: '未回答の市町の名前は、県とその市町だけが見られます。共有しないでください。',
  ask: '未回答の市町に催促',
  askedNow: (asked, unanswered) => `未回答の${unanswered}市町のうち、${asked}市町に催促を送ります。`,
  askedBefore: (unanswered) => `未回答の${unanswered}市町には、今日すでに催促を送っています。催促は1日1回までです。`,
  change: '調査を変える',
  close: '締め切って公表',
  openNew: '調査を始める',
  ongoing: '県の調査',
  line: (status, when, who, way) => [status, when, who, way].filter(Boolean).join('　'),
  lacks: (columns) => `未記入の欄: ${columns}`,
  beforeChange: 'このように変えます。よければ、もう一度「変更する」を押してください。',
  toTitle: (was, is) => `調査名: ${was} → ${is}`,
  columnsIn: (columns, told) =>
    `追加する欄: ${columns}。${told === '' ? '回答を終えた市町はありません。' : `回答を終えた市町に知らせます: ${told}`}`,
  columnsOut: (columns, wrote) =>
    `外す欄: ${columns}。${wrote === '' ? '書いた市町はありません。' : `書かれた内容は残り、公表されません: ${wrote}`}`,
  areasIn: (names) => `加える市町: ${names}。調査が始まったことを知らせます。`,
  areasOut: (names, wrote) =>
    `外す市町: ${names}。${wrote === '' ? '' : `書かれた内容は残り、公表されません: ${wrote}。`}リマインドは届かなくなります。`,
  regrouped: (groups) => `新しい回答の組: ${groups}`,
  toSendAgain: (names) => `書かれた内容を新しい組に引き継ぎ、下書きに戻します。もう一度送るよう知らせます: ${names}`,
  toDue: (was, is) => `回答期限: ${was} → ${is}。未回答の市町に知らせ、リマインドを予定し直します。`,
  toLeads: (was, is) => `リマインド: ${was} → ${is}`,
  slotsIn: (slots) => `加えるヒアリングの枠: ${slots}`,
  slotsOut: (slots) => `外すヒアリングの枠: ${slots}`,
  published: (count) => `${count}市町の回答を公表します。次の質問から、この調査の内容で答えます。`,
  stay: (names) => `回答のない市町は、これまでの記録のまま残ります: ${names}`,
  carried: (names) =>
    `回答の後に記録が直された市町があります: ${names}。直された内容を優先し、この調査の記録に引き継ぎます。`,
  undoable: '翌開庁日までは、公表した記録が直されていなければ取り消せます。',
  openedNow: (title, areas) => `「${title}」を始めました。${areas}市町に知らせます。`,
  from: (title) => `「${title}」への回答です。`,
};

const en: SurveyTalk = {
  opened: (title) => `「${title}」 can be answered now.`,
  asked: (title) => `Your answer to 「${title}」 is waited for.`,
  hearingNear: (title) => `The hearing for 「${title}」 is near.`,
  hearingMove: 'If you cannot come, book another hearing from your answer.',
  changed: (title) => `「${title}」 has changed. Please complete your answer.`,
  together: 'Answering together',
  columnsAdded: 'Columns added',
  kept: 'What you wrote is kept. Please check it and add what is missing.',
  referenceDate: 'As of',
  due: 'Due',
  prefilled: 'Your last answers are filled in. Change them column by column, then send them in together.',
  answer: 'Write the answer',
  status: 'Status',
  hearing: 'Hearing',
  returned: (reason, until) => `This was returned. Please mend it and send it again by ${until}. Reason: ${reason}`,
  resend: 'Send again',
  columns: 'Choose a column to change it.',
  asBefore: (text) => `(as last time) ${text}`,
  toSend: 'Check and send',
  takeHearing: 'Book a hearing',
  accept: 'Accept',
  sendBack: 'Return',
  back: 'Back to the answers',
  board: 'The survey so far',
  hubs: 'To the list of hubs',
  hubsToday: (count) => `Hubs: ${count}. Choose one to change it or to take it out.`,
  addHub: 'Add a hub',
  removeHub: 'Take this hub out',
  removing: 'This hub is taken out of the answer. The others stay.',
  hubGone:
    'Somebody took this hub out of the answer or changed its name. Nothing was saved. See the list, and add it where needed.',
  notYours: 'Who has answered is for the municipality itself and the prefecture to see.',
  noneOpen: 'No open survey asks your municipality.',
  whose: 'Whose answers?',
  closedAlready: 'This survey is closed.',
  empty: (columns) => `Nothing is written in: ${columns} (it will be "not stated")`,
  nothingEmpty: 'No column is empty.',
  unchanged: (columns) => `As last time: ${columns}`,
  sameColumns: 'Columns as last time',
  lineIn: (text) => `Added: ${text}`,
  lineOut: (text) => `Taken out: ${text}`,
  linesSame: (count) => `The other ${count} as they were`,
  sendNote: 'You can change it until the prefecture accepts it.',
  noSlots: 'No hearing is free. Please ask the prefecture.',
  counts: (answered, all, unanswered) => `${answered} of ${all} municipalities have answered, ${unanswered} have not.`,
  notToldWho: 'Who has not answered is for the prefecture and the municipality itself. Please do not share it.',
  ask: 'Ask who has not answered',
  askedNow: (asked, unanswered) => `${asked} of the ${unanswered} that have not answered are asked now.`,
  askedBefore: (unanswered) => `The ${unanswered} that have not answered were asked today already: once a day at most.`,
  change: 'Change the survey',
  close: 'Close and publish',
  openNew: 'Open a survey',
  ongoing: 'Surveys of the prefecture',
  line: (status, when, who, way) => [status, when, who, way].filter(Boolean).join('  '),
  lacks: (columns) => `Not filled in: ${columns}`,
  beforeChange: 'This is what changes. If it is right, press "Change" once more.',
  toTitle: (was, is) => `Title: ${was} → ${is}`,
  columnsIn: (columns, told) =>
    `Columns added: ${columns}. ${told === '' ? 'Nobody has answered yet.' : `These have answered and are told: ${told}`}`,
  columnsOut: (columns, wrote) =>
    `Columns taken out: ${columns}. ${wrote === '' ? 'Nobody wrote in them.' : `What was written stays and is not published: ${wrote}`}`,
  areasIn: (names) => `Municipalities added: ${names}. They are told that the survey is open.`,
  areasOut: (names, wrote) =>
    `Municipalities taken out: ${names}.${wrote === '' ? '' : ` What was written stays and is not published: ${wrote}.`} They get no more reminders.`,
  regrouped: (groups) => `New groups: ${groups}`,
  toSendAgain: (names) =>
    `What was written goes on in the new group as a draft. These are told to send it in again: ${names}`,
  toDue: (was, is) => `Due: ${was} → ${is}. Those who have not answered are told, and reminders are planned anew.`,
  toLeads: (was, is) => `Reminders: ${was} → ${is}`,
  slotsIn: (slots) => `Hearings added: ${slots}`,
  slotsOut: (slots) => `Hearings taken out: ${slots}`,
  published: (count) =>
    `The answers of ${count} municipalities are published. The next question is answered from this survey.`,
  stay: (names) => `Who did not answer keeps what is recorded so far: ${names}`,
  carried: (names) =>
    `Records were changed after the answer was sent by: ${names}. These changes go first and are carried over.`,
  undoable: 'It can be undone until the end of the next business day, as long as nobody changed a published record.',
  openedNow: (title, areas) => `「${title}」 is open. ${areas} municipalities are told.`,
  from: (title) => `This answers 「${title}」.`,
};

export const surveyTalk: Record<Language, SurveyTalk> = { ja, en };
