import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { facetWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { notRecorded } from './not-recorded.ts';
import { asksHub, demandsBeside, recordsAsked } from './records-asked.ts';
import { allowedAreas } from './towns.ts';

const SHOWN = 10;
const SET_UP = '設置|設け|置い|置か|開設|開始|始め|始ま|立ち上げ|作成|作っ|発足|導入|新設|でき|スタート';
const AFTER_DATE = new RegExp(`^(?:頃|ごろ)?(?:から|より|に|、|~|～)?[^。|、]{0,40}?(?:${SET_UP}|から)`);
const BEFORE_DATE = new RegExp(`(?:${SET_UP})\\($`);
/** A later state of something that was there: 「令和6年度更新」. */
const LATER_STATE = /更新|改訂|改定|変更|版|ver|作成中|発行/;
const OF_RECORDS =
  /(?:[古新]しい|古い|最古の|最近の)の?(?:情報|データ|調査|記録|数字|数値|資料)(?!共有|システム)|\b(?:earliest|oldest|newest|latest) (?:information|data|survey|figures?|records?)\b/;
const FIRST_EN =
  /\b(?:set up|establish\w*|open\w*|start\w*|beg[au]n|launch\w*|found\w*|creat\w*|introduc\w*)\b.* (?:first|earliest)\b|\bfirst (?:to|set up|opened|started|established)\b|\b(?:earliest|oldest)\b/;
const LAST_EN =
  /\b(?:set up|establish\w*|open\w*|start\w*|beg[au]n|launch\w*|found\w*|creat\w*|introduc\w*)\b.* (?:last|latest|recently)\b|\brecently (?:set up|opened|started|established)\b|\b(?:newest)\b/;
const ORDER_EN = /^(?:first|last|latest|earliest|recently)$/;
const OF_HUBS = /設置|置い|開設|\b(set up|opened)\b/;

const asksFirst = (inquiry: Inquiry): boolean => inquiry.has('began-first') || isEnglish(inquiry, FIRST_EN);
const asksLast = (inquiry: Inquiry): boolean => inquiry.has('began-last') || isEnglish(inquiry, LAST_EN);
const isEnglish = ({ u }: Inquiry, asks: RegExp): boolean => u.language === 'en' && asks.test(u.text);

/** 「一番古い情報は？」: of when the records are, not what began when. */
export const asksAgeOfRecords = (inquiry: Inquiry): boolean =>
  (asksFirst(inquiry) || asksLast(inquiry)) && OF_RECORDS.test(inquiry.u.text);

/** When a record says that something began: a day, a month or a whole year. */
interface Beginning {
  fact: Fact;
  areaIds: readonly string[];
  from: CalendarDate;
  to: CalendarDate;
  said: string;
}

/**
 * 「拠点を一番早く作ったのは？」「最近できた拠点は？」: by the years and months that the records name; the verdict first,
 * then all in order. Null where no first or last is asked for.
 */
export function beganFirst(inquiry: Inquiry): Answer | null {
  const { words, u } = inquiry;
  const isFirst = asksFirst(inquiry);
  if (!(isFirst || asksLast(inquiry))) return null;
  const demands = demandsBeside(inquiry).filter(({ weight, label }) => weight !== 'weak' && !ORDER_EN.test(label));
  const isHub = asksHub(inquiry) || (demands.length === 0 && OF_HUBS.test(u.text));
  if (!isHub && demands.length === 0) return null;
  const allowed = allowedAreas(inquiry);
  const towns = inquiry.denominator.filter(allowed);
  const found = isHub
    ? inquiry.scope.in(inquiry.index.ofKind('hub')).all()
    : recordsAsked(inquiry, demands).facts.filter(inquiry.index.traits.inStatus('doing'));
  const facts = distinct(inquiry.facts(found).filter(({ areaIds }) => areaIds.some((id) => towns.includes(id))));
  if (facts.length === 0) return null;
  const what = isHub ? facetWords.hub[u.language] : inquiry.subject;
  const told = inOrder(
    facts.flatMap((fact) => beginningOf(inquiry, fact) ?? []),
    isFirst,
  );
  const of = (areas: readonly { areaIds: readonly string[] }[]) =>
    towns.filter((id) => areas.some(({ areaIds }) => areaIds.includes(id)));
  const [best] = told;
  if (!best) return { ...notRecorded(inquiry), headline: words.noYearToCompare(what) };
  const tied = told.filter(({ from, to }) => (isFirst ? from <= earliestEnd(told) : to >= best.from));
  const periods = [...new Set(tied.map(({ said }) => said))];
  const answer = emptyAnswer(
    'ranking',
    u.language,
    [
      words.began[isFirst ? 'first' : 'last'](what, inquiry.names(of(tied)), periods.join('・')),
      words.withYear({ told: of(told).length, total: of(facts).length }),
    ].join('\n'),
  );
  answer.areas = of(tied);
  answer.table = {
    columns: u.language === 'ja' ? ['時期', '市町'] : ['since', 'municipality'],
    rows: rowsOf(told).map(({ said, areaIds }) => [said, inquiry.names(areaIds)]),
  };
  answer.groups = [inquiry.group(null, told.map(({ fact }) => fact).slice(0, SHOWN))];
  if (periods.length > 1) answer.notes.push(words.yearOnly);
  return answer;
}

/** What a record says of its beginning; null where it names no year. */
function beginningOf(inquiry: Inquiry, fact: Fact): Beginning | null {
  const as = ({ from, to, text }: { from: CalendarDate; to: CalendarDate; text: string }) => ({
    fact,
    areaIds: fact.areaIds,
    from,
    to,
    // As the records write an era: R6, not r6.
    said: text.replace(/^[mtshr](?=\d)/, (era) => era.toUpperCase()),
  });
  if (fact.kind === 'hub' || (fact.kind === 'tool' && !LATER_STATE.test(fact.when ?? ''))) {
    const [since] = inquiry.datesIn(fact).filter(({ yearGiven }) => yearGiven);
    if (since) return as(since);
  }
  if (fact.kind !== 'statement') return null;
  const { search } = fact;
  const [began] = inquiry
    .datesIn(fact, search)
    .filter(({ yearGiven, begin, end }) => {
      return yearGiven && (AFTER_DATE.test(search.slice(end)) || BEFORE_DATE.test(search.slice(0, begin)));
    })
    .sort((a, b) => a.from.localeCompare(b.from));
  return began ? as(began) : null;
}

const inOrder = (told: readonly Beginning[], isFirst: boolean): Beginning[] =>
  [...told].sort((a, b) => (isFirst ? 1 : -1) * (a.from.localeCompare(b.from) || a.to.localeCompare(b.to)));

/** What may have begun before this day may be the first: a month of a year of which only the year is told. */
const earliestEnd = (told: readonly Beginning[]): string => told.map(({ to }) => to as string).sort()[0] ?? '';

/** A row a period, with its towns. */
function rowsOf(told: readonly Beginning[]): { said: string; areaIds: string[] }[] {
  const rows = new Map<string, Set<string>>();
  for (const { said, areaIds } of told) {
    const areas = rows.get(said) ?? new Set();
    for (const id of areaIds) areas.add(id);
    rows.set(said, areas);
  }
  return [...rows].map(([said, areas]) => ({ said, areaIds: [...areas] }));
}
