import type { NoticePreference } from '../records/notice-preference.ts';
import { type Both, both, form, save } from './form-parts.ts';
import type { Language } from './labels.ts';

// 通知の設定: how somebody wants to hear of meetings and deadlines.

type Words<Name extends keyof NoticePreference> = Record<NoticePreference[Name], Both>;

export const noticeChoiceWords: { [Name in keyof NoticePreference]: Words<Name> } = {
  way: {
    channel: both('市町のチャンネルで、メンションを受け取る', 'By a mention in the channel'),
    direct: both('ダイレクトメッセージで受け取る（メンションなし）', 'By direct message, without a mention'),
  },
  scope: {
    all: both('所属する市町・課係のすべて', 'All of my municipalities and sections'),
    own: both('自分が担当するものだけ', 'Only what I am in charge of'),
  },
  digest: {
    none: both('受け取らない', 'None'),
    monday: both('毎週月曜日（閉庁日なら次の開庁日）', 'On Mondays (or the next business day)'),
    daily: both('毎開庁日', 'On each business day'),
  },
  meetings: {
    all: both('すべて受け取る', 'All of them'),
    last: both('直前の1回だけ受け取る', 'Only the last one'),
    none: both('受け取らない', 'None'),
  },
};

export const noticeSettingsWords = form({
  title: both('通知の設定', 'Notifications'),
  submit: save,
  fields: {
    way: {
      label: both('リマインドの届け方', 'Reminders reach me'),
      hint: both(
        'あなたの受け取り方だけが変わります。チャンネルへのお知らせは今までどおりです。',
        'This changes how you are told. The channel is told as before.',
      ),
    },
    digest: {
      label: both('まとめ（午前9時）', 'Digest (9:00)'),
      hint: both(
        'これから7日間の予定と期限、期限を過ぎたもの、確認が必要なもの。なければ送りません。',
        'What is due in the next 7 days, what is late, and what is asked. Nothing is sent where there is nothing.',
      ),
    },
    scope: {
      label: both('まとめ・ダイレクトメッセージの対象', 'Digest and direct messages hold'),
      hint: both('ホームの「あなたの予定と期限」も同じになります。', 'So does "What is due for you" on Home.'),
    },
    meetings: {
      label: both('会議・研修・取組のリマインド', 'Reminders of meetings'),
      hint: both(
        '報告期限のリマインドと、日程変更・中止のお知らせは止められません。',
        'Reminders of reporting deadlines, and changes of dates, cannot be turned off.',
      ),
    },
  },
});

interface NoticeSettingsTalk {
  /** Where somebody asked for it by talking. */
  talked: string;
  /** Below a digest, and on Home. */
  change: string;
  /** At reminders of meetings. */
  fewer: string;
  saved: string;
  unchanged: string;
  undone: string;
  undo: string;
}

export const noticeSettingsTalk: Record<Language, NoticeSettingsTalk> = {
  ja: {
    talked: '通知の受け取り方は、下のボタンから変えられます。変わるのは、あなたへの届き方だけです。',
    change: '通知の設定',
    fewer: '通知を減らす',
    saved: '通知の設定を保存しました。変わるのは、あなたへの届き方だけです。',
    unchanged: '変更はありません。今の設定は次のとおりです。',
    undone: '通知の設定を元に戻しました。',
    undo: '取り消す',
  },
  en: {
    talked: 'Change below how you are notified. It changes for you alone.',
    change: 'Notifications',
    fewer: 'Fewer notices',
    saved: 'Your notifications are saved. They change for you alone.',
    unchanged: 'Nothing changed. This is how it stands.',
    undone: 'Your notifications are as they were before.',
    undo: 'Undo',
  },
};
