import { countBusinessDays } from '../../calendar/business-days.ts';
import { daysBetween } from '../../calendar/calendar-date.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { closest } from '../planned/closest.ts';
import { type Due, duesOf, isOver } from '../planned/dates.ts';
import { ofHubs } from '../planned/owed.ts';
import { ofPlaces, placeWords } from '../planned/places.ts';
import { asksNext, inTime, timeWords } from '../planned/time.ts';
import { dueRow, dueTimeText, left } from '../planned/told.ts';

/** What follows the next one. */
const AFTER_NEXT = 9;
/** 有効期限 and the like are told by records. */
const OTHER_LIMITS = /(有効|使用|消費|保存|保管|利用|貸出|返却|契約)期限/;
const HOW_LONG = /あと(何|どれ|どの)|まで(何|あと)|何(開庁|営業)?日|残り|how (many|much|long)|days? left/;

/** 「次の締切は？」「実績報告の締切はいつ？」: due days alone; who has submitted is another question (rules 1.6). */
export function deadlinesAnswer(inquiry: Inquiry): Answer | null {
  const { u } = inquiry;
  if (!inquiry.has('deadlines') || OTHER_LIMITS.test(u.text)) return null;
  const here = ofPlaces(inquiry);
  const known = duesOf(inquiry).filter(({ row }) => !row.cancelled && here(row.areaIds));
  const hubs = ofHubs(inquiry, known);
  const named = closest(inquiry, hubs ?? known, ({ row }) => row.title) ?? hubs;
  // Of a thing that no deadline is about, records may say until when.
  if (!named && inquiry.demands.some(({ weight }) => weight === 'strong')) return null;
  const asked = (named ?? known).filter(({ when }) => inTime(inquiry, when));
  const wide = u.dates.length > 0 || (named !== null && asked.every((due) => isOver(due.when, inquiry.today)));
  const told = wide ? asked : asked.filter(({ when }) => !isOver(when, inquiry.today));
  return answerOf(inquiry, told, named !== null);
}

function answerOf(inquiry: Inquiry, told: readonly Due[], isNamed: boolean): Answer {
  const { language } = inquiry.u;
  const words = plannedAnswerWords[language];
  const what = whatOf(inquiry);
  const sure = told.filter(({ row }) => row.confirmed);
  const [next, ...others] = sure;
  const coming = next !== undefined && !isOver(next.when, inquiry.today) ? next : null;
  const single =
    coming !== null && (asksNext(inquiry) || HOW_LONG.test(inquiry.u.text) || (isNamed && others.length === 0));
  const none = inquiry.u.dates.length > 0 || isNamed ? words.none(what) : words.noneToCome(what);
  const answer = emptyAnswer('deadlines', language, sure.length === 0 ? none : words.found(what, sure.length));
  const rows = (dues: readonly Due[]) => dues.map((due) => dueRow(inquiry, due));
  if (single && coming) {
    answer.headline = headlineFor(inquiry, coming, answer, isNamed);
    answer.groups = [
      { title: null, rows: rows([coming]) },
      { title: words.afterThat, rows: rows(others.slice(0, AFTER_NEXT)) },
    ];
  } else {
    answer.groups = [{ title: null, rows: rows(sure) }];
  }
  answer.groups.push({ title: words.unconfirmed, rows: rows(told.filter(({ row }) => !row.confirmed)) });
  answer.groups = answer.groups.filter((group) => group.rows.length > 0);
  if (inquiry.has('how-many', 'how-often') && !HOW_LONG.test(inquiry.u.text)) answer.number = sure.length;
  return answer;
}

function whatOf(inquiry: Inquiry): string {
  const words = plannedAnswerWords[inquiry.u.language];
  return [placeWords(inquiry), timeWords(inquiry)]
    .filter(Boolean)
    .reduceRight((inner, outer) => words.of(outer, inner), words.deadlines);
}

/** Names the one that comes first, and how long is left where that is asked. */
function headlineFor(inquiry: Inquiry, due: Due, answer: Answer, isNamed: boolean): string {
  const { u, today } = inquiry;
  const words = plannedAnswerWords[u.language];
  const day = due.when?.to ?? today;
  if (HOW_LONG.test(u.text)) {
    answer.number = /開庁|営業|business|working/.test(u.text)
      ? countBusinessDays(today, day, inquiry.officeOf(due.row.areaIds))
      : daysBetween(today, day);
    return `${words.leftUntil(due.row.title, left(day, inquiry, due.row.areaIds), daysBetween(today, day))}`;
  }
  const date = dueTimeText(due, u.language);
  return isNamed
    ? words.is(due.row.title, words.entry.dueAt(date), left(day, inquiry, due.row.areaIds))
    : words.next(whatOf(inquiry), due.row.title, date, left(day, inquiry, due.row.areaIds));
}
