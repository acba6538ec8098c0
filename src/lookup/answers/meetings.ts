import { type PlannedAnswerWords, plannedAnswerWords } from '../../words/planned-answers.ts';
import { type Answer, emptyAnswer, type RowGroup } from '../answer.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';
import { closest } from '../planned/closest.ts';
import { type Dated, datedOf, isOver } from '../planned/dates.ts';
import { describedIn, isShown } from '../planned/documents.ts';
import { type Hearing, hearingGroup, hearingsIn, isToldTo } from '../planned/hearings.ts';
import { ofPlaces, placeWords } from '../planned/places.ts';
import { Subject } from '../planned/subject.ts';
import { asksNear, asksNext, inTime, timeAsked, timeWords } from '../planned/time.ts';
import { forAskerAlone } from '../planned/to-asker.ts';
import { datedRow, isToCome } from '../planned/told.ts';
import { detail } from './detail.ts';
import { whichAreas } from './which-areas.ts';

const AFTER_NEXT = 9;
const COUNTS = ['how-many', 'how-often'];

/**
 * 「今月の会議は？」「坂井の事例検討会はいつ？」: the dates that are registered first, then what documents say, nothing
 * twice. Null where nothing registered is meant: then documents alone answer.
 */
export function meetingsAnswer(inquiry: Inquiry): Answer | null {
  const subject = new Subject(inquiry);
  if (!asksForDates(inquiry, subject)) return null;
  const found = datesAsked(inquiry, subject);
  if (asksWhich(inquiry)) return found.length > 0 ? planningAreas(inquiry, found) : null;
  const hearings = hearingsAsked(inquiry, subject);
  if (found.length + hearings.length === 0) {
    if (!asksNear(inquiry) && !asksNextMeeting(inquiry, subject)) return null;
    if (!subject.isGathering && !inquiry.has('planned-status')) return null;
  }
  const answer = listOf(inquiry, subject, found);
  return hearings.length > 0 ? withHearings(inquiry, answer, hearings, found.length === 0) : answer;
}

/** What the prefecture's survey calls its visits: somebody asks for one by that name. */
const HEARING = /ヒアリング|\bhearings?\b/;

/** The booked hearings that are meant, as far as whoever asks is told of them. */
function hearingsAsked(inquiry: Inquiry, subject: Subject): Hearing[] {
  const here = ofPlaces(inquiry);
  const named = HEARING.test(inquiry.u.text);
  const meant = hearingsIn(inquiry).filter(
    ({ reply, round, day }) =>
      (named || !subject.isNamed || subject.fits(round.title)) &&
      here(reply.areaIds) &&
      inTime(inquiry, { from: day, to: day, precision: 'day' }) &&
      (inquiry.u.dates.length > 0 || day >= inquiry.today),
  );
  if (meant.length > 0) inquiry.hangsOnAsker();
  return meant.filter((hearing) => isToldTo(inquiry, hearing)).slice(0, asksNext(inquiry) ? 1 : undefined);
}

/** With the hearings, under a heading of their own, for whoever asks alone; `only`: beside them there is nothing. */
function withHearings(inquiry: Inquiry, answer: Answer, hearings: readonly Hearing[], only: boolean): Answer {
  const words = plannedAnswerWords[inquiry.u.language];
  const group = hearingGroup(inquiry, hearings);
  const when = timeWords(inquiry);
  const what = when ? words.of(when, words.hearings) : words.hearings;
  const told = words.found(what, hearings.length);
  const headline = only && answer.groups.length === 0 ? told : `${answer.headline}\n${told}`;
  const number = only && answer.number !== null ? hearings.length : answer.number;
  return forAskerAlone({ ...answer, headline, number, groups: [...answer.groups, group] });
}

const TOWNS = /市町|自治体|どの(町|市)|どこの?(町|市)?|とこ|ところ|\b(towns?|municipalit|cit(y|ies)|who|where|anyone)/;

/** In 「which meetings this month」 no towns are asked for. */
const asksWhich = (inquiry: Inquiry): boolean =>
  inquiry.has('count-areas') || (inquiry.has('which') && TOWNS.test(inquiry.u.text));

const asksNextMeeting = (inquiry: Inquiry, subject: Subject): boolean =>
  asksNext(inquiry) && !subject.isNamed && subject.isGathering && inquiry.u.places.length === 0;

/** A time, a way of asking for one, or a title that is registered. */
function asksForDates(inquiry: Inquiry, subject: Subject): boolean {
  const about = subject.isGathering || inquiry.has('planned-status') || HEARING.test(inquiry.u.text);
  if (inquiry.u.columns.size > 0 || inquiry.u.lacking.length > 0) return false;
  const asks =
    inquiry.u.dates.length > 0 || asksNext(inquiry) || inquiry.has('when', 'planned-status', 'where-place', ...COUNTS);
  return asks && (about || inquiry.records.meetingPlans.some(({ title }) => subject.namesWhole(title)));
}

/** The dates that are meant: of the places, times and titles that are named; without a time those to come, else the last. */
function datesAsked(inquiry: Inquiry, subject: Subject): Dated[] {
  const here = ofPlaces(inquiry);
  // A duty is no meeting: it is told where it is named, or where all that is planned is asked for.
  const all = subject.isNamed || !subject.isGathering;
  const ofPlace = datedOf(inquiry.records).filter(({ plan }) => here(plan.areaIds) && (plan.kind === 'meeting' || all));
  const fitting = ofPlace.filter(({ plan }) => subject.fits(plan.title));
  const meant = subject.isNamed ? (closest(inquiry, fitting, ({ plan }) => plan.title) ?? fitting) : fitting;
  if (inquiry.u.dates.length > 0) return meant.filter(({ when }) => inTime(inquiry, when));
  const coming = meant.filter((dated) => isToCome(dated, inquiry.today));
  if (asksNext(inquiry) || asksWhich(inquiry)) return coming;
  const latest = meant.filter(({ when }) => isOver(when, inquiry.today)).slice(-1);
  const open = meant.filter((dated) => !isOver(dated.when, inquiry.today));
  return open.length > 0 ? open : latest;
}

function listOf(inquiry: Inquiry, subject: Subject, found: readonly Dated[]): Answer {
  const words = plannedAnswerWords[inquiry.u.language];
  const what = whatOf(inquiry, subject, found);
  const taking = found.filter(({ row }) => row.status !== 'cancelled');
  const answer = emptyAnswer('meetings', inquiry.u.language, headlineOf(inquiry, what, found));
  const rows = found.map((dated) => datedRow(inquiry, dated));
  const isNext = asksNext(inquiry) && found.length > 0;
  answer.groups = isNext
    ? [
        { title: null, rows: rows.slice(0, 1) },
        { title: words.afterThat, rows: rows.slice(1, 1 + AFTER_NEXT) },
      ]
    : [{ title: null, rows }];
  answer.groups.push(...documents(inquiry, subject, found));
  answer.groups = answer.groups.filter((group) => group.rows.length > 0);
  if (found.length === 0 && answer.groups.length > 0) answer.headline += `\n${words.documentsBelow}`;
  if (inquiry.has(...COUNTS)) answer.number = taking.length;
  return answer;
}

function headlineOf(inquiry: Inquiry, what: string, found: readonly Dated[]): string {
  const words = plannedAnswerWords[inquiry.u.language];
  const [first] = found;
  if (!first) return inquiry.u.dates.length > 0 ? words.none(what) : words.noneToCome(what);
  if (asksNext(inquiry)) return words.nextMeeting(what, datedRow(inquiry, first).text);
  const taking = found.filter(({ row }) => row.status !== 'cancelled');
  const held = taking.filter(({ row }) => row.status === 'held').length;
  const counted = words.found(what, inquiry.has(...COUNTS) ? taking.length : found.length);
  return held > 0
    ? counted + words.heldAndComing(held, taking.filter((dated) => isToCome(dated, inquiry.today)).length)
    : counted;
}

/** 坂井地区の事例検討会, 今月の会議・研修. */
function whatOf(inquiry: Inquiry, subject: Subject, found: readonly Dated[]): string {
  const words = plannedAnswerWords[inquiry.u.language];
  const titles = new Set(found.map(({ plan }) => plan.title));
  const [title] = titles;
  const thing = subject.isNamed ? (titles.size === 1 && title ? `「${title}」` : inquiry.subject) : anyOf(found, words);
  return [placeWords(inquiry), timeWords(inquiry)]
    .filter(Boolean)
    .reduceRight((inner, outer) => words.of(outer, inner), thing);
}

const anyOf = (found: readonly Dated[], { meetings, own }: PlannedAnswerWords): string =>
  found.some(({ plan }) => plan.kind === 'duty') ? own.meetings : meetings;

/** What is described of the same time, or of the same thing where no time is named. */
function documents(inquiry: Inquiry, subject: Subject, found: readonly Dated[]): RowGroup[] {
  const { documents: title } = plannedAnswerWords[inquiry.u.language];
  const time = timeAsked(inquiry);
  if (time)
    return [
      inquiry.group(
        title,
        describedIn(inquiry, time, found, (fact) => isMeant(inquiry, subject, fact)),
      ),
    ];
  if (!subject.isNamed || asksNext(inquiry)) return [];
  const told = detail(inquiry);
  if (!told.found) return [];
  const shown = new Set(
    inquiry
      .facts(inquiry.index.ofKind('initiative'))
      .flatMap((fact) => (isShown(inquiry, fact, found) ? [fact.id] : [])),
  );
  return [{ title, rows: told.groups.flatMap(({ rows }) => rows).filter(({ recordId }) => !shown.has(recordId)) }];
}

const isMeant = ({ demands }: Inquiry, subject: Subject, fact: Fact): boolean =>
  fact.kind === 'meeting' || fact.kind === 'initiative'
    ? subject.isNamed
      ? subject.fits(fact.search)
      : fact.kind === 'meeting' || demands.length === 0
    : false;

/** 「どの市町が協議会を開く予定か」: the areas that have something to come, registered or said in documents. */
function planningAreas(inquiry: Inquiry, found: readonly Dated[]): Answer {
  const words = plannedAnswerWords[inquiry.u.language];
  const planning = new Set(found.flatMap(({ plan }) => plan.areaIds));
  const told = whichAreas(inquiry);
  const home = inquiry.denominator.filter((id) => planning.has(id));
  const answer = emptyAnswer('meetings', inquiry.u.language, words.whichTowns(home.length, inquiry.denominator.length));
  answer.areas = [...new Set([...planning, ...(told.found ? told.areas : [])])];
  if (inquiry.has('count-areas')) answer.number = home.length;
  const described = told.found ? told.groups.flatMap(({ rows }) => rows) : [];
  answer.groups = [
    { title: null, rows: found.map((dated) => datedRow(inquiry, dated)) },
    { title: words.documents, rows: described },
  ].filter((group) => group.rows.length > 0);
  if (described.length > 0) answer.headline += `\n${words.documentsBelow}`;
  return answer;
}
