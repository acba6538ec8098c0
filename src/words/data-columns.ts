import { type Both, both } from './form-parts.ts';

// What the columns of machine-readable tables are called and mean: 行政データにおける機械可読性に関するルール L3-08.

/** What a column holds. */
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'datetime' | 'choice' | 'code' | 'id' | 'fiscal-year';

export interface ColumnWords {
  label: Both;
  type: ColumnType;
  unit?: string;
  note?: string;
}

const column = (type: ColumnType, ja: string, en: string, note?: string, unit?: string): ColumnWords => ({
  label: both(ja, en),
  type,
  ...(note === undefined ? {} : { note }),
  ...(unit === undefined ? {} : { unit }),
});

export const DATA_COLUMNS = {
  record_id: column('id', '記録ID', 'record id', 'となりまちの記録の番号。年度が変わっても変わらない'),
  area_code: column(
    'code',
    '標準地域コード',
    'standard area code',
    '総務省の標準地域コード5桁。広域連合などコードのない団体は空欄',
  ),
  area_name: column('text', '地域名称', 'area name', '標準地域コードに定める正式な名称、または団体の正式な名称'),
  prefecture: column('text', '都道府県名', 'prefecture'),
  fiscal_year: column('fiscal-year', '年度（西暦）', 'fiscal year', '4月1日から翌年3月31日まで。2025は令和7年度'),
  as_of_from: column('date', '時点（初日）', 'as of, first day', '西暦 YYYY-MM-DD。日まで分からない時点は期間の初日'),
  as_of_to: column('date', '時点（末日）', 'as of, last day', '期間の末日。日が分かる時点は初日と同じ'),
  as_of_precision: column('choice', '時点の精度', 'precision of the as-of date'),
  source_title: column('text', '出典', 'source', 'もとになった資料または登録'),
  place: column('text', '出典の箇所', 'place in the source'),
  survey_part: column(
    'integer',
    '調査票の部',
    'part of the survey',
    '1 在宅医療等の状況や取組等、2 他市町と共有できる情報や資料',
  ),
  survey_column: column('choice', '調査票の欄', 'survey column'),
  answer_state: column('choice', '欄の回答の有無', 'whether the cell says something'),
  joint_answer: column('choice', '共同回答の別', 'joint answer', '共同回答は、市町ごとに1行ずつ同じ内容を記載'),
  item_number: column('integer', '項目の番号', 'item number', '同じ欄の中の順番。内容のない欄は空欄'),
  status: column('choice', '実施状況', 'status'),
  item_text: column('text', '内容', 'text', '内容のない欄は空欄'),
  hub_name: column('text', '連携拠点名称', 'hub'),
  hub_mode: column('choice', '直営・委託の別', 'how the hub is run'),
  hub_operator: column('text', '委託先または運営者', 'operator', '記載がない場合は空欄'),
  hub_since: column('text', '設置時期', 'since', '記載がない場合は空欄'),
  hub_tel: column('text', '電話番号', 'telephone', '公開されている公用の番号'),
  scene: column('choice', '場面', 'scene'),
  plan_period: column('text', '対象期間', 'period', '記載がない場合は空欄'),
  vision: column('text', '目指す姿', 'vision', '記載がない場合は空欄'),
  goal: column('text', '目標', 'goal', '記載がない場合は空欄'),
  title: column('text', '名称', 'title'),
  content: column('text', '取組の内容', 'content', '記載がない場合は空欄'),
  initiative_status: column('choice', '取組の状況', 'status of the initiative'),
  state_text: column('text', '状況の記載', 'state as the source has it', '登録後に変更した取組は空欄'),
  date_from: column('date', '実施日または予定日（初日）', 'date, first day', '西暦 YYYY-MM-DD。記載がない場合は空欄'),
  date_to: column('date', '実施日または予定日（末日）', 'date, last day'),
  date_precision: column('choice', '実施日の精度', 'precision of the date', '日にちの記載がない場合は空欄'),
  participants: column('integer', '参加人数', 'participants', '記載がない場合は空欄。0は参加者なし', '人'),
  venue: column('text', '場所', 'place', '記載がない場合は空欄'),
  indicator_title: column('text', '指標名', 'indicator'),
  measure: column('text', '区分', 'measure'),
  value_kind: column('choice', '値の種別', 'kind of value'),
  value: column('number', '値', 'value', '値がない場合は空欄。0は値が0であること。単位はunit列'),
  value_state: column('choice', '値の有無', 'whether there is a value'),
  unit: column('text', '単位', 'unit', '単位がない場合は空欄'),
  note: column('text', '注記', 'note', '注記がない場合は空欄'),
  planned_value: column('number', '計画値', 'planned value', '単位はunit列'),
  actual_value: column('number', '実績値', 'actual value', '単位はunit列'),
  achievement_rate: column('number', '達成率', 'rate of achievement', '実績値÷計画値×100、小数第1位', '%'),
  rating: column('number', '成熟度評価', 'maturity rating', '1.0から5.0まで。評価がない場合は空欄', '点'),
  evaluation_state: column('choice', '評価の確定の別', 'draft or final'),
  pdca_stage: column('choice', 'PDCAの段階', 'stage of PDCA'),
  tool_kind: column('choice', '資料の種類', 'kind of tool'),
  tool_role: column('choice', '作成・利用の別', 'maker or user'),
  maker: column('text', '作成元', 'maker', '記載がない場合は空欄'),
  access_way: column('choice', '入手の方法', 'way of access'),
  access: column('text', '入手先', 'access', '記載がない場合は空欄'),
  link: column('text', '掲載先のアドレス', 'address', '記載がない場合は空欄'),
  contact: column('text', '問合せ先', 'contact', '記載がない場合は空欄'),
  terms: column('text', '共有の条件', 'terms of sharing', '記載がない場合は空欄'),
  file_name: column('text', 'ファイル名', 'file'),
  column_name: column('text', '列の名前', 'column'),
  label_ja: column('text', '項目名（日本語）', 'label in Japanese'),
  label_en: column('text', '項目名（英語）', 'label in English'),
  data_type: column('choice', 'データの型', 'data type'),
  description: column('text', '定義・留意事項', 'description', '特にない場合は空欄'),
  choice_value: column('text', '選択肢', 'choice'),
  choice_meaning: column('text', '選択肢の意味', 'meaning of the choice'),
  updated_at: column('datetime', '更新日時', 'updated at', 'ISO 8601、日本時間'),
  update_action: column('choice', '更新の種別', 'kind of update'),
  dataset_item: column('choice', '項目', 'item'),
  dataset_value: column('text', '内容', 'value'),
} as const satisfies Record<string, ColumnWords>;
export type DataColumnName = keyof typeof DATA_COLUMNS;

export const dataTableWords = {
  survey_answers: '調査の回答（1行に1市町・1欄・1項目）',
  hubs: '連携拠点（1行に1市町・1拠点）',
  visions: '目指す姿と目標（1行に1市町・1場面）',
  initiatives: '取組と状況（1行に1取組）',
  indicator_values: '指標の値（1行に1指標・1年度・1種別）',
  achievement_rates: '達成率（計画値と実績値がそろう年度のみ）',
  ratings: '成熟度評価（1行に1市町・1場面・1年度）',
  evaluation_items: 'PDCAの記載（1行に1項目）',
  tools: '資料・ツール（1行に1市町・1資料・1入手方法）',
} as const;
export type DataTableName = keyof typeof dataTableWords;

/** Standard values of the columns that can only hold some, with what they mean. */
export const choiceWords = {
  precision: { day: '日まで', month: '月まで', range: '期間', year: '年または年度まで', none: '時点の記載なし' },
  answer: {
    yes: ['内容あり', '欄に内容がある'],
    none: ['なし', '取組がないと回答した'],
    blank: ['記載なし', '欄が空欄だった'],
  },
  joint: { alone: ['単独', '1市町の回答'], joint: ['共同', '複数の市町の共同の回答'] },
  value: {
    yes: ['値あり', '値がある'],
    cancelled: ['中止', '事業を中止した（0ではない）'],
    blank: ['記載なし', '値の記載がない（0ではない）'],
  },
  pdca: {
    done: ['実施', 'D：その年度の事業'],
    checked: ['評価', 'C：検証・点検・達成度'],
    changed: ['改善', 'A：見直し'],
    nextPlan: ['次年度計画', 'D：次の年度の事業計画'],
  },
  evaluation: { draft: ['案', '確定前'], final: ['確定', '確定した'] },
  action: {
    create: '追加',
    update: '変更',
    confirm: '内容確認（変更なし）',
    undo: '取消',
    withdraw: '取下げ',
    blackout: '墨消し',
    made: 'このファイルの作成',
  },
  statement: {
    実施: '実施している',
    予定: '実施する予定である',
    検討中: '検討している',
    なし: '取組がない',
    記載なし: '欄が空欄だった',
  },
} as const;

export const datasetWords = {
  types: {
    text: '文字列',
    integer: '整数',
    number: '数値',
    date: '日付（YYYY-MM-DD）',
    datetime: '日時（ISO 8601）',
    choice: '選択肢（コード表にある値）',
    code: 'コード',
    id: '識別子',
    'fiscal-year': '年度（西暦4桁）',
  } satisfies Record<ColumnType, string>,
  definitions: '列の定義',
  codes: '選択肢の一覧（コード表）',
  updates: '更新履歴',
  dataset: 'データの説明',
  items: {
    title: '題名',
    made: '作成日時',
    day: '時点',
    encoding: '文字コード',
    newline: '改行コード',
    missing: '欠損値',
    dates: '日にち',
    sources: '出典',
    files: 'ファイル',
    frequency: '更新頻度',
    caution: '留意事項',
    rules: '準拠するルール',
  },
  encodings: { csv: 'UTF-8（BOMあり）', 'csv-sjis': 'Shift_JIS（Windows-31J、BOMなし）。表せない文字は〓' },
  newline: 'CRLF',
  missing: '空欄は値がないこと。0は値が0であること',
  dates: '西暦（YYYY-MM-DD）。年度は西暦（4月1日から翌年3月31日まで）',
  frequency: '登録のつど',
  caution:
    "登録資料にもとづく参考情報。組織としての正式な回答が必要な場合は担当課へ照会のこと。セルの文字が等号などで始まるときは先頭に「'」を付けている",
  rules: '行政データにおける機械可読性に関するルール（令和8年3月31日）',
};
