import type { Language } from './labels.ts';

// Two years' surveys side by side.

export interface SurveyComparisonWords {
  /** A survey that is not registered; those that are. */
  unknown(year: string, known: string): string;
  towns(what: string, trend: 'more' | 'fewer' | 'same', former: string, now: string): string;
  /** So many of the towns that a survey asked and that answered. */
  count(year: string, found: number, of: number): string;
  /** What is compared, and between which years. */
  years(what: string, former: string, now: string): string;
  added(year: string): string;
  gone(year: string): string;
  newText(year: string): string;
  goneText(year: string): string;
  otherState: string;
  stayed(names: string): string;
  detail(what: string, former: string, now: string, added: number, gone: number, other: number): string;
  nothing(what: string, former: string, now: string, same: number): string;
  notAnswered(names: string, year: string): string;
  /** Those alone who came or went: how many, and both years' counts. */
  only: Record<'added' | 'gone', (what: string, year: string, count: number, former: string, now: string) => string>;
  /** What those say now who went. */
  saysNow(year: string): string;
  /** So many did not answer the later survey, by number alone (rules 1.6). */
  notCompared(year: string, count: number): string;
  /** Everything that changed. */
  all(
    former: string,
    now: string,
    of: number,
    towns: number,
    parts: Record<'added' | 'gone' | 'other', number>,
  ): string;
  allColumns: string[];
  askOne(town: string): string;
  same(count: number): string;
}

const ja: SurveyComparisonWords = {
  unknown: (year, known) => `${year}の調査は登録されていません。比べられるのは、${known}の調査です。`,
  towns: (what, trend, former, now) => {
    const said = { more: '増えました', fewer: '減りました', same: '数は変わっていません' }[trend];
    return `${what}は、${said}。${former} → ${now}`;
  },
  count: (year, found, of) => `${year} ${of}市町中 ${found}市町`,
  years: (what, former, now) => `${what}（${former} → ${now}）`,
  added: (year) => `${year}に加わった市町`,
  gone: (year) => `${year}には実施の記載がない市町（前の調査での記載）`,
  newText: (year) => `${year}の新しい記載`,
  goneText: (year) => `${year}にはない記載`,
  otherState: '状況が変わった記載',
  stayed: (names) => `どちらの年度にも記載がある市町: ${names}`,
  detail: (what, former, now, added, gone, other) =>
    `${what}は、${former}から${now}で、新しい記載が${added}件、なくなった記載が${gone}件、状況が変わった記載が${other}件あります。`,
  nothing: (what, former, now, same) => `${what}の記載は、${former}から${now}で変わっていません（${same}件）。`,
  notAnswered: (names, year) => `${names}は、${year}の調査に回答していません。`,
  only: {
    added: (what, year, count, former, now) =>
      `${what}が${year}の調査で新しく書かれた${count === 0 ? '市町はありません' : `のは、${count}市町です`}。${former} → ${now}`,
    gone: (what, year, count, former, now) =>
      `${what}が前の調査には書かれ、${year}の調査に実施として書かれていない${count === 0 ? '市町はありません' : `のは、${count}市町です`}。${former} → ${now}`,
  },
  saysNow: (year) => `その市町の${year}の記載`,
  notCompared: (year, count) => `${year}の調査に回答のない${count}市町は、増減に数えていません。`,
  all: (former, now, of, towns, { added, gone, other }) =>
    towns === 0
      ? `${former}と${now}の両方に回答した${of}市町の記載は、変わっていません。`
      : `${former}から${now}で、両方に回答した${of}市町のうち${towns}市町の記載が変わりました（新しい記載 ${added}件、なくなった記載 ${gone}件、状況が変わった記載 ${other}件）。`,
  allColumns: ['市町', '新しい記載', 'なくなった記載', '状況が変わった記載', '欄'],
  askOne: (town) => `${town}は去年と比べて何が変わった？`,
  same: (count) => `変わらない記載は${count}件です。`,
};

const en: SurveyComparisonWords = {
  unknown: (year, known) => `No survey of ${year} is registered. These can be compared: ${known}.`,
  towns: (what, trend, former, now) => {
    const said = { more: 'more than before', fewer: 'fewer than before', same: 'as many as before' }[trend];
    return `${what}: ${said}. ${former} → ${now}`;
  },
  count: (year, found, of) => `${year}: ${found} of ${of} municipalities`,
  years: (what, former, now) => `${what} (${former} → ${now})`,
  added: (year) => `New in ${year}`,
  gone: (year) => `No longer stated as done in ${year} (what was said before)`,
  newText: (year) => `New in ${year}`,
  goneText: (year) => `No longer stated in ${year}`,
  otherState: 'In another state',
  stayed: (names) => `Stated in both years: ${names}`,
  detail: (what, former, now, added, gone, other) =>
    `${what}, from ${former} to ${now}: ${added} new, ${gone} no longer stated, ${other} in another state.`,
  nothing: (what, former, now, same) => `${what}: nothing changed from ${former} to ${now} (${same} records).`,
  notAnswered: (names, year) => `${names} did not answer the survey of ${year}.`,
  only: {
    added: (what, year, count, former, now) =>
      `${what}: newly stated in the survey of ${year} by ${count} ${count === 1 ? 'municipality' : 'municipalities'}. ${former} → ${now}`,
    gone: (what, year, count, former, now) =>
      `${what}: stated before and no longer as done in the survey of ${year} by ${count} ${count === 1 ? 'municipality' : 'municipalities'}. ${former} → ${now}`,
  },
  saysNow: (year) => `What they say in ${year}`,
  notCompared: (year, count) =>
    `${count} ${count === 1 ? 'municipality that' : 'municipalities that'} did not answer the survey of ${year} ${count === 1 ? 'is' : 'are'} not compared.`,
  all: (former, now, of, towns, { added, gone, other }) =>
    towns === 0
      ? `Nothing changed in the records of the ${of} municipalities that answered in both ${former} and ${now}.`
      : `From ${former} to ${now}, the records of ${towns} of the ${of} municipalities that answered both changed (${added} new, ${gone} no longer stated, ${other} in another state).`,
  allColumns: ['Municipality', 'New', 'No longer stated', 'In another state', 'Columns'],
  askOne: (town) => `What changed in ${town} since last year?`,
  same: (count) => `${count} ${count === 1 ? 'record is' : 'records are'} unchanged.`,
};

export const surveyComparisonWords: Record<Language, SurveyComparisonWords> = { ja, en };
