import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts';
import type { DateRange } from '../../calendar/fiscal-year.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { SubmissionRow } from '../../records/planned.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { chainBackFrom } from '../../schedule/chain.ts';
import { chainOf } from '../../schedule/due.ts';
import { initiativeState } from '../../schedule/initiative-state.ts';
import { submissionStatusWords } from '../../words/planned.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { type Answer, emptyAnswer, type RowGroup } from '../answer.ts';
import type { Asker } from '../asker.ts';
import type { Inquiry } from '../inquiry.ts';
import { type Dated, type Due, datedOf, duesOf, reaches } from '../planned/dates.ts';
import { type Hearing, hearingGroup, hearingsIn, isToldTo } from '../planned/hearings.ts';
import { isMine } from '../planned/in-charge.ts';
import { isOwed, ownDayOf } from '../planned/owed.ts';
import { timeAsked, timeWords } from '../planned/time.ts';
import { forAskerAlone, withoutAsker } from '../planned/to-asker.ts';
import { datedRow, dueRow, isToCome, left } from '../planned/told.ts';

/** Where no time is named. */
const COMING_DAYS = 28;

/** What somebody has to do in a time, and what it has left undone before. */
interface Work {
  inquiry: Inquiry;
  asker: Asker;
  time: DateRange;
  areas: ReadonlySet<string>;
}

/** A report that one of the person's areas owes. */
interface Owed {
  due: Due;
  submission: SubmissionRow;
  day: CalendarDate;
}

/** 「今週、私がやることは？」: meetings, reports that are owed, planned initiatives; of others' in the same area apart. */
export function ownWork(inquiry: Inquiry): Answer | null {
  const { asker, u, today } = inquiry;
  if (!inquiry.has('own-work')) return null;
  if (!asker) return withoutAsker('own-work', u.language);
  const words = plannedAnswerWords[u.language];
  const named = u.places.filter(({ excluded }) => !excluded).map(({ area }) => area.id);
  const areas = new Set(named.length > 0 ? named : asker.areaIds);
  if (areas.size === 0 && !asker.prefecture)
    return forAskerAlone(emptyAnswer('own-work', u.language, words.own.notMember));
  const time = timeAsked(inquiry) ?? { from: today, to: addDays(today, COMING_DAYS) };
  const groups = groupsOf({ inquiry, asker, time, areas });
  const count = groups
    .filter(({ title }) => title !== words.own.colleagues)
    .reduce((sum, { rows }) => sum + rows.length, 0);
  const when = timeWords(inquiry) || words.own.coming;
  const answer = emptyAnswer(
    'own-work',
    u.language,
    count > 0 ? words.own.headline(when, count) : words.own.nothing(when),
  );
  answer.groups = groups.filter(({ rows }) => rows.length > 0);
  answer.number = count;
  return forAskerAlone(answer);
}

function groupsOf(work: Work): RowGroup[] {
  const { inquiry, time } = work;
  const words = plannedAnswerWords[inquiry.u.language].own;
  const owed = owedBy(work);
  const [mine, others] = parted(work, owed, ({ due }) => due.row);
  const [myDates, otherDates] = parted(work, datesIn(work), ({ plan }) => plan);
  const late = mine.filter(({ day }) => day < inquiry.today);
  const inTime = (each: readonly Owed[]) =>
    each.filter((one) => one.day >= inquiry.today && isDueIn(one, time, inquiry));
  const dates = (each: readonly Dated[]) => each.map((dated) => datedRow(inquiry, dated));
  return [
    { title: words.overdue, rows: late.map((each) => owedRow(inquiry, each)) },
    { title: words.deadlines, rows: inTime(mine).map((each) => owedRow(inquiry, each)) },
    { title: words.meetings, rows: dates(myDates) },
    hearingGroup(inquiry, hearingsOf(work)),
    { title: words.initiatives, rows: initiativeRows(work) },
    { title: words.toConfirm, rows: toConfirm(work) },
    { title: words.colleagues, rows: [...inTime(others).map((each) => owedRow(inquiry, each)), ...dates(otherDates)] },
  ];
}

function parted<T>(
  { asker, inquiry }: Work,
  all: readonly T[],
  recordOf: (one: T) => Parameters<typeof isMine>[0],
): [T[], T[]] {
  const mine = all.filter((one) => isMine(recordOf(one), asker, inquiry.today));
  return [mine, all.filter((one) => !mine.includes(one))];
}

const datesIn = ({ inquiry, areas, time }: Work): Dated[] =>
  datedOf(inquiry.records).filter(
    (dated) =>
      dated.plan.areaIds.some((id) => areas.has(id)) && isToCome(dated, inquiry.today) && reaches(dated.when, time),
  );

/** Hearings that one's areas booked; of the prefecture's people all that they hold, or those of the places named. */
function hearingsOf({ inquiry, asker, areas, time }: Work): Hearing[] {
  const all = asker.prefecture && !inquiry.u.places.some(({ excluded }) => !excluded);
  return hearingsIn(inquiry).filter(
    (hearing) =>
      isToldTo(inquiry, hearing) &&
      (all || hearing.reply.areaIds.some((id) => areas.has(id))) &&
      hearing.day >= inquiry.today &&
      hearing.day >= time.from &&
      hearing.day <= time.to,
  );
}

/** Reports of the person's areas that are neither submitted nor put on another body, by their own due day. */
function owedBy({ inquiry, asker, areas }: Work): Owed[] {
  const dues = new Map(duesOf(inquiry).map((due) => [due.row.id, due]));
  const owed = inquiry.records.submissions.flatMap((submission): Owed[] => {
    const due = dues.get(submission.deadlineId);
    if (!due || due.row.cancelled || !areas.has(submission.areaId) || submission.coveredBy !== null) return [];
    const day = ownDayOf(submission, due);
    const told = isOwed(submission) && asker.seesSubmissionsOf(inquiry.area(submission.areaId));
    return told && day !== null ? [{ due, submission, day }] : [];
  });
  return owed.sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
}

/** Its due day lies in the time, or a step that leads to it. */
const isDueIn = ({ due, day, submission }: Owed, { from, to }: DateRange, { calendars }: Inquiry): boolean =>
  [
    day,
    ...chainBackFrom(day, chainOf({ chain: due.row.chain, areaIds: [submission.areaId] }, calendars)).map(
      (step) => step.day,
    ),
  ].some((each) => each >= from && each <= to);

function owedRow(inquiry: Inquiry, { due, submission, day }: Owed) {
  const { language } = inquiry.u;
  const words = plannedAnswerWords[language];
  const status = submissionStatusWords[submission.status][language];
  const own =
    submission.ownDay &&
    `${words.entry.dueAt(formatDate(submission.ownDay, language))} ${day >= inquiry.today ? left(day, inquiry, [submission.areaId]) : ''}`;
  return dueRow(inquiry, due, [submission.areaId], [status, own]);
}

function initiativeRows({ inquiry, areas, time }: Work) {
  const planned = inquiry
    .facts(inquiry.index.ofKind('initiative'))
    .filter(
      (fact) =>
        fact.kind === 'initiative' &&
        areas.has(fact.row.areaId) &&
        initiativeState(fact.row.status) === 'planned' &&
        fact.row.date !== null &&
        reaches(readWrittenDate(fact.row.date), time),
    );
  return inquiry.group(null, planned).rows;
}

/** The rows of the yearly template ask the prefecture alone (rules 8.1). */
function toConfirm({ inquiry, asker, time }: Work) {
  if (!asker.prefecture) return [];
  const rows = duesOf(inquiry).filter(({ row, when }) => !row.confirmed && !row.cancelled && reaches(when, time));
  return rows.map((due) => dueRow(inquiry, due));
}
