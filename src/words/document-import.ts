// What is said when a document is imported: what was understood, what is wrong at which cell, what is still asked.

/** By the code of a problem; what is not listed is told as what cannot be saved. */
const PROBLEMS: Record<string, (value: string) => string> = {
  formula: () => '式が入っています。計算結果を値として貼り付けてください / holds a formula; please paste its value',
  'wrong-type': (value) => `文字ではない値「${value}」が入っています。文字で入力してください / is no text`,
  'no-number': (value) => `「${value}」を数値として読めません / is no number`,
  'no-fiscal-year': (value) =>
    `「${value}」が年度か暦年か分かりません。「令和6年度」のように書いてください / is no fiscal year; please write it as 令和6年度`,
  'personal-data': () =>
    '個人情報にあたる記載があります。個人が分からない書き方に直してください / holds personal data; please write it without',
  'number-in-question': () =>
    '個人番号などに似た数字があります。公的な番号であれば --official を付けてください / looks like a personal number; if it is an official one, add --official',
  nothing: () =>
    'この種類の資料として読める表や見出しがありません。種類（--kind）と中身を確かめてください / nothing of this kind of document was found',
  'no-area': () => 'どの市町の資料か書かれていません。--area で指定してください / names no area; please give --area',
  'unknown-area': (value) => `市町名「${value}」は登録にありません / no such area`,
  'other-area': (value) => `指定と違う市町（${value}）の資料です / is another area's`,
  'other-year': (value) => `指定と違う年度（${value}）の資料です / is of another year`,
  'no-as-of': () =>
    'いつ時点の資料か書かれていません。--as-of または --year で指定してください / says no as-of date; please give --as-of or --year',
  closed: () => '調査はもう締め切られています / the survey is closed',
  accepted: () => '回答はもう受理されています。差し戻してから取り込んでください / the reply was accepted already',
};

const WARNINGS: Record<string, (value: string) => string> = {
  weekday: (value) => `「${value}」の曜日は日付と合っていません。日付のとおりに取り込みます / the weekday does not fit`,
};

type GoneKind = 'statement' | 'hub' | 'plan' | 'initiative' | 'indicator' | 'toolUse' | 'meeting' | 'survey';

/** By kind: its name, and the form that ends or withdraws it. */
const GONE: Record<GoneKind, { ja: string; en: string; how: string }> = {
  statement: { ja: '記載', en: 'statement', how: '/tonari-answer' },
  hub: { ja: '連携拠点', en: 'hub', how: '/tonari-answer' },
  plan: { ja: '目指す姿', en: 'vision', how: '/tonari-answer' },
  initiative: { ja: '取組', en: 'initiative', how: '/tonari-update' },
  indicator: { ja: '指標', en: 'indicator', how: '/tonari-indicator' },
  toolUse: { ja: 'ツール', en: 'tool', how: '/tonari-share' },
  meeting: { ja: '会議・研修', en: 'meeting', how: '/tonari-meeting' },
  survey: { ja: 'アンケート', en: 'enquiry', how: '/tonari-share' },
};

const STATES = { new: '新規 / new', changed: '変更 / changed' } as const;

const where = (at: string) => (at === '' ? '' : `${at}: `);

export const documentWords = {
  problem: (at: string, code: string, value: string | null): string =>
    `${where(at)}${PROBLEMS[code]?.(value ?? '') ?? `保存できません（${[value, code].filter(Boolean).join(' ')}） / cannot be saved`}`,
  warning: (at: string, code: string, value: string | null): string =>
    `${where(at)}${WARNINGS[code]?.(value ?? '') ?? code}`,
  asked: (id: string, text: string): string =>
    `${id}: 「${text}」は実施・予定・検討中・なしのどれですか / how does this stand?`,
  record: (state: keyof typeof STATES, name: string, at: string): string => `[${STATES[state]}] ${name}（${at}）`,
  proposal: (kind: GoneKind | 'tool', name: string, areas: readonly string[], at: string, taken: boolean): string =>
    `[${taken ? '提案 / proposed' : '除外 / left out'}] ${kind === 'tool' ? 'ツール / tool' : `${GONE[kind].ja} / ${GONE[kind].en}`}「${name}」（${areas.join('・')}、${at}）${taken ? ` 違うときは --without ${name}` : ''}`,
  goneHead: (count: number): string =>
    `この版に無いもの ${count}件。取り込みでは消しません。終わったもの・取り下げるものは、フォームで終了または取り下げにしてください。 / ${count} not in this edition. They stay; end or withdraw them by form.`,
  gone: (kind: GoneKind, name: string, place: string, asOf: string): string =>
    `  ・${GONE[kind].ja} / ${GONE[kind].en}「${name}」（${place}、${asOf}時点） → ${GONE[kind].how}`,
  counts: (added: number, changed: number, same: number): string =>
    `新規 ${added}件、変更 ${changed}件、変更なし ${same}件 / ${added} new, ${changed} changed, ${same} unchanged`,
  toAnswer: (count: number): string =>
    `判断できない記載が${count}件あります。--status 番号=doing|planned|considering|none で答えてください。何も取り込んでいません。 / ${count} statements are to be answered with --status; nothing was imported.`,
  saved: '取り込みました。 / Imported.',
  notSaved: '何も書き込んでいません。 / Nothing was written.',
  nothingSaved: (count: number): string =>
    `${count}件の問題があるため、何も取り込みませんでした。 / Nothing was imported: ${count} problems.`,
};
