import { z } from 'zod';
import { countBusinessDays } from '../../calendar/business-days.ts';
import { type CalendarDate, daysBetween, parseIso, todayIn } from '../../calendar/calendar-date.ts';
import type { Span } from '../../calendar/date-reading.ts';
import type { ClockTime } from '../../calendar/office-time.ts';
import type { KeptNotice, Tx } from '../../delivery/notice.ts';
import { plan } from '../../delivery/plan.ts';
import { USUAL_NOTICES } from '../../records/notice-preference.ts';
import type { DeadlineRow } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import type { StepDue } from '../../schedule/deadline-mornings.ts';
import { dueOf, ownDue, whenDue } from '../../schedule/due.ts';
import { initiativeState } from '../../schedule/initiative-state.ts';
import { NoticeFacts, NoticeKind, type PlannedNotice } from '../../schedule/planned-notice.ts';
import { readCalendars, readNoticeSettings } from '../planned/office-calendars.ts';
import { readers } from '../read-records.ts';
import { surveyDeadlines } from '../survey/survey-deadlines.ts';
import { noticesOfInitiative } from './initiative-notices.ts';
import { preferencesOf } from './kept-preferences.ts';
import { isMuted, type Mutable } from './muting.ts';
import { type Placing, placeOfNotice } from './notice-place.ts';
import { noticesOfDeadline, noticesOfOccurrence } from './replan.ts';
import { hubMember } from './responsible.ts';

// What a notice of a meeting or a deadline says, and to whom, as both stand in the moment of its claim.

/** Notices beside those that follow from the record: put off by somebody for himself; to the manager, that the person in charge has left, or says not to be. */
export const OTHER_KINDS = { later: 'later', left: 'in-charge-left', notMine: 'not-mine' } as const;
export type SaidKind = NoticeKind | (typeof OTHER_KINDS)[keyof typeof OTHER_KINDS];

/** The same as a channel was told, by direct message to whoever prefers that (rules 9.6). */
export const DIRECT = 'direct';
const Copied = z.object({ of: z.string(), kind: NoticeKind });
/** Which notice this one is, or is a copy of. */
const originalOf = ({ key, kind, facts }: KeptNotice): { key: string; kind: string } => {
  if (kind !== DIRECT) return { key, kind };
  const copied = Copied.parse(facts);
  return { key: copied.of, kind: copied.kind };
};

export interface Said {
  kind: SaidKind;
  /** The notice's own id: what its buttons go back to. */
  notice: string;
  subject: 'meeting' | 'duty' | 'deadline' | 'initiative';
  /** The date of a meeting, the deadline. */
  recordId: string;
  /** What an area's buttons open: its submission. */
  submissionId: string | null;
  /** Of a survey: what is submitted is its answer. */
  isSurvey: boolean;
  title: string;
  areas: string[];
  when: Span | null;
  time: ClockTime | null;
  location: string | null;
  link: string | null;
  recipient: string | null;
  reason: string | null;
  /** The days on a report's way that are near. */
  steps: Pick<StepDue, 'name' | 'day'>[];
  /** The last day on which somebody is there to receive it, where that is not its day (実質は○日). */
  practical: CalendarDate | null;
  /** What is left until its first day, or until the first of these steps; null: it has come, or is open. */
  left: { days: number; businessDays: number } | null;
  formerDay: CalendarDate | null;
  formerTime: ClockTime | null;
  /** Who is mentioned in a channel. */
  mention: string | null;
  /** Who has left, where that is what it says, or why it comes to somebody else. */
  gone: string | null;
}

export interface ToSay {
  to: string;
  inCharge: string | null;
  /** The section that the record names. */
  sectionId: string | null;
  said: Said;
}

type About = Omit<Said, 'kind' | 'notice' | 'formerDay' | 'formerTime' | 'mention' | 'gone' | 'left'> &
  Placing & {
    /** All areas that it concerns, by id. */
    areaIds: readonly string[];
  };

/** What meetings and initiatives have none of. */
const UNDATED = { steps: [], practical: null, isPrivate: false, isSurvey: false };

/** What there is to say of a date of a meeting; else why there is nothing any more. */
export async function readMeetingNotice(tx: Tx, notice: KeptNotice, now: Date): Promise<ToSay | { gone: string }> {
  const [row] = await readers.occurrence(tx, [notice.recordId]);
  const [meeting] = row ? await readers.meetingPlan(tx, [row.planId]) : [];
  if (!row || !meeting) return { gone: 'gone' };
  const wanted = (await noticesOfOccurrence(tx, row.id)) ?? [];
  const open = row.status === 'planned' || row.status === 'in-writing';
  if (!isWanted(notice, wanted, open)) return { gone: row.status };
  return toSay(tx, notice, now, wanted, {
    ...UNDATED,
    subject: meeting.kind,
    recordId: row.id,
    submissionId: null,
    title: meeting.title,
    areas: await namesOf(tx, meeting.areaIds),
    when: row.date === null ? null : readWrittenDate(row.date),
    time: row.time ?? meeting.time,
    location: row.location ?? meeting.location,
    link: meeting.link,
    recipient: null,
    reason: row.reason,
    record: meeting,
    areaIds: meeting.areaIds,
    ownerId: meeting.ownerId,
  });
}

/** What there is to say of a deadline; else why there is nothing any more. */
export async function readDeadlineNotice(tx: Tx, notice: KeptNotice, now: Date): Promise<ToSay | { gone: string }> {
  const [row] = await readers.deadline(tx, [notice.recordId]);
  if (!row) return { gone: 'gone' };
  const submissionId = notice.areaId && `${row.id}.${notice.areaId}`;
  const [submission] = submissionId ? await readers.submission(tx, [submissionId]) : [];
  const open = !row.cancelled && (!submission || submission.status === 'open' || submission.status === 'returned');
  const wanted = (await noticesOfDeadline(tx, row.id)) ?? [];
  if (!isWanted(notice, wanted, open)) {
    return { gone: row.cancelled ? 'cancelled' : (submission?.status ?? 'changed') };
  }
  const steps = await stepsToSay(tx, notice, row, todayIn(now));
  if (originalOf(notice).kind === 'step' && steps.length === 0) return { gone: 'told-to-another' };
  const own = submission?.ownDay ?? null;
  const calendars = await readCalendars(tx);
  const asked = { ...row, areaIds: notice.areaId ? [notice.areaId] : row.areaIds };
  const due = own ? ownDue(own, asked, calendars) : dueOf(asked, calendars);
  return toSay(tx, notice, now, wanted, {
    subject: 'deadline',
    recordId: row.id,
    submissionId: submission?.id ?? null,
    isSurvey: (await surveyDeadlines(tx, [row.id])).has(row.id),
    title: row.title,
    // Nobody reads in a channel who else has to submit.
    areas: await namesOf(tx, notice.areaId ? [notice.areaId] : []),
    when: own ? { from: own, to: own, precision: 'day' } : whenDue(asked, calendars),
    time: row.dueTime,
    location: null,
    link: row.link,
    recipient: row.recipient,
    reason: own ? (submission?.reason ?? null) : row.reason,
    steps,
    practical: due && due.practical !== due.day ? due.practical : null,
    isPrivate: true,
    record: row,
    areaIds: row.areaIds,
    ownerId: row.areaIds.length === 1 ? (row.areaIds[0] ?? null) : null,
  });
}

/** What there is to say of an initiative; else why there is nothing any more. */
export async function readInitiativeNotice(tx: Tx, notice: KeptNotice, now: Date): Promise<ToSay | { gone: string }> {
  const [row] = await readers.initiative(tx, [notice.recordId]);
  if (!row) return { gone: 'gone' };
  const open = initiativeState(row.status) === 'planned';
  const wanted = (await noticesOfInitiative(tx, row.id)) ?? [];
  if (!isWanted(notice, wanted, open)) return { gone: 'changed' };
  return toSay(tx, notice, now, wanted, {
    ...UNDATED,
    subject: 'initiative',
    recordId: row.id,
    submissionId: null,
    title: row.title,
    areas: await namesOf(tx, [row.areaId]),
    when: row.date === null ? null : readWrittenDate(row.date),
    time: null,
    location: row.location,
    link: null,
    recipient: null,
    reason: null,
    record: { inCharge: null, handover: null, sectionId: row.sectionId },
    areaIds: [row.areaId],
    ownerId: row.areaId,
  });
}

/** Whether a notice still follows from its record. */
function isWanted(notice: KeptNotice, wanted: readonly { key: string }[], open: boolean): boolean {
  const { key, kind } = originalOf(notice);
  return NoticeKind.safeParse(kind).success ? wanted.some((each) => each.key === key) : open;
}

/** The steps that a notice speaks of: those of the hub go to whoever is registered for it, else to the area. */
async function stepsToSay(
  tx: Tx,
  { areaId, audience, facts }: KeptNotice,
  record: DeadlineRow,
  today: CalendarDate,
): Promise<Said['steps']> {
  const { steps = [] } = NoticeFacts.partial().parse(facts);
  const hub = areaId && steps.some(({ owner }) => owner === 'hub') ? await hubMember(tx, areaId, record, today) : null;
  const toHub = audience === 'hub';
  const isHere = (owner: string) => record.submitters === 'hubs' || (owner === 'hub' && hub !== null) === toHub;
  return steps.flatMap(({ at, owner, ...step }) => {
    const day = parseIso(step.day);
    const name = record.chain[at]?.name;
    return day && name && isHere(owner) ? [{ name, day }] : [];
  });
}

async function toSay(
  tx: Tx,
  notice: KeptNotice,
  now: Date,
  wanted: readonly PlannedNotice[],
  { record, ownerId, isPrivate, areaIds, ...about }: About,
): Promise<ToSay | { gone: string }> {
  const today = todayIn(now);
  const facts = NoticeFacts.partial().parse(notice.facts);
  const { areaId } = notice;
  const placed = await placeOfNotice(tx, notice, { record, ownerId, isPrivate }, today);
  const { to, responsible, channel } = placed;
  const inCharge = responsible?.user ?? null;
  if (to === null) return { gone: 'nobody-to-tell' };
  const { kind } = originalOf(notice);
  const heard = await heardBy(tx, { ...notice, kind, subject: about.subject }, channel ? inCharge : to, wanted);
  if (!channel && heard === 'muted') return { gone: 'muted' };
  if (responsible?.left && areaId && notice.kind !== OTHER_KINDS.left) {
    await tellManager(tx, notice, areaId, responsible.left, now);
  }
  const first = (kind === 'step' ? about.steps[0]?.day : about.when?.from) ?? null;
  const instead = to === inCharge ? (responsible?.manager ?? null) : inCharge;
  const office = (await readNoticeSettings(tx, areaIds)).officeOf(areaId);
  return {
    to,
    inCharge: notice.kind === DIRECT ? null : instead,
    sectionId: record.sectionId,
    said: {
      ...about,
      kind: kind as SaidKind,
      notice: notice.id,
      left:
        first && first >= today
          ? { days: daysBetween(today, first), businessDays: countBusinessDays(today, first, office) }
          : null,
      formerDay: (facts.formerDay ?? null) as CalendarDate | null,
      formerTime: (facts.formerTime ?? null) as ClockTime | null,
      mention: channel && heard === 'channel' ? inCharge : null,
      gone: responsible?.left ?? null,
    },
  };
}

/** How whoever is in charge, or is written to, wants to hear of it (rules 9.5 and 9.6); what others hear stays as it is. */
async function heardBy(
  tx: Tx,
  notice: Mutable,
  user: string | null,
  wanted: readonly PlannedNotice[],
): Promise<'channel' | 'direct' | 'muted'> {
  const chosen = (user && (await preferencesOf(tx, [user])).get(user)) || USUAL_NOTICES;
  return isMuted(notice, chosen, wanted) ? 'muted' : chosen.way;
}

/** One note to the manager that the person in charge of something has left (rules 9.4). */
async function tellManager(tx: Tx, notice: KeptNotice, areaId: string, left: string, now: Date): Promise<void> {
  const key = `in-charge-left:${areaId}:${left}`;
  const { recordKind, recordId, facts } = notice;
  const about = { recordKind, recordId, areaId, kind: OTHER_KINDS.left, audience: 'manager', facts: facts as object };
  await plan(tx, [{ ...about, key, occasion: key, dueAt: now, expiresAt: null }], now);
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const areas = await tx.area.findMany({
    where: { id: { in: [...ids] } },
    select: { name: true },
    orderBy: { position: 'asc' },
  });
  return areas.map(({ name }) => name);
}
