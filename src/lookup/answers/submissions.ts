import { countBusinessDays } from '../../calendar/business-days.ts';
import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { SubmissionRow } from '../../records/planned.ts';
import { submissionStatusWords } from '../../words/planned.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { plannedTalk } from '../../words/planned-talk.ts';
import { type Answer, emptyAnswer, type Row, type RowGroup } from '../answer.ts';
import type { Asker } from '../asker.ts';
import type { Inquiry } from '../inquiry.ts';
import { closest } from '../planned/closest.ts';
import { type Due, duesOf, isOver } from '../planned/dates.ts';
import { isOwed, ofHubs, ownDayOf } from '../planned/owed.ts';
import { ofPlaces } from '../planned/places.ts';
import { inTime } from '../planned/time.ts';
import { forAskerAlone, withoutAsker } from '../planned/to-asker.ts';
import { dueDayText, dueRow } from '../planned/told.ts';

/** Without a name or a time: what is overdue, and what is due within so many days. */
const SOON_DAYS = 31;
const DONE = /提出済|提出した|出した|出して(いる|る|くれた|きた)|\b(has|have|already) submitted\b/;
const NOT = /ない|未提出|まだ|ません|へん|\bnot\b|n't|\bstill\b|\boutstanding\b/;
const SUBMITTING = /提出|報告|回答|submi/;

/** A deadline with the submissions that the person who asks may know of. */
interface Seen {
  due: Due;
  rows: readonly SubmissionRow[];
  /** Not all of them. */
  partly: boolean;
}

/**
 * 「まだ出していない市町は？」「期限を過ぎているもの」: told to the prefecture and to the area itself, nobody else, and not
 * to be shared (rules 1.6). Null where something else than a report is meant.
 */
export function submissionsAnswer(inquiry: Inquiry): Answer | null {
  const { u, asker } = inquiry;
  if (!inquiry.has('unsubmitted', 'overdue')) return null;
  const known = duesOf(inquiry).filter(({ row }) => !row.cancelled && row.confirmed);
  const hubs = ofHubs(inquiry, known);
  const named = closest(inquiry, hubs ?? known, ({ row }) => row.title) ?? hubs;
  // 「手引きをまだ出していない市町」 asks about a guide.
  if (!named && !SUBMITTING.test(u.text) && inquiry.demands.some(({ weight }) => weight === 'strong')) return null;
  if (!asker) return withoutAsker('submissions', u.language);
  const dues = duesAsked(inquiry, named ?? known, named !== null);
  return forAskerAlone(dues.length === 0 ? nothing(inquiry, named !== null) : statesOf(inquiry, asker, dues));
}

/** Of those named, the ones of the time that is named; else what is overdue or due soon, or the next one. */
function duesAsked(inquiry: Inquiry, dues: readonly Due[], isNamed: boolean): Due[] {
  const { today, records } = inquiry;
  if (inquiry.u.dates.length > 0) return dues.filter(({ when }) => inTime(inquiry, when));
  const owing = new Set(records.submissions.filter(isOwed).map(({ deadlineId }) => deadlineId));
  const open = dues.filter(({ row }) => isNamed || owing.has(row.id));
  if (inquiry.has('overdue')) return open.filter(({ when }) => isOver(when, today));
  const soon = open.filter(({ when }) => when !== null && when.to <= addDays(today, SOON_DAYS));
  return isNamed || soon.length === 0 ? open.slice(0, isNamed ? undefined : 1) : soon;
}

function nothing(inquiry: Inquiry, isNamed: boolean): Answer {
  const words = plannedAnswerWords[inquiry.u.language].submissions;
  const isAsked = isNamed || inquiry.u.dates.length > 0;
  return emptyAnswer('submissions', inquiry.u.language, isAsked ? words.noDeadline : words.nothingDue);
}

function statesOf(inquiry: Inquiry, asker: Asker, dues: readonly Due[]): Answer {
  const { language } = inquiry.u;
  const words = plannedAnswerWords[language].submissions;
  const seen = dues.map((due) => seenBy(inquiry, asker, due)).filter(({ rows }) => rows.length > 0);
  if (seen.length === 0) {
    const answer = emptyAnswer('submissions', language, words.notTold);
    answer.groups = [{ title: null, rows: dues.map((due) => dueRow(inquiry, due)) }];
    return answer;
  }
  const done = DONE.test(inquiry.u.text) && !NOT.test(inquiry.u.text);
  const parts = seen.map((each) => partOf(inquiry, each, done));
  const [only] = parts;
  const answer = emptyAnswer('submissions', language, words.headline(parts.length));
  if (only && parts.length === 1) {
    answer.headline = only.headline;
    answer.number = only.areas.length;
  } else answer.headline = parts.map(({ headline }) => headline).join('\n');
  answer.areas = [...new Set(parts.flatMap(({ areas }) => areas))];
  answer.groups = parts.flatMap(({ group }) => (group.rows.length > 0 ? [group] : []));
  if (seen.some(({ partly }) => partly)) answer.notes.push(words.othersNotTold);
  return answer;
}

function seenBy(inquiry: Inquiry, asker: Asker, due: Due): Seen {
  const here = ofPlaces(inquiry);
  const all = inquiry.records.submissions.filter(({ deadlineId }) => deadlineId === due.row.id);
  const rows = all.filter(({ areaId }) => asker.seesSubmissionsOf(inquiry.area(areaId)));
  return { due, rows: rows.filter(({ areaId }) => here([areaId])), partly: rows.length < all.length };
}

/** What is said of one deadline: its towns that have not submitted, or that have. */
function partOf(inquiry: Inquiry, { due, rows, partly }: Seen, done: boolean) {
  const { language } = inquiry.u;
  const words = plannedAnswerWords[language].submissions;
  const late = inquiry.has('overdue');
  const wanted = rows.filter((row) => {
    const owed = isOwed(submitterOf(inquiry, row));
    return owed !== done && (!late || lateDays(inquiry, due, row) > 0);
  });
  const isTown = ({ areaId }: SubmissionRow) => inquiry.area(areaId).kind !== 'union';
  const towns = wanted.filter(isTown);
  const { submitters } = due.row;
  const title = submitters === 'hubs' ? words.ofHubs(due.row.title) : due.row.title;
  const counted = done ? words.done : words.missing;
  const shown = partly ? rows : wanted;
  const group: RowGroup = {
    title: words.group(title, dueDayText(due, language)),
    rows: shown.map((row) => stateRow(inquiry, due, row)),
  };
  const own = rows.map((row) =>
    words.ownState(title, `${inquiry.area(row.areaId).name} ${stateText(inquiry, due, row)}`),
  );
  return {
    headline: partly ? own.join('\n') : counted(title, towns.length, rows.filter(isTown).length),
    areas: towns.map(({ areaId }) => areaId),
    group,
  };
}

/** The submission that counts: that of the body which must submit for a town. */
function submitterOf({ records }: Inquiry, row: SubmissionRow): SubmissionRow {
  if (row.coveredBy === null || row.status !== 'open') return row;
  const body = records.submissions.find(
    ({ deadlineId, areaId }) => deadlineId === row.deadlineId && areaId === row.coveredBy,
  );
  return body ?? row;
}

function stateRow(inquiry: Inquiry, due: Due, row: SubmissionRow): Row {
  return {
    ...dueRow(inquiry, due, [row.areaId]),
    text: stateText(inquiry, due, row),
    recordId: row.id,
  };
}

/** 未提出（期限から2開庁日）, 提出済み（R8.11.24、遅延2日（1開庁日））, 未提出（広域連合が提出）. */
function stateText(inquiry: Inquiry, due: Due, row: SubmissionRow): string {
  const { language } = inquiry.u;
  const [words, talk] = [plannedAnswerWords[language].entry, plannedTalk[language]];
  const counted = submitterOf(inquiry, row);
  const days = lateDays(inquiry, due, row);
  const notes = [
    row.coveredBy && talk.submitsFor(inquiry.area(row.coveredBy).name),
    !isOwed(counted) && counted.date,
    row.lateDays !== null && talk.late(row.lateDays, row.lateBusinessDays ?? 0),
    row.ownDay && isOwed(counted) && talk.ownDay(formatDate(row.ownDay, language)),
    isOwed(counted) && days > 0 && words.overdue(days),
  ].filter(Boolean);
  const status = submissionStatusWords[counted.status][language];
  if (notes.length === 0) return status;
  return language === 'ja' ? `${status}（${notes.join('、')}）` : `${status} (${notes.join(', ')})`;
}

/** Business days since its due day; 0 where that has not passed. */
function lateDays(inquiry: Inquiry, due: Due, row: SubmissionRow): number {
  const day: CalendarDate | null = ownDayOf(submitterOf(inquiry, row), due);
  return day !== null && day < inquiry.today
    ? Math.max(1, countBusinessDays(day, inquiry.today, inquiry.calendars.ofArea(row.areaId)))
    : 0;
}
