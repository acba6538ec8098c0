import {
  businessDaysAfter,
  businessDaysBefore,
  countBusinessDays,
  defaultOffice,
  isBusinessDay,
} from '../../calendar/business-days.ts';
import { addDays, type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts';
import {
  fiscalYearName,
  fiscalYearOf,
  fiscalYearRange,
  formatFiscalYear,
  formatPlanPeriod,
  parsePlanPeriod,
  planPeriodOf,
} from '../../calendar/fiscal-year.ts';
import { HOLIDAY_YEARS, HolidaysUnknown, holidayName } from '../../calendar/holidays.ts';
import { formatDate } from '../../calendar/wareki.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { daysOfPeriod, yearOtherwise } from './days-of-period.ts';

const COUNTED =
  /(\d+|[一二三四五六七八九十]+)(開庁日|営業日|業務日|日|週間)(前|後|まえ|あと)|(\d+) (business |working |office )?(days?|weeks?) (before|after|prior to|from)/;
/** Days that one may count at once; a hundred years. */
const FARTHEST = 36_525;
const KANJI = '一二三四五六七八九十';

/** Questions about days and fiscal years alone: 「6/30の10開庁日前は？」「令和8年度っていつから？」; null where it is none. */
export function calendarAnswer(inquiry: Inquiry): Answer | null {
  try {
    return answerAboutDays(inquiry);
  } catch (error) {
    if (!(error instanceof HolidaysUnknown)) throw error;
    const { first, last } = HOLIDAY_YEARS;
    return emptyAnswer('calendar', inquiry.u.language, inquiry.words.holidaysUnknown(first, last));
  }
}

/** 「昨年度から始めた取組がある市町は？」 asks records, not what days the year has. */
export const asksWhoBegan = (text: string): boolean =>
  /(始め|始ま|開始|立ち上げ|設置|できた)/.test(text) && /市町|自治体|[たるい](町|市|所|ところ|とこ)|どこ/.test(text)
    ? !/いつ/.test(text)
    : /\b(towns?|cities|municipalit\w+)\b.*\b(started|began|begun|launched|set up)\b/.test(text);

function answerAboutDays(inquiry: Inquiry): Answer | null {
  const { u } = inquiry;
  const period = parsePlanPeriod(u.text.match(/第(\d+|[一二三四五六七八九十]+)期/)?.[0] ?? '');
  const content = inquiry.demands.some((demand) => demand.weight !== 'weak');
  const [date] = u.dates;
  const say = (headline: string): Answer => emptyAnswer('calendar', u.language, headline);
  const counted = u.text.match(COUNTED);
  if (date?.precision === 'day' && counted) return say(countedDay(inquiry, date.from, counted));
  if (u.places.length > 0 || asksWhoBegan(u.text)) return null;
  // 「How many days until the end of …」: words that only records explain are no subject of their own.
  const known = inquiry.demands.some(
    ({ weight, terms }) => weight !== 'weak' && terms.some(({ concept }) => concept !== null),
  );
  const otherwise = yearOtherwise(inquiry) ?? (known ? null : daysOfPeriod(inquiry));
  if (otherwise !== null) return say(otherwise);
  if (period !== null && /いつ|何年度?から|いつまで/.test(u.text) && !inquiry.has('planned-value', 'actual-value'))
    return say(formatPlanPeriod(period, u.language));
  const aboutDay = date?.precision === 'day' && /holiday|business day|working day|day of the week|weekday/.test(u.text);
  const aboutYear = /\bwhen does (fiscal|fy|reiwa|the fiscal)/.test(u.text);
  if (content && !aboutDay && !aboutYear) return null;
  if (period !== null && /いつ|何年|期間|から|when|which year/.test(u.text))
    return say(formatPlanPeriod(period, u.language));
  if (!date) return null;
  if (date.precision === 'day') {
    if (
      !/何曜日|曜日|休み|祝日|開庁日|営業日|平日|何年度|weekday|holiday|day of the week|business day|fiscal year|あと何日|何日|何開庁日|何営業日|how many (\w+ )?days/.test(
        u.text,
      )
    )
      return null;
    return say(dayFacts(inquiry, date.from));
  }
  if (date.fiscalYear !== undefined && /いつ|から|まで|期間|何期|\b(when|starts?|begins?|ends?|until)\b/.test(u.text)) {
    const plan = planPeriodOf(date.fiscalYear);
    const range = fiscalYearRange(date.fiscalYear);
    const days =
      u.language === 'ja'
        ? `${formatDate(range.from, 'ja')}から${formatDate(range.to, 'ja')}まで`
        : `from ${formatDate(range.from, 'en')} to ${formatDate(range.to, 'en')}`;
    return say(
      `${formatFiscalYear(date.fiscalYear, u.language)}\n${fiscalYearName(date.fiscalYear, u.language)}: ${days}${plan ? `\n${formatPlanPeriod(plan, u.language)}` : ''}`,
    );
  }
  return null;
}

function countedDay(inquiry: Inquiry, day: CalendarDate, match: RegExpMatchArray): string {
  const { language } = inquiry.u;
  const raw = match[1] ?? match[4] ?? '1';
  const count = /\d/.test(raw) ? Number(raw) : kanjiNumber(raw);
  const unit = match[2] ?? `${match[5] ?? ''}${match[6] ?? ''}`;
  const before = /前|まえ|before|prior/.test(match[3] ?? match[7] ?? '');
  const business = /開庁|営業|業務|business|working|office/.test(unit);
  const days = /週|week/.test(unit) ? count * 7 : count;
  if (days > FARTHEST) return inquiry.words.tooFar;
  const office = inquiry.calendars.ofAreas(inquiry.concerned);
  const result = business
    ? before
      ? businessDaysBefore(day, count, office)
      : businessDaysAfter(day, count, office)
    : addDays(day, before ? -days : days);
  const shown = formatDate(result, language);
  const note =
    business || isBusinessDay(result, office)
      ? ''
      : language === 'ja'
        ? '\nその日は閉庁日です。'
        : '\nThat day the office is closed.';
  const what =
    language === 'ja'
      ? `${formatDate(day, 'ja')}の${match[0]}は、${shown}です。`
      : `${match[0]} ${formatDate(day, 'en')}: ${shown}.`;
  return `${what}${business ? leftOut[language](office !== defaultOffice) : ''}${note}`;
}

/** What was not counted; `own`: days on which an office is closed were entered. */
const leftOut = {
  ja: (own: boolean) =>
    `（土日・祝日・${own ? '年末年始・登録された閉庁日' : '12/29〜1/3'}を除き、基準日は数えません）`,
  en: (own: boolean) =>
    ` (weekends, holidays and ${own ? 'the office’s closed days' : '29 Dec – 3 Jan'} left out; the day itself is not counted)`,
};

const kanjiNumber = (text: string): number => {
  if (text.length === 1) return KANJI.indexOf(text) + 1;
  const [tens = '', ones = ''] = text.split('十');
  return (tens ? KANJI.indexOf(tens) + 1 : 1) * 10 + (ones ? KANJI.indexOf(ones) + 1 : 0);
};

function dayFacts(inquiry: Inquiry, day: CalendarDate): string {
  const { language } = inquiry.u;
  const holiday = holidayName(day);
  const office = inquiry.calendars.ofAreas(inquiry.concerned);
  const open = isBusinessDay(day, office);
  const today = inquiry.today as CalendarDate;
  const left = daysBetween(today, day);
  if (language === 'en') {
    return `${formatDate(day, 'en')}: ${open ? 'the office is open' : `the office is closed${holiday ? ` (${holiday})` : ''}`}; ${fiscalYearName(fiscalYearOf(day), 'en')}.${left > 0 ? ` ${left} days from today (${countBusinessDays(today, day, office)} business days).` : ''}`;
  }
  const until = left > 0 ? `。あと${left}日（${countBusinessDays(today, day, office)}開庁日）` : '';
  return `${formatDate(day, 'ja')}は${open ? '開庁日' : `閉庁日${holiday ? `（${holiday}）` : ''}`}で、${fiscalYearName(fiscalYearOf(day), 'ja')}です${until}。`;
}
