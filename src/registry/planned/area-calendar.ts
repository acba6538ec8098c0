import { parseIso } from '../../calendar/calendar-date.ts';
import type { Span } from '../../calendar/date-reading.ts';
import type { ClockTime } from '../../calendar/office-time.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { DeadlineRow, MeetingPlanRow, OccurrenceRow } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { whenDue } from '../../schedule/due.ts';
import { hearingOf } from '../../schedule/hearings.ts';
import type { Tx } from '../editing/editor.ts';
import { readers } from '../read-records.ts';
import { readCalendars } from './office-calendars.ts';

/** A date of a meeting or a deadline of an area, as its calendar holds it. Who has submitted is no part of it. */
export interface AreaDate {
  id: string;
  kind: 'meeting' | 'duty' | 'deadline' | 'hearing';
  title: string;
  when: Span;
  time: ClockTime | null;
  location: string | null;
  recipient: string | null;
  reason: string | null;
  link: string | null;
  state: 'planned' | 'in-writing' | 'held' | 'cancelled' | 'date-unconfirmed';
  /** Grows with each change of it. */
  revision: number;
  changedAt: Date;
}

/** All that has a date in one area, at one moment; null where there is no such area. What has none any more is left out. */
export async function areaCalendar(
  prisma: Client,
  areaId: string,
): Promise<{ area: string; dates: AreaDate[] } | null> {
  return prisma.$transaction(async (tx) => {
    const area = await tx.area.findUnique({ where: { id: areaId }, select: { name: true } });
    if (!area) return null;
    const dates = [
      ...(await meetingsOf(tx, areaId)),
      ...(await deadlinesOf(tx, areaId)),
      ...(await hearingsOf(tx, areaId)),
    ];
    return { area: area.name, dates: await changed(tx, dates) };
  });
}

type Found = Omit<AreaDate, 'changedAt'> & { records: string[]; since: Date };

async function meetingsOf(tx: Tx, areaId: string): Promise<Found[]> {
  const stored = await tx.meetingPlan.findMany({
    where: { areas: { some: { id: areaId } } },
    select: { id: true, version: true, occurrences: { select: { id: true, version: true } } },
  });
  if (stored.length === 0) return [];
  const ids = stored.flatMap(({ occurrences }) => occurrences.map(({ id }) => id));
  const versions = new Map(
    stored.flatMap(({ id, version, occurrences }) => [[id, version] as const, ...occurrences.map(versionOf)]),
  );
  const plans = new Map(
    (
      await readers.meetingPlan(
        tx,
        stored.map(({ id }) => id),
      )
    ).map((plan) => [plan.id, plan]),
  );
  return (await readers.occurrence(tx, ids)).flatMap((row) => {
    const plan = plans.get(row.planId);
    return plan ? meetingDate(row, plan, versions) : [];
  });
}

const versionOf = ({ id, version }: { id: string; version: number }) => [id, version] as const;

function meetingDate(row: OccurrenceRow, plan: MeetingPlanRow, versions: ReadonlyMap<string, number>): Found[] {
  // A meeting that was put off without a date stood at a day before: there it is called off.
  const former = row.status === 'postponed' ? (row.change?.formerly?.day ?? null) : null;
  const when = row.date === null ? former && dayOf(former) : readWrittenDate(row.date);
  if (!when || when.precision === 'year' || when.precision === 'fiscal-year') return [];
  const state = row.status === 'postponed' ? 'cancelled' : row.status === 'date-open' ? 'planned' : row.status;
  return [
    {
      id: row.id,
      kind: plan.kind,
      title: plan.title,
      when,
      time: row.time ?? plan.time,
      location: row.location ?? plan.location,
      recipient: null,
      reason: row.reason,
      link: plan.link,
      state,
      revision: (versions.get(row.id) ?? 1) + (versions.get(plan.id) ?? 1),
      records: [row.id, plan.id],
      since: new Date(row.since),
    },
  ];
}

function dayOf(day: string): Span | null {
  const from = parseIso(day);
  return from && { from, to: from, precision: 'day' };
}

async function deadlinesOf(tx: Tx, areaId: string): Promise<Found[]> {
  const asked = await tx.submission.findMany({
    where: { areaId },
    select: { id: true, version: true, ownDay: true, deadline: { select: { id: true, version: true } } },
  });
  if (asked.length === 0) return [];
  const calendars = await readCalendars(tx);
  const rows = await readers.deadline(
    tx,
    asked.map(({ deadline }) => deadline.id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return asked.flatMap(({ id, version, ownDay, deadline }) => {
    const row = byId.get(deadline.id);
    const when = row && (ownDay === null ? whenDue({ ...row, areaIds: [areaId] }, calendars) : dayOf(ownDay));
    return row && when ? [deadlineDate(row, when, id, version + deadline.version)] : [];
  });
}

const deadlineDate = (row: DeadlineRow, when: Span, id: string, revision: number): Found => ({
  id,
  kind: 'deadline',
  title: row.title,
  when,
  time: row.dueTime,
  location: null,
  recipient: row.recipient,
  reason: row.reason,
  link: row.link,
  state: row.cancelled ? 'cancelled' : row.confirmed ? 'planned' : 'date-unconfirmed',
  revision,
  records: [id, row.id],
  since: new Date(row.since),
});

/** The hearings of surveys that the area booked. */
async function hearingsOf(tx: Tx, areaId: string): Promise<Found[]> {
  const rows = await tx.surveyReply.findMany({
    where: { areas: { some: { id: areaId } }, slot: { not: null } },
    select: { id: true, slot: true, version: true, roundId: true },
  });
  const rounds = await readers.surveyRound(
    tx,
    rows.map(({ roundId }) => roundId),
  );
  return rows.flatMap(({ id, slot, version, roundId }): Found[] => {
    const round = rounds.find((each) => each.id === roundId);
    const hearing = round ? hearingOf({ id, slot }, round) : null;
    if (!round || !hearing) return [];
    const { day, time } = hearing;
    return [
      {
        ...{ id: `${id}.hearing`, kind: 'hearing', title: round.title, state: 'planned', time },
        ...{
          when: { from: day, to: day, precision: 'day' },
          location: null,
          recipient: null,
          reason: null,
          link: null,
        },
        ...{ revision: version, records: [id, roundId], since: new Date(0) },
      },
    ];
  });
}

/** With when each was changed last. */
async function changed(tx: Tx, dates: readonly Found[]): Promise<AreaDate[]> {
  const ids = [...new Set(dates.flatMap(({ records }) => records))];
  const last = await tx.history.groupBy({ by: ['record'], where: { record: { in: ids } }, _max: { at: true } });
  const at = new Map(last.map(({ record, _max }) => [record, _max.at]));
  return dates.map(({ records, since, ...date }) => {
    const instants = [since, ...records.flatMap((id) => at.get(id) ?? [])].map((each) => each.getTime());
    return { ...date, changedAt: new Date(Math.max(...instants)) };
  });
}
