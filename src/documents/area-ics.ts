import type { AreaDate } from '../registry/planned/area-calendar.ts';
import { inCalendar } from '../words/calendar-file.ts';
import { type CalendarEntry, icalFile } from './ical.ts';

/** The meetings and deadlines of an area as an .ics file. */
export function areaIcs({ area, dates }: { area: string; dates: readonly AreaDate[] }): Buffer {
  const entries = dates.map(entryOf).sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
  return icalFile(inCalendar.name(area), entries);
}

const keyOf = ({ first, time, uid }: CalendarEntry): string => `${first} ${time ?? ''} ${uid}`;

function entryOf({ id, revision, changedAt, when, time, location, link, state, ...date }: AreaDate): CalendarEntry {
  const { recipient, reason } = date;
  const about = [recipient && inCalendar.recipient(recipient), reason && inCalendar.reason(reason)].filter(Boolean);
  return {
    uid: `${id}@tonarimachi`,
    sequence: revision,
    changedAt,
    title: titleOf({ ...date, state }),
    first: when.from,
    last: when.to,
    time,
    location,
    description: about.length > 0 ? about.join('\n') : null,
    link,
    cancelled: state === 'cancelled',
  };
}

function titleOf({ kind, title, state }: Pick<AreaDate, 'kind' | 'title' | 'state'>): string {
  const named = kind === 'deadline' || kind === 'hearing' ? inCalendar[kind](title) : title;
  if (state === 'date-unconfirmed') return inCalendar.unconfirmed(named);
  return state === 'in-writing' ? inCalendar.inWriting(named) : named;
}
