import { type Answer, emptyAnswer } from '../answer.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { asksWhoBegan } from './calendar.ts';
import { notRecorded } from './not-recorded.ts';

const SHOWN = 20;
const BEGAN = /年度?から|月から|始め|始ま|開始|新たに|新しく|設置|開設|立ち上げ|新設/;

/** 「R8年2月に予定されていることは？」: nothing but a time is named, so everything recorded of that time. */
export function inPeriod(inquiry: Inquiry): Answer {
  const { u, words } = inquiry;
  const began = asksWhoBegan(u.text);
  const told = inquiry
    .facts(inquiry.scope.all())
    .filter((fact) => !began || BEGAN.test(fact.search))
    .filter((fact) =>
      inquiry.datesIn(fact).some((date) => u.dates.some((asked) => date.from >= asked.from && date.to <= asked.to)),
    );
  const what = u.dates.map((date) => date.text).join('・');
  if (told.length === 0) return notRecorded(inquiry, what);
  const facts = distinct(told);
  const answer = emptyAnswer('detail', u.language, words.detail(what, ''));
  if (inquiry.has('which') || began) answer.areas = [...new Set(facts.flatMap((fact) => fact.areaIds))];
  answer.groups = [inquiry.group(null, facts.slice(0, SHOWN))];
  if (facts.length > SHOWN) answer.notes.push(words.more_rows(facts.length - SHOWN));
  return answer;
}
