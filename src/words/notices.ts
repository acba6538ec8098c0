import type { Language } from './labels.ts';

// What stands around notices, whatever they are about.

export interface NoticeWords {
  /** `due`: when it was to go out. */
  late(due: string): string;
  /** After the channel's name. */
  insteadOfChannel: string;
  insteadOfPerson: string;
  missed(title: string, due: string): string;
}

const ja: NoticeWords = {
  late: (due) => `遅れて配信（予定 ${due}）`,
  insteadOfChannel:
    ' に投稿できないため、担当の方にお送りします。チャンネルがあるか、ボットが招待されているか（/invite @となりまち）を確かめてください。',
  insteadOfPerson: '宛先の方に届けられないため、代わりにお送りします。',
  missed: (title, due) =>
    `「${title}」のお知らせを届けられませんでした（予定 ${due}）。送れないうちに、時刻を過ぎたためです。必要なら、関係する方に直接お知らせください。`,
};

const en: NoticeWords = {
  late: (due) => `Delivered late (due ${due})`,
  insteadOfChannel:
    ' could not be written to, so this comes to you as the person in charge. Please check that the channel exists and that the bot was invited (/invite @となりまち).',
  insteadOfPerson: 'The person for whom this was meant could not be reached, so it comes to you.',
  missed: (title, due) =>
    `The notice of "${title}" was not delivered (due ${due}): its time passed before it could go out. Please tell those concerned yourself where needed.`,
};

export const noticeWords: Record<Language, NoticeWords> = { ja, en };

// What /healthz says after its first line; for operators.
export const healthWords = {
  deaf: (seconds: number) => `notices: nothing was looked for since ${seconds} s`,
  overdue: (count: number) => `notices: ${count} overdue`,
  doubtful: (count: number) => `notices: ${count} in doubt, being looked for in Slack`,
  failed: (count: number, code: string) => `notices: ${count} failed in 7 days (${code})`,
  waiting: (count: number, code: string) => `notices: ${count} places wait (${code})`,
  unknown: 'database: no answer',
};
