import type { ShiftRule } from '../calendar/business-days.ts';
import { type CalendarDate, parseIso } from '../calendar/calendar-date.ts';
import { formatDate } from '../calendar/wareki.ts';
import type { LeadTime } from '../records/lead-time.ts';
import type { AfterEvent, ChainLink, Handover, Submitters } from '../records/planned.ts';
import { Recurrence } from '../records/recurrence.ts';
import type { MeetingPlanKind, OccurrenceStatus, SubmissionStatus } from '../records/vocabulary.ts';
import type { Language } from './labels.ts';
import { closedDayRuleWords, leadsWords, rhythmWords } from './schedule.ts';

// Meetings and reporting deadlines: what their fields are called, and what stands in them.

type Both = Record<Language, string>;
type Labels = Readonly<Record<string, { label: Both }>>;

const both = (ja: string, en: string): Both => ({ ja, en });
const label = (ja: string, en: string) => ({ label: both(ja, en) });

export const meetingPlanKindWords: Record<MeetingPlanKind, Both> = {
  meeting: both('会議・研修', 'Meeting'),
  duty: both('定例の業務', 'Recurring duty'),
};

export const occurrenceStatusWords: Record<OccurrenceStatus, Both> = {
  planned: both('予定', 'planned'),
  'date-unconfirmed': both('日付要確認', 'date to be confirmed'),
  'date-open': both('日程未定', 'date open'),
  postponed: both('延期（日程未定）', 'postponed, date open'),
  'in-writing': both('書面開催', 'held in writing'),
  cancelled: both('中止', 'cancelled'),
  held: both('開催済み', 'held'),
};

/** How a date stands, in the words of a meeting or of a duty, which nobody holds. */
export const occurrenceStatusOf = (status: OccurrenceStatus, kind: MeetingPlanKind): Both =>
  kind === 'duty' && status === 'held' ? both('実施済み', 'done') : occurrenceStatusWords[status];

/** Who submits: the areas themselves, or their hubs. */
export const submittersWords: Record<Submitters, Both> = {
  areas: both('市町・地区', 'the municipality'),
  hubs: both('委託先（連携拠点）', 'its hub'),
};

export const submissionStatusWords: Record<SubmissionStatus, Both> = {
  open: both('未提出', 'not submitted'),
  submitted: both('提出済み', 'submitted'),
  'not-applicable': both('該当なし', 'not applicable'),
  returned: both('差戻し', 'returned'),
  accepted: both('受理', 'accepted'),
};

/** Why a date is called off that people were told of, where its meeting got another rhythm; kept with the record. */
export const OTHER_RHYTHM = '日程の決め方が変わったため';

const inCharge: Labels = {
  sectionId: label('担当課・係', 'Section in charge'),
  inCharge: label('担当者', 'Person in charge'),
  handover: label('引継ぎ', 'Handover'),
};

/** By kind of record: what its fields are called. */
export const plannedFieldWords = {
  meetingPlan: {
    areaIds: label('市町・地区', 'Municipalities'),
    ownerId: label('主催', 'Convened by'),
    kind: label('種類', 'Kind'),
    title: label('名称', 'Title'),
    ...inCharge,
    time: label('開始時刻', 'Begins at'),
    location: label('会場', 'Venue'),
    link: label('リンク', 'Link'),
    memo: label('メモ', 'Memo'),
    recurrence: label('日程', 'Rhythm'),
    from: label('初回の日', 'First day'),
    until: label('最終の日', 'Last day'),
    fiscalYear: label('年度', 'Fiscal year'),
    closedDays: label('閉庁日に当たるとき', 'On a closed day'),
    leads: label('リマインド', 'Reminders'),
    initiativeIds: label('実績を反映する取組', 'Initiatives to update'),
  },
  occurrence: {
    planId: label('会議', 'Meeting'),
    date: label('日付', 'Date'),
    time: label('開始時刻', 'Begins at'),
    location: label('会場', 'Venue'),
    fiscalYear: label('年度', 'Fiscal year'),
    status: label('状況', 'Status'),
    reason: label('理由', 'Reason'),
    participants: label('参加者数', 'Participants'),
    memo: label('メモ', 'Memo'),
  },
  deadline: {
    areaIds: label('提出する市町・地区', 'Who submits'),
    submitters: label('提出者', 'Submitted by'),
    title: label('名称', 'Title'),
    targetYear: label('対象年度', 'Fiscal year reported on'),
    submissionYear: label('提出年度', 'Fiscal year of submission'),
    date: label('期限', 'Due day'),
    event: label('起算日', 'Counted from'),
    confirmed: label('日付の確認', 'Date confirmed'),
    dueTime: label('期限の時刻', 'Due time'),
    recipient: label('提出先', 'Recipient'),
    ...inCharge,
    closedDays: label('閉庁日に当たるとき', 'On a closed day'),
    chain: label('庁内の期限', 'Steps before'),
    leads: label('リマインド', 'Reminders'),
    link: label('リンク', 'Link'),
    memo: label('メモ', 'Memo'),
    cancelled: label('取りやめ', 'Withdrawn'),
    reason: label('理由', 'Reason'),
  },
  submission: {
    deadlineId: label('締切', 'Deadline'),
    areaId: label('市町・地区', 'Municipality'),
    status: label('提出状況', 'Status'),
    date: label('提出日', 'Submitted on'),
    time: label('提出時刻', 'Submitted at'),
    way: label('提出方法', 'By'),
    documentNumber: label('文書番号', 'Document number'),
    ownDay: label('この市町の期限', 'Due day of its own'),
    reason: label('理由', 'Reason'),
    memo: label('メモ', 'Memo'),
  },
} as const satisfies Record<string, Labels>;

/** What stands in a field that is more than a text; null where it is one. */
export function plannedValue(
  field: string,
  value: unknown,
  language: Language,
  nameOf: (id: string) => string,
): string | null {
  if (typeof value === 'string') {
    const day = DAYS.has(field) ? parseIso(value) : null;
    return day && formatDate(day, language);
  }
  switch (field) {
    case 'recurrence': {
      const recurrence = Recurrence.safeParse(value).data;
      return recurrence ? rhythm(recurrence, language) : null;
    }
    case 'leads':
      return leadsWords(value as LeadTime[], language);
    case 'handover': {
      const { to, from } = value as Handover;
      const day = formatDate(from, language);
      return language === 'ja' ? `${day}から ${nameOf(to)}` : `from ${day}: ${nameOf(to)}`;
    }
    case 'event': {
      const { name, day, daysAfter } = value as AfterEvent;
      const of = [name, formatDate(day, language)].filter(Boolean).join(' ');
      return language === 'ja' ? `${of}から${daysAfter}日後` : `${daysAfter} days after ${of}`;
    }
    case 'chain':
      return (value as ChainLink[])
        .map(({ name, businessDaysBefore }) => step(name, businessDaysBefore, language))
        .join(' → ');
    default:
      return null;
  }
}

const DAYS = new Set(['from', 'until', 'ownDay']);

const ANY_DAY = '2024-04-01' as CalendarDate;

/** Without its first day, which is a field of its own. */
function rhythm(recurrence: Recurrence, language: Language): string {
  if (recurrence.rhythm === 'dates') return recurrence.days.map((day) => formatDate(day, language)).join('、');
  if (recurrence.rhythm === 'weeks')
    return language === 'ja' ? `${recurrence.interval}週間ごと` : `every ${recurrence.interval} weeks`;
  if (recurrence.rhythm === 'years')
    return language === 'ja' ? `${recurrence.interval}年ごと` : `every ${recurrence.interval} years`;
  return rhythmWords(recurrence, ANY_DAY, language);
}

const step = (name: string, days: number, language: Language) =>
  language === 'ja' ? `${name}（${days}開庁日前）` : `${name} (${days} business days before)`;

/** What may be chosen in a field, by kind of record and field. */
export const plannedChoices: Readonly<Record<string, Readonly<Record<string, Both>>>> = {
  'meetingPlan.kind': meetingPlanKindWords,
  'meetingPlan.closedDays': closedDayRuleWords satisfies Record<ShiftRule, Both>,
  'occurrence.status': occurrenceStatusWords,
  'deadline.closedDays': closedDayRuleWords,
  'deadline.submitters': submittersWords,
  'submission.status': submissionStatusWords,
};
