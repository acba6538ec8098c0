import type { Language } from './labels.ts';

// What is said around the forms of meetings and reporting deadlines: lists, buttons, the preview.

interface PlannedTalk {
  yours: string;
  noneYours: string;
  further: string;
  found(line: string): string;
  notFound(line: string): string;
  addMeeting: string;
  /** Something renewed or checked, for which nobody meets. */
  addDuty: string;
  asDuty: string;
  /** What documents tell of. */
  described: string;
  addDeadline: string;
  open: Record<
    'move' | 'set-date' | 'postpone' | 'in-writing' | 'cancel' | 'held' | 'details' | 'people' | 'add-date' | 'rhythm',
    string
  >;
  /** The same of a duty, which is no meeting. */
  ofDuty: Record<'move' | 'held' | 'details', string>;
  handOver: string;
  toList: string;
  dateOpen(slot: string | null): string;
  overdueHeld: string;
  /** Another rhythm. */
  rhythmIntro: string;
  changeRhythm: string;
  dateAdded: string;
  dateDropped: string;
  sameDates: string;
  /** The preview. */
  previewIntro(dates: number): string;
  reminders(days: string): string;
  missedReminder(day: string): string;
  noReminders: string;
  leavesFiscalYear(year: string): string;
  clashes: string;
  openDate(from: string): string;
  monthWithout(month: string): string;
  outside(day: string): string;
  dates: string;
  deadline: Record<'details' | 'change' | 'confirm' | 'cancel', string>;
  submission: Record<'submitted' | 'not-applicable' | 'returned' | 'accepted' | 'put-off' | 'reopen', string>;
  whoSubmits: string;
  notToldWho: string;
  status(label: string, count: number): string;
  late(days: number, businessDays: number): string;
  submitsFor(body: string): string;
  /** The hub (委託先) of an area, which submits to it. */
  hubOf(area: string): string;
  ownDay(day: string): string;
  chainStep(name: string, day: string): string;
  reminderDays: string;
  /** `what`: of the deadline itself how long ahead, and the steps by name. */
  reminderDay(day: string, what: readonly string[]): string;
  unconfirmed: string;
  cancelled: string;
  another: string;
}

export const plannedTalk: Record<Language, PlannedTalk> = {
  ja: {
    yours: '担当の市町の、これからの予定',
    noneYours: '担当の市町には、これからの予定がまだありません。',
    further: '続きを見る',
    found: (line) => `「${line}」に当てはまるものです。選んでください。`,
    notFound: (line) => `「${line}」に当てはまる予定は見つかりませんでした。下から選ぶか、新しく登録してください。`,
    addMeeting: '会議を登録',
    addDuty: '会議ではない業務を登録',
    asDuty: '会議ではない（更新・点検など）',
    described: '資料にある会議・研修',
    addDeadline: '締切を登録',
    open: {
      move: '日時・会場を変える',
      'set-date': '日程を決める',
      postpone: '延期（日程未定）にする',
      'in-writing': '書面開催にする',
      cancel: '中止にする',
      held: '開催済みにする',
      details: '会議の内容を変える',
      people: '担当・取組',
      'add-date': '日程を追加',
      rhythm: '日程の決め方を変える',
    },
    ofDuty: { move: '日時・場所を変える', held: '実施済みにする', details: '内容を変える' },
    handOver: '引き継ぐ',
    toList: '一覧に戻る',
    dateOpen: (slot) => (slot === null ? '日程未定' : `日程未定（${slot}からの回）`),
    overdueHeld: '開催の記録がまだありません。',
    rhythmIntro: '過ぎた回はそのままです。これからの回が次のように変わります。よければ「変更する」を押してください。',
    changeRhythm: '変更する',
    dateAdded: '追加します。',
    dateDropped: 'なくなります。お知らせ済みの回は中止として伝えます。',
    sameDates: 'これからの日程は変わりません。',
    previewIntro: (dates) =>
      `${dates}回分を登録します。日程とリマインドを確かめて、よければ「登録する」を押してください。`,
    reminders: (days) => `リマインド: ${days}`,
    missedReminder: (day) => `${day}（過ぎているため送りません）`,
    noReminders: 'リマインドなし',
    leavesFiscalYear: (year) => `${year}に移ります。`,
    clashes: 'ほかの回と同じ日になるため、1回にまとめます。',
    openDate: (from) => `${from}からの回。日程が決まるまで、担当者に確認をお願いします。`,
    monthWithout: (month) => `${month}には、この日がありません。`,
    outside: (day) => `${day}は期間の外のため、登録しません。`,
    dates: '日程',
    deadline: {
      details: '庁内の期限・担当',
      change: '締切の内容を変える',
      confirm: '日付を確認する',
      cancel: '取りやめる',
    },
    submission: {
      submitted: '提出済みにする',
      'not-applicable': '該当なしにする',
      returned: '差し戻す',
      accepted: '受理する',
      'put-off': '期限を延ばす',
      reopen: '未提出に戻す',
    },
    whoSubmits: '提出の状況',
    notToldWho: '提出の状況は、県とその市町だけが見られます。',
    status: (label, count) => `${label}（${count}）`,
    late: (days, businessDays) => (days === 0 ? '遅延（時刻を過ぎて提出）' : `遅延${days}日（${businessDays}開庁日）`),
    submitsFor: (body) => `${body}が提出`,
    hubOf: (area) => `${area}の委託先`,
    ownDay: (day) => `期限 ${day}`,
    chainStep: (name, day) => `${name} ${day}まで`,
    reminderDays: 'リマインドする日',
    reminderDay: (day, what) => `${day}（${what.join('・')}）`,
    unconfirmed: '日付要確認: まだ確かめられていない日付です。',
    cancelled: 'この締切は取りやめになりました。',
    another: 'ほかの市町の提出を記録',
  },
  en: {
    yours: 'What is coming in your municipalities',
    noneYours: 'Nothing is planned in your municipalities yet.',
    further: 'More',
    found: (line) => `These fit "${line}". Choose one.`,
    notFound: (line) => `Nothing that is planned fits "${line}". Choose below, or add it.`,
    addMeeting: 'Add a meeting',
    addDuty: 'Add a duty that is no meeting',
    asDuty: 'Not a meeting (renewal, check)',
    described: 'Meetings in documents',
    addDeadline: 'Add a deadline',
    open: {
      move: 'Move it',
      'set-date': 'Set its date',
      postpone: 'Postpone, date open',
      'in-writing': 'Hold it in writing',
      cancel: 'Cancel it',
      held: 'Mark as held',
      details: 'Change the meeting',
      people: 'In charge, initiatives',
      'add-date': 'Add a date',
      rhythm: 'Change the rhythm',
    },
    ofDuty: { move: 'Move it', held: 'Mark as done', details: 'Change it' },
    handOver: 'Hand over',
    toList: 'Back to the list',
    dateOpen: (slot) => (slot === null ? 'date open' : `date open (from ${slot} on)`),
    rhythmIntro: 'Past dates stand. Those to come change like this; press "Change" to save it.',
    changeRhythm: 'Change',
    dateAdded: 'Added.',
    dateDropped: 'Taken away; where people were reminded of it, they are told that it is cancelled.',
    sameDates: 'No date to come changes.',
    overdueHeld: 'It is not recorded yet whether this was held.',
    previewIntro: (dates) => `${dates} dates are added. Check them and their reminders, then press "Add".`,
    reminders: (days) => `Reminders: ${days}`,
    missedReminder: (day) => `${day} (past, not sent)`,
    noReminders: 'No reminders',
    leavesFiscalYear: (year) => `This moves it into ${year}.`,
    clashes: 'Falls on the day of another one: they become one.',
    openDate: (from) => `From ${from} on. Until it has its date the person in charge is asked for it.`,
    monthWithout: (month) => `${month} has no such day.`,
    outside: (day) => `${day} lies outside and is not added.`,
    dates: 'Dates',
    deadline: {
      details: 'Steps, in charge',
      change: 'Change the deadline',
      confirm: 'Confirm the date',
      cancel: 'Withdraw it',
    },
    submission: {
      submitted: 'Mark as submitted',
      'not-applicable': 'Not applicable',
      returned: 'Return it',
      accepted: 'Accept it',
      'put-off': 'Put it off',
      reopen: 'Reopen it',
    },
    whoSubmits: 'Who has submitted',
    notToldWho: 'Who has submitted is told to the prefecture and to the municipality itself only.',
    status: (label, count) => `${label} (${count})`,
    late: (days, businessDays) =>
      days === 0 ? 'late by its time' : `late by ${days} days (${businessDays} business days)`,
    submitsFor: (body) => `${body} submits`,
    hubOf: (area) => `the hub of ${area}`,
    ownDay: (day) => `due ${day}`,
    chainStep: (name, day) => `${name} by ${day}`,
    reminderDays: 'Reminders on',
    reminderDay: (day, what) => `${day} (${what.join(', ')})`,
    unconfirmed: 'Date to be confirmed: nobody has confirmed it yet.',
    cancelled: 'This deadline is withdrawn.',
    another: 'Record another municipality',
  },
};
