// What the terminal says when registers are exported and imported.

export const EXPORT_USAGE = `使い方 / usage:
  npm run --silent export -- 種類 --format jsonl|csv|xlsx > ファイル
  種類 / what: initiatives, plans, tools, statements, indicators, evaluations, meetings, deadlines, history, audit, notices
  npm run --silent export -- calendar --area 桑名市 > ファイル.ics
  npm run --silent export -- report 書類 [--area 桑名市]… [--year R8] [--day 2026-03-31] --format xlsx|csv|csv-sjis|png > ファイル
  書類 / document: survey, scenes, indicators, evaluations, dossier （--area がなければ県内のすべての市町 / without --area: all municipalities of the prefecture）`;

export const exportReportWords = {
  unknownArea: (names: string): string => `市町名「${names}」は登録にありません / no such area`,
  future: '--day には今日までの日を書いてください / --day must not be later than today',
  nothing: '条件に合う記録がありません / nothing of this is recorded',
};

export const IMPORT_USAGE = `使い方 / usage:
  npm run import -- members ファイル.csv [--dry-run]
  npm run import -- areas ファイル.csv [--dry-run]
  npm run import -- initiatives ファイル.jsonl [--dry-run]
  npm run import -- document ファイル --kind survey|scenes|plan|centre|pdca [--area 市町] [--year R8] [--as-of 令和8年3月31日]
      [--title 資料名] [--status 番号=doing|planned|considering|none …] [--without 提案の名前 …] [--official]
      [--reason 根拠] [--dry-run]`;

export const BACKUP_USAGE = `使い方 / usage:
  npm run backup -- ファイル.tar.gz
  npm run restore -- ファイル.tar.gz`;

export const backupWords = {
  written: (file: string, megabytes: string): string =>
    `${file} に保存しました（${megabytes} MB）。 / Saved (${megabytes} MB).`,
  notWritten: (file: string): string =>
    `${file} に書き込めません。フォルダーがあるか確かめてください。 / The file cannot be written.`,
  restored: (former: string | null): string =>
    former === null
      ? '復元しました。npm start で始められます。 / Restored. Start with npm start.'
      : `復元しました。前のデータは ${former} に残してあります。不要になったら消してください。npm start で始められます。 / Restored; the former data are kept in ${former}. Start with npm start.`,
  unreadable: (file: string): string =>
    `${file} は、npm run backup で作ったファイルとして読めません。データはそのままです。 / This is no backup; nothing was changed.`,
  server: (command: string): string =>
    `DATABASE_URL の PostgreSQL には、PostgreSQL の道具をお使いください: / For PostgreSQL use its own tools:\n  ${command}`,
};

export type BadLineCode =
  | 'unreadable'
  | 'unknown-area'
  | 'unknown-role'
  | 'missing'
  | 'wrong-day'
  | 'twice'
  | 'unknown-section'
  | 'conflict'
  | 'problem';

const BAD: Record<BadLineCode, (field: string, value: string) => string> = {
  unreadable: () => '読み取れません / cannot be read',
  'unknown-area': (_field, value) => `市町名「${value}」は登録にありません / no such area`,
  'unknown-role': (_field, value) =>
    `役割「${value}」は使えません（viewer, staff, manager, hub, prefecture のいずれか） / no such role`,
  missing: (field) => `${field} がありません / ${field} is missing`,
  'wrong-day': (field, value) => `${field}「${value}」は日付（YYYY-MM-DD）として正しくありません / not a valid day`,
  twice: (field, value) => `${field}「${value}」が2回あります / stands twice`,
  'unknown-section': (field, value) => `${field}「${value}」はありません / no such section`,
  conflict: () => '書き出した後に、ほかの人が同じ項目を変えています / somebody changed the same fields meanwhile',
  problem: (field, value) => `${field} を保存できません（${value}） / ${field} cannot be saved (${value})`,
};

export const exchangeWords = {
  bad: (line: number, code: BadLineCode, field: string | null, value: string | null): string =>
    `${line}行目: ${BAD[code](field ?? '', value ?? '')}`,
  nothingSaved: (count: number): string =>
    `${count}件の誤りがあるため、何も取り込みませんでした。 / Nothing was imported: ${count} bad lines.`,
  changed: (name: string, field: string, old: string, now: string): string => `${name}: ${field} ${old} → ${now}`,
  done: (changed: number, unchanged: number): string =>
    `${changed}件を取り込みました（変更なし ${unchanged}件）。 / ${changed} imported, ${unchanged} unchanged.`,
  dryRun: (changed: number, unchanged: number): string =>
    `確認のみ: ${changed}件が変わります（変更なし ${unchanged}件）。何も書き込んでいません。 / Dry run: ${changed} would change, ${unchanged} unchanged.`,
  noColumn: (column: string): string => `1行目: 列 ${column} がありません / column ${column} is missing`,
  openQuote: '引用符が閉じていません / a quoted cell never ends',
  noFile: (file: string): string => `ファイルを読めません: ${file} / The file cannot be read.`,
  empty: 'なし',
};
