import type { Language } from './labels.ts';

// What the page of the local workspace says around what the bot says.

export interface PageWords {
  title: string;
  subtitle: string;
  connecting: string;
  unreachable: string;
  reconnecting: string;
  refused: string;
  toComposer: string;

  places: string;
  welcome: string;
  appGroup: string;
  channels: string;
  directMessages: string;
  notConnected: string;
  unreadHere: string;
  home: string;
  messages: string;
  homeTopic: string;
  noHomeYet: string;
  noHomeAnyMore: string;
  nothingYet: string;

  otherLanguage: string;
  otherLanguageName: string;
  youAre(name: string): string;
  deactivated: string;
  clock(day: string, time: string): string;
  anHourLater: string;
  aDayLater: string;
  nextNine: string;

  app: string;
  onlyYou: string;
  edited: string;
  deletedMessage: string;
  messageFrom(name: string, time: string): string;
  isDoing(name: string, what: string): string;
  thread: string;
  closeThread: string;
  replyInThread: string;
  replies(count: number): string;
  unread(count: number): string;
  lastReply(time: string): string;
  react: string;
  reactionNames: Record<string, string>;

  writeTo(place: string): string;
  send: string;
  composerHint: string;
  threadHint: string;
  suggestions: string;
  promptsTitle: string;

  choose: string;
  clear: string;
  takeOut(label: string): string;
  chooseFiles: string;
  searching: string;
  nothingFound: string;
  optional: string;
  more: string;
  onlyInSlack: string;
  unknownPart(type: string): string;
  table: string;
  rows(from: number, to: number, all: number): string;
  former: string;
  next: string;
  taskStates: Record<'pending' | 'in_progress' | 'complete' | 'error', string>;

  close: string;
  back: string;
  sending: string;
  areYouSure: string;
  yes: string;
  no: string;

  developers: string;
  wireTopic: string;
  faultsOnly: string;
  nothingOnWire: string;
  directions: Record<'to-bot' | 'from-bot', string>;

  welcomeTitle: string;
  welcomeText: string;
  tryThis: string;
  questions: readonly [string, string, string];
  tryDirect: string;
  tryCommand(command: string): string;
  tryMention: string;
  moreToTry: string;
  moreThings: readonly string[];
  records: string;
  databaseUnknown: string;
  embedded(folder: string): string;
  onServer: string;
  holds(towns: number, elsewhere: number, facts: number): string;
  realWorkspace: string;
  realSteps: readonly string[];
}

const ja: PageWords = {
  title: 'となりまち',
  subtitle: '手元のワークスペース',
  connecting: 'つないでいます…',
  unreachable: 'サーバーにつながりません。npm start が動いているか確かめてください。',
  reconnecting: '接続が切れました。つなぎ直しています…',
  refused: '処理できませんでした。',
  toComposer: '入力欄へ移動',

  places: '場所',
  welcome: 'はじめに',
  appGroup: 'アプリ',
  channels: 'チャンネル',
  directMessages: 'ダイレクトメッセージ',
  notConnected: '（未接続）',
  unreadHere: '件の未読',
  home: 'ホーム',
  messages: 'メッセージ',
  homeTopic: '自分の市町のまとめ',
  noHomeAnyMore: 'このアカウントは停止されているため、ボットを使えません。右上で別の人に切り替えられます。',
  noHomeYet: 'ホームはまだありません。ボットが用意すると、ここに出ます。',
  nothingYet: 'まだメッセージはありません。下の欄に書いてください。',

  otherLanguage: 'English',
  otherLanguageName: 'Switch to English',
  youAre: (name) => `${name}として見ています。切り替える`,
  deactivated: '（退職・異動済み）',
  clock: (day, time) => `ワークスペースの時計: ${day} ${time}。進める`,
  anHourLater: '1時間進める',
  aDayLater: '1日進める',
  nextNine: '次の9時まで進める',

  app: 'アプリ',
  onlyYou: 'あなただけに表示されています',
  edited: '（編集済み）',
  deletedMessage: 'このメッセージは削除されました。',
  messageFrom: (name, time) => `${name} ${time}`,
  isDoing: (name, what) => `${name}: ${what}`,
  thread: 'スレッド',
  closeThread: 'スレッドを閉じる',
  replyInThread: 'スレッドで返信',
  replies: (count) => `${count}件の返信`,
  unread: (count) => `未読${count}`,
  lastReply: (time) => `最終 ${time}`,
  react: 'リアクション',
  reactionNames: { '+1': 'いいね', white_check_mark: '済み', eyes: '見ています', bow: 'お願いします' },

  writeTo: (place) => `${place} へのメッセージ`,
  send: '送信',
  composerHint: 'Enterで送信、Shift+Enterで改行。/ でコマンド、@ で宛先',
  threadHint: 'Enterで送信、Shift+Enterで改行',
  suggestions: '候補',
  promptsTitle: '質問の例',

  choose: '選択してください',
  clear: '選択を消す',
  takeOut: (label) => `${label}を外す`,
  chooseFiles: 'ファイルを選ぶ',
  searching: '探しています…',
  nothingFound: '該当するものはありません',
  optional: '（任意）',
  more: 'その他の操作',
  onlyInSlack: 'Slackの中だけで使えます',
  unknownPart: (type) => `この画面では表示できない部品: ${type}`,
  table: '表',
  rows: (from, to, all) => `${all}件中 ${from}〜${to}件`,
  former: '前へ',
  next: '次へ',
  taskStates: { pending: '待ち', in_progress: '進行中', complete: '完了', error: '失敗' },

  close: '閉じる',
  back: '戻る',
  sending: '送信しています…',
  areYouSure: '確認',
  yes: 'はい',
  no: 'いいえ',

  developers: '開発者',
  wireTopic: 'ワークスペースとボットの間のやり取り。新しい順',
  faultsOnly: '検査で見つかった問題だけ',
  nothingOnWire: 'まだやり取りはありません。',
  directions: { 'to-bot': 'ボットへ', 'from-bot': 'ボットから' },

  welcomeTitle: 'となりまちへようこそ',
  welcomeText:
    '在宅医療・介護連携の取組や資料を、ほかの市町についてたずねられるボットです。ここは、お使いのパソコンの中だけで動く、試すためのワークスペースです。外への通信はありません。',
  tryThis: 'まず試す（1回押すだけ）',
  questions: [
    'ACPシートを共有している市町は？',
    '拠点を直営で運営している市町は？',
    'エンディングノートを配布している市町は？',
  ],
  tryDirect: 'ボットに直接たずねます。続けてたずねることもできます。',
  tryCommand: (command) => `${command} でたずねます。答えは自分だけに見え、共有もできます。`,
  tryMention: 'チャンネルで話しかけます。答えは全員に見えます。',
  moreToTry: 'ほかにできること',
  moreThings: [
    '右上の人の名前で、別の市町の職員や閲覧だけの人に切り替えられます。',
    '時計を進めると、先の日にどう見えるかを試せます。',
    '「開発者」を開くと、ボットとの間のやり取りと、応答までの時間が見られます。',
  ],
  records: '記録',
  databaseUnknown: '記録の状態は、まだ分かりません。',
  embedded: (folder) => `組み込みのデータベース${folder === '' ? '' : `（フォルダー ${folder}）`}で動いています。`,
  onServer: 'PostgreSQLサーバーで動いています。',
  holds: (towns, elsewhere, facts) =>
    `${towns}市町${elsewhere > 0 ? `と、ほかの${elsewhere}地域` : ''}について、${facts.toLocaleString('ja-JP')}件の記録があります。`,
  realWorkspace: '本物のSlackで使う',
  realSteps: [
    'Slackの管理画面で、このフォルダーの manifest.yml からアプリを作ります。',
    'SLACK_BOT_TOKEN と SLACK_APP_TOKEN を設定して、npm start を実行します。',
    '手順の詳細は README.md の「本物の Slack につなぐ」にあります。',
  ],
};

const en: PageWords = {
  title: 'Tonarimachi',
  subtitle: 'local workspace',
  connecting: 'Connecting…',
  unreachable: 'The server does not answer. Please check that npm start is running.',
  reconnecting: 'The connection was lost. Reconnecting…',
  refused: 'That could not be done.',
  toComposer: 'Skip to the message field',

  places: 'Places',
  welcome: 'Start here',
  appGroup: 'App',
  channels: 'Channels',
  directMessages: 'Direct messages',
  notConnected: '(not connected)',
  unreadHere: ' unread',
  home: 'Home',
  messages: 'Messages',
  homeTopic: 'Your own town at a glance',
  noHomeAnyMore: 'This account is deactivated and cannot use the bot. Switch to another person at the top right.',
  noHomeYet: 'There is no Home yet. It appears here once the bot has made one.',
  nothingYet: 'No messages yet. Write one below.',

  otherLanguage: '日本語',
  otherLanguageName: '日本語に切り替える',
  youAre: (name) => `You are ${name}. Switch person`,
  deactivated: '(deactivated)',
  clock: (day, time) => `The workspace’s clock: ${day} ${time}. Move it`,
  anHourLater: 'One hour later',
  aDayLater: 'One day later',
  nextNine: 'To the next 09:00',

  app: 'App',
  onlyYou: 'Only visible to you',
  edited: '(edited)',
  deletedMessage: 'This message was deleted.',
  messageFrom: (name, time) => `${name} ${time}`,
  isDoing: (name, what) => `${name} ${what}`,
  thread: 'Thread',
  closeThread: 'Close thread',
  replyInThread: 'Reply in thread',
  replies: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  unread: (count) => `${count} new`,
  lastReply: (time) => `last at ${time}`,
  react: 'Add a reaction',
  reactionNames: { '+1': 'Like', white_check_mark: 'Done', eyes: 'Looking', bow: 'Please' },

  writeTo: (place) => `Message ${place}`,
  send: 'Send',
  composerHint: 'Enter sends, Shift+Enter starts a line. / for commands, @ for people',
  threadHint: 'Enter sends, Shift+Enter starts a line',
  suggestions: 'Suggestions',
  promptsTitle: 'For example',

  choose: 'Choose',
  clear: 'Clear',
  takeOut: (label) => `Remove ${label}`,
  chooseFiles: 'Choose files',
  searching: 'Searching…',
  nothingFound: 'Nothing found',
  optional: '(optional)',
  more: 'More actions',
  onlyInSlack: 'Works in Slack only',
  unknownPart: (type) => `This page cannot show: ${type}`,
  table: 'Table',
  rows: (from, to, all) => `${from}–${to} of ${all}`,
  former: 'Previous',
  next: 'Next',
  taskStates: { pending: 'Pending', in_progress: 'In progress', complete: 'Done', error: 'Failed' },

  close: 'Close',
  back: 'Back',
  sending: 'Sending…',
  areYouSure: 'Are you sure?',
  yes: 'Yes',
  no: 'No',

  developers: 'Developers',
  wireTopic: 'What went between the workspace and the bot, newest first',
  faultsOnly: 'Only what the referee refused',
  nothingOnWire: 'Nothing yet.',
  directions: { 'to-bot': 'to the bot', 'from-bot': 'from the bot' },

  welcomeTitle: 'Welcome to Tonarimachi',
  welcomeText:
    'A bot to ask what other towns do and share in home medical care and nursing care. This workspace runs on your own computer, for trying it out. Nothing leaves the machine.',
  tryThis: 'Try this first, one click each',
  questions: [
    'Which towns share an ACP sheet?',
    'Which towns run their hub in-house?',
    'Which towns hand out an ending note?',
  ],
  tryDirect: 'Asks the bot directly. You can go on asking.',
  tryCommand: (command) => `Asks with ${command}. Only you see the answer, and can share it.`,
  tryMention: 'Speaks to it in a channel. Everybody sees the answer.',
  moreToTry: 'What else there is',
  moreThings: [
    'The name at the top right lets you be someone else: staff of another town, or someone who may only read.',
    'Move the clock to see how things look on a later day.',
    '“Developers” shows what goes between the workspace and the bot, and how long the answers take.',
  ],
  records: 'Records',
  databaseUnknown: 'Nothing is known about the records yet.',
  embedded: (folder) => `Runs on the embedded database${folder === '' ? '' : ` (folder ${folder})`}. `,
  onServer: 'Runs on a PostgreSQL server. ',
  holds: (towns, elsewhere, facts) =>
    `It holds ${facts.toLocaleString('en-GB')} records about ${towns} municipalities${elsewhere > 0 ? ` and ${elsewhere} areas elsewhere` : ''}.`,
  realWorkspace: 'Using it in a real Slack workspace',
  realSteps: [
    'Create an app in Slack from manifest.yml in this folder.',
    'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, and run npm start.',
    'README.md tells each step, under “Connecting a real workspace”.',
  ],
};

export const pageWords: Record<Language, PageWords> = { ja, en };
