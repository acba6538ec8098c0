import type { Clock } from '../../calendar/clock.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { FieldsOf } from '../../records/changes.ts';
import type { OccurrenceRow } from '../../records/planned.ts';
import type { InitiativeStatus } from '../../records/vocabulary.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { mayChange } from '../look-back.ts';
import type { Administrators } from '../members/permissions.ts';
import { readers } from '../read-records.ts';
import { type AllSaved, type ChangeRequest, saveChanges } from '../save-change.ts';

/** How a date of a meeting went: two fields (rules 7.5). */
export interface Held extends Pick<ChangeRequest, 'person' | 'key' | 'via' | 'version' | 'reason'> {
  occurrence: string;
  participants: number | null;
}

const FINISHED: readonly InitiativeStatus[] = ['開催済み', '実施済み', '公表済み', '中止'];

/**
 * Records that a date of a meeting was held, and brings the initiatives chosen for it up to date, as far as this person
 * may change them: all or nothing. The first outcome is the date's.
 */
export async function recordHeld(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { occurrence: id, participants, ...by }: Held,
): Promise<AllSaved> {
  const held: ChangeRequest<'occurrence'> = { ...by, kind: 'occurrence', id, fields: { status: 'held', participants } };
  const [row] = await readers.occurrence(prisma, [id]);
  const [plan] = row ? await readers.meetingPlan(prisma, [row.planId]) : [];
  const requests: ChangeRequest[] = [held as ChangeRequest];
  for (const initiative of plan?.initiativeIds ?? []) {
    const may = await mayChange(
      prisma,
      by.person,
      { kind: 'initiative', id: initiative },
      clock.today(),
      administrators,
    );
    const fields =
      row && may?.may && !may.draft
        ? await updateOf(prisma, initiative, row, participants, plan?.kind === 'duty')
        : null;
    const request = {
      ...by,
      key: `${by.key}:${initiative}`,
      kind: 'initiative' as const,
      id: initiative,
      version: null,
    };
    if (fields) requests.push({ ...request, fields } as ChangeRequest);
  }
  return saveChanges(prisma, clock, administrators, requests);
}

/** What an initiative says once a date of its meeting was held: of several in its year, all who took part so far. */
async function updateOf(
  prisma: Client,
  id: string,
  now: OccurrenceRow,
  participants: number | null,
  duty: boolean,
): Promise<Partial<FieldsOf<'initiative'>> | null> {
  const [initiative] = await readers.initiative(prisma, [id]);
  const year = yearOf(now);
  if (!initiative || (initiative.fiscalYear !== null && year !== null && initiative.fiscalYear !== year)) return null;
  const ids = await prisma.occurrence.findMany({
    where: { planId: now.planId, id: { not: now.id } },
    select: { id: true },
  });
  const all =
    ids.length > 0
      ? await readers.occurrence(
          prisma,
          ids.map((each) => each.id),
        )
      : [];
  const others = all.filter((each) => yearOf(each) === year && each.status !== 'cancelled');
  const counts = [participants, ...others.filter(({ status }) => status === 'held').map((each) => each.participants)];
  const known = counts.filter((count) => count !== null);
  const over = others.every(({ status }) => status === 'held');
  return {
    ...(FINISHED.includes(initiative.status) ? {} : { status: over ? (duty ? '実施済み' : '開催済み') : '実施中' }),
    ...(known.length > 0 ? { participants: known.reduce((sum, count) => sum + count, 0) } : {}),
    ...(others.length === 0 ? { date: now.date, fiscalYear: year } : {}),
  };
}

function yearOf({ fiscalYear, date, slot }: OccurrenceRow): string | null {
  const day = (date === null ? null : readWrittenDate(date)?.from) ?? slot;
  return fiscalYear ?? (day && fiscalYearLabel(fiscalYearOf(day)));
}
