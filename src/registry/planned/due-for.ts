import { countBusinessDays, type OfficeCalendar } from '../../calendar/business-days.ts';
import { type CalendarDate, daysBetween, todayIn } from '../../calendar/calendar-date.ts';
import type { ClockTime } from '../../calendar/office-time.ts';
import type { Tx } from '../../delivery/notice.ts';
import { type NoticePreference, USUAL_NOTICES } from '../../records/notice-preference.ts';
import { type Member, membershipsOf } from '../members/memberships.ts';
import { namesOf } from '../members/names.ts';
import { preferencesOf } from '../notices/kept-preferences.ts';
import type { AreaPeople } from '../notices/responsible.ts';
import { type DueLine, dueIn } from './due-lines.ts';
import { readNoticeSettings } from './office-calendars.ts';

/** What is due, as people read it. */
export interface DueTold extends DueLine {
  /** By name, or with whom the prefecture has to do with it; null: the prefecture's alone. */
  area: string | null;
  /** Until its day; null: it has passed, or is open. */
  left: Count | null;
  /** Since its day, where a report is late. */
  late: Count | null;
  inChargeName: string | null;
  /** By whose days it is counted. */
  office: OfficeCalendar;
  /** When that office sends what has a day. */
  deliveryTime: ClockTime;
}

interface Count {
  days: number;
  businessDays: number;
}

/**
 * What is due for somebody: of the areas and sections that this person works for, or only what is in the person's charge
 * where that was chosen (rules 9.6). For the prefecture also the dates that it is to confirm, and the
 * hearings that it holds.
 */
export async function dueFor(tx: Tx, user: string, now: Date): Promise<DueTold[]> {
  const today = todayIn(now);
  const works = (await membershipsOf(tx, user, today)).filter(({ role, deputyOf }) => role !== 'viewer' || deputyOf);
  const areaIds = [...new Set(works.map(({ areaId }) => areaId))];
  if (areaIds.length === 0) return [];
  const prefecture = works.some(({ role }) => role === 'prefecture');
  const { lines, people } = await dueIn(tx, areaIds, now, prefecture);
  const { scope } = (await preferencesOf(tx, [user])).get(user) ?? USUAL_NOTICES;
  return told(
    tx,
    lines.filter((line) => concerns(line, user, works, people, scope)),
    areaIds,
    today,
  );
}

function concerns(
  line: DueLine,
  user: string,
  works: readonly Member[],
  people: ReadonlyMap<string, AreaPeople>,
  scope: NoticePreference['scope'],
): boolean {
  if (line.areaId === null || line.inCharge === user) return true;
  // What a hub owes becomes its town's matter once it is overdue.
  const isHub = works.some(({ areaId, role }) => areaId === line.areaId && role === 'hub');
  if (line.byHub && !isHub && line.urgency !== 'overdue') return false;
  const section = (line.sectionId && people.get(line.areaId)?.sections.get(line.sectionId)) || null;
  const mine = works.filter(({ areaId }) => areaId === line.areaId);
  return scope === 'all' && mine.some((member) => [null, member.section].includes(section) || member.section === null);
}

/** With names, and how long is left. `areaIds`: for whom; what is the prefecture's is that of theirs. */
export async function told(
  tx: Tx,
  lines: readonly DueLine[],
  areaIds: readonly string[],
  today: CalendarDate,
): Promise<DueTold[]> {
  const ids = lines.flatMap(({ areaId, withAreas }) => areaId ?? withAreas);
  const areas = await tx.area.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const named = new Map(areas.map(({ id, name }) => [id, name]));
  const names = await namesOf(tx, { people: lines.flatMap(({ inCharge }) => inCharge ?? []), sections: [] });
  const { officeOf, rulesOf } = await readNoticeSettings(tx, areaIds);
  return lines.map((line) => ({
    ...line,
    ...countedTo(line, today, officeOf(line.areaId)),
    office: officeOf(line.areaId),
    deliveryTime: rulesOf(line.areaId).deliveryTime,
    area: (line.areaId ? [line.areaId] : line.withAreas).map((id) => named.get(id)).join('・') || null,
    inChargeName: line.inCharge && (names.get(line.inCharge) ?? null),
  }));
}

function countedTo(
  { when, urgency }: DueLine,
  today: CalendarDate,
  office: OfficeCalendar,
): Pick<DueTold, 'left' | 'late'> {
  const count = (from: CalendarDate, to: CalendarDate) => ({
    days: daysBetween(from, to),
    businessDays: countBusinessDays(from, to, office),
  });
  if (urgency === 'overdue' && when) return { left: null, late: count(when.to, today) };
  return { left: when && when.from >= today ? count(today, when.from) : null, late: null };
}
