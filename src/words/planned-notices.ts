import type { Language } from './labels.ts';

// Reminders and notices of meetings and reporting deadlines: the conclusion first, then day, place and what to do.

/** What a notice is about. */
export type NoticeSubjectName = 'meeting' | 'duty' | 'deadline' | 'initiative';

/** What is said of one, by the kind of the notice. */
export interface PlannedNoticeWords {
  headline: {
    /** `what`: あと3開庁日: 事例検討会. */
    reminder(what: string): string;
    /** `what`: あと1開庁日: 起案. */
    step(what: string, title: string): string;
    'registered-late'(title: string): string;
    moved(title: string): string;
    /** It was called off, and is held after all. */
    again(title: string): string;
    /** Its day and hour stay. */
    elsewhere(title: string): string;
    postponed(title: string): string;
    'in-writing'(title: string): string;
    cancelled(title: string): string;
    returned(title: string): string;
    'how-it-went'(title: string): string;
    overdue(title: string): string;
    'long-overdue'(title: string): string;
    'confirm-date'(title: string): string;
    'date-open'(title: string): string;
    later(title: string): string;
    'in-charge-left'(title: string): string;
    'not-mine'(title: string): string;
  };
  /** What to do, where the headline does not say it. */
  ask: Partial<Record<string, string>>;
  /** The same of a survey that was not answered in time. */
  askSurvey: string;
  day: Record<NoticeSubjectName, string>;
  until: string;
  /** The days on a report's way. */
  steps: string;
  step(name: string, day: string): string;
  formerly: string;
  place: string;
  recipient: string;
  reason: string;
  areas: string;
  link: string;
  open: string;
  usually: string;
  /** Why it comes to somebody else. */
  insteadOf(name: string): string;
  buttons: {
    seen: string;
    'later-1': string;
    'later-3': string;
    'not-mine': string;
    undo: string;
    submit: string;
    /** In its place, where a survey is to be answered. */
    answer: string;
    held: string;
    confirmDate: string;
    setDate: string;
  };
  /** Said to whoever pressed. */
  pressing: Record<'gone' | 'refused' | 'over' | 'notYours', string>;
}

const ja: PlannedNoticeWords = {
  headline: {
    reminder: (what) => what,
    step: (what, title) => `${what}（${title}）`,
    'registered-late': (title) => `予定が登録されました: ${title}`,
    moved: (title) => `日程が変わりました: ${title}`,
    again: (title) => `予定どおり行うことになりました: ${title}`,
    elsewhere: (title) => `会場が変わりました: ${title}`,
    postponed: (title) => `延期になりました（日程未定）: ${title}`,
    'in-writing': (title) => `書面開催になりました: ${title}`,
    cancelled: (title) => `中止になりました: ${title}`,
    returned: (title) => `差戻しになりました: ${title}`,
    'how-it-went': (title) => `いかがでしたか: ${title}`,
    overdue: (title) => `期限を過ぎています: ${title}`,
    'long-overdue': (title) => `期限を過ぎたまま、提出の記録がありません: ${title}`,
    'confirm-date': (title) => `日付要確認: ${title}`,
    'date-open': (title) => `日程を決めてください: ${title}`,
    later: (title) => `あとでお知らせすることになっていた件です: ${title}`,
    'in-charge-left': (title) => `担当の方がいません: ${title}`,
    'not-mine': (title) => `「担当ではない」と連絡がありました: ${title}`,
  },
  askSurvey: '回答を書いて送ってください。前回の回答を入れてあります。',
  ask: {
    'how-it-went': '開催したかどうかと、参加者数を教えてください。',
    overdue: '提出した場合は、記録してください。該当しない場合は「該当なし」にしてください。',
    'long-overdue': '提出した場合は、記録してください。該当しない場合は「該当なし」にしてください。',
    'confirm-date': '日付はまだ確認されていません。分かった日を登録すると、リマインドが始まります。',
    'date-open': 'この時期の開催日が、まだ登録されていません。',
    'in-charge-left': '担当として登録された方のアカウントか所属が終わっています。担当者を決め直してください。',
    'not-mine': '担当者を確かめて、決め直してください。',
  },
  day: { meeting: '日時', duty: '日付', deadline: '期限', initiative: '日付' },
  until: 'まで',
  steps: '庁内の期限',
  step: (name, day) => `${name} ${day}まで`,
  formerly: '変更前',
  place: '会場',
  recipient: '提出先',
  reason: '理由',
  areas: '市町・地区',
  link: 'リンク',
  open: '日程未定',
  usually: '例年の時期',
  insteadOf: (name) => `担当の${name}さんに届けられないため、代わりにお送りします。`,
  buttons: {
    seen: '了解',
    'later-1': 'あとで（次の開庁日）',
    'later-3': 'あとで（3開庁日後）',
    'not-mine': '担当ではない',
    undo: '取り消す',
    submit: '提出済みにする',
    answer: '回答を書く',
    held: '結果を記録する',
    confirmDate: '日付を登録する',
    setDate: '開催日を登録する',
  },
  pressing: {
    gone: '予定が変わったか、済んだため、このお知らせについて行うことはありません。',
    refused: 'このお知らせの市町の担当の方だけが押せます。',
    over: 'その頃には終わっているため、あとでお知らせすることができません。',
    notYours: '取り消せるのは、押した方だけです。',
  },
};

const en: PlannedNoticeWords = {
  headline: {
    reminder: (what) => what,
    step: (what, title) => `${what} (${title})`,
    'registered-late': (title) => `New: ${title}`,
    moved: (title) => `Moved: ${title}`,
    again: (title) => `It is held after all: ${title}`,
    elsewhere: (title) => `Another venue: ${title}`,
    postponed: (title) => `Postponed, date open: ${title}`,
    'in-writing': (title) => `Held in writing: ${title}`,
    cancelled: (title) => `Cancelled: ${title}`,
    returned: (title) => `Returned: ${title}`,
    'how-it-went': (title) => `How did it go: ${title}`,
    overdue: (title) => `Overdue: ${title}`,
    'long-overdue': (title) => `Still overdue, no submission recorded: ${title}`,
    'confirm-date': (title) => `Date to be confirmed: ${title}`,
    'date-open': (title) => `Please choose a date: ${title}`,
    later: (title) => `As you asked, once more: ${title}`,
    'in-charge-left': (title) => `Nobody is in charge: ${title}`,
    'not-mine': (title) => `Somebody who was told is not in charge: ${title}`,
  },
  askSurvey: 'Please write the answer and send it in. Your last answers are filled in.',
  ask: {
    'how-it-went': 'Please say whether it was held, and how many took part.',
    overdue: 'If it was submitted, please record that. If it does not apply, record "not applicable".',
    'long-overdue': 'If it was submitted, please record that. If it does not apply, record "not applicable".',
    'confirm-date': 'Nobody has confirmed the date yet. Reminders begin when it is entered.',
    'date-open': 'For this part of the year no date is registered yet.',
    'in-charge-left': 'The account or membership of the person in charge has ended. Please name somebody else.',
    'not-mine': 'Please check who is in charge, and name that person.',
  },
  day: { meeting: 'When', duty: 'Day', deadline: 'Due', initiative: 'Day' },
  until: '',
  steps: 'Steps',
  step: (name, day) => `${name} by ${day}`,
  formerly: 'Formerly',
  place: 'Venue',
  recipient: 'To',
  reason: 'Reason',
  areas: 'Municipalities',
  link: 'Link',
  open: 'date open',
  usually: 'Usually',
  insteadOf: (name) => `This could not be delivered to ${name}, who is in charge, so it comes to you.`,
  buttons: {
    seen: 'Got it',
    'later-1': 'Later (next business day)',
    'later-3': 'Later (in 3 business days)',
    'not-mine': 'Not mine',
    undo: 'Undo',
    submit: 'Mark as submitted',
    answer: 'Write the answer',
    held: 'Record how it went',
    confirmDate: 'Enter the date',
    setDate: 'Enter a date',
  },
  pressing: {
    gone: 'It was changed or is done, so nothing is left to do about this notice.',
    refused: 'Only those who work for this municipality can press here.',
    over: 'It will be over by then, so it cannot be put off.',
    notYours: 'Only the person who pressed can take it back.',
  },
};

export const plannedNoticeWords: Record<Language, PlannedNoticeWords> = { ja, en };

/** What is said otherwise of a duty, which is no meeting: nobody holds it, and nobody takes part. */
const ofDuty: Record<Language, PlannedNoticeWords> = {
  ja: {
    ...ja,
    headline: {
      ...ja.headline,
      elsewhere: (title) => `場所が変わりました: ${title}`,
      'how-it-went': (title) => `済みましたか: ${title}`,
    },
    ask: {
      ...ja.ask,
      'how-it-went': '済んだ日を記録してください。まだのときは、日付を変えられます。',
      'date-open': 'この時期の日付が、まだ登録されていません。',
    },
    place: '場所',
    buttons: { ...ja.buttons, held: '実施済みにする', setDate: '日付を登録する' },
  },
  en: {
    ...en,
    headline: {
      ...en.headline,
      again: (title) => `It is to be done after all: ${title}`,
      elsewhere: (title) => `Another place: ${title}`,
      'how-it-went': (title) => `Is it done: ${title}`,
    },
    ask: { ...en.ask, 'how-it-went': 'Please record when it was done. If it was not, you can change its date.' },
    place: 'Place',
    buttons: { ...en.buttons, held: 'Mark as done' },
  },
};

/** The words for what a notice is about. */
export const noticeWordsFor = (subject: NoticeSubjectName, language: Language): PlannedNoticeWords =>
  subject === 'duty' ? ofDuty[language] : plannedNoticeWords[language];
