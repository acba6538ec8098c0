import type { Language } from './labels.ts';

// What answers say. Conclusion first, short, polite; a record's own words stay Japanese inside an English answer.

export interface AnswerWords {
  whichFound(count: number, total: number): string;
  whichOf(count: number): string;
  counts(parts: { planned: number; none: number; silent: number }): string;
  countsBesideNone(parts: { otherwise: number; silent: number }): string;
  elsewhere: string;
  plannedGroup: string;
  noneGroup: string;
  olderGroup: string;
  nearest: string;
  notRecorded(what: string, where: string): string;
  notRecordedAnywhere(what: string): string;
  nothingSaysSo: string;
  noFigure(what: string): string;
  yes: string;
  no: string;
  plannedYet: string;
  /** What a record may lack though it is asked for. */
  attributes: Record<'phone' | 'fax' | 'mail' | 'address' | 'money' | 'lecturer' | 'mayor' | 'population', string>;
  attributeOf(what: string, attribute: string): string;
  points: string;
  noDay: string;
  noContact: string;
  /** To 「もう終わった？」, of what was planned when it was told. */
  plannedThen: string;
  /** To a question for yes or no, where no one record says all that it asks. */
  notAllSaid: string;
  consideringYet: string;
  detail(place: string, what: string): string;
  figure(of: string, value: string): string;
  blankColumn(column: string, count: number, total: number): string;
  /** Any of the columns. */
  blankAnywhere(count: number, total: number): string;
  /** The columns that are filled in beside the blank ones. */
  filledBeside(columns: string): string;
  statedNone(column: string, count: number, total: number): string;
  silentFound(parts: { what: string; count: number; total: number; names: string }): string;
  /** Who says that something is not done; the parts add up to the total. */
  notDone(parts: { what: string; total: number; none: number; doing: number; planned: number; silent: number }): string;
  silentTowns(names: string): string;
  doingGroup: string;
  toldGroup: string;
  columnNote(column: string): string;
  compare(places: string): string;
  /** Of places set side by side, the one with more or with fewer. */
  end: Record<'most' | 'fewest', (winner: string) => string>;
  noFigureOf(names: string): string;
  equal: string;
  guessed(said: string, name: string): string;
  whichOne(said: string): string;
  outside(names: string): string;
  understoodAs: string;
  apart: string;
  source: string;
  asOf: string;
  stateThen(state: string, asOf: string): string;
  /** The place of what stands there in so many words. */
  quoted(place: string): string;
  /** A part of a text, in the document's own words. */
  wording(text: string): string;
  /** What stands for a cell of a sheet that states nothing. */
  cell: Record<'blank' | 'none', string>;
  /** What the prefecture entered in its town's stead (代理入力). */
  inStead(place: string): string;
  disclaimer: string;
  more_rows(count: number): string;
  outOfScope: string;
  injection: string;
  changeRequest: string;
  remindRequest: string;
  greeting: string;
  thanks: string;
  smalltalk: string;
  guide: string;
  examples: string[];
  empty: string;
  draft: string;
  ranking: string;
  timesUsed(count: number): string;
  ratingOf(scene: string, year: string, rating: string): string;
  rate(value: string): string;
  cannotCompute: string;
  derived(how: string): string;
  highest(what: string): string;
  /** Who has the most or the fewest of something, with the figure. */
  extreme: Record<'most' | 'fewest', (names: string, figure: string) => string>;
  withFigure(parts: { counted: number; total: number }): string;
  unlikeFigures(told: string): string;
  noFigureToCompare(what: string): string;
  /** Of what the records date, what began first or last. */
  began: Record<'first' | 'last', (what: string, names: string, when: string) => string>;
  withYear(parts: { told: number; total: number }): string;
  noYearToCompare(what: string): string;
  yearOnly: string;
  partners(name: string, parts: { count: number; total: number }): string;
  jointWork(name: string, what: string): string;
  lowest(what: string): string;
  whyNotBlank(name: string, column: string): string;
  blankCell(name: string, column: string): string;
  whyNotSilent(name: string): string;
  whyInList(name: string): string;
  wayOut(same: number, others: number): string;
  sameNeed: string;
  others: string;
  reportOf(title: string, asOf: string): string;
  wholeTable: string;
  nothingAsked: string;
  unknownWord(word: string): string;
  lacking(what: string): string;
  tooLong(limit: number): string;
  tooFar: string;
  daysLeft(parts: { until: string; days: number; open: number }): string;
  periodOver(end: string): string;
  openDaysIn(period: string, count: number): string;
  holidaysUnknown(first: number, last: number): string;
}

const ja: AnswerWords = {
  whichFound: (count, total) => `${total}市町のうち${count}市町です。`,
  whichOf: (count) => `${count}件あります。`,
  counts: ({ planned, none, silent }) => `（予定・検討中 ${planned}、なし ${none}、記載なし ${silent}）`,
  countsBesideNone: ({ otherwise, silent }) => `（ほかの記載 ${otherwise}、記載なし ${silent}）`,
  elsewhere: 'ほかの地域',
  plannedGroup: '予定・検討中（調査時点）',
  noneGroup: '「なし」「していない」と記載',
  olderGroup: '別の資料での記載',
  nearest: '近い記載',
  notRecorded: (what, where) => `${where}の記録に、${what}についての記載はありません。`,
  notRecordedAnywhere: (what) => `${what}についての記載は、登録されている記録にはありません。`,
  nothingSaysSo: '記録がないことは、実施していないことを意味しません。',
  noFigure: (what) => `${what}の数は、記録にありません。`,
  yes: 'はい。',
  no: 'いいえ。',
  plannedYet: 'はい、予定しています（調査時点）。',
  attributes: {
    phone: '電話番号',
    fax: 'FAX番号',
    mail: 'メールアドレス',
    address: '住所',
    money: '金額',
    lecturer: '講師の名前',
    mayor: '首長の名前',
    population: '人口',
  },
  attributeOf: (what, attribute) => (what ? `${what}の${attribute}` : attribute),
  points: '5段階の評価点',
  noDay: '日付の記載はありません。',
  noContact: '連絡先の記載はありません。',
  plannedThen: '調査時点では予定で、その後のことは記録にありません。',
  notAllSaid: 'お尋ねの全部に当たる記録はありません。',
  consideringYet: 'まだです。検討中と記載しています（調査時点）。',
  detail: (place, what) => `${place}${what ? `の${what}` : ''}について、次の記録があります。`,
  figure: (of, value) => `${of}: ${value}`,
  blankAnywhere: (count, total) => `空欄（記載なし）の欄があるのは、${total}市町のうち${count}市町です。`,
  filledBeside: (columns) => `（「${columns}」の欄は記入あり）`,
  blankColumn: (column, count, total) =>
    `「${column}」の欄が空欄（記載なし）なのは、${total}市町のうち${count}市町です。`,
  silentFound: ({ what, count, total, names }) =>
    `${total}市町のうち${count}市町の記録に、${what}についての記載がありません。${names ? `\n${names}` : ''}`,
  notDone: ({ what, total, none, doing, planned, silent }) => {
    const others = `実施 ${doing}、予定・検討中 ${planned}、記載なし ${silent}`;
    return none > 0
      ? `${what}を「なし」「していない」と記載しているのは、${total}市町のうち${none}市町です。（${others}）`
      : `${what}を「なし」「していない」と記載している市町はありません。（${total}市町のうち ${others}）`;
  },
  silentTowns: (names) => `記載なし: ${names}`,
  doingGroup: '実施していると記載',
  toldGroup: '記載のある市町',
  statedNone: (column, count, total) => `「${column}」の欄に「なし」と書いたのは、${total}市町のうち${count}市町です。`,
  columnNote: (column) => `「${column}」の欄の記載から`,
  compare: (places) => `${places}を比べます。`,
  end: { most: (winner) => `多いのは${winner}です。`, fewest: (winner) => `少ないのは${winner}です。` },
  noFigureOf: (names) => `${names}には、数の記載がありません。`,
  equal: '同じ数です。',
  guessed: (said, name) => `「${said}」は${name}として答えます。`,
  whichOne: (said) => `「${said}」はどちらのことですか。`,
  outside: (names) => `${names}は登録の範囲外です。記録はありません。`,
  understoodAs: '理解',
  apart: '1つの記載では両方に触れていないため、市町ごとに両方の記載があるものを挙げます。',
  source: '出典',
  asOf: '時点',
  stateThen: (state, asOf) => `${asOf}時点で${state}`,
  quoted: (place) => `原文: ${place}`,
  wording: (text) => `原文「${text}」`,
  cell: { blank: '（空欄）', none: '「なし」と記載' },
  inStead: (place) => `${place}・県が代理入力`,
  disclaimer: '登録資料にもとづく参考情報です。組織としての正式な回答が必要な場合は、担当課へ照会してください。',
  more_rows: (count) => `ほか${count}件`,
  outOfScope:
    '申し訳ありませんが、その質問は対象外のためお答えできません。在宅医療・介護連携について、市町の取組や資料をお尋ねください。',
  injection: 'その依頼には対応できません。登録された記録についての質問だけにお答えします。',
  changeRequest:
    '会話では記録を変更できません。変更は入力フォーム（/tonari-update、/tonari-answer、/tonari-share など）からお願いします。',
  remindRequest: '会話では通知を設定できません。会議は /tonari-meeting、期限は /tonari-deadline で登録してください。',
  greeting: 'こんにちは。在宅医療・介護連携について、ほかの市町の取組や資料をお探しします。',
  thanks: 'どういたしまして。また、いつでもお尋ねください。',
  smalltalk: 'すみません、雑談はできませんが、在宅医療・介護連携のことならお手伝いできます。',
  guide:
    '「どの市町が何をしているか」を、登録された調査や計画の記録からお答えします。たとえば、次のように尋ねてください。',
  examples: [
    'ACPシートを共有している市町は？',
    'くわな入退院の手引きはどこで手に入る？',
    '参加者が集まらないとき、他市町はどうしてる？',
  ],
  empty: '質問を入力してください。',
  draft: '案の段階の文書です。',
  ranking: '多い順に並べます。',
  timesUsed: (count) => `${count}市町`,
  ratingOf: (scene, year, rating) => `${scene}の評価（${year}年度）は${rating}です。`,
  rate: (value) => `達成率は${value}%です（実績÷計画、当方で計算）。`,
  cannotCompute: '計画値か実績値の記録がないため、計算できません。',
  derived: (how) => `${how}（記録の数値から当方で計算）`,
  highest: (what) => `最も高いのは${what}です。`,
  extreme: {
    most: (names, figure) => `最も多いのは${names}です（${figure}）。`,
    fewest: (names, figure) => `最も少ないのは${names}です（${figure}）。`,
  },
  withFigure: ({ counted, total }) =>
    `数の記載があるのは${total}市町のうち${counted}市町です（記載なし ${total - counted}）。`,
  unlikeFigures: (told) => `数え方が違うため、比べていない数: ${told}`,
  noFigureToCompare: (what) => `${what}の数の記載が足りないため、多い・少ないは比べられません。`,
  began: {
    first: (what, names, when) => `${what}が最も早いのは${names}です（${when}）。`,
    last: (what, names, when) => `${what}が最も新しいのは${names}です（${when}）。`,
  },
  withYear: ({ told, total }) =>
    `始まった年の記載があるのは${total}市町のうち${told}市町です（年の記載なし ${total - told}）。`,
  noYearToCompare: (what) => `${what}が始まった年の記載がないため、どこが早いかは比べられません。`,
  yearOnly: '年度だけの記載と月までの記載があるため、このうちどれが先かは決められません。',
  partners: (name, { count, total }) =>
    `${name}と共同で行っていると記載があるのは、ほかの${total}市町のうち${count}市町です。（記載なし ${total - count}）`,
  jointWork: (name, what) => (what ? `${name}と共同で行う${what}` : `${name}と共同で行っていること`),
  lowest: (what) => `最も低いのは${what}です。`,
  whyNotBlank: (name, column) => `${name}は「${column}」の欄が空欄（記載なし）のため、一覧に入っていません。`,
  blankCell: (name, column) => `${name}の「${column}」の欄は空欄（記載なし）です。`,
  whyNotSilent: (name) => `${name}の記録には、そのことを述べた記載がないため、一覧に入っていません。`,
  wayOut: (same, others) => `工夫や対応の記録があるのは${others}市町、同じ困難を書いているのは${same}市町です。`,
  sameNeed: '同じ困難を書いている市町',
  others: '工夫・対応の記録',
  whyInList: (name) => `${name}は一覧に入っています。次の記載によります。`,
  reportOf: (title, asOf) => `${title}（${asOf}時点）の記録です。`,
  wholeTable: '表にしました。',
  lacking: (what) => `${what}の記載なし`,
  unknownWord: (word) => `「${word}」（記録にない言葉）`,
  tooLong: (limit) => `長い質問のため、はじめの${limit.toLocaleString('en')}文字だけを読みました。`,
  daysLeft: ({ until, days, open }) => `${until}まで、あと${days}日（${open}開庁日）です。今日は数えません。`,
  periodOver: (end) => `その期間は${end}で終わりました。`,
  openDaysIn: (period, count) => `${period}の開庁日は${count}日です（土日・祝日・年末年始などの閉庁日を除きます）。`,
  tooFar: '遠すぎる日のため、計算できません。100年以内の日数でお尋ねください。',
  holidaysUnknown: (first, last) => `祝日が分かるのは${first}年〜${last}年です。その間の日でお尋ねください。`,
  nothingAsked: '何についての質問か分かりませんでした。市町名や、ACP・入退院・ICTなどの言葉を入れてお尋ねください。',
};

const en: AnswerWords = {
  whichFound: (count, total) => `${count} of ${total} municipalities.`,
  whichOf: (count) => `${count} found.`,
  counts: ({ planned, none, silent }) => ` (planned or considered ${planned}, none ${none}, not stated ${silent})`,
  countsBesideNone: ({ otherwise, silent }) => ` (stated otherwise ${otherwise}, not stated ${silent})`,
  elsewhere: 'Other areas',
  plannedGroup: 'Planned or under consideration (as of the survey)',
  noneGroup: 'Stated as none / not done',
  olderGroup: 'In another document',
  nearest: 'Nearest records',
  notRecorded: (what, where) => `No record of ${where} says anything about ${what}; it is not stated.`,
  notRecordedAnywhere: (what) => `No record says anything about ${what}; it is not recorded.`,
  nothingSaysSo: 'That nothing is recorded does not mean that it is not done.',
  noFigure: (what) => `The number of ${what} is not recorded.`,
  yes: 'Yes.',
  no: 'No.',
  plannedYet: 'Yes, it was planned as of the survey.',
  attributes: {
    phone: 'telephone number',
    fax: 'fax number',
    mail: 'e-mail address',
    address: 'address',
    money: 'amount of money',
    lecturer: 'name of the lecturer',
    mayor: 'name of the mayor',
    population: 'population',
  },
  attributeOf: (what, attribute) => (what ? `the ${attribute} of ${what}` : `the ${attribute}`),
  points: 'ratings in points',
  noDay: 'No date is recorded.',
  noContact: 'Nobody to contact is recorded.',
  plannedThen: 'It was planned at the time of the record; nothing later is recorded.',
  notAllSaid: 'No single record says all of that.',
  consideringYet: 'Not yet: it was under consideration as of the survey.',
  detail: (place, what) => `Records of ${place}${what ? ` about ${what}` : ''}:`,
  figure: (of, value) => `${of}: ${value}`,
  blankAnywhere: (count, total) => `${count} of ${total} municipalities left some column blank (not stated).`,
  filledBeside: (columns) => ` (with ${columns} filled in)`,
  blankColumn: (column, count, total) =>
    `${count} of ${total} municipalities left the column "${column}" blank (not stated).`,
  silentFound: ({ what, count, total, names }) =>
    `${count} of ${total} municipalities have no record that says anything about ${what}.${names ? `\n${names}` : ''}`,
  notDone: ({ what, total, none, doing, planned, silent }) => {
    const others = `done ${doing}, planned or considered ${planned}, not stated ${silent}`;
    return none > 0
      ? `${none} of ${total} municipalities say that there is none or that they do not do it: ${what}. (${others})`
      : `No municipality says that there is none or that it does not do it: ${what}. (of ${total}: ${others})`;
  },
  silentTowns: (names) => `Not stated: ${names}`,
  doingGroup: 'Stated as done',
  toldGroup: 'Municipalities that say something',
  statedNone: (column, count, total) =>
    `${count} of ${total} municipalities answered "none" in the column "${column}".`,
  columnNote: (column) => `From the column "${column}"`,
  compare: (places) => `Comparing ${places}.`,
  end: { most: (winner) => `${winner} has more.`, fewest: (winner) => `${winner} has fewer.` },
  noFigureOf: (names) => `No figure is recorded for ${names}.`,
  equal: 'The figures are equal.',
  guessed: (said, name) => `Answering for ${name} ("${said}").`,
  whichOne: (said) => `Did you mean one of these by "${said}"?`,
  outside: (names) => `${names} is outside the registry; there is no record.`,
  understoodAs: 'Understood',
  apart: 'No single record speaks of both; these municipalities have a record of each.',
  source: 'Source',
  asOf: 'as of',
  stateThen: (state, asOf) => `${state} as of ${asOf}`,
  quoted: (place) => `original wording: ${place}`,
  wording: (text) => `original wording "${text}"`,
  cell: { blank: '(left blank)', none: 'answered "none"' },
  inStead: (place) => `${place}, entered by the prefecture on the town's behalf`,
  disclaimer:
    'Reference information from registered documents. For an official reply, please ask the section in charge.',
  more_rows: (count) => `and ${count} more`,
  outOfScope:
    "Sorry, I can't help with that: it is outside what I do. I only answer about home medical care and long-term care co-ordination in the registered towns.",
  injection: "Sorry, I can't do that. I only answer questions about the registered records.",
  changeRequest:
    "I can't change records in conversation. Please use the forms (/tonari-update, /tonari-answer, /tonari-share …).",
  remindRequest: "I can't set reminders in conversation. Please use /tonari-meeting or /tonari-deadline.",
  greeting: 'Hello. I look up what other towns do and share in home medical care and long-term care co-ordination.',
  thanks: "You're welcome. Ask me any time.",
  smalltalk: "Sorry, I can't chat, but I can help with home medical care and long-term care co-ordination.",
  guide: 'I answer which towns do what, from the records of surveys and plans. For example:',
  examples: [
    'Which towns share an ACP sheet?',
    'Where can I get the Kuwana discharge guide?',
    'Who found a way to bring new faces to trainings?',
  ],
  empty: 'Please type a question.',
  draft: 'The document is a draft (案).',
  ranking: 'In order of number:',
  timesUsed: (count) => `${count} municipalities`,
  ratingOf: (scene, year, rating) => `The rating of ${scene} (FY ${year}) is ${rating}.`,
  rate: (value) => `The achievement rate is ${value}% (actual ÷ planned, computed by us).`,
  cannotCompute: 'It cannot be computed: the planned or the actual value is not recorded.',
  derived: (how) => `${how} (computed by us from the recorded figures)`,
  highest: (what) => `The highest is ${what}.`,
  extreme: {
    most: (names, figure) => `${names} has the most (${figure}).`,
    fewest: (names, figure) => `${names} has the fewest (${figure}).`,
  },
  withFigure: ({ counted, total }) =>
    `A figure is recorded for ${counted} of ${total} municipalities (not stated ${total - counted}).`,
  unlikeFigures: (told) => `Counted otherwise, so not compared: ${told}`,
  noFigureToCompare: (what) => `Too few figures of ${what} are recorded to compare them.`,
  began: {
    first: (what, names, when) => `The first by the records: ${names} (${when}; ${what}).`,
    last: (what, names, when) => `The latest by the records: ${names} (${when}; ${what}).`,
  },
  withYear: ({ told, total }) =>
    `A year of beginning is recorded for ${told} of ${total} municipalities (year not stated ${total - told}).`,
  noYearToCompare: (what) => `No record says in which year ${what} began, so they cannot be put in order.`,
  yearOnly: 'Some records give a month and some only a year, so which of these came first cannot be told.',
  partners: (name, { count, total }) =>
    `${count} of the ${total} other municipalities are recorded as working jointly with ${name}. (not stated ${total - count})`,
  jointWork: (name, what) => (what ? `${what} jointly with ${name}` : `joint work with ${name}`),
  lowest: (what) => `The lowest is ${what}.`,
  whyNotBlank: (name, column) => `${name} left the column "${column}" blank (not stated), so it is not in the list.`,
  blankCell: (name, column) => `${name} left the column "${column}" blank (not stated).`,
  whyNotSilent: (name) => `No record of ${name} says so, so it is not in the list.`,
  wayOut: (same, others) =>
    `${others} municipalities recorded what they did about it; ${same} describe the same difficulty.`,
  sameNeed: 'The same difficulty',
  others: 'What others did about it',
  whyInList: (name) => `${name} is in the list, because of these records.`,
  reportOf: (title, asOf) => `From ${title} (as of ${asOf}).`,
  wholeTable: 'Here is a table.',
  lacking: (what) => `no ${what}`,
  unknownWord: (word) => `"${word}" (in no record)`,
  tooLong: (limit) => `The question is long; only its first ${limit.toLocaleString('en')} characters were read.`,
  daysLeft: ({ until, days, open }) =>
    `Until ${until}: ${days} days, ${open} of them open days of the office (today not counted).`,
  periodOver: (end) => `That period ended on ${end}.`,
  openDaysIn: (period, count) =>
    `${period} has ${count} open days of the office (weekends, holidays and closed days left out).`,
  tooFar: 'That is too far away to compute; please ask within a hundred years.',
  holidaysUnknown: (first, last) => `Holidays are known for ${first}–${last}; please ask about a day in those years.`,
  nothingAsked: 'I could not tell what this is about. Please name a town or a topic such as ACP, discharge or ICT.',
};

export const answerWords: Record<Language, AnswerWords> = { ja, en };
