import type { DocumentKind } from '../records/understood.ts';
import { type Both, both, form } from './form-parts.ts';
import type { Language } from './labels.ts';

// What the forms of imported documents are called, and what is said of a place that cannot be taken.

export const documentKindWords: Record<DocumentKind, Both> = {
  survey: both('調査票（記入済み）', 'Survey sheet, filled in'),
  scenes: both('4つの場面の整理表', 'Four-scene sheet'),
  plan: both('計画（指標のあるもの）', 'Plan with indicators'),
  centre: both('連携拠点の資料', 'Material of a hub'),
  pdca: both('PDCA表', 'PDCA table'),
};

/** What is said of numbers that look like personal ones. */
export const OFFICIAL_ANSWERS = ['official', 'mended'] as const;
export const officialWords: Record<(typeof OFFICIAL_ANSWERS)[number], Both> = {
  official: both('公用の番号です', 'They are official'),
  mended: both('直したファイルを添付しました', 'I attached a mended file'),
};

export const documentFormWords = form({
  title: both('文書の取り込み', 'Import a document'),
  submit: both('読み取る', 'Read'),
  fields: {
    kind: { label: both('文書の種類', 'Kind of document') },
    files: {
      label: both('ファイル', 'Files'),
      hint: both(
        'Excel（.xlsx）・CSV・テキストを10件、1件10MBまで。保存の前に、読み取った内容と違いを確かめられます。',
        'Excel (.xlsx), CSV or text: ten at once, 10 MB each. You see what was read, and the differences, before anything is saved.',
      ),
    },
    areaId: {
      label: both('市町', 'Area'),
      hint: both('文書に書かれていなければ選びます。', 'Only where the document does not say.'),
    },
    fiscalYear: {
      label: both('年度', 'Fiscal year'),
      hint: both('文書に書かれていなければ書きます。', 'Only where the document does not say.'),
      example: both('令和8年度', 'R8'),
    },
    asOf: {
      label: both('時点', 'As of'),
      hint: both('文書に書かれていなければ書きます。', 'Only where the document does not say.'),
      example: both('令和8年11月1日', '2026-11-01'),
    },
    reason: {
      label: both('理由・連絡', 'Reason or note'),
      hint: both(
        '代理入力のときは根拠を書いてください（例: 11月20日にメールで受領）。履歴に残ります。',
        'For an entry in a town’s stead the ground. It stays in the history.',
      ),
    },
    official: { label: both('個人番号などに似た数字', 'Numbers that look like personal ones') },
  },
});

export const documentPreviewWords = {
  title: both('取り込みの確認', 'Before it is saved'),
  submit: both('保存する', 'Save'),
};
export const documentQuestionsWords = {
  title: both('判断できない記載', 'What is unclear'),
  submit: both('答えを控える', 'Note the answers'),
};
export const documentStatementsWords = {
  title: both('記載ごとの確認', 'Statement by statement'),
  submit: both('控えて次へ', 'Note and go on'),
};

export const documentToolsWords = {
  title: both('文書から見つけたもの', 'What the words name'),
  submit: both('控えて次へ', 'Note and go on'),
};

type Say = (value: string) => string;

/** By the code of a problem: what is wrong and what to do. Whatever is missing here cannot be saved as it is. */
export const documentProblems: Record<Language, Readonly<Record<string, Say>>> = {
  ja: {
    formula: () => '式が入っています。計算結果を値として貼り付けてください。',
    'wrong-type': (value) => `文字ではない値「${value}」が入っています。文字で入力してください。`,
    'no-number': (value) => `「${value}」を数値として読めません。`,
    'no-fiscal-year': (value) => `「${value}」が年度か暦年か分かりません。「令和6年度」のように書いてください。`,
    'no-such-day': (value) => `「${value}」は暦にない日です。正しい日を書いてください。`,
    'personal-data': () => '個人情報にあたる記載があります。個人が分からない書き方に直してください。',
    'number-in-question': () =>
      '個人番号などに似た数字があります。公用の番号であれば、下の欄で「公用の番号です」を選んでください。',
    nothing: () => 'この種類の文書として読める表や見出しがありません。文書の種類と中身を確かめてください。',
    'no-area': () => 'どの市町の文書か書かれていません。「市町」を選んでください。',
    'unknown-area': (value) => `市町名「${value}」は登録にありません。表記を確かめてください。`,
    'other-area': (value) => `選んだ市町と違う、${value}の文書です。`,
    'other-year': (value) => `書いた年度と違う、${value}年度の文書です。`,
    'no-as-of': () => 'いつ時点の文書か書かれていません。「時点」か「年度」を書いてください。',
    twice: (value) => `${value}の調査票が2つあります。どちらか1つだけを添付してください。`,
    refused: (value) => `${value}の記録を変えられるのは、その担当者と県だけです。`,
    hub: () => '連携拠点の方が取り込めるのは、回答を受け付けている調査の調査票だけです。',
    'needs-reason': (value) => `${value}の代理入力です。「理由・連絡」に根拠を書いてください。`,
    conflict: (value) => `「${value}」を、確認の後にほかの人が変えました。`,
    closed: () => '調査はもう締め切られています。県に相談してください。',
    accepted: () => '回答はもう受理されています。差し戻してから取り込んでください。',
    future: () => '先の日付の実施・時点は保存できません。日付か状態を直してください。',
  },
  en: {
    formula: () => 'There is a formula. Please paste its result as a value.',
    'wrong-type': (value) => `"${value}" is no text. Please type it as text.`,
    'no-number': (value) => `"${value}" is no number.`,
    'no-fiscal-year': (value) => `"${value}" is no fiscal year. Please write it as 令和6年度.`,
    'no-such-day': (value) => `The calendar has no day "${value}".`,
    'personal-data': () => 'This tells of a person. Please write it without.',
    'number-in-question': () =>
      'There are digits that look like a personal number. If they are official, say so below.',
    nothing: () => 'Nothing of this kind of document was found. Please check the kind and the file.',
    'no-area': () => 'It does not say whose it is. Please choose the area.',
    'unknown-area': (value) => `There is no area "${value}". Please check how it is written.`,
    'other-area': (value) => `This is of ${value}, and not of the area that you chose.`,
    'other-year': (value) => `This is of ${value}, and not of the year that you wrote.`,
    'no-as-of': () => 'It does not say as of when. Please write that, or the fiscal year.',
    twice: (value) => `There are two sheets of ${value}. Please attach one of them.`,
    refused: (value) => `Records of ${value} are changed by its staff and the prefecture only.`,
    hub: () => 'A hub can import sheets of an open survey only.',
    'needs-reason': (value) => `You write in the stead of ${value}. Please write on what ground.`,
    conflict: (value) => `Somebody changed "${value}" after you saw it.`,
    closed: () => 'The survey is closed. Please ask the prefecture.',
    accepted: () => 'The reply was accepted already. It must be returned first.',
    future: () => 'What is held, or as of when, cannot lie in the future.',
  },
};

/** What is to be looked at, and keeps nothing from being saved. */
export const documentWarnings: Record<Language, Readonly<Record<string, Say>>> = {
  ja: { weekday: (value) => `「${value}」の曜日は日付と合っていません。日付のとおりに取り込みます。` },
  en: { weekday: (value) => `The weekday in "${value}" does not fit. The date is taken.` },
};
