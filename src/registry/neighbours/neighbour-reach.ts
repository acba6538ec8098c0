import { type OfficeCalendar, shift } from '../../calendar/business-days.ts';
import { addDays, type CalendarDate, todayIn } from '../../calendar/calendar-date.ts';
import { instantAt } from '../../calendar/office-time.ts';
import type { Tx } from '../../delivery/notice.ts';
import type { OfficeRules } from '../../records/office-settings.ts';
import { NOBODY_NAMED, peopleOf, responsibleAmong } from '../notices/responsible.ts';

// Where and when an area hears of its neighbours' questions.

export interface Reach {
  /** Its channel, or without one whoever is in charge; null: there is nobody to tell. */
  to: string | null;
  /** Who is in charge, by user id. */
  inCharge: string | null;
  manager: string | null;
  /** When it was last asked something. */
  lastTold: CalendarDate | null;
}

/** Where each of these areas is told, and when it last was: beside the notice `except`. */
export async function reachOf(
  tx: Tx,
  areaIds: readonly string[],
  today: CalendarDate,
  except = '',
): Promise<ReadonlyMap<string, Reach>> {
  const ids = [...areaIds];
  const areas = await tx.area.findMany({ where: { id: { in: ids } }, select: { id: true, channel: true } });
  const people = await peopleOf(tx, ids, [], today);
  const told = await tx.neighbourAsked.groupBy({
    by: ['areaId'],
    where: { areaId: { in: ids }, toldOn: { not: null }, NOT: { noticeId: except } },
    _max: { toldOn: true },
  });
  const last = new Map(told.map(({ areaId, _max }) => [areaId, _max.toldOn as CalendarDate | null]));
  return new Map(
    areas.map(({ id, channel }) => {
      const of = people.get(id);
      const { user = null, manager = null } = of ? responsibleAmong(of, NOBODY_NAMED, today, false) : {};
      return [id, { to: channel ?? user, inCharge: user, manager, lastTold: last.get(id) ?? null }];
    }),
  );
}

/** Whether an area was asked something so lately that it is left in peace. */
export const isInPeace = (
  { lastTold }: Pick<Reach, 'lastTold'>,
  today: CalendarDate,
  { neighbourDays }: OfficeRules,
): boolean => lastTold !== null && addDays(lastTold, neighbourDays) > today;

/** The next day on which an area may be asked something: a business day of its own, in the hour of notices. */
export function nextAskingDay(
  { lastTold }: Pick<Reach, 'lastTold'>,
  now: Date,
  office: OfficeCalendar,
  { deliveryTime, neighbourDays }: OfficeRules,
): CalendarDate {
  const today = todayIn(now);
  const soonest = instantAt(today, deliveryTime) > now ? today : addDays(today, 1);
  const free = lastTold === null ? soonest : addDays(lastTold, neighbourDays);
  return shift(free > soonest ? free : soonest, 'next', office);
}
