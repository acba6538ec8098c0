import { type CalendarDate, firstOfMonth, lastOfMonth } from './calendar-date.ts';
import { ERAS, eraYear, formatDate, type Language } from './wareki.ts';

/**
 * A western year by its Japanese ones: 平成30年, or where an era ended in it 平成31年（4月30日まで）・令和元年（5月1日から）.
 * Empty before Meiji.
 */
export function japaneseYears(year: number, language: Language): string {
  const [first, last] = [firstOfMonth(year, 1), lastOfMonth(year, 12)];
  const eras = ERAS.filter((era) => era.first <= last && (era.last === null || era.last >= first));
  return eras
    .map((era) => {
      const named =
        language === 'ja'
          ? `${era.name}${eraYear(year - era.firstYear + 1)}年`
          : `${era.english} ${year - era.firstYear + 1}`;
      const end = era.last !== null && era.last < last ? era.last : null;
      return `${named}${within(era.first > first ? era.first : null, end, language)}`;
    })
    .join(language === 'ja' ? '・' : ', ');
}

function within(from: CalendarDate | null, to: CalendarDate | null, language: Language): string {
  if (from !== null)
    return language === 'ja' ? `（${monthDay(from)}から）` : ` (from ${formatDate(from, 'en').replace(/ \(.*/, '')})`;
  if (to === null) return '';
  return language === 'ja' ? `（${monthDay(to)}まで）` : ` (to ${formatDate(to, 'en').replace(/ \(.*/, '')})`;
}

const monthDay = (date: CalendarDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
