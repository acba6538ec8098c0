import type { OfficeCalendar } from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type ClockTime, endOfDay } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';
import { type ChainStep, chainBackFrom } from './chain.ts';
import { type Reminded, remindersOf } from './reminders.ts';
import { ownerOfStep, type StepOwner } from './step-owner.ts';

/** How long ahead of its day a step is reminded of. */
export const STEP_LEAD: LeadTime = { unit: 'business-days', count: 1 };

/** A step on a report's way with its day, and whose it is. */
export interface StepDue {
  /** Its place in the chain, from 0. */
  at: number;
  name: string;
  day: CalendarDate;
  owner: StepOwner;
}

/** The steps that lead to a due day, each with its day, counted backwards (rule 8.1). */
export const stepsBefore = (day: CalendarDate, chain: readonly ChainStep[]): StepDue[] =>
  chainBackFrom(day, chain).map((step, at) => ({ at, ...step, owner: ownerOfStep(step.name) }));

/** What is said on one morning: of the deadline itself, of steps before it, or of both in one message. */
export interface Morning {
  day: CalendarDate;
  dueAt: Date;
  /** Null: of steps alone. */
  lead: LeadTime | null;
  steps: StepDue[];
}

/** The mornings on which a deadline and the steps before it are reminded of, one message each, the earliest first. */
export function morningsOf(
  thing: Reminded,
  leads: readonly LeadTime[],
  steps: readonly StepDue[],
  office: OfficeCalendar,
  deliveryTime: ClockTime,
): Morning[] {
  const found = new Map<CalendarDate, Morning>();
  for (const { day, dueAt, lead } of remindersOf(thing, leads, office, deliveryTime)) {
    found.set(day, { day, dueAt, lead, steps: [] });
  }
  for (const step of steps) {
    const of = { day: step.day, over: endOfDay(step.day) };
    for (const { day, dueAt } of remindersOf(of, [STEP_LEAD], office, deliveryTime)) {
      const morning = found.get(day) ?? { day, dueAt, lead: null, steps: [] };
      found.set(day, { ...morning, steps: [...morning.steps, step] });
    }
  }
  return [...found.values()].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}
