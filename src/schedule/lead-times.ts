import { numeralValue } from '../calendar/grammar/numerals.ts';
import { LeadTime } from '../records/lead-time.ts';
import type { Recurrence } from '../records/recurrence.ts';

const businessDays = (count: number): LeadTime => ({ unit: 'business-days', count });

/** Lead times ⚙ of a deadline, where neither it nor its office has others (rule 9.1). */
export const DEADLINE_LEADS: readonly LeadTime[] = [14, 7, 1].map(businessDays);
/** Lead times ⚙ of a meeting (rule 9.1). */
export const MEETING_LEADS: readonly LeadTime[] = [7, 1].map(businessDays);
/** Lead times ⚙ of a meeting that is held monthly or more often. */
export const FREQUENT_MEETING_LEADS: readonly LeadTime[] = [businessDays(1)];

const WEEKS_OF_A_MONTH = 4;
const MONTHS_OF_A_YEAR = 12;

/** Whether a meeting is held monthly or more often. */
export function isFrequent(recurrence: Recurrence): boolean {
  switch (recurrence.rhythm) {
    case 'weekday-of-month':
      return recurrence.nths.length >= recurrence.months;
    case 'day-of-month':
      return recurrence.months === 1;
    case 'weeks':
      return recurrence.interval <= WEEKS_OF_A_MONTH;
    case 'years':
      return false;
    case 'dates':
      return recurrence.days.length >= MONTHS_OF_A_YEAR;
    case 'times-a-year':
      return recurrence.times >= MONTHS_OF_A_YEAR;
  }
}

const COUNT = String.raw`(\d{1,4}|[一二三四五六七八九十]{1,3})`;
const JAPANESE = new RegExp(`^${COUNT} ?(開庁日|営業日|業務日|日|週間?) ?前$`);
const ENGLISH = /^(\d{1,4}) (?:(business|working|office) )?(day|week)s?(?: before| ahead)?$/;
const SAME_DAY = /^(当日|その日|(the )?same day|on the day)$/;
const DAY_BEFORE = /^(前日|(the )?day before)$/;

/** What was read of lead times as people type them, the longest first; or the first piece that is none. */
export type LeadTimesRead = { leads: LeadTime[] } | { unreadable: string };

/** Reads `14開庁日前, 7開庁日前, 1開庁日前`, `14日前`, `当日`, and the like in English. No text is no reminder. */
export function readLeadTimes(typed: string): LeadTimesRead {
  const pieces = typed
    .normalize('NFKC')
    .replace(/(前|当日)\s+/g, '$1,')
    .split(/[,、・;\nと]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const leads: LeadTime[] = [];
  for (const piece of pieces) {
    const lead = readOne(piece.toLowerCase());
    if (!lead) return { unreadable: piece };
    if (!leads.some((known) => leadKey(known) === leadKey(lead))) leads.push(lead);
  }
  return { leads: leads.sort((one, other) => roughDays(other) - roughDays(one)) };
}

function readOne(piece: string): LeadTime | null {
  if (SAME_DAY.test(piece)) return { unit: 'days', count: 0 };
  if (DAY_BEFORE.test(piece)) return { unit: 'days', count: 1 };
  const [, count, unit] = JAPANESE.exec(piece) ?? [];
  if (count !== undefined && unit !== undefined)
    return leadOf(numeralValue(count), unit.length === 3, unit.startsWith('週'));
  const [, number, business, period] = ENGLISH.exec(piece) ?? [];
  if (number === undefined || (business && period === 'week')) return null;
  return leadOf(Number(number), business !== undefined, period === 'week');
}

function leadOf(count: number, business: boolean, weeks: boolean): LeadTime | null {
  if (count === 0) return { unit: 'days', count: 0 };
  const lead = LeadTime.safeParse({ unit: business ? 'business-days' : 'days', count: weeks ? count * 7 : count });
  return lead.data ?? null;
}

/** Calendar days, roughly, for ordering alone. */
function roughDays({ unit, count }: LeadTime): number {
  return unit === 'days' ? count : (count * 7) / 5;
}

/** A lead time as keys hold it: 7bd, 14d. */
export function leadKey({ unit, count }: LeadTime): string {
  return `${count}${unit === 'days' ? 'd' : 'bd'}`;
}
