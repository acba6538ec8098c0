import type { Language } from './labels.ts';

// What is said around documents that are imported by chat.

export interface DocumentTalk {
  /* the doors */
  sheets: string;
  documents: string;
  ownSheet: string;
  /* on the way */
  reading(name: string, at: number, all: number): string;
  comparing(all: number): string;
  saving(all: number): string;
  /* what is wrong */
  wrong(count: number): string;
  inFile(name: string, words: string): string;
  more(count: number): string;
  /** Files that need not be brought again. */
  brought(names: string): string;
  changedFile(name: string): string;
  gone: string;
  /* preview */
  about(areas: string, year: string, asOf: string): string;
  toReply(round: string): string;
  toRecords: string;
  inStead(areas: string): string;
  again(areas: string): string;
  hub: string;
  counts(counts: Record<PreviewState, number>): string;
  tab(state: PreviewState, count: number): string;
  nothingHere: string;
  same: string;
  open(count: number): string;
  answerThem(count: number): string;
  checkStatements(count: number): string;
  kept: string;
  checkTools(count: number): string;
  toolsKept: string;
  page(at: number, pages: number): string;
  earlier: string;
  later: string;
  toPreview: string;
  notYet: string;
  conflict(fields: string): string;
  /* questions and statements */
  ask: string;
  status: string;
  proposed: string;
  topic(name: string): string;
  tool(name: string): string;
  nothingProposed: string;
  inColumn(column: string, count: number): string;
  columns: string;
  keeps: string;
  noted(count: number): string;
  /* saved */
  saved(documents: number, records: number): string;
  savedBefore: string;
  drafted(areas: string): string;
  told(areas: string): string;
  undo: string;
  history: string;
  /* to a town */
  entered(by: string): string;
  enteredAs: string;
  reason: string;
  records: string;
  recordsChanged(count: number): string;
  look: string;
  how: string;
}

/** How a record, or a statement, stands beside what was there before. */
export type PreviewState = 'new' | 'changed' | 'same' | 'gone';

const ja: DocumentTalk = {
  sheets: '記入済みの調査票を取り込む',
  documents: '文書を取り込む',
  ownSheet: '記入済みの調査票を取り込む',
  reading: (name, at, all) => `読み取っています（${all}件中 ${at}件目）: ${name}`,
  comparing: (all) => `${all}件を読み取りました。登録内容と比べています…`,
  saving: (all) => `${all}件をまとめて保存しています…`,
  wrong: (count) => `${count}か所を直す必要があるため、何も取り込んでいません。`,
  inFile: (name, words) => `${name} ${words}`,
  more: (count) => `ほか${count}か所`,
  brought: (names) => `添付済み: ${names}。差し替えるときだけ、すべてのファイルを添付し直してください。`,
  changedFile: (name) => `「${name}」が、確認の後に変わりました。もう一度取り込んでください。`,
  gone: 'この取り込みは期限（1日）が過ぎたか、もうありません。もう一度ファイルを添付してください。',
  about: (areas, year, asOf) => `${areas}・${year}・${asOf}時点`,
  toReply: (round) => `「${round}」への回答になります（回答済み）。`,
  toRecords: '記録を更新します。',
  inStead: (areas) => `${areas}の代理入力です。保存すると、履歴に残り、市町に一度だけ知らせます。`,
  again: (areas) => `${areas}はすでに回答しています。保存すると、この文書の内容に置き換わります。`,
  hub: '連携拠点の方の取り込みです。保存すると案になり、市町が承認すると反映されます。',
  counts: (counts) =>
    `新規 ${counts.new}件、変更 ${counts.changed}件、変更なし ${counts.same}件、文書にない登録 ${counts.gone}件。まだ何も保存していません。`,
  tab: (state, count) =>
    `${{ new: '新規', changed: '変更', same: '変更なし', gone: '文書にない登録' }[state]} ${count}`,
  nothingHere: '該当するものはありません。',
  same: 'すべて登録済みの内容と同じです。保存するものはありません。',
  open: (count) => `判断できない記載が${count}件あります。保存する前に答えてください。`,
  answerThem: (count) => `判断できない記載に答える（${count}件）`,
  checkStatements: (count) => `状態・話題・ツールを確かめる（${count}件）`,
  kept: '話題とツールは用語集からの提案です。何もしなければ、提案のまま保存します。',
  checkTools: (count) => `文書の言葉から見つけたものを確かめる（${count}件）`,
  toolsKept:
    '文書の言葉から、次のツールの利用・会議・アンケートも記録します。違うものは外してください。外さなければ、そのまま保存します。',
  page: (at, pages) => `${pages}ページ中 ${at}ページ目`,
  earlier: '前のページ',
  later: '次のページ',
  toPreview: '確認画面に戻る',
  notYet: '先に、判断できない記載に答えてください。',
  conflict: (fields) =>
    `確認している間に、ほかの人が同じところ（${fields}）を変えました。まだ何も保存していません。今の登録内容との違いを確かめ、よければもう一度保存してください。`,
  ask: 'この記載は、実施・予定・検討中・なしのどれですか。分からないものは空欄のまま進めます。',
  status: '状態',
  proposed: '話題・ツール（外すと付きません）',
  topic: (name) => `話題: ${name}`,
  tool: (name) => `ツール: ${name}`,
  nothingProposed: '話題・ツールの提案はありません。',
  inColumn: (column, count) => `${column} ${count}`,
  columns: '欄を選ぶと、その欄の記載だけを確かめられます。',
  keeps: '変えずに進んだ記載は、提案のまま保存します。',
  noted: (count) => `${count}件の変更を控えました。まだ保存していません。`,
  saved: (documents, records) => `${documents}件の文書を取り込み、${records}件の記録を保存しました。`,
  savedBefore: 'この取り込みは保存済みです。',
  drafted: (areas) => `${areas}の案として預かりました。承認されると反映されます。`,
  told: (areas) => `${areas}に代理入力をお知らせします。`,
  undo: '取り込みを取り消す',
  history: '変更履歴',
  entered: (by) => `${by}が代理入力しました。内容を確かめてください。`,
  enteredAs: '文書',
  reason: '理由',
  records: '内容',
  recordsChanged: (count) => `${count}件の記録を更新`,
  look: '回答を確かめる',
  how: '違うところは、フォームから直せます。',
};

const en: DocumentTalk = {
  sheets: 'Import filled sheets',
  documents: 'Import a document',
  ownSheet: 'Import a filled sheet',
  reading: (name, at, all) => `Reading ${at} of ${all}: ${name}`,
  comparing: (all) => `${all} read. Comparing with what is recorded …`,
  saving: (all) => `Saving ${all} together …`,
  wrong: (count) => `Nothing was imported: ${count} places are to be mended.`,
  inFile: (name, words) => `${name} ${words}`,
  more: (count) => `and ${count} more`,
  brought: (names) => `Attached: ${names}. Attach all files again only to replace them.`,
  changedFile: (name) => `"${name}" changed after you saw it. Please import it again.`,
  gone: 'This import is over (after a day) or gone. Please attach the file again.',
  about: (areas, year, asOf) => `${areas}, ${year}, as of ${asOf}`,
  toReply: (round) => `Becomes the answer to "${round}".`,
  toRecords: 'Changes the records.',
  inStead: (areas) => `Entered in the stead of ${areas}: it stands in the history, and the town is told once.`,
  again: (areas) => `${areas} answered already. Saving replaces that answer.`,
  hub: 'You write as a hub: saving makes a draft, which the town approves.',
  counts: (counts) =>
    `${counts.new} new, ${counts.changed} changed, ${counts.same} unchanged, ${counts.gone} recorded but not in the document. Nothing is saved yet.`,
  tab: (state, count) =>
    `${{ new: 'New', changed: 'Changed', same: 'Unchanged', gone: 'Not in the document' }[state]} ${count}`,
  nothingHere: 'There is none.',
  same: 'All of it is recorded already. There is nothing to save.',
  open: (count) => `${count} statements cannot be judged. Please answer them before saving.`,
  answerThem: (count) => `Answer what is unclear (${count})`,
  checkStatements: (count) => `Check states, topics and tools (${count})`,
  kept: 'Topics and tools are proposed by the lexicon. If you do nothing, they are saved as proposed.',
  checkTools: (count) => `Check what its words name (${count})`,
  toolsKept:
    'By its words the document names these tools, meetings and enquiries. Take away what is not meant; what you leave is saved.',
  page: (at, pages) => `Page ${at} of ${pages}`,
  earlier: 'Back',
  later: 'Next',
  toPreview: 'Back to the preview',
  notYet: 'Please answer what is unclear first.',
  conflict: (fields) =>
    `Somebody changed the same (${fields}) meanwhile. Nothing is saved yet. Look at the differences from what stands now, and save again if they are right.`,
  ask: 'Is this being done, planned, considered, or not done? What you do not know, leave empty.',
  status: 'State',
  proposed: 'Topics and tools (take away what does not belong)',
  topic: (name) => `Topic: ${name}`,
  tool: (name) => `Tool: ${name}`,
  nothingProposed: 'No topic or tool is proposed.',
  inColumn: (column, count) => `${column} ${count}`,
  columns: 'Choose a column to see its statements alone.',
  keeps: 'What you leave as it is, is saved as proposed.',
  noted: (count) => `${count} changes are noted. Nothing is saved yet.`,
  saved: (documents, records) => `${documents} documents imported, ${records} records saved.`,
  savedBefore: 'This import is saved already.',
  drafted: (areas) => `Kept as a draft for ${areas}. It holds once it is approved.`,
  told: (areas) => `${areas} will be told.`,
  undo: 'Undo the import',
  history: 'History',
  entered: (by) => `${by} entered this in your stead. Please look at it.`,
  enteredAs: 'Document',
  reason: 'Reason',
  records: 'What',
  recordsChanged: (count) => `${count} records changed`,
  look: 'Look at the answer',
  how: 'What is wrong can be corrected by the form.',
};

export const documentTalk: Record<Language, DocumentTalk> = { ja, en };
