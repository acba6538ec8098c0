import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import type { FieldsOf, SaveOutcome } from '../../src/records/changes.ts';
import { NEW_DEADLINE, NEW_MEETING_PLAN } from '../../src/records/planned.ts';
import { newKey, SATO, type TestRegistry } from './open-registry.ts';

export const isoDay = (text: string) => text as CalendarDate;
export const hour = (text: string) => text as ClockTime;

/** 鈴鹿市's 事例検討会 on one evening of December. */
export const caseMeeting = (more: Partial<FieldsOf<'meetingPlan'>> = {}): FieldsOf<'meetingPlan'> => ({
  ...NEW_MEETING_PLAN,
  areaIds: ['suzuka'],
  ownerId: 'suzuka',
  title: '事例検討会',
  time: hour('19:00'),
  location: '中央公民館',
  recurrence: { rhythm: 'dates', days: [isoDay('2026-12-15')] },
  from: isoDay('2026-12-15'),
  fiscalYear: 'R8',
  leads: [7, 1].map((count) => ({ unit: 'business-days', count })),
  ...more,
});

/** 鈴鹿市’s 実績報告, due on a Friday of December. */
export const yearlyReport = (more: Partial<FieldsOf<'deadline'>> = {}): FieldsOf<'deadline'> => ({
  ...NEW_DEADLINE,
  areaIds: ['suzuka'],
  title: '事業実績報告',
  targetYear: 'R7',
  submissionYear: 'R8',
  date: 'R8.12.18',
  recipient: '三重県',
  leads: [14, 7, 1].map((count) => ({ unit: 'business-days', count })),
  ...more,
});

type Registering = { now?: string; person?: { team: string; user: string }; reason?: string; key?: string };
type Kind = 'meetingPlan' | 'occurrence' | 'deadline' | 'submission';

/** Adds a record, or changes it (`id`), as somebody does by a form. */
export function save<K extends Kind>(
  registry: TestRegistry,
  kind: K,
  id: string | null,
  fields: Partial<FieldsOf<K>>,
  { now, person = SATO, reason, key = newKey() }: Registering = {},
): Promise<SaveOutcome> {
  const request = { person, via: 'form' as const, key, kind, id, version: null, fields, reason };
  return registry.at(now).save(request);
}

/** The id of what was saved; fails where nothing was. */
export function idOf(outcome: SaveOutcome): string {
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry.record;
}
