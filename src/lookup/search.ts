import type { FactIndex } from './fact-index.ts';
import type { Fact } from './facts.ts';
import { EMPTY, intersect, lowerBound, subtract, union } from './postings.ts';
import type { Term } from './understand.ts';

/** A fact that meets this share of what the best one meets says the same, in other words. */
const ENOUGH = 0.7;
const WEIGHT = { strong: 1, medium: 0.6, weak: 0.12 } as const;

/** Alternatives (AやB) as one: a fact that speaks of either satisfies it. */
export interface Demand {
  label: string;
  terms: Term[];
  weight: Term['weight'];
  facts: Uint32Array;
  /** Words that the lexicon does not know: beside words that it knows they rank, and do not narrow. */
  hint: boolean;
  /** How much a match tells, in bits: rare things tell more. */
  value: number;
}

/** Groups a question's terms into what each fact is asked to speak of. */
export function demandsOf(terms: readonly Term[], size: number): Demand[] {
  const groups = new Map<number | string, Term[]>();
  for (const term of terms) {
    const list = groups.get(term.group);
    if (list) list.push(term);
    else groups.set(term.group, [term]);
  }
  const every = [...groups.values()];
  const carried = every.some((group) => group.every((term) => term.weight === 'strong'));
  return every.map((group) => {
    const telling = group.filter((term) => term.weight !== 'weak');
    const isStrong = telling.some((term) => term.weight === 'strong');
    const mixed = telling.length < group.length;
    // Of alternatives the widest decides: 「配ったり活用したり」 narrows to neither. Where nothing else carries the
    // question, a word that only colours is no alternative: 「交通とか医療が届かない」.
    const alone = isStrong && !carried;
    const facts = union((alone ? telling : group).map((term) => term.facts));
    const narrows = telling.some((term) => !isHint(term));
    const weight = isStrong && (alone || !mixed) ? 'strong' : !mixed || narrows ? 'medium' : 'weak';
    return {
      label: group.map((term) => term.label).join('・'),
      terms: group,
      weight,
      facts,
      hint: weight === 'medium' && group.every(isHint),
      value: WEIGHT[weight] * Math.log2(1 + size / Math.max(1, facts.length)),
    };
  });
}

/** A word that no lexicon entry explains. */
const isHint = (term: Term): boolean =>
  term.weight === 'medium' && term.concept === null && !/^\d/.test(term.literal ?? '');

/** Where to look: in all facts or in those of every list of `within`, without those of the lists of `away`. */
export class Scope {
  constructor(
    readonly index: FactIndex,
    readonly within: readonly Uint32Array[] = [],
    readonly away: readonly Uint32Array[] = [],
  ) {}

  in(facts: Uint32Array): Scope {
    return new Scope(this.index, [...this.within, facts], this.away);
  }

  without(facts: Uint32Array): Scope {
    return new Scope(this.index, this.within, [...this.away, facts]);
  }

  all(): Uint32Array {
    return this.of(...(this.within.length > 0 ? [] : [this.index.all()]));
  }

  /** The facts of the scope that stand in all these lists. */
  of(...lists: readonly Uint32Array[]): Uint32Array {
    return this.away.reduce(subtract, intersect([...this.within, ...lists]));
  }

  /** Whether any fact of a list lies in the scope. */
  meets(facts: Uint32Array): boolean {
    return this.of(facts).length > 0;
  }

  /**
   * The facts that can rank: those that speak of a strong demand, else of a medium one, else of any. Some that meet less
   * than `share` of what the best one meets are left out.
   */
  candidates(demands: readonly Demand[], share = 0): Uint32Array {
    for (const weight of ['strong', 'medium', 'weak'] as const) {
      const some = demands.filter((demand) => demand.weight === weight);
      const found = this.reaching(some, demands, share);
      if (found.length > 0) return found;
    }
    return this.within.length > 0 ? this.all() : EMPTY;
  }

  /**
   * Of the facts that can rank those that may meet more than `least` of all demands: whoever meets none of the most telling
   * ones cannot, as soon as what is left of them tells no more than that.
   */
  exceeding(demands: readonly Demand[], least: number): Uint32Array {
    const lists: Uint32Array[] = [];
    let open = demands.reduce((sum, demand) => sum + demand.value, 0);
    for (const demand of byValue(demands)) {
      if (open <= least) break;
      open -= demand.value;
      lists.push(this.of(demand.facts));
    }
    const able = union(lists);
    for (const weight of ['strong', 'medium', 'weak'] as const) {
      const some = demands.filter((demand) => demand.weight === weight && this.meets(demand.facts));
      if (some.length > 0) return union(some.map((demand) => intersect([able, demand.facts])));
    }
    return EMPTY;
  }

  /**
   * The facts that speak of one of `some`. The most telling ones come first; when those left cannot make `share` of what
   * the best fact meets of all `demands`, no further fact is let in.
   */
  reaching(some: readonly Demand[], demands: readonly Demand[], share: number): Uint32Array {
    const lists: Uint32Array[] = [];
    let open = demands.reduce((sum, demand) => sum + demand.value, 0);
    let enough = 0;
    for (const demand of byValue(some)) {
      if (open < enough) break;
      open -= demand.value;
      const facts = this.of(demand.facts);
      if (facts.length === 0) continue;
      if (lists.length === 0 && share > 0) enough = share * metTogether(facts, demands);
      lists.push(facts);
    }
    return union(lists);
  }
}

const byValue = (demands: readonly Demand[]): Demand[] => [...demands].sort((a, b) => b.value - a.value);

/** What one of `facts` meets at least: the most telling demands that go together. */
function metTogether(facts: Uint32Array, demands: readonly Demand[]): number {
  let together = facts;
  let met = 0;
  for (const demand of byValue(demands)) {
    const both = intersect([together, demand.facts]);
    if (both.length === 0) continue;
    together = both;
    met += demand.value;
  }
  return met;
}

export interface Scored {
  number: number;
  fact: Fact;
  score: number;
}

/**
 * Scores facts (in ascending order) by the demands they meet, best first; ties in the order of the registry. Of them the
 * first `limit` that meet `share` of what the best one meets.
 */
export function rank(
  index: FactIndex,
  facts: Uint32Array,
  demands: readonly Demand[],
  share = 0,
  limit = Number.POSITIVE_INFINITY,
): Scored[] {
  const scores = scoresOf(facts, demands);
  const least = share * highest(scores);
  const best: Scored[] = [];
  let full = -1;
  for (let position = 0; position < facts.length; position += 1) {
    const score = scores[position] as number;
    if (score < least || score <= full) continue;
    const number = facts[position] as number;
    best.push({ number, fact: index.fact(number), score });
    if (best.length < limit * 2) continue;
    best.sort(byScore).length = limit;
    full = best.at(-1)?.score ?? full;
  }
  return best.sort(byScore).slice(0, limit);
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.number - b.number;

/**
 * Those of `facts` that meet `share` of what the best one meets, and no less than `least`; all of them where nothing is
 * met and nothing has to be.
 */
export function foremost(facts: Uint32Array, demands: readonly Demand[], share: number, least = 0): Uint32Array {
  const scores = scoresOf(facts, demands);
  const enough = Math.max(least, share * highest(scores));
  const out = new Uint32Array(facts.length);
  let length = 0;
  for (let position = 0; position < facts.length; position += 1) {
    out[length] = facts[position] as number;
    if ((scores[position] as number) >= enough) length += 1;
  }
  return out.subarray(0, length);
}

function highest(scores: Float64Array): number {
  let best = 0;
  for (let i = 0; i < scores.length; i += 1) best = Math.max(best, scores[i] as number);
  return best;
}

function scoresOf(facts: Uint32Array, demands: readonly Demand[]): Float64Array {
  const scores = new Float64Array(facts.length);
  for (const demand of demands) addScores(scores, facts, demand);
  return scores;
}

function addScores(scores: Float64Array, facts: Uint32Array, { facts: met, value }: Demand): void {
  const leap = met.length > facts.length * 16;
  for (let i = 0, j = 0; i < facts.length && j < met.length; i += 1) {
    const fact = facts[i] as number;
    if (leap) j = lowerBound(met, fact, j);
    else while (j < met.length && (met[j] as number) < fact) j += 1;
    if (met[j] === fact) scores[i] = (scores[i] as number) + value;
  }
}

export interface Selection {
  facts: Uint32Array;
  /** Strong demands that nothing in the scope meets. */
  missing: Demand[];
  /** The strong demands could not be met by one fact together. */
  apart: boolean;
}

/**
 * The facts of `scope` that meet the demands: all strong ones, and of the medium ones as many as any fact meets.
 * Weak ones never narrow, unless nothing else was asked. `strict`: all medium ones together, where any fact meets them all.
 */
export function select(scope: Scope, demands: readonly Demand[], strict = false): Selection {
  const strong = demands.filter((demand) => demand.weight === 'strong');
  const medium = demands.filter((demand) => demand.weight === 'medium' && !(demand.hint && knowsMore(demands)));
  if (strong.length > 0) {
    const facts = scope.of(...strong.map((demand) => demand.facts));
    const missing = facts.length > 0 ? [] : strong.filter((demand) => !scope.meets(demand.facts));
    return {
      facts: narrow(facts, medium, strict),
      missing,
      apart: facts.length === 0 && missing.length === 0 && strong.length > 1,
    };
  }
  if (medium.length > 0) {
    const facts = narrow(scope.reaching(medium, medium, ENOUGH), medium, strict);
    return { facts, missing: [], apart: false };
  }
  const weak = demands.map((demand) => demand.facts);
  const found = weak.length > 0 ? scope.of(...weak) : EMPTY;
  return { facts: found, missing: [], apart: false };
}

const knowsMore = (demands: readonly Demand[]): boolean =>
  demands.some((demand) => demand.weight !== 'weak' && !demand.hint);

/** Keeps the facts that meet most of the demands, weighed by what each tells; all of them where none meets any. */
function narrow(facts: Uint32Array, demands: readonly Demand[], strict: boolean): Uint32Array {
  if (demands.length === 0 || facts.length === 0) return facts;
  if (strict) {
    const all = intersect([facts, ...demands.map((demand) => demand.facts)]);
    if (all.length > 0) return all;
  }
  return foremost(facts, demands, ENOUGH);
}
