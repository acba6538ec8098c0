import { todayIn } from '../../src/calendar/calendar-date.ts';
import { timeIn } from '../../src/calendar/office-time.ts';
import type { PlannedNotice } from '../../src/schedule/planned-notice.ts';
import { leadWords } from '../../src/words/schedule.ts';

/** A day and an hour of office time, as an instant: 2026-11-24 19:00. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+09:00`);
}

const instant = (date: Date | null) => (date ? `${todayIn(date)} ${timeIn(date)}` : 'never');

/** A notice in a line: when, what, to whom. */
export function shown({ dueAt, kind, facts, areaId, audience }: PlannedNotice): string {
  const what = facts.lead ? `${kind} ${leadWords(facts.lead, 'ja')}` : kind;
  return `${instant(dueAt)} ${what} → ${areaId ?? '-'} ${audience}`;
}

/** All notices in lines, earliest first. */
export function lines(notices: readonly PlannedNotice[]): string[] {
  return notices.map(shown).sort();
}

/** When each kind of notice is too late, once each. */
export function expiries(notices: readonly PlannedNotice[]): string[] {
  return [...new Set(notices.map(({ kind, expiresAt }) => `${kind} ${instant(expiresAt)}`))].sort();
}
