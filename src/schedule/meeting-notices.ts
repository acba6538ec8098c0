import { businessDaysAfter, shift } from '../calendar/business-days.ts';
import { type CalendarDate, todayIn } from '../calendar/calendar-date.ts';
import type { Span } from '../calendar/date-reading.ts';
import { fiscalYearOf, fiscalYearRange } from '../calendar/fiscal-year.ts';
import { type ClockTime, endOfDay, instantAt, instantOrEnd } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';
import { changeFacts, type DateChange } from './date-change.ts';
import { leadKey } from './lead-times.ts';
import { noticeOf } from './notice-of.ts';
import type { NoticeSettings } from './notice-settings.ts';
import { meetingLeadsOf } from './office-rules.ts';
import type { PlannedNotice } from './planned-notice.ts';
import { remindersOf } from './reminders.ts';
import { templateNotices } from './template-notices.ts';

/** Where one date of a meeting, or an initiative with a planned date, stands. */
export type OccurrenceState =
  | 'planned'
  | 'date-unconfirmed' // 日付要確認: a row of the yearly template
  | 'date-open' // one of N times a year, without its date
  | 'postponed'
  | 'in-writing'
  | 'cancelled'
  | 'held';

/** One date of a meeting, with all that its notices follow from. */
export interface Occurrence {
  recordKind: 'meeting' | 'initiative';
  id: string;
  /** The areas that share it. */
  areas: readonly string[];
  /** The area whose person in charge is asked. */
  owner: string;
  /** As exact as it is known; null where it is open. */
  when: Span | null;
  time: ClockTime | null;
  state: OccurrenceState;
  /** Null: as each of the areas has them. */
  leads: readonly LeadTime[] | null;
  /** Held monthly or more often. */
  frequent: boolean;
  /** Since when it has stood at this date: registered, confirmed, moved. */
  since: Date;
  change: DateChange | null;
  /** Where the date is open: the first day of its share of the year, and the meeting of which it is one date. */
  slot?: { meetingId: string; from: CalendarDate };
}

/** All notices of one date, from its state alone: planned again from the same state, they are the same. */
export function occurrenceNotices(occurrence: Occurrence, settings: NoticeSettings): PlannedNotice[] {
  const { leads, since } = occurrence;
  const when = occurrence.when && isDated(occurrence.when) ? occurrence.when : null;
  const change = changeNotices(occurrence, when);
  switch (occurrence.state) {
    case 'planned':
      return [
        ...change,
        ...(when ? [...reminderNotices(occurrence, when, settings), ...questions(occurrence, when, settings)] : []),
      ];
    case 'in-writing':
      return [...change, ...(when ? questions(occurrence, when, settings) : [])];
    case 'date-unconfirmed':
      return when ? templateNotices({ ...record(occurrence), when, leads, since }, settings) : [];
    case 'date-open':
      return occurrence.slot ? [dateQuestion(occurrence, occurrence.slot, settings)] : [];
    case 'postponed':
    case 'cancelled':
      return change;
    case 'held':
      return [];
  }
}

/** A planned year is no date to be reminded of; a month or a range is, by its first day. */
export function isDated({ precision }: Span): boolean {
  return precision === 'day' || precision === 'month' || precision === 'range';
}

/** When a date is over for those who would still come: when it begins; without an hour, with its last day. */
export function overAt({ from, to, precision }: Span, time: ClockTime | null): Date {
  return precision === 'day' ? instantOrEnd(from, time) : endOfDay(to);
}

const record = ({ recordKind, id }: Occurrence) => ({ recordKind, recordId: id });

function reminderNotices(occurrence: Occurrence, when: Span, settings: NoticeSettings): PlannedNotice[] {
  const { areas, time, since, frequent } = occurrence;
  const over = overAt(when, time);
  return areas.flatMap((areaId) => {
    const to = { areaId, audience: 'area-channel' as const, expiresAt: over };
    const office = settings.officeOf(areaId);
    const rules = settings.rulesOf(areaId);
    const leads = occurrence.leads ?? meetingLeadsOf(rules, frequent);
    const all = remindersOf({ day: when.from, over }, leads, office, rules.deliveryTime);
    const coming = all.filter(({ dueAt }) => dueAt >= since);
    const notices = coming.map(({ lead, dueAt }) =>
      noticeOf(record(occurrence), {
        ...to,
        kind: 'reminder',
        occasion: `${when.from}:${leadKey(lead)}`,
        dueAt,
        facts: { day: when.from, time, lead },
      }),
    );
    const late = coming.length < all.length && occurrence.change === null && since < over;
    return late ? [registeredLate(occurrence, when, areaId), ...notices] : notices;
  });
}

/** Stands for the reminders that were due before the registration (rule 7.3). */
function registeredLate(occurrence: Occurrence, when: Span, areaId: string): PlannedNotice {
  return noticeOf(record(occurrence), {
    kind: 'registered-late',
    occasion: when.from,
    areaId,
    audience: 'area-channel',
    dueAt: occurrence.since,
    expiresAt: overAt(when, occurrence.time),
    facts: { day: when.from, time: occurrence.time },
  });
}

/** Tells each area of the last change, as long as what it changes is not over. */
function changeNotices(occurrence: Occurrence, when: Span | null): PlannedNotice[] {
  const { change, time, areas } = occurrence;
  if (!change) return [];
  const expiresAt = changeOver(change, when, time);
  if (expiresAt && expiresAt <= change.at) return [];
  return areas.map((areaId) =>
    noticeOf(record(occurrence), {
      kind: change.kind,
      occasion: `r${change.revision}`,
      areaId,
      audience: 'area-channel',
      dueAt: change.at,
      expiresAt,
      facts: changeFacts(change, when?.from ?? null, time),
    }),
  );
}

/** Whoever is not told by then would have come to the former date, or cannot come to the new one. */
function changeOver({ kind, formerly }: DateChange, when: Span | null, time: ClockTime | null): Date | null {
  if (kind === 'moved' && when) return overAt(when, time);
  return formerly && instantOrEnd(formerly.day, formerly.time);
}

/** On the next business day the person in charge is asked how it went (rule 7.5). */
function questions(occurrence: Occurrence, when: Span, settings: NoticeSettings): PlannedNotice[] {
  const { owner, since, time } = occurrence;
  const day = businessDaysAfter(when.to, 1, settings.officeOf(owner));
  const dueAt = instantAt(day, settings.rulesOf(owner).deliveryTime);
  if (dueAt < since) return [];
  return [
    noticeOf(record(occurrence), {
      kind: 'how-it-went',
      occasion: when.to,
      areaId: owner,
      audience: 'in-charge',
      dueAt,
      expiresAt: null,
      facts: { day: when.to, time },
    }),
  ];
}

/** Asks for an open date when its share of the year begins; the open dates of one meeting asked on a day are one message. */
function dateQuestion(
  occurrence: Occurrence,
  { meetingId, from }: { meetingId: string; from: CalendarDate },
  { officeOf, rulesOf }: NoticeSettings,
): PlannedNotice {
  const { owner, since } = occurrence;
  const office = officeOf(owner);
  const { deliveryTime } = rulesOf(owner);
  const begun = instantAt(shift(from, 'next', office), deliveryTime) < since;
  const day = begun ? businessDaysAfter(todayIn(since), 1, office) : shift(from, 'next', office);
  const notice = noticeOf(record(occurrence), {
    kind: 'date-open',
    occasion: day,
    areaId: owner,
    audience: 'in-charge',
    dueAt: instantAt(day, deliveryTime),
    expiresAt: endOfDay(fiscalYearRange(fiscalYearOf(from)).to),
    facts: {},
  });
  return { ...notice, occasion: `${occurrence.recordKind}:${meetingId}:date-open:${day}` };
}
