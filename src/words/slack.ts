import type { Language } from './labels.ts';

// What the bot says in Slack around the answers: labels, buttons, notices. Polite, short, and what to do next.

export interface SlackWords {
  failed(reference: string): string;
  understoodAs: string;
  drop(part: string): string;
  /** Where there is much to choose from. */
  dropSome: string;
  /** Columns of a table of towns. */
  table: { columns: readonly [string, string, string, string, string]; caption(what: string, records: number): string };
  pageOf(page: number, pages: number): string;
  more(page: number, pages: number): string;
  share: string;
  keep: string;
  copy: string;
  files: string;
  wrong: string;
  good: string;
  bad: string;
  sharedBy: string;
  shared: string;
  notShared: string;
  kept: string;
  thanks: string;
  guideTitle: string;
  guideCommand: string;
  guideFollowUp: string;
  /** At an answer that is not kept. */
  personal: string;
  /** In place of an answer that would repeat it. */
  notAnswered: string;
  promptsTitle: string;
  prompts: readonly string[];
  loading: string;
  close: string;
  copyTitle: string;
  copyHint: string;
  filesSent: string;
  fileComment(question: string): string;
  fileTitles: { text: string; utf8: string; shiftJis: string };
  csv: { columns: readonly string[]; counted: string };
  wrongTitle: string;
  wrongIntro: string;
  wrongRecord: string;
  wrongComment: string;
  wrongHint: string;
  wrongSend: string;
  wrongSaving: string;
  wrongDone: string;
  wrongAgain: string;
  wrongNobody: string;
  wrongPersonal: string;
  wrongTold: string;
  wrongSays: string;
}

const ja: SlackWords = {
  failed: (reference) =>
    `処理できませんでした（受付番号 ${reference}）。もう一度お試しください。続くときは、この番号を管理者にお伝えください。`,
  understoodAs: '理解',
  drop: (part) => `「${part}」を外す`,
  dropSome: '外して尋ね直す',
  table: {
    columns: ['市町', '内容', '状況', '記載箇所', '時点'],
    caption: (what, records) => `${what ? `${what}の記録` : '記録'}（${records}件）`,
  },
  pageOf: (page, pages) => `続き（${page}／${pages}）`,
  more: (page, pages) => `続きを見る（${page}／${pages}）`,
  share: 'チャンネルに共有',
  keep: 'DMに残す',
  copy: '文字で写す',
  files: 'ファイルで受け取る',
  wrong: '記載が違う',
  good: '役に立った',
  bad: '違う',
  sharedBy: 'さんが共有しました。',
  shared: 'チャンネルに共有しました。',
  notShared: 'このチャンネルには投稿できませんでした。「/invite @となりまち」で招待してから、もう一度お試しください。',
  kept: 'DMに残しました。',
  thanks: 'ありがとうございます。名前なしで記録しました。',
  guideTitle: 'ほかの市町の取組や資料をお尋ねください。',
  guideCommand:
    '「/tonari 質問」の答えは、あなただけに見えます。チャンネルで「@となりまち 質問」とすると、スレッドで答えます。',
  guideFollowUp: 'スレッドとDMでは「では鈴鹿は？」「そのうち…は？」のように続けて尋ねられます。',
  personal: '個人に関する記載があるようでしたので、この質問は保存していません（続けての質問やボタンは使えません）。',
  notAnswered:
    '個人に関する記載があるようでしたので、お答えも保存もしていません。その部分を除いて、もう一度お尋ねください。',
  promptsTitle: 'たとえば、このように尋ねられます',
  prompts: [
    'バイタルリンクを使っている市町は？',
    'くわな入退院の手引きはどこで手に入る？',
    'ICTの欄が空欄の市町は？',
    '使い方',
  ],
  loading: '読み込んでいます…',
  close: '閉じる',
  copyTitle: '文字で写す',
  copyHint: '選んで写し、メールやほかのチャットに貼れます。',
  filesSent: 'ファイルをDMに送りました。',
  fileComment: (question) => `「${question}」の答えです。`,
  fileTitles: { text: '答え（テキスト）', utf8: '答え（CSV・UTF-8）', shiftJis: '答え（CSV・Shift_JIS）' },
  csv: { columns: ['区分', '市町', '内容', '状況', '記載箇所', '出典', '時点', '記録ID'], counted: '該当' },
  wrongTitle: '記載が違う',
  wrongIntro: 'どの記載が、どう違うかをお知らせください。その市町の記録を直せる人に、1度だけ伝えます。',
  wrongRecord: '記載',
  wrongComment: 'どう違うか',
  wrongHint: '正しい内容と、分かれば根拠（資料名など）。個人に関することは書かないでください。',
  wrongSend: '伝える',
  wrongSaving: '伝えています…',
  wrongDone: 'ありがとうございます。記録を直せる人に伝えます。',
  wrongAgain: 'この記載については、前にお知らせいただいたものを伝えてあります。',
  wrongNobody: 'お知らせを保存しました。いまは伝えられないため、管理者が後で確認します。',
  wrongPersonal: '個人に関する記載があるようです。その部分を除いて、もう一度お送りください。',
  wrongTold: 'さんから「記載が違う」との連絡がありました。',
  wrongSays: '連絡の内容',
};

const en: SlackWords = {
  failed: (reference) =>
    `That could not be done (reference ${reference}). Please try again; if it goes on, give an administrator this number.`,
  understoodAs: 'Understood as',
  drop: (part) => `Without "${part}"`,
  dropSome: 'Ask without …',
  table: {
    columns: ['Municipality', 'Record', 'Status', 'Place', 'As of'],
    caption: (what, records) => `${what ? `${what}: ` : ''}${records} ${records === 1 ? 'record' : 'records'}`,
  },
  pageOf: (page, pages) => `Continued (${page}/${pages})`,
  more: (page, pages) => `Show more (${page}/${pages})`,
  share: 'Share in channel',
  keep: 'Keep in my messages',
  copy: 'Copy as text',
  files: 'Get as files',
  wrong: 'This is wrong',
  good: 'Helpful',
  bad: 'Not right',
  sharedBy: ' shared this.',
  shared: 'Shared in the channel.',
  notShared: 'I could not post in this channel. Invite me with "/invite @となりまち", then try again.',
  kept: 'Kept in your direct messages.',
  thanks: 'Thank you. Noted without your name.',
  guideTitle: 'Ask me what other municipalities do and share.',
  guideCommand:
    'Only you see the answer to "/tonari QUESTION". In a channel, "@となりまち QUESTION" is answered in the thread.',
  guideFollowUp: 'In threads and direct messages you can go on: "And in Suzuka?", "Which of those …?"',
  personal:
    'Your question seems to tell of a person, so it was not kept (it cannot be followed up, and has no buttons).',
  notAnswered:
    'Your question seems to tell of a person, so it was neither answered nor kept. Please leave that out and ask again.',
  promptsTitle: 'For example, ask me',
  prompts: [
    'Which towns use MCS?',
    'Where can I get the Kuwana discharge guide?',
    'Which towns share an ACP sheet?',
    'What can you do?',
  ],
  loading: 'Loading …',
  close: 'Close',
  copyTitle: 'Copy as text',
  copyHint: 'Select and copy it, for a mail or another chat.',
  filesSent: 'The files are in your direct messages.',
  fileComment: (question) => `The answer to "${question}".`,
  fileTitles: { text: 'Answer (text)', utf8: 'Answer (CSV, UTF-8)', shiftJis: 'Answer (CSV, Shift_JIS)' },
  csv: {
    columns: ['part', 'municipality', 'record', 'status', 'place', 'source', 'as of', 'record id'],
    counted: 'found',
  },
  wrongTitle: 'This is wrong',
  wrongIntro: 'Please say which record is wrong, and how. Those who can mend it are told, once.',
  wrongRecord: 'Record',
  wrongComment: 'What is wrong',
  wrongHint: 'The right content, and where it is said if you know. Please write nothing about individuals.',
  wrongSend: 'Tell them',
  wrongSaving: 'Telling them …',
  wrongDone: 'Thank you. Those who can mend the record are told.',
  wrongAgain: 'They were told already what you said about this record before.',
  wrongNobody: 'Kept. Nobody could be told just now; an administrator will look at it.',
  wrongPersonal: 'This seems to tell of a person. Please leave that out and send it again.',
  wrongTold: ' says that a record is wrong.',
  wrongSays: 'What was said',
};

export const slackWords: Record<Language, SlackWords> = { ja, en };
