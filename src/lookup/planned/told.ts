import { countBusinessDays, whyClosed } from '../../calendar/business-days.ts';
import { type CalendarDate, daysBetween, todayIn } from '../../calendar/calendar-date.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { formatSpan } from '../../calendar/span-text.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { DeadlineRow } from '../../records/planned.ts';
import { registerOf, registerPlace } from '../../records/register.ts';
import { asOfDay } from '../../records/written-dates.ts';
import { chainBackFrom } from '../../schedule/chain.ts';
import { chainOf, dueOf } from '../../schedule/due.ts';
import type { Language } from '../../words/labels.ts';
import { occurrenceStatusOf } from '../../words/planned.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { leftWords, practicalWords, shiftWords } from '../../words/schedule.ts';
import type { Row } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';

import { type Dated, type Due, isOver } from './dates.ts';

/** More areas than this are counted and not named in a row. */
const NAMED = 6;

type Piece = string | null | undefined | false;

const joined = (...pieces: Piece[]): string => pieces.filter(Boolean).join(' ');

const bracketed = (language: Language, ...pieces: Piece[]): string => {
  // Whole sentences become parts of one.
  const parts = pieces
    .filter((piece) => typeof piece === 'string' && piece !== '')
    .map((piece) => String(piece).replace(/[。.]$/, ''));
  const inside = parts.join(language === 'ja' ? '、' : ', ');
  if (inside === '') return '';
  return language === 'ja' ? `（${inside}）` : ` (${inside})`;
};

/** あと3開庁日, 本日; in business days of the asker's own area, or of the one that it is about. */
export function left(day: CalendarDate, inquiry: Inquiry, areaIds: readonly string[]): string {
  const { today, u } = inquiry;
  const businessDays = countBusinessDays(today, day, inquiry.officeOf(areaIds));
  return leftWords({ days: daysBetween(today, day), businessDays }, u.language);
}

/** What stands in the register: whose entry it is, as it has stood since its date was set. */
export function registered(inquiry: Inquiry, areaIds: readonly string[], since: string) {
  const day = todayIn(new Date(since));
  return {
    areas: shownAreas(inquiry, areaIds),
    status: null,
    passed: false,
    source: registerOf(fiscalYearOf(day)).title,
    place: registerPlace(shownAreas(inquiry, areaIds)),
    asOf: asOfDay(day),
  };
}

function shownAreas(inquiry: Inquiry, areaIds: readonly string[]): string[] {
  if (areaIds.length <= NAMED) return areaIds.map((id) => inquiry.area(id).name);
  return [plannedAnswerWords[inquiry.u.language].towns(areaIds.length)];
}

/** One date of a meeting as an answer tells it; `more`: what is added for the person who asks. */
export function datedRow(inquiry: Inquiry, dated: Dated, more: readonly Piece[] = []): Row {
  const { language } = inquiry.u;
  const { row, plan, when } = dated;
  const words = plannedAnswerWords[language].entry;
  const [owner, others] = [inquiry.area(plan.ownerId).name, plan.areaIds.length > 1];
  const location = row.location ?? plan.location;
  const details = bracketed(
    language,
    stateOf(dated, language),
    row.status === 'held' && row.participants !== null && words.heldBy(row.participants),
    location && (plan.kind === 'duty' ? words.placeOfDuty : words.place)(location),
    others && words.by(owner),
    movedFrom(dated, language),
    row.reason && row.status !== 'held' && words.reason(row.reason),
    shiftOf(dated, inquiry),
    isToCome(dated, inquiry.today) && when?.precision === 'day' && left(when.from, inquiry, [plan.ownerId]),
    isOver(when, inquiry.today) && isOpen(dated) && (plan.kind === 'duty' ? words.notDone : words.notMarked),
    ...more,
  );
  return {
    ...registered(inquiry, plan.areaIds, row.since),
    text: joined(`「${plan.title}」`, dayOf(dated, language), when && timeOf(dated)) + details,
    recordId: row.id,
  };
}

/** 令和8年12月15日（火）, or that no day is set. */
function dayOf({ row, when }: Dated, language: Language): string {
  if (when) return formatSpan(when, language);
  return plannedAnswerWords[language].entry.noDate(row.slot === null ? null : formatDate(row.slot, language));
}

const timeOf = ({ row, plan }: Dated): string | null => row.time ?? plan.time;

/** Nobody has said yet what became of it. */
const isOpen = ({ row: { status } }: Dated): boolean =>
  status === 'planned' || status === 'in-writing' || status === 'date-unconfirmed';

/** Whether it is still going to be. */
export const isToCome = (dated: Dated, today: CalendarDate): boolean => isOpen(dated) && !isOver(dated.when, today);

function stateOf({ row, plan, when }: Dated, language: Language): string | null {
  const usual = row.status === 'planned' || (row.status === 'date-open' && when === null);
  return usual ? null : occurrenceStatusOf(row.status, plan.kind)[language];
}

function movedFrom({ row: { change, status }, when }: Dated, language: Language): string | null {
  if (!change?.formerly || status === 'held' || change.formerly.day === when?.from) return null;
  return plannedAnswerWords[language].entry.formerly(formatDate(change.formerly.day, language));
}

/** Why it is not on the day that its rhythm has, or that it falls on a closed one. */
function shiftOf({ row, plan, when }: Dated, { u: { language }, calendars }: Inquiry): string | null {
  if (when?.precision !== 'day' || row.status !== 'planned') return null;
  const written = row.change === null && row.written !== null ? row.written : when.from;
  return shiftWords({ written, day: when.from, closed: whyClosed(written, calendars.ofArea(plan.ownerId)) }, language);
}

/** A reporting deadline as an answer tells it: nothing of who has submitted. `more`: for the person who asks. */
export function dueRow(inquiry: Inquiry, due: Due, areaIds = due.row.areaIds, more: readonly Piece[] = []): Row {
  const { language } = inquiry.u;
  const { row, when } = due;
  const words = plannedAnswerWords[language].entry;
  const details = bracketed(
    language,
    row.cancelled && words.withdrawn,
    words.targetYear(row.targetYear),
    row.submitters === 'hubs' && words.byHubs,
    words.recipient(row.recipient),
    row.event?.name && words.afterEvent(row.event.name, row.event.daysAfter),
    ...(row.cancelled ? [] : dueNotes(inquiry, due)),
    row.reason && words.reason(row.reason),
    ...more,
  );
  const day = row.confirmed || !when ? dueDayText(due, language) : words.usually(formatSpan(when, language));
  return {
    ...registered(inquiry, areaIds, row.since),
    text: joined(`「${row.title}」`, day) + details,
    recordId: row.id,
  };
}

/** 令和8年12月18日（金） 17:00. */
export const dueTimeText = ({ row, when }: Due, language: Language): string =>
  joined(when ? formatSpan(when, language) : '—', row.dueTime);

/** 期限 令和8年12月18日（金） 17:00. */
export const dueDayText = (due: Due, language: Language): string =>
  plannedAnswerWords[language].entry.dueAt(dueTimeText(due, language));

/** Shifts, the day that counts in practice, what is left, and the steps before it. */
function dueNotes(inquiry: Inquiry, { row, when }: Due): Piece[] {
  const { language } = inquiry.u;
  const due = dueOf(row, inquiry.calendars);
  const formerly = row.change?.formerly;
  return [
    formerly &&
      formerly.day !== when?.from &&
      plannedAnswerWords[language].entry.formerly(formatDate(formerly.day, language)),
    due && shiftWords(due, language),
    due && practicalWords(due, language),
    due && due.day >= inquiry.today && left(due.day, inquiry, row.areaIds),
    due && stepsText(inquiry, row, due.day),
  ];
}

function stepsText(inquiry: Inquiry, { chain, areaIds }: DeadlineRow, day: CalendarDate): string | null {
  const { language } = inquiry.u;
  const words = plannedAnswerWords[language].entry;
  const way = chainOf({ chain, areaIds: inquiry.ownAmong(areaIds) }, inquiry.calendars);
  const steps = chainBackFrom(day, way).map((step) => words.step(step.name, formatDate(step.day, language)));
  return steps.length > 0 ? steps.join(' → ') : null;
}
