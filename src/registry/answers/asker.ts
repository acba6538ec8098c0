import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { DateRange } from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { Asker } from '../../lookup/asker.ts';
import { savedIn } from '../look-back.ts';
import { isInForce } from '../members/memberships.ts';
import type { PersonKey } from '../members/people.ts';
import { type Administrators, rightsOf } from '../members/permissions.ts';

/** What a question may hang on of the person who asks it, as it stands on a day; with what was `saved` in a time. */
export async function askerOf(
  prisma: Client,
  person: PersonKey,
  day: CalendarDate,
  administrators: Administrators,
  saved: DateRange | null,
): Promise<Asker> {
  const [rights, known, then] = await Promise.all([
    rightsOf(prisma, person, day, administrators),
    prisma.person.findUnique({ where: { team_user: person }, select: { email: true } }),
    saved ? savedIn(prisma, saved) : [],
  ]);
  const own = [person.user, ...(known?.email ? [known.email] : [])];
  const rows = rights.deactivated ? [] : await prisma.membership.findMany({ where: { user: { in: own } } });
  const members = rows.filter((row) => isInForce(row, day));
  const ofTowns = members.filter(({ role }) => role !== 'prefecture');
  return {
    areaIds: [...new Set(ofTowns.map(({ areaId }) => areaId))],
    keys: [...own, ...members.flatMap(({ deputyOf }) => deputyOf ?? [])],
    sectionIds: members.flatMap(({ sectionId }) => sectionId ?? []),
    prefecture: rights.mayAdminister,
    saved: then,
    seesSubmissionsOf: (area) => rights.seesSubmissionsOf(area),
  };
}
