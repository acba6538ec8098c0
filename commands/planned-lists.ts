import { addDays, type CalendarDate } from '../src/calendar/calendar-date.ts';
import { formatSpan } from '../src/calendar/span-text.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { DeadlineRow, MeetingPlanRow, OccurrenceRow } from '../src/records/planned.ts';
import type { AreaRow } from '../src/records/rows.ts';
import { readWrittenDate } from '../src/records/written-dates.ts';
import { whenDue } from '../src/schedule/due.ts';
import { goButton, type OpeningParts } from '../src/slack/record-forms.ts';
import type { Language } from '../src/words/labels.ts';
import { occurrenceStatusOf } from '../src/words/planned.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import type { Bot } from './bot.ts';
import type { Sitting } from './record-form.ts';
import { areaName, calendarsOf, type Entry, recordsOf } from './records.ts';

// Dates of meetings and reporting deadlines as they are listed and looked for.

const PAGE = 10;
/** What was not marked as held stays at hand for so long. */
const LOOK_BACK_DAYS = 60;

/** The areas that somebody may act for, as registered at this moment. */
export async function actsFor({ bot, who }: Pick<Sitting, 'bot' | 'who'>): Promise<AreaRow[]> {
  const rights = await bot.registrar.rights(who);
  return recordsOf(bot).areas.filter((area) => rights.over([area]).may);
}

/** One's own areas, of all that somebody may act for those of the memberships first. */
export async function ownFirst(sitting: Pick<Sitting, 'bot' | 'who'>): Promise<AreaRow[]> {
  const [{ memberships }, areas] = await Promise.all([sitting.bot.registrar.rights(sitting.who), actsFor(sitting)]);
  const isOwn = ({ id }: AreaRow) => memberships.some(({ areaId }) => areaId === id);
  return [...areas.filter(isOwn), ...areas.filter((area) => !isOwn(area))];
}

/** A date of a meeting with what it shares. */
export interface Dated {
  row: OccurrenceRow;
  plan: MeetingPlanRow;
}

export function datedOf(bot: Pick<Bot, 'lookup'>, id: string): Dated | null {
  const { occurrences, meetingPlans } = recordsOf(bot);
  const row = occurrences.find((each) => each.id === id);
  const plan = row && meetingPlans.find((each) => each.id === row.planId);
  return row && plan ? { row, plan } : null;
}

/** Dates to come, open ones last, and those lately past of which nobody said whether they were held. */
export function datesToCome(bot: Pick<Bot, 'lookup' | 'clock'>): Dated[] {
  const today = bot.clock.today();
  const { occurrences, meetingPlans } = recordsOf(bot);
  const plans = new Map(meetingPlans.map((plan) => [plan.id, plan]));
  return occurrences
    .flatMap((row) => {
      const plan = plans.get(row.planId);
      return plan && isToCome(row, today) ? [{ row, plan }] : [];
    })
    .sort((one, other) => sortKey(one.row).localeCompare(sortKey(other.row)));
}

function isToCome({ status, date }: OccurrenceRow, today: CalendarDate): boolean {
  const last = date === null ? null : (readWrittenDate(date)?.to ?? null);
  if (status === 'held' || status === 'cancelled') return last !== null && last >= today;
  return last === null || last >= addDays(today, -LOOK_BACK_DAYS);
}

const sortKey = ({ date, slot, time }: OccurrenceRow): string =>
  `${(date === null ? null : readWrittenDate(date)?.from) ?? `9999-${slot ?? ''}`} ${time ?? ''}`;

/** 令和8年12月15日（火） 19:00 【中止】. */
export function occurrenceDay({ row, plan }: Dated, language: Language): string {
  const span = row.date === null ? null : readWrittenDate(row.date);
  const slot = row.slot === null ? null : formatDate(row.slot, language);
  const day = span ? formatSpan(span, language) : plannedTalk[language].dateOpen(slot);
  const usual = row.status === 'planned' || (row.status === 'date-open' && !span);
  const status = usual ? '' : `【${occurrenceStatusOf(row.status, plan.kind)[language]}】`;
  return [day, span ? (row.time ?? plan.time) : null, status].filter(Boolean).join(' ');
}

export function occurrenceEntries(bot: Pick<Bot, 'lookup' | 'clock'>): Entry[] {
  const name = areaName(bot);
  return datesToCome(bot).map((dated) => ({
    id: dated.row.id,
    title: `${dated.plan.title} ${occurrenceDay(dated, 'ja')}`,
    areaIds: dated.plan.areaIds,
    scene: null,
    description: dated.plan.areaIds.map(name).join('・'),
  }));
}

/** Deadlines to come and those still open, the next one first. */
export function deadlinesToCome(bot: Pick<Bot, 'lookup' | 'clock'>): DeadlineRow[] {
  const since = addDays(bot.clock.today(), -LOOK_BACK_DAYS);
  const { deadlines, submissions } = recordsOf(bot);
  const calendars = calendarsOf(bot);
  const open = new Set(submissions.filter(({ status }) => status === 'open').map(({ deadlineId }) => deadlineId));
  return deadlines
    .filter((row) => !row.cancelled && (open.has(row.id) || (whenDue(row, calendars)?.to ?? since) >= since))
    .sort((one, other) =>
      (whenDue(one, calendars)?.from ?? '9999').localeCompare(whenDue(other, calendars)?.from ?? '9999'),
    );
}

export function deadlineDay(bot: Pick<Bot, 'lookup'>, row: DeadlineRow, language: Language): string {
  const when = whenDue(row, calendarsOf(bot));
  return [when ? formatSpan(when, language) : null, row.dueTime].filter(Boolean).join(' ');
}

export function deadlineEntries(bot: Pick<Bot, 'lookup' | 'clock'>): Entry[] {
  return deadlinesToCome(bot).map((row) => ({
    id: row.id,
    title: `${row.title} ${deadlineDay(bot, row, 'ja')}`,
    areaIds: row.areaIds,
    scene: null,
    description: row.recipient,
  }));
}

/** One line of a list. */
export interface Listed {
  label: string;
  opening: OpeningParts;
}

/** One page of a list as buttons, with the way to the next one. */
export function listParts(lines: readonly Listed[], list: OpeningParts, page: number, language: Language): Part[] {
  const words = plannedTalk[language];
  const shown = lines.slice((page - 1) * PAGE, page * PAGE);
  if (shown.length === 0) return [{ kind: 'said', text: words.noneYours }];
  const buttons = shown.map(({ label, opening }, at) => goButton(`line-${at}`, label, opening));
  const more = { ...list, about: { ...list.about, page: String(page + 1) } };
  const further = lines.length > page * PAGE ? [goButton('further', words.further, more)] : [];
  return [
    { kind: 'heading', text: words.yours },
    { kind: 'buttons', name: 'list', buttons: [...buttons, ...further] },
  ];
}

export const pageOf = ({ state }: Sitting): number => Math.max(1, Number(state.about.page ?? 1) || 1);
