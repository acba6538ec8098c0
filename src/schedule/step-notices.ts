import type { CalendarDate } from '../calendar/calendar-date.ts';
import { endOfDay } from '../calendar/office-time.ts';
import { type Morning, morningsOf, type StepDue } from './deadline-mornings.ts';
import { leadKey } from './lead-times.ts';
import type { NoticeDraft } from './notice-of.ts';
import type { NoticeSettings } from './notice-settings.ts';

// The days of a report's chain (委託先 → 起案 → 決裁 → 県 → 国) are reminded of to whoever owns the step (rule 8.1). The
// area's own morning names the hub's steps as well: whether a hub is registered is known when it goes out.

/** What a notice keeps of them: their names are read from the record when it goes out. */
const keptSteps = (steps: readonly StepDue[]) => steps.map(({ at, day, owner }) => ({ at, day, owner }));

/** When a reminder of steps alone is too late: when the last of their days is over. */
const overOf = (steps: readonly StepDue[]): Date =>
  endOfDay(steps.map(({ day }) => day).reduce((last, day) => (day > last ? day : last)));

/** The reminder of one morning that speaks of steps alone. */
export function stepDraft(
  { day, dueAt, steps }: Morning,
  to: Pick<NoticeDraft, 'areaId' | 'audience'>,
  due: CalendarDate,
): NoticeDraft {
  const facts = { day: due, steps: keptSteps(steps) };
  return { ...to, kind: 'step', occasion: `${due}:${day}`, dueAt, expiresAt: overOf(steps), facts };
}

/** The reminder of one morning that speaks of the deadline, and of the steps that are near. */
export function reminderDraft(
  { dueAt, lead, steps }: Morning & { lead: NonNullable<Morning['lead']> },
  to: Pick<NoticeDraft, 'areaId' | 'audience' | 'expiresAt'>,
  due: Pick<NoticeDraft['facts'], 'time'> & { day: CalendarDate },
): NoticeDraft {
  const occasion = `${due.day}:${leadKey(lead)}`;
  return { ...to, kind: 'reminder', occasion, dueAt, facts: { ...due, lead, steps: keptSteps(steps) } };
}

/** The steps of one owner alone, by their mornings. `areaId` null: those of the prefecture. */
export function stepDrafts(
  owner: 'hub' | 'prefecture',
  areaId: string | null,
  due: CalendarDate,
  all: readonly StepDue[],
  { officeOf, rulesOf }: NoticeSettings,
): NoticeDraft[] {
  const steps = all.filter((step) => step.owner === owner);
  const mornings = morningsOf(
    { day: due, over: endOfDay(due) },
    [],
    steps,
    officeOf(areaId),
    rulesOf(areaId).deliveryTime,
  );
  return mornings.map((morning) => stepDraft(morning, { areaId, audience: owner }, due));
}
