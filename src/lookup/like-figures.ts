import type { NumberFact } from '../records/rows.ts';
import type { Fact } from './facts.ts';
import { askedUnit, type Figure, figuresFor, showFigure } from './figures.ts';
import type { Inquiry } from './inquiry.ts';
import { normalize } from './normalize.ts';
import type { Scored } from './search.ts';
import { yearly } from './spoken-figures.ts';

/** A recorded figure, from its lowest to its highest where a record gives a range (年4～5回). */
export interface Amount {
  fact: Fact;
  areaIds: readonly string[];
  of: string;
  /** Of times a week, a month or several years: 回/年. */
  unit: string;
  low: number;
  high: number;
  /** In the record's own unit: 1回/週 is compared as 52回/年. */
  told: NumberFact[];
}

export interface LikeFigures {
  /** Of the same thing, in the same unit. */
  like: Amount[];
  /** What answers the question as well, and counts something else or in another unit. */
  unlike: Amount[];
}

/** A figure that meets this share of what the best one meets counts the same matter. */
const AS_GOOD = 0.9;
/** Figures of which all strong words are met, and something is. */
const LEAST = 2;

/** The figures that can be set against each other: the same thing in the same unit (46か所 is not 年3回). */
export function likeFigures(inquiry: Inquiry, facts: readonly { fact: Fact; score: number }[]): LikeFigures {
  const figures = figuresFor(
    inquiry,
    facts.map(({ fact }) => ({ fact, score: 0 })),
  ).filter(({ number }) => number.kind === 'actual');
  const strong = inquiry.demands.filter((demand) => demand.weight === 'strong');
  const least = Math.max(strong.reduce((sum, demand) => sum + demand.value, 0) * AS_GOOD, LEAST);
  const best = figures[0]?.score ?? 0;
  if (best < least) return { like: [], unlike: [] };
  const countsIt = countsAsked(inquiry);
  const amounts = amountsOf(figures.filter(({ score, number }) => score >= best * AS_GOOD && countsIt(number.of)));
  const unit = mostTowns(amounts, ({ unit }) => unit);
  const ofUnit = amounts.filter((amount) => amount.unit === unit);
  const thing = thingAsked(inquiry, ofUnit);
  const isLike = (amount: Amount) => amount.unit === unit && (thing === null || thingOf(inquiry, amount) === thing);
  return { like: amounts.filter(isLike), unlike: amounts.filter((amount) => !isLike(amount)) };
}

/** The figure that answers the question best, whatever it counts; null where none does. */
export function bestFigure(inquiry: Inquiry, facts: readonly Scored[]): Amount | null {
  const figures = figuresFor(inquiry, facts);
  const [best] = figures;
  if (!best) return null;
  const same = figures.filter(
    ({ fact, number }) => fact === best.fact && number.of === best.number.of && number.unit === best.number.unit,
  );
  return amountsOf(same)[0] ?? null;
}

/**
 * Whether what is counted is what was asked for, not something about it: of 「ケアマネが一番多い町」 no 「ケアマネとの
 * 連携会議 1回」. A question that names its unit (人数) has said what it counts.
 */
function countsAsked(inquiry: Inquiry): (of: string) => boolean {
  if (askedUnit(inquiry.u.text) !== null && !inquiry.has('how-often')) return () => true;
  const terms = inquiry.demands.flatMap((demand) => demand.terms).filter(({ weight }) => weight !== 'weak');
  const forms = terms.flatMap((term) => term.concept?.forms ?? term.literal ?? []);
  return (of) => {
    const thing = normalize(of).replace(/\([^()]*\)/g, '');
    return forms.some((form) => thing.endsWith(form));
  };
}

/** One record may give the lowest and the highest of a range. */
function amountsOf(figures: readonly Figure[]): Amount[] {
  const found = new Map<string, Amount>();
  for (const { fact, number } of figures) {
    const key = `${fact.id} ${number.of} ${number.unit}`;
    const known = found.get(key);
    if (!known) {
      const { unit, value } = yearly(number);
      found.set(key, { fact, areaIds: fact.areaIds, of: number.of, unit, low: value, high: value, told: [number] });
      continue;
    }
    const { value } = yearly(number);
    known.low = Math.min(known.low, value);
    known.high = Math.max(known.high, value);
    known.told.push(number);
  }
  return [...found.values()];
}

/** What is counted, without saying where. */
function thingOf(inquiry: Inquiry, { of, areaIds }: Amount): string {
  const places = areaIds.map((id) => normalize(inquiry.area(id).name));
  const thing = places.reduce((text, place) => text.replaceAll(place, ''), normalize(of));
  return thing.replace(/^(市|町|管|地域|圏域)内の?/, '');
}

/** The one thing that the question names: in its own words, else as most towns call it; null where kinds of it count. */
function thingAsked(inquiry: Inquiry, amounts: readonly Amount[]): string | null {
  const { u, demands } = inquiry;
  const terms = demands.filter(({ weight }) => weight !== 'weak').flatMap((demand) => demand.terms);
  const said = terms.map((term) => u.text.slice(term.begin, term.end));
  const named = amounts.find((amount) => said.includes(thingOf(inquiry, amount)));
  if (named) return thingOf(inquiry, named);
  const forms = terms.flatMap((term) => term.concept?.forms ?? []);
  return mostTowns(
    amounts.filter((amount) => forms.includes(thingOf(inquiry, amount))),
    (amount) => thingOf(inquiry, amount),
  );
}

function mostTowns(amounts: readonly Amount[], keyOf: (amount: Amount) => string): string | null {
  const towns = new Map<string, Set<string>>();
  for (const amount of amounts) {
    const some = towns.get(keyOf(amount)) ?? new Set();
    for (const id of amount.areaIds) some.add(id);
    towns.set(keyOf(amount), some);
  }
  return [...towns].sort((a, b) => b[1].size - a[1].size)[0]?.[0] ?? null;
}

/** 46か所, 4～5回/年. */
export function showAmount({ told }: Amount): string {
  const sorted = [...told].sort((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return '';
  const from = lowest.value === highest.value ? '' : `${lowest.value.toLocaleString('en')}～`;
  return `${from}${showFigure(highest)}`;
}
