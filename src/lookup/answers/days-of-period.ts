import { countBusinessDays } from '../../calendar/business-days.ts';
import { addDays, type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts';
import { fiscalYearOf, fiscalYearRange, formatFiscalYear } from '../../calendar/fiscal-year.ts';
import { formatSpan } from '../../calendar/span-text.ts';
import { formatDate } from '../../calendar/wareki.ts';
import { japaneseYears } from '../../calendar/year-names.ts';
import type { Inquiry } from '../inquiry.ts';
import type { SpokenDate } from '../spoken-dates.ts';

const NUMBER_OF_DAYS =
  /何(日|開庁日|営業日|業務日)|(日数|日)(は|って)?いくつ|日数|how many (\w+ )?days|number of (\w+ )?days/;
const OF_THE_OFFICE = /開庁日|営業日|業務日|役所が開|business days?|working days?|office days?/;
const STILL_LEFT = /残り|のこり|残って|あと|まで|\b(left|remain\w*|until|till|to go)\b/;
const END_OF_FISCAL_YEAR = /年度末|年度(の|が)?(終わ|おわ|残)|\bend of (the|this) (fiscal|financial) year\b/;
const MONTH_DAYS = 31;
/** A period longer than this is not counted day by day. */
const LONGEST = MONTH_DAYS * 12 * 5;

/** 「年度末まであと何開庁日？」「12月の開庁日は何日？」; null where the days of no period are to be counted. */
export function daysOfPeriod(inquiry: Inquiry): string | null {
  const { u, words } = inquiry;
  const [date] = u.dates;
  if (!NUMBER_OF_DAYS.test(u.text) || date?.precision === 'day') return null;
  const today = inquiry.today as CalendarDate;
  const period = date ?? (END_OF_FISCAL_YEAR.test(u.text) ? fiscalYearRange(fiscalYearOf(today)) : null);
  if (!period || daysBetween(period.from, period.to) > LONGEST) return null;
  const office = inquiry.calendars.ofAreas(inquiry.concerned);
  if (STILL_LEFT.test(u.text)) {
    if (period.to <= today) return words.periodOver(formatDate(period.to, u.language));
    const from = period.from > today ? addDays(period.from, -1) : today;
    const start = STARTS_LATER.test(u.text) ? from : today;
    return words.daysLeft({
      until: formatDate(period.to, u.language),
      days: daysBetween(start, period.to),
      open: countBusinessDays(start, period.to, office),
    });
  }
  if (!OF_THE_OFFICE.test(u.text) || !date) return null;
  return words.openDaysIn(formatSpan(date, u.language), countBusinessDays(addDays(date.from, -1), date.to, office));
}

/** 「来月の残り」 counts from the first day of that month, 「来月末まで」 from today. */
const STARTS_LATER = /残り|のこり|\bleft in\b/;

const OTHER_CALENDAR =
  /西暦|和暦|(令和|平成|昭和|大正|明治)(では|だと|でいうと|で言うと|の)?何年|\b(western|gregorian|japanese) (calendar|year|era)|\b(reiwa|heisei|showa) (year )?what|\b(which|what) (year )?(in |of )?(reiwa|heisei|showa)\b/;

/** 「平成30年って西暦で何年？」「2027年度は令和何年度？」; null where no year is to be told otherwise. */
export function yearOtherwise({ u }: Inquiry): string | null {
  const [date, ...others] = u.dates;
  if (!date || others.length > 0 || !OTHER_CALENDAR.test(u.text)) return null;
  if (date.precision === 'day') return bothWays(date, u.language);
  const year = Number(date.from.slice(0, 4));
  if (date.precision === 'fiscal-year') return formatFiscalYear(year, u.language);
  if (date.precision !== 'year') return null;
  return u.language === 'ja'
    ? `西暦${year}年は、${japaneseYears(year, 'ja')}です。`
    : `${year}: ${japaneseYears(year, 'en')}.`;
}

const bothWays = ({ from }: SpokenDate, language: 'ja' | 'en'): string => {
  const [year, month, day] = from.split('-').map(Number);
  return language === 'ja'
    ? `${formatDate(from, 'ja')}は、西暦${year}年${month}月${day}日です。`
    : formatDate(from, 'en');
};
