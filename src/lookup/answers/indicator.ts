import type { IndicatorRow, IndicatorValueRow } from '../../records/rows.ts';
import type { ValueKind } from '../../records/vocabulary.ts';
import { valueKindWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';
import { subtract } from '../postings.ts';
import { rank } from '../search.ts';
import type { SpokenDate } from '../spoken-dates.ts';

type IndicatorFact = Fact & { kind: 'indicator' };

const ASKS_VALUE = [
  'how-many',
  'how-often',
  'planned-value',
  'actual-value',
  'forecast-value',
  'partial-value',
  'rate',
  'trend',
  'change',
  'per-time',
  'total',
  'highest',
  'lowest',
  'most',
  'least',
  'more-of-two',
  'percentage',
  'compare',
  'why',
  'how-much',
];
const PEOPLE = /何人|人数|何名|参加者|参加(は|が)|participants?|people|attend|turnout|persons/;
const TIMES =
  /何回|回数|開催(は|が|数)|何度|how many times|sessions?|number of times|how often|were (actually )?held|(be|been) held/;

const HOW_MUCH = /(何|いく|どれ|どの|なんぼ).{0,5}(増|減|伸)|差|\b(how (much|many)|by what)\b/;
const ASKS_REASON = /目的|ねらい|狙い|\b(purpose|aim|reason)\b/;
/** How many times as much of what was asked a statement says, to be the better answer. */
const BETTER = 1.25;

/** The indicators that the question is about: those whose name it says, in places that it does not rule out. */
export function indicatorsAsked(inquiry: Inquiry): IndicatorFact[] {
  const years = yearsAsked(inquiry);
  if (years.length === 0 && !inquiry.has(...ASKS_VALUE)) return [];
  if (ASKS_REASON.test(inquiry.u.text)) return [];
  const { index, demands, scope } = inquiry;
  const areas = inquiry.scopeAreas;
  const found = rank(index, index.ofKind('indicator'), demands)
    .filter(({ fact, score }) => score > 2 && (areas.length === 0 || fact.areaIds.some((id) => areas.includes(id))))
    .map(({ fact, score }) => ({ fact: fact as IndicatorFact, score }));
  const best = found[0]?.score ?? 0;
  if (best === 0) return [];
  // A statement that says more of what was asked is the better answer.
  const others = subtract(scope.exceeding(demands, best * BETTER), index.ofKind('indicator'));
  const [other] = rank(index, others, demands, 0, 1);
  if (other && other.score > best * BETTER) return [];
  return found.filter(({ score }) => score >= best * 0.75).map(({ fact }) => fact);
}

/** Fiscal years named in the question, as R8. */
function yearsAsked(inquiry: Inquiry): string[] {
  // 「第9期計画値だと…R6は」: the plan's period frames the question, the year is what is asked.
  return [...new Set(datesAsked(inquiry).flatMap((date) => date.fiscalYears))];
}

function datesAsked({ u }: Inquiry): readonly SpokenDate[] {
  const exact = u.dates.filter((date) => !/^第/.test(date.text));
  return exact.length > 0 ? exact : u.dates;
}

const inYear = (value: IndicatorValueRow, years: readonly string[]) =>
  years.length === 0 || years.includes(value.fiscalYear);

function kindsAsked(inquiry: Inquiry): ValueKind[] {
  const kinds: ValueKind[] = [];
  if (inquiry.has('planned-value', 'planned-status')) kinds.push('planned');
  if (inquiry.has('actual-value', 'held')) kinds.push('actual', 'partial');
  if (inquiry.has('forecast-value')) kinds.push('forecast');
  if (inquiry.has('partial-value')) kinds.push('partial');
  return kinds;
}

/** Values of indicators, told apart by kind; rates, differences and averages are marked as computed by us. */
export function indicator(inquiry: Inquiry, facts: readonly IndicatorFact[]): Answer {
  const years = yearsAsked(inquiry);
  const kinds = kindsAsked(inquiry);
  const answer = emptyAnswer('indicator', inquiry.u.language, '');
  const chosen = byMeasure(inquiry, facts);
  const ofKind = (value: IndicatorValueRow) => kinds.length === 0 || kinds.includes(value.kind);
  const first = chosen[0];
  if (!first) return answer;
  const values = (row: IndicatorRow) => {
    const fitting = row.values.filter((value) => inYear(value, years) && ofKind(value));
    return fitting.length > 0 ? fitting : row.values.filter((value) => inYear(value, years));
  };
  answer.groups = [inquiry.group(null, facts)];
  if (inquiry.has('per-time')) perTime(inquiry, withSiblings(inquiry, facts), years, kinds, answer);
  else if (inquiry.has('rate', 'percentage') && years.length > 0) rate(inquiry, chosen, years, answer);
  else if (inquiry.has('highest', 'most', 'lowest', 'least')) extreme(inquiry, first.row, values(first.row), answer);
  else if (asksDifference(inquiry, years)) differences(inquiry, chosen, [years[0] ?? '', years.at(-1) ?? ''], answer);
  else if (chosen.length >= 2 && inquiry.has('more-of-two', 'compare') && years.length === 1)
    between(inquiry, facts, values, answer);
  if (answer.headline === '') plain(inquiry, chosen, values, answer, years);
  if (answer.found) answer.picture = { kind: 'indicators', indicatorIds: chosen.map(({ row }) => row.id) };
  return answer;
}

/** Between two years; 「R6からR8までで何人増える」 names those between them as well. */
function asksDifference(inquiry: Inquiry, years: readonly string[]): boolean {
  const asked = inquiry.has('change', 'more-of-two', 'compare') || /差/.test(inquiry.u.text);
  const isRange = datesAsked(inquiry).length === 1 && inquiry.has('change') && HOW_MUCH.test(inquiry.u.text);
  return asked && (years.length === 2 || (years.length > 2 && isRange));
}

/** The other measures of the same things: an average needs 人数 and 回数. */
function withSiblings(inquiry: Inquiry, facts: readonly IndicatorFact[]): IndicatorFact[] {
  const titles = new Set(facts.map((fact) => `${fact.row.areaId}|${fact.row.title}`));
  return inquiry
    .facts(inquiry.index.ofKind('indicator'))
    .filter(
      (fact): fact is IndicatorFact => fact.kind === 'indicator' && titles.has(`${fact.row.areaId}|${fact.row.title}`),
    );
}

/** 人数 or 回数, where the question says which. */
function byMeasure(inquiry: Inquiry, facts: readonly IndicatorFact[]): IndicatorFact[] {
  const { text } = inquiry.u;
  const people = PEOPLE.test(text);
  const times = TIMES.test(text) && !inquiry.has('per-time');
  if (people === times) return [...facts];
  const kept = facts.filter((fact) => (people ? /人/ : /回/).test(fact.row.unit));
  return kept.length > 0 ? kept : [...facts];
}

const show = (row: IndicatorRow, value: IndicatorValueRow, language: 'ja' | 'en'): string => {
  const figure = value.value === null ? (value.state ?? '記載なし') : `${value.value.toLocaleString('en')}${row.unit}`;
  return `${value.fiscalYear} ${valueKindWords[value.kind][language]}: ${figure}${value.note ? `（${value.note}）` : ''}`;
};

function plain(
  inquiry: Inquiry,
  facts: readonly IndicatorFact[],
  values: (row: IndicatorRow) => IndicatorValueRow[],
  answer: Answer,
  years: readonly string[],
): void {
  const lines = facts.flatMap((fact) =>
    values(fact.row).map(
      (value) => `${fact.row.title}・${fact.row.measure} ${show(fact.row, value, inquiry.u.language)}`,
    ),
  );
  if (lines.length === 0) {
    answer.headline = inquiry.words.noFigure(`${facts[0]?.row.title ?? ''} ${years.join('・')}`);
    answer.found = false;
    return;
  }
  answer.headline = lines.join('\n');
  const only = facts.length === 1 || years.length > 0 ? facts.flatMap((fact) => values(fact.row)) : [];
  const single = facts[0] ? values(facts[0].row) : [];
  if (facts.length === 1 && single.length === 1) answer.number = single[0]?.value ?? null;
  else if (only.length === 1) answer.number = only[0]?.value ?? null;
  if (inquiry.has('total') && single.length > 1 && facts.length === 1) {
    const kinds = kindsAsked(inquiry);
    const added = single.filter(
      (value) => value.value !== null && (kinds.length > 0 ? kinds.includes(value.kind) : value.kind === 'actual'),
    );
    const sum = added.reduce((total, value) => total + (value.value ?? 0), 0);
    answer.number = sum;
    answer.headline = `${inquiry.words.derived(`${added.map((value) => `${value.fiscalYear} ${valueKindWords[value.kind][inquiry.u.language]}`).join('＋')} = ${sum.toLocaleString('en')}${facts[0]?.row.unit}`)}\n${answer.headline}`;
  }
}

const valueFor = (row: IndicatorRow, year: string, kinds: readonly ValueKind[]): IndicatorValueRow | undefined =>
  kinds
    .map((kind) => row.values.find((value) => value.fiscalYear === year && value.kind === kind && value.value !== null))
    .find(Boolean);

const ANY_KIND: ValueKind[] = ['actual', 'partial', 'forecast', 'planned'];
const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Participants divided by sessions of the same year and kind. */
function perTime(
  inquiry: Inquiry,
  facts: readonly IndicatorFact[],
  years: readonly string[],
  kinds: ValueKind[],
  answer: Answer,
): void {
  const people = facts.find((fact) => /人|名/.test(fact.row.unit))?.row;
  const times = facts.find((fact) => /回/.test(fact.row.unit) && fact.row.title === people?.title)?.row;
  if (!people || !times) return;
  const wanted = kinds.length > 0 ? kinds : ANY_KIND;
  const lines: string[] = [];
  for (const year of years.length > 0 ? years : [...new Set(people.values.map((value) => value.fiscalYear))]) {
    const a = valueFor(people, year, wanted);
    const b = a && times.values.find((value) => value.fiscalYear === year && value.kind === a.kind);
    if (!a?.value || !b?.value) continue;
    const average = round(a.value / b.value);
    if (years.length === 1) answer.number = average;
    lines.push(
      inquiry.words.derived(
        `${people.title} ${year} ${valueKindWords[a.kind][inquiry.u.language]}: ${a.value}人 ÷ ${b.value}回 = 1回あたり約${average}人`,
      ),
    );
  }
  answer.headline = lines.join('\n') || inquiry.words.cannotCompute;
}

function rate(inquiry: Inquiry, facts: readonly IndicatorFact[], years: readonly string[], answer: Answer): void {
  const lines: string[] = [];
  for (const { row } of facts) {
    const [from = '', to = from] = years;
    const numerator =
      years.length > 1
        ? valueFor(row, from, inquiry.has('planned-value') ? ['planned', 'actual'] : ['actual', 'planned'])
        : valueFor(row, from, ['actual']);
    const denominator = years.length > 1 ? valueFor(row, to, ['actual', 'planned']) : valueFor(row, from, ['planned']);
    if (!numerator?.value || !denominator?.value) continue;
    const percent = round((numerator.value / denominator.value) * 100);
    if (facts.length === 1 || lines.length === 0) answer.number = percent;
    lines.push(
      inquiry.words.derived(
        `${row.title}・${row.measure}: ${show(row, numerator, inquiry.u.language)} ÷ ${show(row, denominator, inquiry.u.language)} = ${percent}%`,
      ),
    );
  }
  if (lines.length === 0) {
    answer.headline = inquiry.words.cannotCompute;
    answer.found = false;
    return;
  }
  answer.headline = lines.join('\n');
}

function extreme(inquiry: Inquiry, row: IndicatorRow, values: readonly IndicatorValueRow[], answer: Answer): void {
  const counted = values.filter((value) => value.value !== null);
  const sorted = [...counted].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const low = inquiry.has('lowest', 'least');
  const value = low ? sorted.at(-1) : sorted[0];
  if (!value) return;
  const years = counted.filter((other) => other.value === value.value).map((other) => wareki(other.fiscalYear));
  const what = `${row.title}・${row.measure} ${years.join('・')} ${show(row, value, inquiry.u.language)}`;
  answer.headline = low ? inquiry.words.lowest(what) : inquiry.words.highest(what);
  answer.number = value.value;
}

/** R5 → 令和5年度. */
const wareki = (year: string): string => `${year.startsWith('H') ? '平成' : '令和'}${year.slice(1)}年度`;

/** Of each measure that is asked about; one number stands for it only where there is one measure. */
function differences(
  inquiry: Inquiry,
  facts: readonly IndicatorFact[],
  years: readonly string[],
  answer: Answer,
): void {
  const told = facts.map(({ row }) => {
    const one = emptyAnswer('indicator', inquiry.u.language, '');
    difference(inquiry, row, years, one);
    return one;
  });
  const lines = told.map(({ headline }) => headline).filter((headline) => headline !== '');
  if (lines.length === 0) return;
  answer.headline = lines.join('\n');
  answer.number = told.length === 1 ? (told[0]?.number ?? null) : null;
}

function difference(inquiry: Inquiry, row: IndicatorRow, years: readonly string[], answer: Answer): void {
  const kinds = kindsAsked(inquiry);
  const pair = years.map((year) => valueFor(row, year, kinds) ?? valueFor(row, year, ANY_KIND));
  const [a, b] = pair;
  if (!a?.value || !b?.value) return;
  const gap = round(b.value - a.value);
  const more = gap === 0 ? null : gap > 0 ? b : a;
  answer.number = Math.abs(gap);
  answer.headline = [
    inquiry.words.derived(
      `${row.title}・${row.measure}: ${years[0]} → ${years[1]} ${gap > 0 ? '+' : ''}${gap}${row.unit}（差 ${Math.abs(gap)}${row.unit}）`,
    ),
    more ? inquiry.words.end.most(wareki(more.fiscalYear)) : inquiry.words.equal,
    show(row, a, inquiry.u.language),
    show(row, b, inquiry.u.language),
  ].join('\n');
}

function between(
  inquiry: Inquiry,
  facts: readonly IndicatorFact[],
  values: (row: IndicatorRow) => IndicatorValueRow[],
  answer: Answer,
): void {
  const sides = byMeasure(inquiry, facts).flatMap((fact) => {
    const [value] = values(fact.row);
    return value?.value == null ? [] : [{ fact, value }];
  });
  const sorted = [...sides].sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0));
  const [first, second] = sorted;
  if (!first || !second || first.fact.row.title === second.fact.row.title) return;
  answer.headline = [
    first.value.value === second.value.value ? inquiry.words.equal : inquiry.words.end.most(`${first.fact.row.title}`),
    ...sorted.map(
      ({ fact, value }) => `${fact.row.title}・${fact.row.measure} ${show(fact.row, value, inquiry.u.language)}`,
    ),
  ].join('\n');
}
