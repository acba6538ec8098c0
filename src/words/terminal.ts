import type { Language } from './labels.ts';

// What the terminal says around the answers.

export interface TerminalWords {
  understoodAs: string;
  dropHint: string;
  chooseHint: string;
  noSuchSlot(number: number, count: number): string;
  nothingToDrop: string;
  noSuchOffer(number: number, count: number): string;
  failed(reference: string): string;
}

const ja: TerminalWords = {
  understoodAs: '理解',
  dropHint: '違うものは「1を外す」のように入力すると、外して答えます。',
  chooseHint: '番号を入力すると、それについて答えます。',
  noSuchSlot: (number, count) => `${number}番はありません。1から${count}までの番号で指定してください。`,
  nothingToDrop: '外せるものはありません。',
  noSuchOffer: (number, count) => `${number}番はありません。1から${count}までの番号を入力してください。`,
  failed: (reference) => `処理できませんでした（受付番号 ${reference}）。もう一度お試しください。`,
};

const en: TerminalWords = {
  understoodAs: 'Understood as',
  dropHint: 'If something is wrong there, type e.g. "drop 1" to have it answered without.',
  chooseHint: 'Type a number to choose.',
  noSuchSlot: (number, count) => `There is no ${number}; give a number from 1 to ${count}.`,
  nothingToDrop: 'There is nothing to drop.',
  noSuchOffer: (number, count) => `There is no ${number}; type a number from 1 to ${count}.`,
  failed: (reference) => `That could not be done (reference ${reference}). Please try again.`,
};

export const terminalWords: Record<Language, TerminalWords> = { ja, en };

export const PROMPT = '質問> ';

export const GREETING = `となりまち: 在宅医療・介護連携について、ほかの市町の取組や資料をお尋ねください。「終了」で終わります。
(Questions in English are answered in English. "exit" ends.)`;

export const PREPARING = 'データベースを準備しています（初回は数十秒かかることがあります）…';

export const ASK_USAGE = `使い方 / usage:
  npm run ask -- "質問"              1つの質問に答えます / answers one question
  npm run ask                        対話で答えます / a conversation
  npm run --silent ask -- --jsonl    標準入力の各行 {"id", "question", "context"?} に1行ずつ答えます / JSON lines`;

export const INTERRUPTED = '中断しました。 / Interrupted.';
