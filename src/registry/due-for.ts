import { countBusinessDays, defaultOffice, type OfficeCalendar } from '../calendar/business-days.ts';
import { type CalendarDate, daysBetween, todayIn } from '../calendar/calendar-date.ts';
import type { Tx } from '../delivery/notice.ts';
import { type NoticePreference, USUAL_NOTICES } from '../records/notice-preference.ts';
import { type DueLine, dueIn } from './due-lines.ts';
import { preferencesOf } from './kept-preferences.ts';
import { type Member, membershipsOf } from './memberships.ts';
import { namesOf } from './names.ts';
import { readCalendars } from './office-calendars.ts';
import type { AreaPeople } from './responsible.ts';

/** What is due, as people read it. */
export interface DueTold extends DueLine {
  /** By name; null: the prefecture's. */
  area: string | null;
  /** Until its day; null: it has passed, or is open. */
  left: Count | null;
  /** Since its day, where a report is late. */
  late: Count | null;
  inChargeName: string | null;
  /** By whose days it is counted. */
  office: OfficeCalendar;
}

interface Count {
  days: number;
  businessDays: number;
}

/**
 * What is due for somebody: of the areas and sections that this person works for, or only what is in the person's charge
 * where that was chosen (rules 9.6). For the prefecture also the dates that it is to confirm.
 */
export async function dueFor(tx: Tx, user: string, now: Date): Promise<DueTold[]> {
  const today = todayIn(now);
  const works = (await membershipsOf(tx, user, today)).filter(({ role, deputyOf }) => role !== 'viewer' || deputyOf);
  const areaIds = [...new Set(works.map(({ areaId }) => areaId))];
  if (areaIds.length === 0) return [];
  const templates = works.some(({ role }) => role === 'prefecture');
  const { lines, people } = await dueIn(tx, areaIds, now, templates);
  const { scope } = (await preferencesOf(tx, [user])).get(user) ?? USUAL_NOTICES;
  return told(
    tx,
    lines.filter((line) => concerns(line, user, works, people, scope)),
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
  const section = (line.sectionId && people.get(line.areaId)?.sections.get(line.sectionId)) || null;
  const mine = works.filter(({ areaId }) => areaId === line.areaId);
  return scope === 'all' && mine.some((member) => [null, member.section].includes(section) || member.section === null);
}

/** With names, and how long is left. */
export async function told(tx: Tx, lines: readonly DueLine[], today: CalendarDate): Promise<DueTold[]> {
  const ids = lines.flatMap(({ areaId }) => areaId ?? []);
  const areas = await tx.area.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = await namesOf(tx, { people: lines.flatMap(({ inCharge }) => inCharge ?? []), sections: [] });
  const calendars = await readCalendars(tx);
  const officeOf = ({ areaId }: DueLine) => (areaId === null ? defaultOffice : calendars.ofArea(areaId));
  return lines.map((line) => ({
    ...line,
    ...countedTo(line, today, officeOf(line)),
    office: officeOf(line),
    area: areas.find(({ id }) => id === line.areaId)?.name ?? null,
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
