import type { ValueKind } from '../records/vocabulary.ts';

// What is printed on the reports in the shape that staff know. They are Japanese, as the records are.

export const scenePageWords = {
  title: (area: string) => `${area}における在宅医療・介護連携推進事業（4つの場面ごとの目標・取組）`,
  asOf: (day: string) => `※取組状況は${day}時点`,
  whole: '在宅ケアの目指す姿',
  scene: '場面',
  vision: '目指す姿',
  goal: '目標',
  initiatives: '取組',
  states: '取組状況',
  common: '4つの場面共通',
  sceneTitle: (number: number, scene: string) => `${number}　${scene}`,
  numbered: (number: number, text: string) => `${number}. ${text}`,
  state: (title: string, state: string) => `${title}：${state}`,
  item: (title: string, state: string) => `　・${title}：${state}`,
  withMemo: (state: string, memo: string) => `${state}（${memo}）`,
  people: (count: number) => `${count}人`,
};

export const indicatorPageWords = {
  title: (area: string) => `${area}　指標の計画と実績`,
  group: (title: string) => `▶${title}`,
  measure: '区分',
  kind: '種別',
  withUnit: (measure: string, unit: string) => (unit === '' ? measure : `${measure}（${unit}）`),
  rate: '達成率（%）',
  noRate: '算出不可',
  nothing: '－',
  legend:
    '－：値の記載なし　達成率：実績値÷計画値（どちらかがない年度は算出不可）　見込・年度途中の値は実績値に含めない',
  note: (year: string, kind: string, note: string) => `※${year} ${kind}：${note}`,
};

/** The rows under a measure, in this order. */
export const KIND_ORDER: readonly ValueKind[] = ['planned', 'actual', 'forecast', 'partial'];

export const evaluationPageWords = {
  title: (area: string, year: string, draft: boolean) =>
    `${area}在宅医療・介護連携推進事業　PDCAサイクルに沿った取組と評価（${year}）${draft ? '（案）' : ''}`,
  policy: '事業方針',
  columns: (year: string, next: string) => [
    '場面',
    '目指すべき姿\n（達成すべき目標）',
    `${year}の主な事務事業（D）\n対応策の実施`,
    '対応策の実施評価（C）\n検証・点検・達成度',
    '改善・見直し（A）\n需要・効果・要望',
    `${next}の事業計画（D）`,
    '成熟度評価\n（5段階）',
  ],
  bullet: (text: string) => `・${text}`,
  nothing: '記載なし',
};

export const dossierWords = {
  cover: 'まとめ',
  title: (area: string) => `${area}　在宅医療・介護連携のまとめ`,
  made: (day: string) => `${day}現在の登録内容です。登録資料にもとづく参考情報です。`,
  area: '市町名',
  prefecture: '都道府県',
  code: '標準地域コード',
  bodies: '共同の枠組み',
  hub: '連携拠点',
  counted: '登録されている内容',
  what: '種別',
  count: '件数',
  latest: '最も新しい時点',
  kinds: {
    answers: '調査の回答（欄）',
    plans: '目指す姿・目標',
    tools: '資料・ツール',
    initiatives: '取組',
    indicators: '指標',
    evaluations: '評価',
    meetings: '会議・研修',
    surveys: 'アンケート',
  },
  tools: '資料・ツール',
  toolsTitle: (area: string) => `${area}　作成・利用している資料・ツール`,
  toolColumns: ['名称', '種類', '作成・利用', '作成元', '入手先', '問合せ先', '共有の条件', '時点'],
  planned: '会議・期限',
  plannedTitle: (area: string) => `${area}　会議の予定と報告の期限`,
  meetingColumns: ['会議・研修', '日にち', '時刻', '場所', '状態'],
  deadlineColumns: ['報告', '期限', '提出先', '年度', '状態'],
  meetings: '会議・研修',
  deadlines: '報告の期限',
  none: '登録なし',
};
