import holidayJp from '@holiday-jp/holiday_jp';
import type { CalendarDate } from './calendar-date.ts';

// Where the package's name is not the one people know: 休日 alone is 国民の休日 (between two holidays).
const KNOWN_AS: Readonly<Record<string, string>> = {
  休日: '国民の休日',
  '体育の日（スポーツの日）': '体育の日',
};
const KNOWN_ON: Readonly<Record<string, string>> = {
  '2019-05-01': '天皇の即位の日',
  '2019-10-22': '即位礼正殿の儀',
};

function shownName(date: string, name: string): string {
  // Which holiday is replaced the package gets wrong in May (it always says こどもの日), so it is left out.
  if (name.endsWith('振替休日')) return '振替休日';
  return KNOWN_ON[date] ?? KNOWN_AS[name] ?? name;
}

// The package's own functions take a Date and read it in the host's time zone; its data are keyed by day.
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.values(holidayJp.holidays).map(({ date, name }) => [date, shownName(date, name)]),
);

/** The name of a national holiday, 振替休日 and 国民の休日 included; null on any other day. The data reach from 1970 to 2050. */
export function holidayName(date: CalendarDate): string | null {
  return NAMES.get(date) ?? null;
}
