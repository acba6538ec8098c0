import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { Asker } from '../../src/lookup/asker.ts';
import type { Turn } from '../../src/lookup/conversation.ts';
import { Lookup } from '../../src/lookup/lookup.ts';
import { plainText } from '../../src/lookup/plain-text.ts';
import {
  type DeadlineRow,
  type MeetingPlanRow,
  NEW_DEADLINE,
  NEW_MEETING_PLAN,
  NEW_OCCURRENCE,
  type OccurrenceRow,
  type SubmissionRow,
} from '../../src/records/planned.ts';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';

const SINCE = '2026-10-01T00:00:00.000Z';

/** What tests of meetings and deadlines ask: the shipped records, with what is registered beside them. */
export type Planned = Pick<RegistryRecords, 'meetingPlans' | 'occurrences' | 'deadlines' | 'submissions'>;

export const meeting = (id: string, areaIds: string[], title: string, more: Partial<MeetingPlanRow> = {}) =>
  ({
    ...NEW_MEETING_PLAN,
    id,
    areaIds,
    ownerId: areaIds[0] ?? '',
    title,
    recurrence: { rhythm: 'dates', days: [] },
    from: '2026-04-01' as CalendarDate,
    fiscalYear: 'R8',
    leads: [],
    ...more,
  }) as MeetingPlanRow;

export const on = (planId: string, date: string | null, more: Partial<OccurrenceRow> = {}): OccurrenceRow => ({
  ...NEW_OCCURRENCE,
  id: `${planId}.${date}`,
  planId,
  date,
  since: SINCE,
  change: null,
  written: null,
  slot: null,
  ...more,
});

export const deadline = (id: string, areaIds: string[], title: string, date: string, more: Partial<DeadlineRow> = {}) =>
  ({
    ...NEW_DEADLINE,
    id,
    areaIds,
    title,
    date,
    targetYear: 'R7',
    submissionYear: 'R8',
    recipient: '三重県',
    leads: [],
    since: SINCE,
    change: null,
    template: null,
    ...more,
  }) as DeadlineRow;

export const submission = (deadlineId: string, areaId: string, more: Partial<SubmissionRow> = {}): SubmissionRow => ({
  id: `${deadlineId}.${areaId}`,
  deadlineId,
  areaId,
  status: 'open',
  date: null,
  time: null,
  way: null,
  documentNumber: null,
  ownDay: null,
  reason: null,
  memo: null,
  since: null,
  change: null,
  coveredBy: null,
  lateDays: null,
  lateBusinessDays: null,
  ...more,
});

/** Somebody of these areas. */
export const townsperson = (...areaIds: string[]): Asker => ({
  areaIds,
  keys: ['U0TSUJI', 'tsuji@example.jp'],
  sectionIds: [],
  prefecture: false,
  saved: [],
  seesSubmissionsOf: ({ id }) => areaIds.includes(id),
});

export const ofPrefecture: Asker = {
  areaIds: [],
  keys: ['U0AKIYAMA'],
  sectionIds: [],
  prefecture: true,
  saved: [],
  seesSubmissionsOf: () => true,
};

const shipped = await readShippedRecords();

/** The shipped records with these beside them, asked on Saturday 2026-11-21 unless said otherwise. */
export function askPlanned(planned: Partial<Planned>) {
  const lookup = new Lookup({ ...shipped, ...planned }, { homePrefecture: '三重県' });
  return (questions: string | readonly string[], { today = '2026-11-21', asker = null as Asker | null } = {}) => {
    let turn: Turn | null = null;
    for (const question of [questions].flat())
      turn = lookup.ask(question, turn, today as CalendarDate, new Set(), asker);
    if (!turn) throw new RangeError('nothing was asked');
    const { answer } = turn;
    const names = answer.areas.map((id) => lookup.dictionary.areas.get(id)?.name ?? id);
    return { answer, names, text: plainText(answer), rows: answer.groups.flatMap(({ rows }) => rows) };
  };
}
