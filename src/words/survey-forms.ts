import { type Both, both, form, next, save } from './form-parts.ts';
import type { Language } from './labels.ts';

// What the forms of the prefecture's survey and their fields are called, and what is said at them.

interface SurveyErrors {
  slot: string;
  tooManySlots(most: number): string;
  joint(names: string): string;
  slotsTaken(slots: string): string;
  /** A hub without a name: one that stood in the list, or a further one. */
  hubName: Record<'standing' | 'further', string>;
}

export const surveyErrors: Record<Language, SurveyErrors> = {
  ja: {
    slot: 'ヒアリングの枠を、1行に1つずつ「R8.12.8 10:00」のように書いてください。',
    tooManySlots: (most) => `ヒアリングの枠は${most}個までです。`,
    joint: (names) => `共同回答の「${names}」は、回答する市町に選ばれていません。名称か、選択を直してください。`,
    slotsTaken: (slots) =>
      `予約のあるヒアリングの枠は外せません: ${slots}。枠を戻すか、市町に予約を変えてもらってください。`,
    hubName: {
      standing: '連携拠点の名称を書いてください。拠点がなくなったときは、上の「この拠点を外す」で外せます。',
      further: '加える連携拠点の名称を書いてください。',
    },
  },
  en: {
    slot: 'Write one hearing a line, like R8.12.8 10:00.',
    tooManySlots: (most) => `There can be ${most} hearings at most.`,
    joint: (names) => `"${names}" is not among those who answer. Correct the name or the choice.`,
    slotsTaken: (slots) => `A hearing that is booked stays: ${slots}. Put it back, or ask the town to book another.`,
    hubName: {
      standing: 'Write the name of the hub. If there is no such hub any more, press "Take this hub out" above.',
      further: 'Write the name of the hub that is added.',
    },
  },
};

const reason = {
  label: both('理由・連絡', 'Reason or note'),
  hint: both(
    '代理入力のときは根拠を書いてください。履歴に残ります。',
    'For an entry in a town’s stead the ground. It stays in the history.',
  ),
};
const long: Both = both('3,000文字まで。', 'Up to 3,000 characters.');

export const openSurveyWords = form({
  title: both('調査を始める', 'Open a survey'),
  submit: both('始める', 'Open'),
  fields: {
    fiscalYear: { label: both('年度', 'Fiscal year'), example: both('R8', 'R8') },
    title: {
      label: both('調査名', 'Title'),
      example: both('市町取組状況調査（令和8年度）', '市町取組状況調査（令和8年度）'),
    },
    referenceDate: {
      label: both('基準日（時点）', 'As of'),
      hint: both('いつの状況を答えてもらうか。', 'As of when the towns are to answer.'),
      example: both('R8.11.1', 'R8.11.1'),
    },
    columns: { label: both('調査する欄', 'Columns') },
    due: {
      label: both('回答期限', 'Due'),
      hint: both('閉庁日でも動きません。', 'It does not move for a closed day.'),
      example: both('R8.12.18 17:00', 'R8.12.18 17:00'),
    },
    leads: {
      label: both('リマインド', 'Reminders'),
      hint: both(
        '未回答の市町だけに届きます。空欄なら役所の設定のとおり（標準は14・7・1開庁日前）。',
        'Only for those who have not answered. Left empty: as each office has them (by default 14, 7 and 1 business days before).',
      ),
      example: both('7開庁日前, 1開庁日前', '7開庁日前, 1開庁日前'),
    },
    areaIds: { label: both('回答する市町', 'Who answers') },
    joint: {
      label: both('共同で回答する市町', 'Who answers jointly'),
      hint: both('1組を1行に。例: 尾鷲市・紀北町', 'One group a line, like 尾鷲市・紀北町.'),
    },
    slots: {
      label: both('ヒアリングの枠', 'Hearings'),
      hint: both('1つの枠を1行に。市町が1つずつ予約します。', 'One a line. Each town takes one.'),
      example: both('R8.12.8 10:00', 'R8.12.8 10:00'),
    },
  },
});

const { fiscalYear: _year, referenceDate: _date, ...changeable } = openSurveyWords.fields;

export const changeSurveyWords = form({
  title: both('調査を変える', 'Change the survey'),
  submit: both('変更する', 'Change'),
  fields: {
    ...changeable,
    columns: {
      label: both('調査する欄', 'Columns'),
      hint: both(
        '外した欄に書かれた内容は残り、公表されません。',
        'What was written in a column that is taken out stays, and is not published.',
      ),
    },
  },
});

export const surveyColumnWords = form({
  title: both('調査の回答', 'Answer to the survey'),
  submit: both('下書きに保存', 'Save as draft'),
  fields: {
    stated: { label: both('この欄の答え', 'Answer') },
    statements: {
      label: both('内容', 'What is done'),
      hint: both(
        '1つの内容を1行に。実施していないものは、行の初めに【予定】【検討中】【なし】を付けてください。',
        'One statement a line. Begin a line with 【予定】 (planned), 【検討中】 (under consideration) or 【なし】 (none) where it is not being done.',
      ),
    },
    reason,
  },
});

export const surveyHubWords = form({
  title: both('調査の回答: 連携拠点', 'Survey: the hub'),
  submit: both('下書きに保存', 'Save as draft'),
  fields: {
    name: {
      label: both('連携拠点の名称', 'Name of the hub'),
      hint: both('拠点が1つもなければ空欄に。', 'Left empty where there is no hub at all.'),
    },
    mode: { label: both('運営', 'Run as') },
    operator: { label: both('運営者・委託先', 'Run by') },
    location: { label: both('所在地', 'Where it is') },
    tel: { label: both('電話番号（公用）', 'Official telephone') },
    note: { label: both('メモ', 'Memo') },
    reason,
  },
});

export const surveyHubsTitle = both('調査の回答: 連携拠点', 'Survey: the hubs');

export const surveyHubRemoveWords = form({
  title: both('連携拠点を外す', 'Take a hub out'),
  submit: both('外す', 'Take out'),
  fields: { reason },
});

export const surveyVisionWords = form({
  title: both('調査の回答: 目指す姿', 'Survey: the visions'),
  submit: both('下書きに保存', 'Save as draft'),
  fields: {
    everyday: { label: both('日常の療養支援', 'Everyday care'), hint: long },
    discharge: { label: both('入退院支援', 'Admission and discharge'), hint: long },
    sudden: { label: both('急変時の対応', 'Sudden change'), hint: long },
    endOfLife: { label: both('看取り', 'End of life'), hint: long },
    reason,
  },
});

export const surveySlotWords = form({
  title: both('ヒアリングの予約', 'Book a hearing'),
  submit: both('予約する', 'Book'),
  fields: { slot: { label: both('ヒアリングの枠', 'Hearing') }, reason },
});

export const sendSurveyWords = form({
  title: both('回答を送る', 'Send the answers in'),
  submit: both('県に送る', 'Send'),
  fields: { reason },
});

export const acceptSurveyWords = form({
  title: both('回答の受理', 'Accept the answers'),
  submit: both('受理する', 'Accept'),
  fields: { reason },
});

export const returnSurveyWords = form({
  title: both('回答の差戻し', 'Return the answers'),
  submit: both('差し戻す', 'Return'),
  fields: {
    ownDay: { label: both('再提出の期限', 'To be sent again by'), example: both('R8.12.25', 'R8.12.25') },
    reason: {
      label: both('差戻しの理由', 'Reason'),
      hint: both('市町に伝わります。直してほしいところを書いてください。', 'The town reads it: what is to be mended.'),
    },
  },
});

export const closeSurveyWords = form({
  title: both('調査の締切と公表', 'Close and publish'),
  submit: both('締め切って公表', 'Close and publish'),
  fields: { reason },
});

export const surveyBoardWords = form({
  title: both('調査の進み具合', 'The survey so far'),
  submit: next,
  fields: { reply: { label: both('回答を見る市町', 'Whose answers to see') } },
});

export const surveyReplyWords = { title: both('調査の回答', 'Answer to the survey'), submit: save };
