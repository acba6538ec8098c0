import { todayIn } from '../../calendar/calendar-date.ts';
import type { OfficeCalendars } from '../../records/office-calendars.ts';
import type { DeadlineRow, MeetingPlanRow, OccurrenceRow, SubmissionRow } from '../../records/planned.ts';
import type { InitiativeRow } from '../../records/rows.ts';
import {
  byUrgency,
  type DueThing,
  dueOfDeadline,
  dueOfHearing,
  dueOfOccurrence,
  dueOfTemplate,
} from '../../schedule/due-things.ts';
import { hearingOf } from '../../schedule/hearings.ts';
import type { Tx } from '../editing/editor.ts';
import { scheduledInitiative } from '../notices/initiative-notices.ts';
import {
  type AreaPeople,
  hubAmong,
  type Named,
  NOBODY_NAMED,
  peopleOf,
  responsibleAmong,
} from '../notices/responsible.ts';
import { scheduledDeadline, scheduledOccurrence } from '../notices/scheduled.ts';
import { readers } from '../read-records.ts';
import { surveyDeadlines } from '../survey/survey-deadlines.ts';
import { readCalendars } from './office-calendars.ts';

// What is due in areas, as the database says it at this moment, and who is in charge of each.

export interface DueLine extends DueThing {
  subject: 'meeting' | 'duty' | 'deadline' | 'initiative' | 'hearing';
  title: string;
  location: string | null;
  recipient: string | null;
  submissionId: string | null;
  /** Of a survey: what is submitted is its answer. */
  isSurvey: boolean;
  /** Its hub owes it, to the area. */
  byHub: boolean;
  sectionId: string | null;
  /** By id: with whom the prefecture holds it. */
  withAreas: readonly string[];
  /** Who is in charge, by user id; null: nobody is left, or the prefecture is. */
  inCharge: string | null;
}

type Found = Omit<DueLine, 'inCharge'> & { named: Named; own: boolean };

export interface Due {
  lines: DueLine[];
  people: ReadonlyMap<string, AreaPeople>;
}

/** What is due in these areas; for the `prefecture` also what it is to confirm, and whom it hears. The most urgent first. */
export async function dueIn(tx: Tx, areaIds: readonly string[], now: Date, prefecture: boolean): Promise<Due> {
  const today = todayIn(now);
  const found = [
    ...(await ofMeetings(tx, areaIds, now)),
    ...(await ofDeadlines(tx, areaIds, now)),
    ...(await ofInitiatives(tx, areaIds, now)),
    ...(prefecture ? await ofTemplates(tx, now) : []),
    ...(await ofHearings(tx, areaIds, now, prefecture)),
  ].sort(byUrgency);
  const people = await peopleOf(
    tx,
    areaIds,
    found.map(({ named }) => named),
    today,
  );
  const lines = found.map(({ named, own, ...line }) => {
    const of = line.areaId === null ? undefined : people.get(line.areaId);
    if (!of) return { ...line, inCharge: null };
    return {
      ...line,
      inCharge: line.byHub ? hubAmong(of, named, today) : responsibleAmong(of, named, today, own).user,
    };
  });
  return { lines, people };
}

/** A shared meeting stands once: for its owner, or else for the first of these areas. */
async function ofMeetings(tx: Tx, areaIds: readonly string[], now: Date): Promise<Found[]> {
  const where = { areas: { some: { id: { in: [...areaIds] } } } };
  const open = await tx.occurrence.findMany({
    where: { plan: where, status: { notIn: ['held', 'cancelled'] } },
    select: { id: true, planId: true },
  });
  if (open.length === 0) return [];
  const rows = await readers.occurrence(tx, idsOf(open));
  const plans = await readers.meetingPlan(tx, [...new Set(open.map(({ planId }) => planId))]);
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return rows.flatMap((row) => {
    const plan = byId.get(row.planId);
    return plan ? found(ofMeeting(row, plan, areaIds, now)) : [];
  });
}

function ofMeeting(row: OccurrenceRow, plan: MeetingPlanRow, areaIds: readonly string[], now: Date): Found | null {
  const areaId = [plan.ownerId, ...plan.areaIds].find((id) => areaIds.includes(id));
  const due = areaId ? dueOfOccurrence(scheduledOccurrence(row, plan), areaId, now) : null;
  return (
    due && {
      ...due,
      subject: plan.kind,
      title: plan.title,
      location: row.location ?? plan.location,
      recipient: null,
      submissionId: null,
      isSurvey: false,
      byHub: false,
      sectionId: plan.sectionId,
      withAreas: [],
      named: plan,
      own: areaId === plan.ownerId,
    }
  );
}

async function ofDeadlines(tx: Tx, areaIds: readonly string[], now: Date): Promise<Found[]> {
  const where = { areaId: { in: [...areaIds] }, status: { in: ['open', 'returned'] } };
  const owed = await tx.submission.findMany({ where, select: { id: true, deadlineId: true } });
  if (owed.length === 0) return [];
  const submissions = await readers.submission(tx, idsOf(owed));
  const deadlines = await readers.deadline(tx, [...new Set(owed.map(({ deadlineId }) => deadlineId))]);
  const byId = new Map(deadlines.map((row) => [row.id, row]));
  const surveys = await surveyDeadlines(tx, [...byId.keys()]);
  const calendars = await readCalendars(tx);
  return submissions.flatMap((submission) => {
    const row = byId.get(submission.deadlineId);
    const one = row ? ofDeadline(row, submission, calendars, now) : null;
    return found(one && { ...one, isSurvey: surveys.has(submission.deadlineId) });
  });
}

function ofDeadline(row: DeadlineRow, submission: SubmissionRow, calendars: OfficeCalendars, now: Date): Found | null {
  const deadline = scheduledDeadline(row, [submission], calendars);
  const due = deadline && dueOfDeadline(deadline, submission.areaId, now);
  // Who is in charge is named for all areas together, where there is but one.
  return due && { ...due, ...saidOf(row), submissionId: submission.id, own: row.areaIds.length === 1 };
}

async function ofTemplates(tx: Tx, now: Date): Promise<Found[]> {
  const open = await tx.deadline.findMany({ where: { confirmed: false, cancelled: false }, select: { id: true } });
  const rows = open.length === 0 ? [] : await readers.deadline(tx, idsOf(open));
  const calendars = await readCalendars(tx);
  return rows.flatMap((row) => {
    const deadline = scheduledDeadline(row, [], calendars);
    const due = deadline && dueOfTemplate(deadline, now);
    return found(due && { ...due, ...saidOf(row), submissionId: null, own: false });
  });
}

const saidOf = (row: DeadlineRow) => ({
  subject: 'deadline' as const,
  isSurvey: false,
  title: row.title,
  location: null,
  recipient: row.recipient,
  byHub: row.submitters === 'hubs',
  sectionId: row.sectionId,
  withAreas: [],
  named: row,
});

async function ofInitiatives(tx: Tx, areaIds: readonly string[], now: Date): Promise<Found[]> {
  const dated = await tx.initiative.findMany({
    where: { areaId: { in: [...areaIds] }, date: { not: null } },
    select: { id: true },
  });
  const rows = dated.length === 0 ? [] : await readers.initiative(tx, idsOf(dated));
  return rows.flatMap((row) => found(ofInitiative(row, now)));
}

function ofInitiative(row: InitiativeRow, now: Date): Found | null {
  const scheduled = scheduledInitiative(row, null);
  const due = scheduled && dueOfOccurrence(scheduled, row.areaId, now);
  return (
    due && {
      ...due,
      subject: 'initiative',
      title: row.title,
      location: row.location,
      recipient: null,
      submissionId: null,
      isSurvey: false,
      byHub: false,
      sectionId: row.sectionId,
      withAreas: [],
      named: { inCharge: null, handover: null, sectionId: row.sectionId },
      own: true,
    }
  );
}

/**
 * Booked hearings of surveys: those of these areas, a joint one once, for the first of them; for the prefecture all that
 * it holds, each once.
 */
async function ofHearings(tx: Tx, areaIds: readonly string[], now: Date, prefecture: boolean): Promise<Found[]> {
  const own = { id: { in: [...areaIds] } };
  const of = prefecture ? { prefecture: { in: await prefecturesOf(tx, areaIds) } } : own;
  const rows = await tx.surveyReply.findMany({
    where: { slot: { not: null }, areas: { some: of } },
    select: { id: true, slot: true, roundId: true, areas: { select: { id: true }, orderBy: { position: 'asc' } } },
  });
  if (rows.length === 0) return [];
  const rounds = await readers.surveyRound(tx, [...new Set(rows.map(({ roundId }) => roundId))]);
  return rows.flatMap(({ areas, roundId, ...reply }) => {
    const round = rounds.find(({ id }) => id === roundId);
    const hearing = round && hearingOf(reply, round);
    const withAreas = areas.map(({ id }) => id);
    const areaId = prefecture ? null : (withAreas.find((id) => areaIds.includes(id)) ?? null);
    const due = hearing && dueOfHearing(reply.id, areaId, hearing, now);
    return due && round ? [ofHearing(due, round.title, prefecture ? withAreas : [])] : [];
  });
}

const ofHearing = (due: DueThing, title: string, withAreas: readonly string[]): Found => ({
  ...due,
  subject: 'hearing',
  title,
  location: null,
  recipient: null,
  submissionId: null,
  isSurvey: false,
  byHub: false,
  sectionId: null,
  withAreas,
  named: NOBODY_NAMED,
  own: true,
});

async function prefecturesOf(tx: Tx, areaIds: readonly string[]): Promise<string[]> {
  const rows = await tx.area.findMany({
    where: { id: { in: [...areaIds] }, prefecture: { not: null } },
    distinct: ['prefecture'],
    select: { prefecture: true },
  });
  return rows.flatMap(({ prefecture }) => prefecture ?? []);
}

const found = (one: Found | null): Found[] => (one ? [one] : []);
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
