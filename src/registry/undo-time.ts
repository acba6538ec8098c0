import { businessDaysAfter } from '../calendar/business-days.ts';
import { type CalendarDate, todayIn } from '../calendar/calendar-date.ts';
import type { Tx } from './editing/editor.ts';
import { readOffices } from './planned/office-calendars.ts';

/**
 * The last day on which somebody's own change can be taken back (rules 5.7): so many business days after it as the office
 * set ⚙, counted by its own days; of several areas the longest time. Without areas: as the prefecture set it.
 */
export async function lastUndoDay(tx: Tx, areaIds: readonly string[], changed: Date): Promise<CalendarDate> {
  const { calendars, rules } = await readOffices(tx);
  const day = todayIn(changed);
  const days = areaIds.map((id) => businessDaysAfter(day, rules.ofArea(id).undoDays, calendars.ofArea(id)));
  const common = businessDaysAfter(day, rules.ofPrefecture([]).undoDays);
  return days.reduce((last, each) => (each > last ? each : last), days[0] ?? common);
}
