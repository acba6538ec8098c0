import { both } from './form-parts.ts';
import type { Language } from './labels.ts';

// The calendar of an area as a file and as a feed (.ics).

/** What stands in the file itself: the calendar of a Japanese office. */
export const inCalendar = {
  name: (area: string) => `${area}の会議と締切`,
  deadline: (title: string) => `【締切】${title}`,
  hearing: (title: string) => `【ヒアリング】${title}`,
  unconfirmed: (title: string) => `【日付要確認】${title}`,
  inWriting: (title: string) => `${title}（書面開催）`,
  recipient: (name: string) => `提出先: ${name}`,
  reason: (text: string) => `理由: ${text}`,
};

export const calendarTitle = both('カレンダー', 'Calendar');

export interface CalendarTalk {
  about: string;
  noFeed: string;
  none: string;
  file(area: string): string;
  newFeed(area: string): string;
  renewFeed(area: string): string;
  revoke(area: string): string;
  comment(area: string): string;
  sent: string;
  made(area: string): string;
  once: string;
  revoked(area: string): string;
  refused: string;
  unavailable: string;
  fileTitle(area: string): string;
}

export const calendarTalk: Record<Language, CalendarTalk> = {
  ja: {
    about:
      '会議と報告の締切を、ほかのカレンダー（Outlook、Google カレンダーなど）で見られます。提出の状況は入りません。',
    noFeed: '購読用のアドレスは、となりまちが外から届くアドレス（PUBLIC_URL）で動いているときに作れます。',
    none: '担当の市町がありません。先に担当として登録してください。',
    file: (area) => `${area}のファイルを受け取る`,
    newFeed: (area) => `${area}の購読用アドレスを作る`,
    renewFeed: (area) => `${area}のアドレスを作り直す`,
    revoke: (area) => `${area}のアドレスを止める`,
    comment: (area) => `${area}の会議と締切です。カレンダーに取り込んでください。`,
    sent: 'ファイルをダイレクトメッセージで送りました。',
    made: (area) => `${area}の購読用アドレスです。`,
    once: 'このアドレスは今だけ表示します。知っている人はだれでも予定を見られるため、ほかの人に渡さないでください。前のアドレスは使えなくなりました。',
    revoked: (area) => `${area}の購読用アドレスを止めました。`,
    refused: 'この市町のカレンダーは、その市町の担当者と県の担当者だけが受け取れます。',
    unavailable: 'この環境では購読用のアドレスを作れません。',
    fileTitle: (area) => `${area}の会議と締切`,
  },
  en: {
    about:
      'Meetings and reporting deadlines in another calendar (Outlook, Google Calendar …), without who has submitted.',
    noFeed: 'An address to subscribe to needs a bot that is reached from outside (PUBLIC_URL).',
    none: 'You work for no municipality yet. Please register first.',
    file: (area) => `Get the file of ${area}`,
    newFeed: (area) => `Make an address for ${area}`,
    renewFeed: (area) => `Make a new address for ${area}`,
    revoke: (area) => `Stop the address of ${area}`,
    comment: (area) => `Meetings and deadlines of ${area}, to be taken into a calendar.`,
    sent: 'The file is in your direct messages.',
    made: (area) => `The address of ${area}:`,
    once: 'It is shown this once. Whoever knows it sees the dates, so keep it to yourself. A former address no longer works.',
    revoked: (area) => `The address of ${area} no longer works.`,
    refused: 'Only those who work for this municipality, and the prefecture, can have its calendar.',
    unavailable: 'Addresses to subscribe to cannot be made here.',
    fileTitle: (area) => `Meetings and deadlines of ${area}`,
  },
};
