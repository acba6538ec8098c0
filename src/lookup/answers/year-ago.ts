import { addDays, type CalendarDate, calendarDate, partsOf, weekdayOf } from '../../calendar/calendar-date.ts';
import type { DateRange } from '../../calendar/fiscal-year.ts';
import { formatDate } from '../../calendar/wareki.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { datedOf, duesOf, reaches } from '../planned/dates.ts';
import { describedIn } from '../planned/documents.ts';
import { ofPlaces } from '../planned/places.ts';
import { savedThen } from '../planned/saved.ts';
import { datedRow, dueRow } from '../planned/told.ts';

/**
 * 「去年の今ごろ何してた？」: meetings, deadlines and initiatives of the same three weeks a year before, one's own first;
 * then what was saved in the registry.
 */
export function yearAgo(inquiry: Inquiry): Answer | null {
  if (!inquiry.has('year-ago') || inquiry.demands.some(({ weight }) => weight === 'strong')) return null;
  const { language } = inquiry.u;
  const words = plannedAnswerWords[language].yearAgo;
  const time = sameWeeks(inquiry.today);
  const here = ofPlaces(inquiry);
  const dated = datedOf(inquiry.records).filter(({ plan, when }) => here(plan.areaIds) && reaches(when, time));
  const dues = duesOf(inquiry).filter(({ row, when }) => row.confirmed && here(row.areaIds) && reaches(when, time));
  const described = describedIn(inquiry, time, dated, () => true);
  const ofKind = (kind: 'meeting' | 'initiative') =>
    inquiry.group(
      null,
      described.filter((fact) => fact.kind === kind),
    ).rows;
  const groups = [
    {
      title: dated.some(({ plan }) => plan.kind === 'duty')
        ? plannedAnswerWords[language].own.meetings
        : words.meetings,
      rows: [...dated.map((each) => datedRow(inquiry, each)), ...ofKind('meeting')],
    },
    { title: words.deadlines, rows: dues.map((due) => dueRow(inquiry, due)) },
    { title: words.initiatives, rows: ofKind('initiative') },
  ].filter(({ rows }) => rows.length > 0);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const [from, to] = [formatDate(time.from, language), formatDate(time.to, language)];
  const headline = count > 0 ? words.headline(from, to, count) : words.nothing(from, to);
  const saved = savedThen(inquiry);
  const answer = emptyAnswer('meetings', language, headline);
  answer.groups = ownFirst(inquiry, groups);
  if (saved.count > 0) {
    answer.headline += `\n${words.more(saved.count)}`;
    answer.groups.push(saved.group);
  }
  answer.wantsSaved = time;
  answer.wantsAsker = inquiry.asker === null;
  return answer;
}

/** From the Monday of the week before the same day last year to the Sunday of the week after. */
function sameWeeks(today: CalendarDate): DateRange {
  const { year, month, day } = partsOf(today);
  const then = calendarDate(year - 1, month, day) ?? (addDays(today, -365) as CalendarDate);
  const monday = addDays(then, -((weekdayOf(then) + 6) % 7));
  return { from: addDays(monday, -7), to: addDays(monday, 13) };
}

/** What the person's own areas did stands first. */
function ownFirst(inquiry: Inquiry, groups: Answer['groups']): Answer['groups'] {
  const own = new Set(inquiry.asker?.areaIds.map((id) => inquiry.area(id).name));
  const isOwn = ({ areas }: { areas: string[] }) => areas.some((name) => own.has(name));
  return groups.map(({ title, rows }) => ({
    title,
    rows: [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))],
  }));
}
