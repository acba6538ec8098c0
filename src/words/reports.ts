import type { ReportFormat, ReportKind } from '../records/reports.ts';
import { type Both, both, form } from './form-parts.ts';
import type { Language } from './labels.ts';

// What is said around the documents that are taken out by /tonari-report. The documents themselves are Japanese.

export const reportKindWords: Record<ReportKind, Both> = {
  survey: both('調査票（前回の回答入り）', 'Survey sheet, with the last answers'),
  scenes: both('4場面シート（目標・取組・状況）', 'Four-scene sheet'),
  indicators: both('指標表（計画・実績・達成率）', 'Indicators: plan, actual, rate'),
  evaluations: both('PDCA表（成熟度評価）', 'PDCA table with ratings'),
  dossier: both('市町のまとめ（登録内容のすべて）', 'Dossier: all that is recorded of a town'),
};

/** What may be typed after the command. */
export const reportNames: Record<ReportKind, readonly string[]> = {
  survey: ['調査票', '調査', 'survey'],
  scenes: ['4場面シート', '四場面シート', '場面シート', '4場面', '四場面', 'scenes'],
  indicators: ['指標表', '指標', 'indicators'],
  evaluations: ['PDCA表', 'PDCA', '評価表', '評価', 'evaluations'],
  dossier: ['自市町のまとめ', '市町のまとめ', 'まとめ', 'dossier'],
};

export const reportFormatWords: Record<ReportFormat, Both> = {
  xlsx: both('Excel（印刷・記入用）', 'Excel, to print and fill in'),
  csv: both('CSV（集計用、UTF-8）', 'CSV for machines, UTF-8'),
  'csv-sjis': both('CSV（集計用、Shift_JIS）', 'CSV for machines, Shift_JIS'),
  png: both('図（PNG、指標表とPDCA表のみ）', 'Pictures (PNG; indicators and PDCA only)'),
};

export const formatNames: Record<ReportFormat, readonly string[]> = {
  xlsx: ['xlsx', 'Excel', 'エクセル'],
  'csv-sjis': ['csv-sjis', 'Shift_JIS', 'SJIS'],
  csv: ['csv', 'UTF-8'],
  png: ['png', '図', 'グラフ', 'pictures', 'picture'],
};

export const reportFormWords = form({
  title: both('書き出し', 'Take out a document'),
  submit: both('作成する', 'Make it'),
  fields: {
    report: { label: both('書き出すもの', 'Document') },
    areaIds: {
      label: both('市町', 'Areas'),
      hint: both('空欄は県内のすべての市町。', 'Empty: all municipalities of the prefecture.'),
    },
    fiscalYear: {
      label: both('年度', 'Fiscal year'),
      hint: both(
        '調査票は空欄なら今年度、指標表とPDCA表は空欄ならすべての年度。図はいつもすべての年度です。4場面シートには使いません。',
        'Empty: this year for the survey sheet, all years for indicators and PDCA. Pictures show all years. Not used by the four-scene sheet.',
      ),
      example: both('令和8年度', 'R8'),
    },
    day: {
      label: both('時点', 'As of'),
      hint: both('4場面シートの取組状況の時点。空欄は今日。', 'The day that the four-scene sheet shows. Empty: today.'),
      example: both('令和8年3月31日', '2026-03-31'),
    },
    format: { label: both('形式', 'Format') },
  },
});

interface ReportTalk {
  future: string;
  notPictured: string;
  /** A map of one town says nothing. */
  fewTowns: string;
  making(what: string, areas: number): string;
  sending(what: string): string;
  sent(what: string, size: string): string;
  comment(what: string): string;
  sheets(count: number): string;
  rows(count: number): string;
  pictures(count: number): string;
  nothing: string;
  twice: string;
}

export const reportTalk: Record<Language, ReportTalk> = {
  ja: {
    future: '今日までの日を書いてください。',
    notPictured: '図があるのは、調査票（欄ごとの地図）、指標表、PDCA表です。書き出すものか形式を選び直してください。',
    fewTowns: '地図は2市町以上で作ります。市町を選び足すか、空欄（県内のすべて）にしてください。',
    making: (what, areas) => `${what}（${areas}市町）を作成しています。`,
    sending: (what) => `${what}を作成しました。送っています。`,
    sent: (what, size) => `「${what}」（${size}）をDMにお送りしました。`,
    comment: (what) => `「${what}」です。登録資料にもとづく参考情報です。`,
    sheets: (count) => `${count}シート`,
    rows: (count) => `${count}行`,
    pictures: (count) => `図${count}枚`,
    nothing: '選んだ市町・年度・時点には、この書類にする記録がありません。条件を変えてください。',
    twice: 'この書類は作成済みです。DMをご覧ください。',
  },
  en: {
    future: 'Please write a day up to today.',
    notPictured:
      'Only survey sheets (a map a column), indicators and PDCA tables have pictures. Please choose another document or form.',
    fewTowns: 'A map takes two towns or more. Please add a town, or choose none for all of the prefecture.',
    making: (what, areas) => `Making: ${what} (${areas} areas).`,
    sending: (what) => `Made: ${what}. Sending it.`,
    sent: (what, size) => `“${what}” (${size}) is in your direct messages.`,
    comment: (what) => `“${what}”: for reference, from the registered records.`,
    sheets: (count) => `${count} ${count === 1 ? 'sheet' : 'sheets'}`,
    rows: (count) => `${count} ${count === 1 ? 'row' : 'rows'}`,
    pictures: (count) => `${count} ${count === 1 ? 'picture' : 'pictures'}`,
    nothing: 'Nothing of this is recorded for these areas, this year or this day. Please choose others.',
    twice: 'This document was made already: see your direct messages.',
  },
};

/** In a zip of pictures, all that they say. */
export const PICTURE_TEXTS = '図の内容.txt';

/** Titles of the documents. */
export const reportTitleWords = {
  kinds: {
    survey: '調査票',
    scenes: '4場面シート',
    indicators: '指標表',
    evaluations: 'PDCA表',
    dossier: '市町のまとめ',
  } satisfies Record<ReportKind, string>,
  title: (kind: string, areas: string, time: string | null) => `${kind}　${areas}${time === null ? '' : `　${time}`}`,
  andOthers: (names: string, count: number) => `${names}ほか（${count}市町）`,
};
