import { whyClosed } from '../../calendar/business-days.ts';
import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { ChainLink } from '../../records/planned.ts';
import { chainBackFrom } from '../../schedule/chain.ts';
import { chainOf, dueOf } from '../../schedule/due.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { shiftWords } from '../../words/schedule.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import { closest } from '../planned/closest.ts';
import { type Due, duesOf } from '../planned/dates.ts';
import { dueRow } from '../planned/told.ts';

const STEP = /起案|決裁|委託先|庁内の?(期限|締切)/;
const STEP_EN: Readonly<Record<string, RegExp>> = {
  起案: /\bdraft/,
  決裁: /\bapprov|\bsign(ed)?[ -]?off/,
  委託先: /\bcontractor/,
};
const BY_WHEN = /いつ|何日|まで|期限|締切|なら|\b(when|by|until|deadline|latest)\b/;

/** What a report must be submitted by, and the steps that lead to it. */
interface Way {
  day: CalendarDate;
  links: readonly ChainLink[];
  /** The registered deadline that it is about; null: a day was named. */
  due: Due | null;
}

/** 「県締切が11/20なら起案はいつまで？」: the steps before a due day, counted backwards in business days (rules 8.1). */
export function chainAnswer(inquiry: Inquiry): Answer | null {
  const { text, language } = inquiry.u;
  const asksStep =
    STEP.test(text) || (inquiry.has('deadlines') && Object.values(STEP_EN).some((step) => step.test(text)));
  if (!asksStep || !BY_WHEN.test(text)) return null;
  const words = plannedAnswerWords[language].chain;
  const way = wayOf(inquiry);
  if (!way) {
    // 起案 alone may stand in a record: only with a deadline beside it it is asked what it is counted from.
    return inquiry.has('deadlines') ? emptyAnswer('calendar', language, words.whichDay) : null;
  }
  return answerFor(inquiry, way);
}

function wayOf(inquiry: Inquiry): Way | null {
  const date = inquiry.u.dates.find(({ precision }) => precision === 'day');
  const known = duesOf(inquiry).filter(({ row }) => !row.cancelled && row.confirmed);
  const [due] = (closest(inquiry, known, ({ row }) => row.title) ?? []).filter(
    ({ when }) => date === undefined || when?.from === date.from,
  );
  const dueDay = due && dueOf(due.row, inquiry.calendars)?.day;
  const { chain } = inquiry.rulesOf(due ? inquiry.ownAmong(due.row.areaIds) : inquiry.concerned);
  if (due && dueDay) return { day: dueDay, links: due.row.chain.length > 0 ? due.row.chain : chain, due };
  return date ? { day: date.from, links: chain, due: null } : null;
}

function answerFor(inquiry: Inquiry, { day, links, due }: Way): Answer {
  const { language, text } = inquiry.u;
  const words = plannedAnswerWords[language].chain;
  const shown = (date: CalendarDate) => formatDate(date, language);
  const areaIds = due ? inquiry.ownAmong(due.row.areaIds) : inquiry.concerned;
  const days = chainBackFrom(day, chainOf({ chain: links, areaIds }, inquiry.calendars));
  const asked = days.filter(({ name }) => text.includes(normalize(name)) || STEP_EN[name]?.test(text));
  const answers = asked.map((step) => words.answer(step.name, shown(step.day)));
  const whole = [...days, { name: words.last, day }].map((step) => words.link(step.name, shown(step.day))).join(' → ');
  const head = answers.length > 0 ? answers : [words.whole(shown(day))];
  const answer = emptyAnswer('calendar', language, [...head, whole].join('\n'));
  if (asked.some((step) => step.day < inquiry.today)) answer.notes.push(words.passed);
  const closed = shiftWords(
    { written: day, day, closed: whyClosed(day, inquiry.calendars.ofAreas(areaIds)) },
    language,
  );
  if (closed) answer.notes.push(closed);
  answer.notes.push(due && due.row.chain.length > 0 ? words.own(due.row.title) : words.office(stepsOf(links, words)));
  if (due) answer.groups = [{ title: null, rows: [dueRow(inquiry, due)] }];
  return answer;
}

const stepsOf = (links: readonly ChainLink[], words: { step(name: string, days: number): string }): string =>
  links.map(({ name, businessDaysBefore }) => words.step(name, businessDaysBefore)).join('・');
