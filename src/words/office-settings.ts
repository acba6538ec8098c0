import type { LeadTime } from '../records/lead-time.ts';
import type { SettingFrom, SettingName } from '../records/office-settings.ts';
import type { ChainLink } from '../records/planned.ts';
import { type Both, both, form, save } from './form-parts.ts';
import type { Language } from './labels.ts';
import { leadsWords } from './schedule.ts';

// 役所の設定: what an office sets of the rules (⚙), for all its people. (How somebody wants to be told is 通知の設定.)

const days = both('開庁日で数えます。', 'In business days.');
const leadsHint = both(
  '14開庁日前, 7日前, 当日 のように。14, 7, 1 と数だけなら開庁日前。要らないときは「なし」。',
  'Like 14開庁日前, 7日前, 当日. Numbers alone (14, 7, 1) are business days before. None: なし.',
);

const ofAreas = {
  deliveryTime: {
    label: both('お知らせの時刻', 'Time of notices'),
    hint: both('開庁日のこの時刻に送ります。', 'Notices go out at this time, on business days.'),
    example: both('8:30', '8:30'),
  },
  meetingLeads: {
    label: both('会議のリマインド', 'Reminders of meetings'),
    hint: leadsHint,
    example: both('7開庁日前, 1開庁日前', '7開庁日前, 1開庁日前'),
  },
  frequentLeads: {
    label: both('毎月以上の会議のリマインド', 'Reminders of monthly meetings'),
    hint: leadsHint,
    example: both('1開庁日前', '1開庁日前'),
  },
  deadlineLeads: {
    label: both('提出期限のリマインド', 'Reminders of deadlines'),
    hint: leadsHint,
    example: both('14開庁日前, 7開庁日前, 1開庁日前', '14開庁日前, 7開庁日前, 1開庁日前'),
  },
  overdueDays: {
    label: both('期限を過ぎたお知らせ（1回目）', 'Overdue: the first notice'),
    hint: both('期限の何開庁日後に担当者へ送るか。', 'So many business days after the due day.'),
    example: both('1', '1'),
  },
  overdueManagerDays: {
    label: both('期限を過ぎたお知らせ（2回目）', 'Overdue: the second notice'),
    hint: both('期限の何開庁日後に担当者と管理職へ送るか。', 'So many business days after, to the manager as well.'),
    example: both('3', '3'),
  },
  managerHears: { label: both('管理職へ送るのは', 'The manager hears of') },
  chain: {
    label: both('庁内の期限の標準', 'Usual steps before a due day'),
    hint: both(
      '締切に庁内の期限がないときの数え方。名前と、次の段階の何開庁日前か。',
      'Where a deadline has none of its own: each step with its business days before the next.',
    ),
    example: both('委託先 5, 起案 3, 決裁 1', '委託先 5, 起案 3, 決裁 1'),
  },
};

const ofPrefectures = {
  dueTime: {
    label: both('提出の時刻', 'Due time'),
    hint: both(
      '新しい締切に時刻が書かれていないときの時刻。空欄ならその日の終わり。',
      'Of a new deadline without a time. Empty: the end of the day.',
    ),
    example: both('17:15', '17:15'),
  },
  undoDays: {
    label: both('取り消せる期間', 'Time to undo'),
    hint: both('変更の何開庁日後の終わりまで取り消せるか。0なら当日だけ。', `0: the same day. ${days.en}`),
    example: both('1', '1'),
  },
  neighbourDays: {
    label: both('他市町からの質問の間隔', 'Between neighbours’ questions'),
    hint: both('一つの市町に送ってから次に送るまでの日数。', 'Days from one message to an area to the next.'),
    example: both('7', '7'),
  },
};

const title = both('役所の設定', 'Office settings');

export const areaSettingsWords = form({ title, submit: save, fields: ofAreas });
export const prefectureSettingsWords = form({ title, submit: save, fields: { ...ofAreas, ...ofPrefectures } });

/** From which overdue notice on the manager hears of it; or that the office leaves it. */
export const managerHearsWords: Record<'first' | 'second' | 'unset', Both> = {
  second: both('2回目だけ', 'the second one alone'),
  first: both('1回目から', 'the first one on'),
  unset: both('決めない（県の設定か標準のとおり）', 'as the prefecture, or the rules, have it'),
};

export interface OfficeSettingsTalk {
  list: string;
  about: string;
  none: string;
  of(office: string): string;
  enter(office: string): string;
  change(office: string): string;
  chooseArea: string;
  /** Before it is saved: what follows. */
  follows: string;
  from: Record<SettingFrom, string>;
  /** A value with where it comes from. */
  holds(value: string, from: string): string;
  endOfDay: string;
  noReminder: string;
  /** Said of lead times that nobody chose for a meeting or a deadline. */
  byOffice: string;
  errors: { days(least: number, most: number): string; manager: string };
}

export const officeSettingsTalk: Record<Language, OfficeSettingsTalk> = {
  ja: {
    list: '役所の設定',
    about:
      'お知らせの時刻、リマインドの時期などの標準です。県の設定が県内すべてに効き、市町が決めた項目は市町の設定が優先します。会議や締切ごとに決めたものは変わりません。',
    none: 'まだ設定はありません。標準のとおりです。',
    of: (office) => `${office}の設定`,
    enter: (office) => `${office}の設定を入力`,
    change: (office) => `${office}の設定を変更`,
    chooseArea: '市町を選ぶ',
    follows:
      '欄にはいまの値が入っています。空欄にして保存すると、その項目は県の設定か標準に戻ります。保存すると、まだ送っていないお知らせの日時も変わります。送ったものはそのままです。',
    from: { own: 'この役所の設定', prefecture: '県の設定', usual: '標準' },
    holds: (value, from) => `${value}（${from}）`,
    endOfDay: 'その日の終わり',
    noReminder: 'なし',
    byOffice: '役所の設定のとおり',
    errors: {
      days: (least, most) => `${least}から${most}までの数で書いてください。`,
      manager: '管理職への通知は、担当者への通知と同じ日か後にしてください。',
    },
  },
  en: {
    list: 'Office settings',
    about:
      'When notices go out, how long ahead reminders come, and the like. What the prefecture sets holds for all of it; what a municipality sets comes first there. What was chosen for a single meeting or deadline stays.',
    none: 'Nothing is set: everything is as the rules have it.',
    of: (office) => `Settings of ${office}`,
    enter: (office) => `Enter settings of ${office}`,
    change: (office) => `Change settings of ${office}`,
    chooseArea: 'Choose a municipality',
    follows:
      'The fields show what holds now. A field left empty goes back to the prefecture’s setting, or the default. Notices that have not gone out move as well; those that have stay.',
    from: { own: 'set by this office', prefecture: 'set by the prefecture', usual: 'default' },
    holds: (value, from) => `${value} (${from})`,
    endOfDay: 'the end of the day',
    noReminder: 'none',
    byOffice: 'as the office has them',
    errors: {
      days: (least, most) => `Write a number from ${least} to ${most}.`,
      manager: 'The manager cannot hear of it before the person in charge does.',
    },
  },
};

/** What is set, as people read it; null where a field has no words of its own. */
export function officeSettingValue(field: string, value: unknown, language: Language): string | null {
  const talk = officeSettingsTalk[language];
  switch (field as SettingName) {
    case 'meetingLeads':
    case 'frequentLeads':
    case 'deadlineLeads':
      return leadsWords(value as LeadTime[], language) || talk.noReminder;
    case 'overdueDays':
    case 'overdueManagerDays':
    case 'undoDays':
      return language === 'ja' ? `${String(value)}開庁日後` : `${String(value)} business days after`;
    case 'neighbourDays':
      return language === 'ja' ? `${String(value)}日` : `${String(value)} days`;
    case 'managerHears':
      return managerHearsWords[value as 'first' | 'second'][language];
    case 'chain':
      return (value as ChainLink[]).map(({ name, businessDaysBefore }) => `${name} ${businessDaysBefore}`).join(', ');
    case 'dueTime':
      return value === null ? talk.endOfDay : String(value);
    case 'deliveryTime':
      return String(value);
    default:
      return null;
  }
}
