import holidayJp from '@holiday-jp/holiday_jp';
import { type CalendarDate, partsOf } from './calendar-date.ts';
import { holidaysByLaw } from './holiday-law.ts';

/** The years whose holidays are known: by data, then by the law of today, as far as equinoxes can be forecast. */
export const HOLIDAY_YEARS = { first: 1970, last: 2150 } as const;

/** Asked about a year whose holidays are not known, where a guess would be wrong. */
export class HolidaysUnknown extends RangeError {
  constructor(readonly year: number) {
    super(`National holidays are known for ${HOLIDAY_YEARS.first}–${HOLIDAY_YEARS.last}, not for ${year}.`);
    this.name = 'HolidaysUnknown';
  }
}

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
const LAST_YEAR_OF_DATA = 2050;

const computed = new Map<number, ReadonlyMap<CalendarDate, string>>();

function computedFor(year: number): ReadonlyMap<CalendarDate, string> {
  const known = computed.get(year) ?? holidaysByLaw(year);
  computed.set(year, known);
  return known;
}

/**
 * The name of a national holiday, 振替休日 and 国民の休日 included; null on any other day.
 * Throws `HolidaysUnknown` outside `HOLIDAY_YEARS`.
 */
export function holidayName(date: CalendarDate): string | null {
  const { year } = partsOf(date);
  if (year < HOLIDAY_YEARS.first || year > HOLIDAY_YEARS.last) throw new HolidaysUnknown(year);
  return (year <= LAST_YEAR_OF_DATA ? NAMES : computedFor(year)).get(date) ?? null;
}
