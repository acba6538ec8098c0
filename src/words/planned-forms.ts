import { add, type Both, both, type FieldWords, form, next, save } from './form-parts.ts';
import type { Language } from './labels.ts';

// What the forms of meetings and reporting deadlines and their fields are called, and what is said at them.

interface PlannedErrors {
  time: string;
  when: string;
  daysNeeded: string;
  tooManyDays(times: number, days: number): string;
  firstDay: string;
  endsEarlier: string;
  due: string;
  chain(piece: string): string;
}

export const plannedErrors: Record<Language, PlannedErrors> = {
  ja: {
    time: '開始の時刻を1つだけ、19:00、19時半、午後7時のように書いてください。',
    when: '日程が読み取れません。R8.7.8、R8.7.8・R8.9.9、毎月第3水曜、毎月15日、隔週金曜、年4回（日程未定）のように書いてください。',
    daysNeeded:
      '日まで書いてください（例: R8.7.8）。まだ決まっていないときは「年1回（日程未定）」のように回数を書いてください。',
    tooManyDays: (times, days) => `年${times}回に対して日付が${days}日あります。回数か日付を直してください。`,
    firstDay: '最初の日を1つ書き添えてください（例: 毎年 R8.7.8から、隔週 R8.7.8から）。',
    endsEarlier: '終わりの日が最初の日より前です。',
    due: '期限が読み取れません。R8.11.20、R8.11.20 17:00、交付決定 R8.10.1から30日後 のように書いてください。日が決まっていなければ、R8.11のように月だけを書けます。',
    chain: (piece) =>
      `「${piece}」を読み取れません。「委託先 5, 起案 3, 決裁 1」のように、段階と開庁日数を書いてください。`,
  },
  en: {
    time: 'Write one time at which it begins, like 19:00 or 7pm.',
    when: 'This cannot be read. Write it like R8.7.8, R8.7.8 and R8.9.9, every 3rd Wednesday, day 15 of every month, every 2 weeks on Friday, 4 times a year.',
    daysNeeded: 'Write whole days, like R8.7.8. While they are open write how many there are, like "4 times a year".',
    tooManyDays: (times, days) => `There are ${days} days for ${times} times a year. Correct one of them.`,
    firstDay: 'Write the first day as well, like "every year from 8 July 2026".',
    endsEarlier: 'The last day lies before the first one.',
    due: 'This due day cannot be read. Write it like R8.11.20, R8.11.20 17:00 or 交付決定 R8.10.1から30日後 (30 days after). While the day is open write the month alone, like R8.11.',
    chain: (piece) =>
      `"${piece}" cannot be read. Write each step with its business days, like "委託先 5, 起案 3, 決裁 1".`,
  },
};

const areas: FieldWords = {
  label: both('市町・地区', 'Municipalities'),
  hint: both('共同のものは、すべて選んでください。', 'For something joint choose all of them.'),
};
const meetingTitle: FieldWords = {
  label: both('名称', 'Title'),
  example: both('多職種事例検討会', '多職種事例検討会'),
};
const time: FieldWords = {
  label: both('開始時刻', 'Begins at'),
  hint: both('19:00、19時半、午後7時のように。', 'Like 19:00 or 7pm.'),
  example: both('19:00', '19:00'),
};
const location: FieldWords = { label: both('会場', 'Venue'), example: both('中央公民館', '中央公民館') };
const closedDays: FieldWords = {
  label: both('閉庁日に当たるとき', 'On a closed day'),
  hint: both('土日・祝日・年末年始に当たる日をどうするか。', 'What becomes of a day on a weekend or holiday.'),
};
const leads = (usual: Both): FieldWords => ({
  label: both('リマインド', 'Reminders'),
  hint: both(
    `7開庁日前, 14日前, 当日 のように。空欄なら役所の設定のとおり（標準は${usual.ja}）。要らないときは「なし」。`,
    `Like 7開庁日前, 14日前, 当日, or "7 business days before". Left empty: as the office has them (by default ${usual.en}). None: なし.`,
  ),
  example: both('7開庁日前, 1開庁日前', '7開庁日前, 1開庁日前'),
});
const meetingLeads = leads(
  both('7開庁日前と1開庁日前（毎月以上のものは1開庁日前）', '7 and 1 business days before (monthly or more often: 1)'),
);
const fiscalYear: FieldWords = {
  label: both('年度', 'Fiscal year'),
  hint: both('最初の日の年度。空欄なら日程から決めます。', 'That of the first day. Left empty: by the day.'),
  example: both('R8', 'R8'),
};
const inCharge: FieldWords = {
  label: both('担当者', 'Person in charge'),
  hint: both('空欄なら、その市町の担当者にお知らせします。', 'Left empty: those of the municipality.'),
};
const section: FieldWords = { label: both('担当課・係', 'Section in charge') };
const link: FieldWords = {
  label: both('リンク', 'Link'),
  hint: both('https:// で始まるアドレス。', 'An address that begins with https://.'),
};
const memo: FieldWords = {
  label: both('メモ', 'Memo'),
  hint: both('個人に関することは書かないでください。', 'Nothing about individuals, please.'),
};
const day = (label: Both): FieldWords => ({
  label,
  hint: both('R8.7.8、令和8年7月8日、2026/7/8のように。', 'Like R8.7.8, 8 July 2026 or 2026/7/8.'),
  example: both('R8.7.8', 'R8.7.8'),
});
const why = (asked: Both): FieldWords => ({ label: both('理由', 'Reason'), hint: asked });
const toldWhy = why(both('お知らせに載せます。', 'Told with the notice.'));

/* ---- meetings ---- */

export const chooseMeetingWords = form({
  title: both('会議', 'Meetings'),
  submit: next,
  fields: {
    occurrence: {
      label: both('会議を探す', 'Find a meeting'),
      hint: both('名称や市町名の一部を入れると候補が出ます。', 'Type a part of its title or of the municipality.'),
    },
  },
});

export const chooseDescribedWords = form({
  title: both('資料にある会議・研修', 'Meetings in documents'),
  submit: next,
  fields: {
    described: {
      label: both('会議・研修を探す', 'Find a meeting or training'),
      hint: both(
        '調査や資料に書かれた、日程の登録がない会議・研修です。',
        'Those that surveys and documents tell of, without dates here.',
      ),
    },
  },
});

const when: FieldWords = {
  label: both('日程', 'When'),
  hint: both(
    'R8.7.8、R8.7.8・R8.9.9、毎月第3水曜、毎月15日、隔週金曜 R8.7.10から、年4回（日程未定）のように。年度末まで登録します。',
    'Like R8.7.8, R8.7.8 and R8.9.9, every 3rd Wednesday, day 15 of every month, 4 times a year. Up to the end of the fiscal year.',
  ),
  example: both('毎月第3水曜', '毎月第3水曜'),
};

export const meetingWords = form({
  title: both('会議の登録', 'Add a meeting'),
  submit: add,
  fields: { title: meetingTitle, areaIds: areas, when, time, location, closedDays, leads: meetingLeads, fiscalYear },
});

/** A duty that is no meeting: something renewed or checked, for which nobody meets (rules 7.1). */
export const dutyWords = form({
  title: both('業務の登録', 'Add a duty'),
  submit: add,
  fields: {
    title: { label: both('名称', 'Title'), example: both('救急医療情報キットの更新', '救急医療情報キットの更新') },
    areaIds: areas,
    when: { ...when, example: both('毎年 R8.7.8から', '毎年 R8.7.8から') },
    time,
    location: { label: both('場所', 'Place') },
    closedDays,
    leads: meetingLeads,
  },
});

export const addDateWords = form({
  title: both('日程の追加', 'Add a date'),
  submit: add,
  fields: {
    date: day(both('追加する日付', 'Further date')),
    time: { ...time, hint: both('空欄なら、いつもの時刻。', 'Left empty: the usual hour.') },
    location: { ...location, hint: both('空欄なら、いつもの会場。', 'Left empty: the usual venue.') },
  },
});

export const meetingRhythmWords = form({
  title: both('日程の決め方', 'Rhythm'),
  submit: next,
  fields: {
    when: {
      label: both('これからの日程', 'From now on'),
      hint: both(
        '毎月第3水曜、毎月15日、隔週金曜 R8.7.10からのように。過ぎた回はそのままで、これからの回が変わります。',
        'Like every 3rd Wednesday. Past dates stand; those to come follow it.',
      ),
      example: both('毎月第3水曜', '毎月第3水曜'),
    },
    closedDays,
  },
});

export const meetingDetailsWords = form({
  title: both('会議の内容', 'About the meeting'),
  submit: save,
  fields: {
    title: meetingTitle,
    time: { ...time, hint: both('日程がまだのものすべてに。', 'Of all its dates to come.') },
    location,
    leads: meetingLeads,
    link,
    memo,
  },
});

export const meetingPeopleWords = form({
  title: both('担当と取組', 'In charge'),
  submit: save,
  fields: {
    areaIds: areas,
    sectionId: section,
    inCharge,
    initiativeIds: {
      label: both('実績を反映する取組', 'Initiatives to update'),
      hint: both('開催済みにすると、選んだ取組を更新できます。', 'Updated with how it went.'),
    },
  },
});

export const handoverPlannedWords = form({
  title: both('担当の引継ぎ', 'Hand over'),
  submit: save,
  fields: {
    successor: { label: both('次の担当者', 'Successor') },
    from: { ...day(both('いつから', 'From')), example: both('R9.4.1', 'R9.4.1') },
  },
});

export const moveMeetingWords = form({
  title: both('日時・会場の変更', 'Move the meeting'),
  submit: save,
  fields: {
    date: day(both('新しい日付', 'New date')),
    time: { ...time, hint: both('空欄なら会議の時刻のまま。', 'Left empty: as the meeting has it.') },
    location: { ...location, hint: both('空欄なら会議の会場のまま。', 'Left empty: as the meeting has it.') },
    fiscalYear: { ...fiscalYear, hint: both('空欄なら日付から決めます。', 'Left empty: by the date.') },
    reason: toldWhy,
  },
});

export const postponeMeetingWords = form({
  title: both('延期（日程未定）', 'Postpone'),
  submit: both('延期にする', 'Postpone'),
  fields: { reason: toldWhy },
});

export const writtenMeetingWords = form({
  title: both('書面開催', 'Hold in writing'),
  submit: both('書面開催にする', 'Hold in writing'),
  fields: { date: day(both('日付', 'Date')), reason: toldWhy },
});

export const cancelMeetingWords = form({
  title: both('中止', 'Cancel the meeting'),
  submit: both('中止にする', 'Cancel it'),
  fields: { reason: toldWhy },
});

export const heldMeetingWords = form({
  title: both('開催済み', 'Held'),
  submit: both('開催済みにする', 'Mark as held'),
  fields: {
    date: day(both('開催日', 'Held on')),
    participants: {
      label: both('参加人数', 'Participants'),
      hint: both('人数だけ。「約」はメモに。', 'The number only; "about" goes into the memo.'),
      example: both('35', '35'),
    },
    memo,
  },
});

export const doneDutyWords = form({
  title: both('実施済み', 'Done'),
  submit: both('実施済みにする', 'Mark as done'),
  fields: { date: day(both('実施した日', 'Done on')), memo },
});

/* ---- deadlines ---- */

export const chooseDeadlineWords = form({
  title: both('報告の締切', 'Deadlines'),
  submit: next,
  fields: {
    deadline: {
      label: both('締切を探す', 'Find a deadline'),
      hint: both('名称の一部を入れると候補が出ます。', 'Type a part of its title.'),
    },
  },
});

const due: FieldWords = {
  label: both('期限', 'Due'),
  hint: both(
    'R8.11.20、R8.11.20 17:00、交付決定 R8.10.1から30日後 のように。日が未定なら R8.11 のように月だけ（日付要確認になります）。',
    'Like R8.11.20, R8.11.20 17:00 or 交付決定 R8.10.1から30日後. A month alone, R8.11, stays to be confirmed.',
  ),
  example: both('R8.11.20', 'R8.11.20'),
};

export const deadlineWords = form({
  title: both('締切の登録', 'Deadline'),
  submit: save,
  fields: {
    title: { label: both('名称', 'Title'), example: both('事業実績報告', '事業実績報告') },
    areaIds: {
      label: both('提出する市町・地区', 'Who submits'),
      hint: both('提出するところを、すべて選んでください。', 'Choose all that must submit.'),
    },
    targetYear: {
      label: both('対象年度', 'Year reported on'),
      hint: both('何年度についての報告か。', 'Which fiscal year the report is about.'),
      example: both('R7', 'R7'),
    },
    due,
    submissionYear: {
      label: both('提出年度', 'Year of submission'),
      hint: both('提出する年度。空欄なら期限から決めます。', 'In which it is handed in. Left empty: by the due day.'),
      example: both('R8', 'R8'),
    },
    recipient: { label: both('提出先', 'Recipient'), example: both('三重県', '三重県') },
    closedDays: {
      ...closedDays,
      hint: both(
        '法令の期限は翌開庁日、照会・調査はそのままが普通です。',
        'Set by law: the next; enquiries: keep the day.',
      ),
    },
    leads: leads(both('14開庁日前・7開庁日前・1開庁日前', '14, 7 and 1 business days before')),
  },
});

export const deadlineDetailsWords = form({
  title: both('庁内の期限と担当', 'Steps and in charge'),
  submit: save,
  fields: {
    chain: {
      label: both('庁内の期限', 'Steps before'),
      hint: both(
        '委託先・起案・決裁などを順に、次の段階の何開庁日前かを書きます（例: 委託先 5, 起案 3, 決裁 1）。',
        'Each step in order with how many business days before the next one, like 委託先 5, 起案 3, 決裁 1.',
      ),
      example: both('委託先 5, 起案 3, 決裁 1', '委託先 5, 起案 3, 決裁 1'),
    },
    submitters: {
      label: both('提出者', 'Submitted by'),
      hint: both(
        '委託先を選ぶと、選んだ市町の連携拠点の担当者に知らせ、受理・差戻しは市町が行います。',
        'Its hub: the hub of each municipality is told and submits, and the municipality accepts or returns it.',
      ),
    },
    sectionId: section,
    inCharge,
    link,
    memo,
  },
});

export const confirmDeadlineWords = form({
  title: both('日付の確認', 'Confirm the date'),
  submit: both('確認する', 'Confirm'),
  fields: { due, submissionYear: deadlineWords.fields.submissionYear },
});

export const cancelDeadlineWords = form({
  title: both('締切の取りやめ', 'Withdraw the deadline'),
  submit: both('取りやめる', 'Withdraw'),
  fields: { reason: toldWhy },
});

/* ---- submissions ---- */

export const chooseSubmissionWords = form({
  title: both('市町を選ぶ', 'Choose'),
  submit: next,
  fields: { areaId: { label: both('市町・地区', 'Municipality') } },
});

export const submittedWords = form({
  title: both('提出済みにする', 'Submitted'),
  submit: both('記録する', 'Record'),
  fields: {
    date: day(both('提出日', 'Submitted on')),
    time: { ...time, label: both('提出時刻', 'Submitted at') },
    way: { label: both('提出方法', 'By'), example: both('電子メール', '電子メール') },
    documentNumber: { label: both('文書番号', 'Document number'), example: both('高福第12号', '高福第12号') },
    memo,
  },
});

export const notApplicableWords = form({
  title: both('該当なし', 'Not applicable'),
  submit: both('記録する', 'Record'),
  fields: { memo },
});

export const returnedWords = form({
  title: both('差戻し', 'Return it'),
  submit: both('差し戻す', 'Return'),
  fields: { ownDay: day(both('新しい期限', 'New due day')), reason: toldWhy },
});

export const acceptedWords = form({
  title: both('受理', 'Accept'),
  submit: both('受理する', 'Accept'),
  fields: { memo },
});

export const putOffWords = form({
  title: both('期限の延長', 'Put off'),
  submit: both('延ばす', 'Put off'),
  fields: { ownDay: day(both('この市町の期限', 'Due day of its own')), reason: toldWhy },
});

export const reopenWords = form({
  title: both('未提出に戻す', 'Reopen'),
  submit: both('戻す', 'Reopen'),
  fields: { reason: why(both('なぜ戻すか。履歴に残ります。', 'Why; it stays in the history.')) },
});
