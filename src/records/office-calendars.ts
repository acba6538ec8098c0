import { z } from 'zod';
import { defaultOffice, type OfficeCalendar } from '../calendar/business-days.ts';
import { ClosedDays, officeCalendarOf } from './closed-days.ts';

// Whose closed days are known, and the calendar of each office that follows from them (rules 2.3).

/** All offices of a prefecture, its own included; one area's; a recipient of reports by its name. */
export type OfficeKind = 'prefecture' | 'area' | 'recipient';

const OFFICE_ID = /^(prefecture|area|recipient):(.+)$/s;

export const officeId = (kind: OfficeKind, of: string): string => `${kind}:${of}`;

/** What an office's id says; null where it is none. */
export function officeOfId(id: string): { kind: OfficeKind; of: string } | null {
  const [, kind, of] = OFFICE_ID.exec(id) ?? [];
  return kind && of ? { kind: kind as OfficeKind, of } : null;
}

/** The closed days of one office, as they are kept. */
export const ClosedDaysRow = ClosedDays.extend({ id: z.string().regex(OFFICE_ID) });
export type ClosedDaysRow = z.infer<typeof ClosedDaysRow>;

/** When each office is open. */
export interface OfficeCalendars {
  /** That of an area: its prefecture's closed days and its own. */
  ofArea(areaId: string): OfficeCalendar;
  /** That of one area; of several what all offices of their prefecture share. */
  ofAreas(areaIds: readonly string[]): OfficeCalendar;
  /** What all offices of a prefecture share. */
  ofPrefecture(name: string): OfficeCalendar;
  /** That of whoever receives a report of these areas: 県, 国, an area, or by name. */
  ofRecipient(recipient: string, areaIds: readonly string[]): OfficeCalendar;
}

/** As the law has it, where nobody entered anything. */
const lawful = () => defaultOffice;
export const LAWFUL: OfficeCalendars = { ofArea: lawful, ofAreas: lawful, ofPrefecture: lawful, ofRecipient: lawful };

/** What is known of an area: its name, and in which prefecture it lies. */
export interface AreaPlace {
  id: string;
  name: string;
  prefecture: string | null;
}

/** The calendars that follow from all closed days. */
export function officeCalendars(rows: readonly ClosedDaysRow[], areas: readonly AreaPlace[]): OfficeCalendars {
  if (rows.length === 0) return LAWFUL;
  const known = new Map(rows.map((row) => [row.id, row]));
  const places = new Map(areas.map((area) => [area.id, area]));
  const merged = (ids: readonly string[]) => {
    const found = ids.flatMap((id) => known.get(id) ?? []);
    return found.length === 0 ? defaultOffice : officeCalendarOf(...found);
  };
  const ofPrefecture = (prefecture: string | null) => (prefecture === null ? [] : [officeId('prefecture', prefecture)]);
  const ofArea = (id: string) => [...ofPrefecture(places.get(id)?.prefecture ?? null), officeId('area', id)];
  const recipients = rows.flatMap(({ id }) => {
    const office = officeOfId(id);
    return office?.kind === 'recipient' ? [{ id, name: office.of }] : [];
  });
  const prefectureIn = (ids: readonly string[]) =>
    ids.map((id) => places.get(id)?.prefecture ?? null).find((each) => each !== null) ?? null;
  return {
    ofArea: (areaId) => merged(ofArea(areaId)),
    ofAreas: ([first, ...others]) =>
      merged(
        first !== undefined && others.length === 0
          ? ofArea(first)
          : ofPrefecture(prefectureIn([first ?? '', ...others])),
      ),
    ofPrefecture: (name) => merged(ofPrefecture(name)),
    ofRecipient(recipient, areaIds) {
      const area = areas.find(({ name }) => plain(name) === plain(recipient));
      if (area) return merged(ofArea(area.id));
      const prefecture = prefectureIn(areaIds);
      const names = namesOf(recipient, prefecture);
      const own = recipients.filter(({ name }) => names.some((each) => isOf(each, name))).map(({ id }) => id);
      const isPrefectures = prefecture !== null && names.some((each) => isOf(each, prefecture));
      return merged([...(isPrefectures ? ofPrefecture(prefecture) : []), ...own]);
    },
  };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** As it is written; 県 alone, and the prefecture's hall, are the prefecture of those that report. */
function namesOf(recipient: string, prefecture: string | null): string[] {
  const name = plain(recipient);
  if (prefecture === null) return [name];
  const own = [prefecture.slice(-1), `${prefecture.slice(-1)}庁`, `${prefecture}庁`];
  return own.some((each) => name === each) ? [name, prefecture] : [name];
}

/** A part of the same office: 三重県長寿介護課 is 三重県's; 三重県国民健康保険団体連合会 is not. */
const PART = /(?:課|係|室|部|局|班|所|担当)$/;

function isOf(recipient: string, office: string): boolean {
  const name = plain(office);
  return recipient === name || (recipient.startsWith(name) && PART.test(recipient));
}
