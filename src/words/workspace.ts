import type { Language } from './labels.ts';

// What the local workspace itself says to the people in it, in the place of Slack.

export interface WorkspaceWords {
  notConnected: string;
  notAcknowledged: string;
  refusedByWorkspace(reason: string): string;
  unknownCommand(command: string): string;
  noCommandsInThreads: string;
  inviteTheBot: string;
  notAMember: string;
  archived: string;
  deactivated: string;
  gone: string;
  emptyMessage: string;
  tooLong(limit: number): string;
  required: string;
  tooShort(limit: number): string;
  notANumber: string;
  notAWholeNumber: string;
  below(limit: string): string;
  above(limit: string): string;
  notAMailAddress: string;
  notAnAddress: string;
  tooManyFiles(limit: number): string;
  wrongFileType(types: readonly string[]): string;
  emptyFile: string;
  fileTooLarge(megabytes: number): string;
  fileNotBrought: string;
  formIncomplete: string;
  formFailed: string;
}

const ja: WorkspaceWords = {
  notConnected: 'ボットが接続されていません。少し待ってから、もう一度お試しください。',
  notAcknowledged: 'ボットが3秒以内に応答しませんでした。もう一度お試しください。',
  refusedByWorkspace: (reason) => `ボットの応答が受け付けられませんでした（${reason}）。`,
  unknownCommand: (command) => `${command} というコマンドはありません。`,
  noCommandsInThreads: 'スレッドの中ではコマンドを使えません。メンションでお尋ねください。',
  inviteTheBot: 'チャンネルで「/invite @となりまち」のように、ボットを指定してください。',
  notAMember: 'このチャンネルのメンバーではありません。',
  archived: 'このチャンネルはアーカイブされています。',
  deactivated: 'このアカウントは停止されています。',
  gone: '対象が見つかりません。画面を更新してください。',
  emptyMessage: 'メッセージが空です。',
  tooLong: (limit) => `${limit}文字以内で入力してください。`,
  required: 'このフィールドは必須です。',
  tooShort: (limit) => `${limit}文字以上で入力してください。`,
  notANumber: '数字を入力してください。',
  notAWholeNumber: '整数を入力してください。',
  below: (limit) => `${limit}以上の数字を入力してください。`,
  above: (limit) => `${limit}以下の数字を入力してください。`,
  notAMailAddress: 'メールアドレスを入力してください。',
  notAnAddress: 'URLを入力してください。',
  tooManyFiles: (limit) => `ファイルは${limit}個までです。`,
  wrongFileType: (types) => `この種類のファイルは選べません。選べるのは ${types.join('、')} です。`,
  emptyFile: '中身のないファイルは選べません。',
  fileTooLarge: (megabytes) => `ファイルが大きすぎます。${megabytes}MBまでです。`,
  fileNotBrought: 'ファイルを送れませんでした。もう一度お試しください。',
  formIncomplete: '入力内容をご確認ください。',
  formFailed: 'うまく接続できませんでした。もう一度お試しください。',
};

const en: WorkspaceWords = {
  notConnected: 'The bot is not connected. Please wait a moment and try again.',
  notAcknowledged: 'The bot did not answer within three seconds. Please try again.',
  refusedByWorkspace: (reason) => `The bot's answer was not accepted (${reason}).`,
  unknownCommand: (command) => `There is no command ${command}.`,
  noCommandsInThreads: 'Commands do not work inside threads. Mention the bot instead.',
  inviteTheBot: 'In a channel, name the bot as in "/invite @となりまち".',
  notAMember: 'You are not a member of this channel.',
  archived: 'This channel is archived.',
  deactivated: 'This account is deactivated.',
  gone: 'That is no longer there. Please reload the page.',
  emptyMessage: 'The message is empty.',
  tooLong: (limit) => `Please write at most ${limit} characters.`,
  required: 'This field is required.',
  tooShort: (limit) => `Please write at least ${limit} characters.`,
  notANumber: 'Please enter a number.',
  notAWholeNumber: 'Please enter a whole number.',
  below: (limit) => `Please enter ${limit} or more.`,
  above: (limit) => `Please enter ${limit} or less.`,
  notAMailAddress: 'Please enter a mail address.',
  notAnAddress: 'Please enter a URL.',
  tooManyFiles: (limit) => `At most ${limit} ${limit === 1 ? 'file' : 'files'}, please.`,
  wrongFileType: (types) => `A file of this type cannot be chosen, only: ${types.join(', ')}.`,
  emptyFile: 'An empty file cannot be chosen.',
  fileTooLarge: (megabytes) => `The file is too large: at most ${megabytes} MB.`,
  fileNotBrought: 'The file could not be sent. Please try again.',
  formIncomplete: 'Please check what you entered.',
  formFailed: 'The connection failed. Please try again.',
};

export const workspaceWords: Record<Language, WorkspaceWords> = { ja, en };
