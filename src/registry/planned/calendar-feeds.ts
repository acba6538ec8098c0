import { createHash, randomBytes } from 'node:crypto';
import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { Administration } from '../members/administering.ts';
import type { PersonKey } from '../members/people.ts';
import { ownersOf, rightsOf } from '../members/permissions.ts';
import { noteRefusal } from '../save-change.ts';
import { type AreaDate, areaCalendar } from './area-calendar.ts';

/** Bytes of chance in an address: nobody guesses it. */
const CHANCE = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Only this is kept of an address, so that no copy of the database opens a calendar. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The calendars of areas: as files, and by addresses that hold until they are stopped or their person may no longer. */
export class CalendarFeeds {
  constructor(readonly administration: Administration) {}

  /** Whether somebody may have the calendar of an area: its members, and the prefecture. */
  async may(person: PersonKey, areaId: string, today: CalendarDate): Promise<boolean> {
    const { prisma, administrators } = this.administration;
    const rights = await rightsOf(prisma, person, today, administrators);
    const areas = await ownersOf(prisma, [areaId]);
    return !rights.deactivated && areas.length > 0 && (rights.belongsTo([areaId]) || rights.over(areas).may);
  }

  /** The calendar of an area as it stands; null where this person may not have it, which is in the audit. */
  async calendar(person: PersonKey, areaId: string): Promise<{ area: string; dates: AreaDate[] } | null> {
    return (await this.#allowed(person, areaId)) ? areaCalendar(this.administration.prisma, areaId) : null;
  }

  /** A new address of this person for an area, in place of a former one; null where this person may not. */
  async renew(person: PersonKey, areaId: string): Promise<string | null> {
    if (!(await this.#allowed(person, areaId))) return null;
    const token = randomBytes(CHANCE).toString('base64url');
    const { prisma, clock } = this.administration;
    const made = { hash: hashOf(token), at: clock.now() };
    const where = { team_user_areaId: { ...person, areaId } };
    await prisma.calendarFeed.upsert({ where, create: { ...person, areaId, ...made }, update: made });
    return token;
  }

  /** Stops the address of this person for an area. */
  async revoke({ team, user }: PersonKey, areaId: string): Promise<void> {
    await this.administration.prisma.calendarFeed.deleteMany({ where: { team, user, areaId } });
  }

  /** For which areas somebody has an address. */
  async of({ team, user }: PersonKey): Promise<string[]> {
    const rows = await this.administration.prisma.calendarFeed.findMany({ where: { team, user } });
    return rows.map(({ areaId }) => areaId);
  }

  /** What an address opens now; null where it is none, was stopped, or its person may not have it any more. */
  async open(token: string): Promise<{ area: string; dates: AreaDate[] } | null> {
    if (!TOKEN.test(token)) return null;
    const { prisma, clock } = this.administration;
    // Found by its hash: how long that takes tells nothing of the address.
    const feed = await prisma.calendarFeed.findUnique({ where: { hash: hashOf(token) } });
    if (!feed || !(await this.may({ team: feed.team, user: feed.user }, feed.areaId, clock.today()))) return null;
    return areaCalendar(prisma, feed.areaId);
  }

  async #allowed(person: PersonKey, areaId: string): Promise<boolean> {
    const { prisma, clock } = this.administration;
    if (await this.may(person, areaId, clock.today())) return true;
    await noteRefusal(prisma, clock.now(), { person, key: null, kind: 'calendar', id: areaId }, 'not-your-area');
    return false;
  }
}
