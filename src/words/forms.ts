import type { ImpossibleReason } from '../calendar/wareki.ts';
import type { PersonalDataKind } from '../records/personal-data.ts';
import type { Language } from './labels.ts';

// What every form says: around its fields, where something is wrong, and what is asked back. What the fields are called
// stands in form-fields.ts.

export interface FormWords {
  /** What is required is marked; Slack itself says of all else that it is optional. */
  label(label: string, required: boolean): string;
  next: string;
  close: string;
  loading: string;
  reading: string;
  saving: string;
  noChoices(label: string): string;
  /** A stored text does not fit into its input: what is to be done. */
  tooLong(label: string): string;
  readAll: string;
  partOf(label: string, page: number, pages: number): string;
  before: string;
  further: string;
  asked: {
    intro: string;
    about(label: string, words: string): string;
    yes: string;
    official: string;
    year(typed: string, meant: string): string;
    weekday(typed: string, meant: string): string;
    large(number: string): string;
    personal: string;
  };
  errors: {
    missing(label: string): string;
    choice: string;
    date: string;
    dateAlone: string;
    impossible: Record<ImpossibleReason, (typed: string) => string>;
    perhaps(meant: string): string;
    fiscalYear: string;
    number: Record<'negative' | 'about' | 'exponent' | 'fraction' | 'number' | 'huge', string>;
    rating: string;
    tooLong(most: number, has: number): string;
    unstorable: string;
    link: string;
    personal: Record<PersonalDataKind, string>;
    /** What fields say together. */
    future: string;
    asOfFuture: string;
    otherFiscalYear(right: string): string;
    emptyStatement: string;
    statedYes: string;
    statedBlank: string;
    noteFor: string;
    dayNeeded: string;
    endsEarlier: string;
    ownDeputy: string;
    whyBack: string;
    submittedFuture: string;
    files(upTo: number): string;
    fileType(types: readonly string[]): string;
    fileSize(megabytes: number): string;
    fileEmpty: string;
    fileGone: string;
  };
}

const ja: FormWords = {
  label: (label, required) => (required ? `${label} ※必須` : label),
  next: '次へ',
  close: '閉じる',
  loading: '読み込んでいます…',
  reading: '読み取っています…',
  saving:
    '保存しています… 長く変わらないときは、閉じてもかまいません。結果はDMでお知らせします。保存されたかどうかは、同じフォームかホームで確かめられます。',
  noChoices: (label) => `${label}: 選べるものがまだありません。`,
  tooLong: (label) =>
    `${label}は3,000字を超えるため、ここでは書き直せません。下を空欄のままにすると、今の文章がそのまま残ります。変えるときは、新しい文章（3,000字まで）を書くと全体が置き換わります。長いまま直すときは、取込（npm run import）で登録してください。`,
  readAll: '全文を読む',
  partOf: (label, page, pages) => `${label}（${page}／${pages}）`,
  before: '前へ',
  further: '次へ',
  asked: {
    intro: '次のことを確かめてください。よければ下のボタンを、違うときは直してから押してください。',
    about: (label, words) => `${label}: ${words}`,
    yes: 'はい、保存する',
    official: '公用の番号です',
    year: (typed, meant) => `「${typed}」は、${meant}のことですか。`,
    weekday: (typed, meant) => `「${typed}」の曜日が暦と違います。正しくは${meant}です。この日付で保存しますか。`,
    large: (number) => `${number}は、ふだんより大きい数です。このまま保存しますか。`,
    personal: '個人番号に似た12桁の数字があります。公用の番号ですか。',
  },
  errors: {
    missing: (label) => `${label}を入力してください。`,
    choice: '選択肢の中から選び直してください。',
    date: '日付が読み取れません。令和8年7月8日、R8.7.8、2026/7/8、7月、R8年1~2月、令和8年度のように書いてください。',
    dateAlone:
      '日付か期間を1つだけ書いてください（例: R8.7.8、R8.7.8～R8.7.10、R8年1~2月）。ほかのことはメモに書けます。',
    impossible: {
      'no-such-month': (typed) => `「${typed}」という月はありません。1月から12月までで書いてください。`,
      'no-such-day': (typed) => `「${typed}」という日は暦にありません。正しい日付を書いてください。`,
      'year-zero': (typed) => `「${typed}」の年がありません。元年は1年または元年と書いてください。`,
      'before-era': (typed) => `「${typed}」は、その元号が始まる前です。正しい元号か西暦で書いてください。`,
      'after-era': (typed) => `「${typed}」は、その元号が終わった後です。正しい元号か西暦で書いてください。`,
    },
    perhaps: (meant) => `${meant}のことですか。`,
    fiscalYear: '年度を1つ、令和8年度、R8、2026年度のように書いてください。',
    number: {
      negative: 'マイナスの数は入れられません。0以上の数を書いてください。',
      about: '約・程度などは付けずに、数だけを書いてください（例: 35）。「約」はメモに書けます。',
      exponent: '指数や計算式は使えません。12000のように数字だけで書いてください。',
      fraction: '小数は入れられません。35のように整数で書いてください。',
      number: '数が読み取れません。35、1,200のように算用数字で書いてください。',
      huge: '数が大きすぎます。桁を確かめてください。',
    },
    rating: '1.0から5.0までを、小数第1位までで書いてください（例: 3.5）。',
    tooLong: (most, has) => `${most}字までです（今は${has}字）。短くしてください。`,
    unstorable: '保存できない文字が含まれています。入力し直してください。',
    link: 'https:// で始まるアドレスを1つだけ書いてください。',
    personal: {
      'individual-number': '個人番号（マイナンバー）とみられる番号があるため、保存できません。番号を除いてください。',
      'insured-number': '被保険者番号とみられる番号があるため、保存できません。番号を除いてください。',
      'birth-date': '氏名と生年月日がそろっているため、保存できません。どちらも除いてください。',
      'home-address':
        '個人の住所とみられる番地があるため、保存できません。番地を除くか、公の施設なら施設名を書き添えてください。',
      'one-case':
        '特定の方の事例とみられるため、保存できません。個人に関することを除き、取組としての内容を書いてください。',
    },
    future: '開催済み・実施済み・公表済みの日付が、今日より後になっています。日付か状況を直してください。',
    asOfFuture: '時点が今日より後になっています。今日までの日付か年度で書いてください。',
    otherFiscalYear: (right) => `この日付は${right}です。日付か年度を直してください。`,
    emptyStatement: '【予定】などの後に、内容を書いてください。',
    statedYes: '内容を1行以上書くか、「なし」か「記載なし」を選んでください。',
    statedBlank: '「記載なし」のときは、内容を空欄にしてください。',
    noteFor: '値が変わっていません。時点や備考を付ける値を選んでください。',
    dayNeeded: 'R9.4.1のように、日まで書いてください。',
    endsEarlier: '「いつまで」が「いつから」より前です。',
    ownDeputy: '本人とは別の人を選んでください。',
    whyBack: '差し戻すときは、理由を書いてください。',
    submittedFuture: '提出日が今日より後になっています。今日までの日付を書いてください。',
    files: (upTo) => `ファイルは${upTo}個までです。減らしてください。`,
    fileType: (types) => `${types.join('・')} のファイルだけを選んでください。`,
    fileSize: (megabytes) => `ファイルが大きすぎます。1つ${megabytes}MBまでにしてください。`,
    fileEmpty: '中身のないファイルがあります。選び直してください。',
    fileGone: 'ファイルを受け取れませんでした。選び直してください。',
  },
};

const en: FormWords = {
  label: (label, required) => (required ? `${label} (required)` : label),
  next: 'Next',
  close: 'Close',
  loading: 'Loading …',
  reading: 'Reading …',
  saving:
    'Saving … If this stays for long, you may close it: you are told by direct message, and the same form or Home shows whether it is saved.',
  noChoices: (label) => `${label}: there is nothing to choose yet.`,
  tooLong: (label) =>
    `${label} has more than 3,000 characters and cannot be edited here. Left empty it stays as it is. To change it, write a new text (up to 3,000 characters), which replaces all of it; a longer one comes in by npm run import.`,
  readAll: 'Read all',
  partOf: (label, page, pages) => `${label} (${page} of ${pages})`,
  before: 'Back',
  further: 'Next',
  asked: {
    intro: 'Please check the following. If it is right, press the button below; if not, correct it first.',
    about: (label, words) => `${label}: ${words}`,
    yes: 'Yes, save',
    official: 'An official number',
    year: (typed, meant) => `By "${typed}", do you mean ${meant}?`,
    weekday: (typed, meant) => `The weekday in "${typed}" does not fit the calendar: it is ${meant}. Save this day?`,
    large: (number) => `${number} is larger than usual. Save it as it is?`,
    personal: 'There are 12 digits that look like an individual number. Is it an official number?',
  },
  errors: {
    missing: (label) => `Please fill in "${label}".`,
    choice: 'Please choose one of the options again.',
    date: 'This date cannot be read. Write it like 8 July 2026, 2026/7/8, R8.7.8, July, R8年1~2月 or fiscal 2026.',
    dateAlone:
      'Write one date or one range only (such as R8.7.8, R8.7.8～R8.7.10, R8年1~2月). Anything else goes into the memo.',
    impossible: {
      'no-such-month': (typed) => `There is no month "${typed}". Write a month from 1 to 12.`,
      'no-such-day': (typed) => `The calendar has no day "${typed}". Write the right day.`,
      'year-zero': (typed) => `"${typed}" has no year 0: the first year of an era is year 1.`,
      'before-era': (typed) => `"${typed}" lies before that era began. Write the right era or the western year.`,
      'after-era': (typed) => `"${typed}" lies after that era ended. Write the right era or the western year.`,
    },
    perhaps: (meant) => ` Do you mean ${meant}?`,
    fiscalYear: 'Write one fiscal year, like R8, 令和8年度 or 2026.',
    number: {
      negative: 'A negative number cannot be taken. Write 0 or more.',
      about: 'Write the number alone, without "about" (such as 35). The memo takes "about".',
      exponent: 'Exponents and formulas cannot be taken. Write digits only, like 12000.',
      fraction: 'A fraction cannot be taken. Write a whole number, like 35.',
      number: 'This number cannot be read. Write digits, like 35 or 1,200.',
      huge: 'This number is too large. Check its digits.',
    },
    rating: 'Write a rating from 1.0 to 5.0 with at most one decimal, like 3.5.',
    tooLong: (most, has) => `At most ${most} characters (now ${has}). Please shorten it.`,
    unstorable: 'This holds a character that cannot be stored. Please type it again.',
    link: 'Write one address that begins with https://.',
    personal: {
      'individual-number': 'This holds what looks like an individual number (My Number). Please remove the number.',
      'insured-number': 'This holds what looks like an insured-person number. Please remove the number.',
      'birth-date': 'This holds a name with a birth date. Please remove both.',
      'home-address':
        'This holds what looks like a home address. Remove the house number, or add the name of the public facility.',
      'one-case': 'This seems to tell of one person’s case. Leave the person out and write what the initiative does.',
    },
    future: 'What was held, done or published cannot lie in the future. Correct the date or the status.',
    asOfFuture: 'This lies in the future. Write a date or a fiscal year up to today.',
    otherFiscalYear: (right) => `This date lies in ${right}. Correct the date or the fiscal year.`,
    emptyStatement: 'Write what is planned or considered after 【予定】 or 【検討中】.',
    statedYes: 'Write at least one line, or choose "None" or "Not stated".',
    statedBlank: 'Leave this empty where the answer is "Not stated".',
    noteFor: 'No value has changed. Choose the values that the date or the note belongs to.',
    dayNeeded: 'Write a day, like R9.4.1.',
    endsEarlier: 'This lies before the day in "From".',
    ownDeputy: 'Choose somebody else than the person.',
    whyBack: 'Write why it is sent back.',
    submittedFuture: 'This lies in the future. Write the day on which it was submitted.',
    files: (upTo) => `Choose at most ${upTo} ${upTo === 1 ? 'file' : 'files'}.`,
    fileType: (types) => `Choose files of these types only: ${types.join(', ')}.`,
    fileSize: (megabytes) => `A file is too large: at most ${megabytes} MB each.`,
    fileEmpty: 'A file is empty. Please choose another.',
    fileGone: 'The file did not arrive. Please choose it again.',
  },
};

export const formWords: Record<Language, FormWords> = { ja, en };
