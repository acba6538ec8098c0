import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { DateRange } from '../../calendar/fiscal-year.ts';
import type { Fact } from '../facts.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import type { SpokenDate } from '../spoken-dates.ts';
import type { Dated } from './dates.ts';

/** A year is no time at which something was: more than a quarter says too little. */
const LONGEST_DAYS = 93;
const DAY_MS = 86_400_000;

/** By record, with the day on which it was read: 「来月」 of the register moves on. */
const read = new WeakMap<object, { on: CalendarDate; dates: SpokenDate[] }>();

/**
 * What documents and areas say of meetings and initiatives of a time, beside what is planned here: records that only
 * describe (decision 0012). What `shown` stands for already is left out, so that nothing is told twice.
 */
export function describedIn(
  inquiry: Inquiry,
  time: DateRange,
  shown: readonly Dated[],
  fits: (fact: Fact) => boolean,
): Fact[] {
  const facts = [
    ...inquiry.facts(inquiry.scope.of(inquiry.index.ofKind('meeting'))),
    ...inquiry.facts(inquiry.scope.of(inquiry.index.ofKind('initiative'))),
  ];
  return distinct(
    facts.filter(
      (fact) => fits(fact) && datesOf(inquiry, fact).some((date) => lies(date, time)) && !isShown(inquiry, fact, shown),
    ),
  );
}

/** 「R8.3.25」「今年度11月」 as a record says it. */
function datesOf(inquiry: Inquiry, fact: Fact): SpokenDate[] {
  const known = read.get(fact.row);
  if (known?.on === inquiry.today) return known.dates;
  const said = fact.kind === 'meeting' ? fact.row.dates : [fact.when ?? ''];
  const dates = said.flatMap((text) => inquiry.datesIn(fact, normalize(text)));
  read.set(fact.row, { on: inquiry.today, dates });
  return dates;
}

function lies({ from, to }: SpokenDate, time: DateRange): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days <= LONGEST_DAYS && from >= time.from && to <= time.to;
}

/** Whether a date that is planned here tells of the same: the initiative that it updates, or the same name on the same day. */
export function isShown(inquiry: Inquiry, fact: Fact, shown: readonly Dated[]): boolean {
  return shown.some(({ plan, when }) => {
    if (plan.initiativeIds.includes(fact.id)) return true;
    if (fact.kind !== 'meeting' && fact.kind !== 'initiative') return false;
    const [one, other] = [normalize(fact.row.title), normalize(plan.title)];
    const alike = one.includes(other) || other.includes(one);
    const together = fact.areaIds.some((id) => plan.areaIds.includes(id));
    return (
      alike &&
      together &&
      when !== null &&
      datesOf(inquiry, fact).some(({ from, to }) => from <= when.to && to >= when.from)
    );
  });
}
