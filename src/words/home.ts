import type { Language } from './labels.ts';

// Home: the person's own town first, then what stands behind the answers, then how to ask.

export interface HomeWords {
  choose: string;
  chooseHint: string;
  townLabel: string;
  townPlaceholder: string;
  around(town: string): string;
  blank(column: string, others: number, of: number): string;
  none(column: string, others: number, of: number): string;
  toolsNear(district: string): string;
  toolsAnywhere: string;
  usedBy(areas: string, more: number): string;
  nothingDiffers: string;
  look(what: string): string;
  askColumn(column: string): string;
  askTool(tool: string): string;
  ownRecords(town: string): string;
  askOwn(town: string): string;
  state: string;
  counts(towns: number, elsewhere: number, records: number): string;
  source(title: string, asOf: string, draft: boolean): string;
  noRecords: string;
  guide: string;
  answersArrive: string;
}

const ja: HomeWords = {
  choose: '担当の市町を選んでください',
  chooseHint:
    '選ぶと、近くの市町が取り組んでいて自分の市町の記録にないことが、ここに出ます（例:「ICTの欄: 28市町のうち20市町に記載、鈴鹿市は記載なし」）。',
  townLabel: '担当の市町',
  townPlaceholder: '市町を選ぶ',
  around: (town) => `${town}と、ほかの市町の違い`,
  blank: (column, others, of) =>
    `「${column}」: ほかの${of}市町のうち${others}市町に記載があります。こちらは記載なしです。`,
  none: (column, others, of) =>
    `「${column}」: ほかの${of}市町のうち${others}市町に記載があります。こちらは「なし」と記載しています。`,
  toolsNear: (district) => `${district}のほかの市町が使っていて、こちらの記録にないもの`,
  toolsAnywhere: '県内のほかの市町が使っていて、こちらの記録にないもの',
  usedBy: (areas, more) => `（${areas}${more > 0 ? `ほか${more}市町` : ''}）`,
  nothingDiffers: '調査のどの欄にも記載があります。',
  look: (what) => `「${what}」を見る`,
  askColumn: (column) => `${column}に取り組んでいる市町は？`,
  askTool: (tool) => `${tool}を使っている市町は？`,
  ownRecords: (town) => `${town}の記録を見る`,
  askOwn: (town) => `${town}の取組は？`,
  state: '記録の状態',
  counts: (towns, elsewhere, records) =>
    `${towns}市町${elsewhere > 0 ? `と、ほかの${elsewhere}地域` : ''}について、${records.toLocaleString('en')}件の記録があります。`,
  source: (title, asOf, draft) => `${title}（${asOf}${draft && !asOf.includes('案') ? '、案' : ''}）`,
  noRecords: 'まだ記録がありません。',
  guide: '尋ね方',
  answersArrive: 'ここで押した質問の答えは、「メッセージ」タブに届きます。',
};

const en: HomeWords = {
  choose: 'Choose your municipality',
  chooseHint:
    'Then this page shows what towns around yours do and your records do not say, such as "ICT: 20 of 28 other towns, yours not stated".',
  townLabel: 'Your municipality',
  townPlaceholder: 'Choose',
  around: (town) => `${town} beside the others`,
  blank: (column, others, of) =>
    `"${column}": ${others} of ${of} other municipalities state something; here it is not stated.`,
  none: (column, others, of) =>
    `"${column}": ${others} of ${of} other municipalities state something; here it says none.`,
  toolsNear: (district) => `Used by others in ${district}, and not in the records here`,
  toolsAnywhere: 'Used by others in the prefecture, and not in the records here',
  usedBy: (areas, more) => ` (${areas}${more > 0 ? ` and ${more} more` : ''})`,
  nothingDiffers: 'Every column of the survey states something.',
  look: (what) => `See "${what}"`,
  askColumn: (column) => `Which towns work on ${column}?`,
  askTool: (tool) => `Which towns use ${tool}?`,
  ownRecords: (town) => `Records of ${town}`,
  askOwn: (town) => `What are the initiatives of ${town}?`,
  state: 'What the records stand on',
  counts: (towns, elsewhere, records) =>
    `${records.toLocaleString('en')} records of ${towns} municipalities${elsewhere > 0 ? ` and ${elsewhere} areas elsewhere` : ''}.`,
  source: (title, asOf, draft) => `${title} (${asOf}${draft ? ', draft' : ''})`,
  noRecords: 'There are no records yet.',
  guide: 'How to ask',
  answersArrive: 'The answer to what you press here arrives in the Messages tab.',
};

export const homeWords: Record<Language, HomeWords> = { ja, en };
