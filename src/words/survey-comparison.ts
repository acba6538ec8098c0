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
  gone: (year) => `${year}には記載がなくなった市町`,
  newText: (year) => `${year}の新しい記載`,
  goneText: (year) => `${year}にはない記載`,
  otherState: '状況が変わった記載',
  stayed: (names) => `どちらの年度にも記載がある市町: ${names}`,
  detail: (what, former, now, added, gone, other) =>
    `${what}は、${former}から${now}で、新しい記載が${added}件、なくなった記載が${gone}件、状況が変わった記載が${other}件あります。`,
  nothing: (what, former, now, same) => `${what}の記載は、${former}から${now}で変わっていません（${same}件）。`,
  notAnswered: (names, year) => `${names}は、${year}の調査に回答していません。`,
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
  gone: (year) => `No longer stated in ${year}`,
  newText: (year) => `New in ${year}`,
  goneText: (year) => `No longer stated in ${year}`,
  otherState: 'In another state',
  stayed: (names) => `Stated in both years: ${names}`,
  detail: (what, former, now, added, gone, other) =>
    `${what}, from ${former} to ${now}: ${added} new, ${gone} no longer stated, ${other} in another state.`,
  nothing: (what, former, now, same) => `${what}: nothing changed from ${former} to ${now} (${same} records).`,
  notAnswered: (names, year) => `${names} did not answer the survey of ${year}.`,
  same: (count) => `${count} ${count === 1 ? 'record is' : 'records are'} unchanged.`,
};

export const surveyComparisonWords: Record<Language, SurveyComparisonWords> = { ja, en };
