import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { ClockTime } from '../calendar/office-time.ts';

// Calendars as other programs read them (RFC 5545).

/** One thing in a calendar. */
export interface CalendarEntry {
  /** The same for the same thing for ever. */
  uid: string;
  /** Grows with each change. */
  sequence: number;
  changedAt: Date;
  title: string;
  first: CalendarDate;
  last: CalendarDate;
  /** Null: all of these days. */
  time: ClockTime | null;
  location: string | null;
  description: string | null;
  link: string | null;
  cancelled: boolean;
}

const LONGEST_LINE = 75;

/** In Japan no summer time is kept, so that the zone has one rule. */
const TOKYO = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Tokyo', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0900', 'TZOFFSETTO:+0900', 'TZNAME:JST', 'END:STANDARD', 'END:VTIMEZONE'],
];

/** A calendar as an .ics file: the same entries give the same bytes. */
export function icalFile(name: string, entries: readonly CalendarEntry[]): Buffer {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tonarimachi//Tonarimachi//JA', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `X-WR-CALNAME:${asText(name)}`, 'X-WR-TIMEZONE:Asia/Tokyo'],
    ...TOKYO,
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return Buffer.from(lines.map((line) => `${folded(line)}\r\n`).join(''), 'utf8');
}

function eventLines(entry: CalendarEntry): string[] {
  const { uid, sequence, changedAt, title, location, description, link, cancelled } = entry;
  const more: [string, string | null][] = [
    ['LOCATION', location && asText(location)],
    ['DESCRIPTION', description && asText(description)],
    ['URL', link && asAddress(link)],
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${asInstant(changedAt)}`,
    `LAST-MODIFIED:${asInstant(changedAt)}`,
    ...timeLines(entry),
    `SUMMARY:${asText(title)}`,
    ...more.flatMap(([property, value]) => (value ? [`${property}:${value}`] : [])),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** A day without an hour is all of it; nobody says how long a meeting lasts, so that it only begins. */
function timeLines({ first, last, time }: CalendarEntry): string[] {
  if (time !== null && first === last) {
    return [`DTSTART;TZID=Asia/Tokyo:${asDate(first)}T${time.replace(':', '')}00`];
  }
  // The end is the first day that it is over.
  return [`DTSTART;VALUE=DATE:${asDate(first)}`, `DTEND;VALUE=DATE:${asDate(addDays(last, 1))}`, 'TRANSP:TRANSPARENT'];
}

const asDate = (day: CalendarDate): string => day.replaceAll('-', '');

const asInstant = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** What people wrote, as letters: it ends no line and begins no property. */
const asText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no calendar may hold them
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** Only an address of the web, on one line; null for anything else. */
function asAddress(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** A line of more than 75 octets goes on in the next one, never within a character. */
function folded(line: string): string {
  let [result, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) [result, octets] = [`${result}\r\n `, 1];
    result += character;
    octets += size;
  }
  return result;
}
