import type { ClosedBecause, ShiftRule } from '../calendar/business-days.ts';
import { type CalendarDate, partsOf, weekdayOf } from '../calendar/calendar-date.ts';
import { formatDate, MONTHS_EN, WEEKDAYS_EN, WEEKDAYS_JA } from '../calendar/wareki.ts';
import type { LeadTime } from '../records/lead-time.ts';
import type { Nth, Recurrence } from '../records/recurrence.ts';
import type { Language } from './labels.ts';

// Rhythms, shifts and lead times as people read them: in forms, previews and notices.

type Both = Record<Language, string>;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** 7開庁日前, 14日前, 当日. */
export function leadWords({ unit, count }: LeadTime, language: Language): string {
  if (count === 0) return language === 'ja' ? '当日' : 'on the day';
  if (language === 'ja') return `${count}${unit === 'days' ? '日' : '開庁日'}前`;
  return `${plural(count, unit === 'days' ? 'day' : 'business day')} before`;
}

/** Lead times as they are typed: 14開庁日前, 7開庁日前, 1開庁日前. */
export function leadsWords(leads: readonly LeadTime[], language: Language): string {
  return leads.map((lead) => leadWords(lead, language)).join(', ');
}

/** Said where lead times cannot be read. */
export function leadsUnreadable(piece: string, language: Language): string {
  return language === 'ja'
    ? `「${piece}」を読み取れません。「7開庁日前, 14日前, 当日」のように書いてください。`
    : `“${piece}” is no lead time. Write it like “7 business days before, 14 days before, on the day”.`;
}

/** What is left until a day: あと3開庁日, and 本日 on the day itself. */
export function leftWords(left: { days: number; businessDays: number }, language: Language): string {
  if (left.days === 0) return language === 'ja' ? '本日' : 'today';
  // A Saturday after the last business day: no business day is left, but a day is.
  if (left.businessDays === 0) return language === 'ja' ? `あと${left.days}日` : `${plural(left.days, 'day')} left`;
  return language === 'ja' ? `あと${left.businessDays}開庁日` : `${plural(left.businessDays, 'business day')} left`;
}

export const closedDayRuleWords: Record<ShiftRule, Both> = {
  'as-is': { ja: 'そのまま', en: 'keep the day' },
  previous: { ja: '前開庁日', en: 'the business day before' },
  next: { ja: '翌開庁日', en: 'the next business day' },
};

const closedOn: Record<Exclude<ClosedBecause['why'], 'holiday'>, Both> = {
  saturday: { ja: '土曜日', en: 'a Saturday' },
  sunday: { ja: '日曜日', en: 'a Sunday' },
  'year-end': { ja: '年末年始', en: 'the turn of the year' },
  'own-closure': { ja: '閉庁日', en: 'a day on which the office is closed' },
};

/** Why an office is closed: 土曜日, 国民の休日, 年末年始. Holidays keep their Japanese names. */
export function closedWords(because: ClosedBecause, language: Language): string {
  return because.why === 'holiday' ? because.name : closedOn[because.why][language];
}

/** A shift as the preview says it: 令和8年5月4日（月）はみどりの日のため、令和8年5月7日（木）に行います。 */
export function shiftWords(
  { written, day, closed }: { written: CalendarDate; day: CalendarDate; closed: ClosedBecause | null },
  language: Language,
): string | null {
  if (!closed) return null;
  const [from, to, why] = [formatDate(written, language), formatDate(day, language), closedWords(closed, language)];
  if (written === day)
    return language === 'ja' ? `${from}は閉庁日（${why}）です。` : `${from}: the office is closed (${why}).`;
  return language === 'ja' ? `${from}は${why}のため、${to}にします。` : `${from} is ${why}: moved to ${to}.`;
}

/** Said beside a due day on which nobody is there to receive: 実質は令和8年11月13日（金）です。 */
export function practicalWords(
  { day, practical }: { day: CalendarDate; practical: CalendarDate },
  language: Language,
): string | null {
  if (day === practical) return null;
  return language === 'ja'
    ? `実質は${formatDate(practical, 'ja')}です。`
    : `In practice: ${formatDate(practical, 'en')}.`;
}

const NTH_EN: Record<Nth, string> = { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', 5: '5th', last: 'last' };
const MONTH_END = 31;

/** A rhythm in words: 毎月第2・第4火曜日, 3か月ごとの月末, 2週間ごとの金曜日, 年4回. `from` is its first day. */
export function rhythmWords(recurrence: Recurrence, from: CalendarDate, language: Language): string {
  return language === 'ja' ? rhythmJa(recurrence, from) : rhythmEn(recurrence, from);
}

function rhythmJa(recurrence: Recurrence, from: CalendarDate): string {
  const { month, day } = partsOf(from);
  switch (recurrence.rhythm) {
    case 'weekday-of-month': {
      const nths = recurrence.nths.map((nth) => (nth === 'last' ? '最終' : `第${nth}`)).join('・');
      return `${everyJa(recurrence.months, '毎月', 'か月')}${nths}${WEEKDAYS_JA[recurrence.weekday]}曜日`;
    }
    case 'day-of-month':
      return `${everyJa(recurrence.months, '毎月', 'か月')}${recurrence.day === MONTH_END ? '末日' : `${recurrence.day}日`}`;
    case 'weeks':
      return `${everyJa(recurrence.interval, '毎週', '週間')}${WEEKDAYS_JA[weekdayOf(from)]}曜日`;
    case 'years':
      return `${everyJa(recurrence.interval, '毎年', '年')}${month}月${day}日`;
    case 'dates':
      return `指定日（${recurrence.days.length}日）`;
    case 'times-a-year':
      return `年${recurrence.times}回`;
  }
}

const everyJa = (interval: number, each: string, unit: string) => (interval === 1 ? each : `${interval}${unit}ごとの`);

function rhythmEn(recurrence: Recurrence, from: CalendarDate): string {
  const { month, day } = partsOf(from);
  switch (recurrence.rhythm) {
    case 'weekday-of-month': {
      const nths = recurrence.nths.map((nth) => NTH_EN[nth]).join(' and ');
      return `${nths} ${WEEKDAYS_EN[recurrence.weekday]} of ${everyEn(recurrence.months, 'month')}`;
    }
    case 'day-of-month':
      return `${recurrence.day === MONTH_END ? 'last day' : `day ${recurrence.day}`} of ${everyEn(recurrence.months, 'month')}`;
    case 'weeks':
      return `${WEEKDAYS_EN[weekdayOf(from)]} of ${everyEn(recurrence.interval, 'week')}`;
    case 'years':
      return `${day} ${MONTHS_EN[month - 1]} of ${everyEn(recurrence.interval, 'year')}`;
    case 'dates':
      return `${plural(recurrence.days.length, 'chosen day')}`;
    case 'times-a-year':
      return `${plural(recurrence.times, 'time')} a year`;
  }
}

const everyEn = (interval: number, unit: string) => (interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`);
