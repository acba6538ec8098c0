import type { Language } from './labels.ts';

// What is due: on Home, on the section's board and in the digest.

export interface DueWords {
  /** Over what is due for somebody, on Home. */
  yours: string;
  nothing: string;
  urgency: Record<'overdue' | 'asked' | 'week' | 'later', string>;
  withCount(label: string, count: number): string;
  inArea(title: string, area: string): string;
  /** A hearing of a survey. */
  hearing(survey: string): string;
  /** `done`: of a duty, which nobody holds. */
  asks: Record<'held' | 'done' | 'date' | 'confirm', string>;
  /** `days` 0: its hour has passed. */
  late(days: number, businessDays: number): string;
  until: string;
  usually(when: string): string;
  inCharge(name: string): string;
  between: string;
  /** あとで was pressed. */
  again(when: string): string;
  more(count: number): string;
  /** Pages of what is due, and of the board. */
  turn: Record<'due' | 'boardPage', { earlier: string; further: string }>;
  /** The section's board. */
  board: string;
  boardNote: string;
  boardOf: string;
  boardAll: string;
  allClear: string;
  nobody: string;
  nothingDue: string;
  /** One area in the overview. */
  counts(overdue: number, asked: number, week: number): string;
  digest: {
    headline(day: string): string;
    counts(parts: readonly string[]): string;
  };
}

const ja: DueWords = {
  yours: 'あなたの予定と期限',
  nothing: 'これからの予定と期限はありません。',
  urgency: { overdue: '期限を過ぎています', asked: '確認をお願いします', week: 'これから7日間', later: 'その先' },
  withCount: (label, count) => `${label}（${count}件）`,
  inArea: (title, area) => `${title}（${area}）`,
  hearing: (survey) => `【ヒアリング】${survey}`,
  asks: {
    held: '開催の記録がまだありません',
    done: '実施の記録がまだありません',
    date: '日程が決まっていません',
    confirm: '日付要確認',
  },
  late: (days, businessDays) =>
    days === 0 ? '本日の提出時刻を過ぎています' : `${days}日（${businessDays}開庁日）過ぎています`,
  until: 'まで',
  usually: (when) => `例年の時期 ${when}`,
  inCharge: (name) => `担当 ${name}`,
  between: '　',
  again: (when) => `${when}に、もう一度お知らせします。`,
  more: (count) => `ほかに${count}件あります。`,
  turn: {
    due: { earlier: '前の予定へ', further: '次の予定へ' },
    boardPage: { earlier: '担当表の前へ', further: '担当表の次へ' },
  },
  board: '課・係の担当表',
  boardNote: '管理職と県だけに見えています。',
  boardOf: '市町',
  boardAll: 'すべての市町の件数',
  allClear: '期限を過ぎたもの、確認が必要なもの、これから7日間のものがある市町はありません。',
  nobody: '担当者が決まっていないもの',
  nothingDue: '予定と期限はありません。',
  counts: (overdue, asked, week) => `期限超過 ${overdue}件　確認 ${asked}件　これから7日間 ${week}件`,
  digest: {
    headline: (day) => `${day}のまとめ`,
    counts: (parts) => parts.join('、'),
  },
};

const en: DueWords = {
  yours: 'What is due for you',
  nothing: 'Nothing is due.',
  urgency: { overdue: 'Overdue', asked: 'Please check', week: 'The next 7 days', later: 'Later' },
  withCount: (label, count) => `${label} (${count})`,
  inArea: (title, area) => `${title} (${area})`,
  hearing: (survey) => `Hearing: ${survey}`,
  asks: {
    held: 'Not recorded yet whether it was held',
    done: 'Not recorded yet whether it was done',
    date: 'It has no date yet',
    confirm: 'Its date is to be confirmed',
  },
  late: (days, businessDays) =>
    days === 0 ? 'its hour has passed' : `late by ${days} days (${businessDays} business days)`,
  until: '',
  usually: (when) => `usually ${when}`,
  inCharge: (name) => `in charge: ${name}`,
  between: ', ',
  again: (when) => `You will be told once more: ${when}.`,
  more: (count) => `And ${count} more.`,
  turn: {
    due: { earlier: 'Earlier ones', further: 'More that is due' },
    boardPage: { earlier: 'Board: back', further: 'Board: next' },
  },
  board: 'The section’s board',
  boardNote: 'Only managers and the prefecture see this.',
  boardOf: 'Municipality',
  boardAll: 'How much in every municipality',
  allClear: 'In no municipality is anything overdue, to be checked, or due in the next 7 days.',
  nobody: 'Nobody is in charge',
  nothingDue: 'Nothing is due.',
  counts: (overdue, asked, week) => `overdue ${overdue}, to be checked ${asked}, in the next 7 days ${week}`,
  digest: {
    headline: (day) => `Your digest of ${day}`,
    counts: (parts) => parts.join(', '),
  },
};

export const dueWords: Record<Language, DueWords> = { ja, en };
