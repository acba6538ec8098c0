import type { FactIndex } from './fact-index.ts';
import type { Fact } from './facts.ts';
import { intersect, union } from './postings.ts';
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
  return [...groups.values()].map((group) => {
    // Of alternatives the widest decides: 「配ったり活用したり」 narrows to neither.
    const facts = union(group.map((term) => term.facts));
    const weakest = group.some((term) => term.weight === 'weak');
    const plain = group.some((term) => term.weight === 'strong') ? 'strong' : 'medium';
    const weight = group.every((term) => term.weight === 'weak') ? 'weak' : weakest ? 'medium' : plain;
    return {
      label: group.map((term) => term.label).join('・'),
      terms: group,
      weight,
      facts,
      hint: weight === 'medium' && group.every((term) => term.concept === null && !/^\d+$/.test(term.literal ?? '')),
      value: WEIGHT[weight] * Math.log2(1 + size / Math.max(1, facts.length)),
    };
  });
}

export interface Scored {
  number: number;
  fact: Fact;
  score: number;
}

/** Where to look: all facts or those of a list, and of them those that a test lets through. Nothing is copied before it is needed. */
export class Scope {
  constructor(
    readonly index: FactIndex,
    readonly within: Uint32Array | null,
    readonly keeps: (number: number) => boolean = () => true,
  ) {}

  /** The same place with one more test. */
  that(keeps: (number: number) => boolean): Scope {
    return new Scope(this.index, this.within, (number) => this.keeps(number) && keeps(number));
  }

  /** The facts of a list that lie in the scope. */
  of(facts: Uint32Array): Uint32Array {
    return (this.within ? intersect([this.within, facts]) : facts).filter(this.keeps);
  }

  /** Whether any fact of a list lies in the scope. */
  meets(facts: Uint32Array): boolean {
    return (this.within ? intersect([this.within, facts]) : facts).some(this.keeps);
  }

  all(): Uint32Array {
    return (this.within ?? this.index.all()).filter(this.keeps);
  }

  /** The facts that can rank: those that speak of a strong demand, else of a medium one, else of any. */
  candidates(demands: readonly Demand[]): Uint32Array {
    for (const weight of ['strong', 'medium', 'weak'] as const) {
      const lists = demands.filter((demand) => demand.weight === weight).map((demand) => demand.facts);
      const found = this.of(union(lists));
      if (found.length > 0) return found;
    }
    return this.within ? this.all() : NOTHING;
  }
}

const NOTHING = new Uint32Array(0);

export interface Scored {
  number: number;
  fact: Fact;
  score: number;
}

/** Scores facts (in ascending order) by the demands they meet, best first; ties in the order of the registry. */
export function rank(index: FactIndex, facts: Uint32Array, demands: readonly Demand[], share = 0): Scored[] {
  const scores = new Float64Array(facts.length);
  for (const demand of demands) addScores(scores, facts, demand);
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  const ranked: Scored[] = [];
  scores.forEach((score, position) => {
    if (score < best * share) return;
    const number = facts[position] as number;
    ranked.push({ number, fact: index.fact(number), score });
  });
  return ranked.sort((a, b) => b.score - a.score || a.number - b.number);
}

function addScores(scores: Float64Array, facts: Uint32Array, demand: Demand): void {
  for (let i = 0, j = 0; i < facts.length && j < demand.facts.length; ) {
    const x = facts[i] as number;
    const y = demand.facts[j] as number;
    if (x === y) scores[i] = (scores[i] as number) + demand.value;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
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
export function select(index: FactIndex, scope: Scope, demands: readonly Demand[], strict = false): Selection {
  const strong = demands.filter((demand) => demand.weight === 'strong');
  const medium = demands.filter((demand) => demand.weight === 'medium' && !(demand.hint && knowsMore(demands)));
  const missing = strong.filter((demand) => !scope.meets(demand.facts));
  if (missing.length > 0) return { facts: NOTHING, missing, apart: false };
  if (strong.length > 0) {
    const base = scope.of(intersect(strong.map((demand) => demand.facts)));
    return { facts: narrow(index, base, medium, strict), missing, apart: base.length === 0 && strong.length > 1 };
  }
  if (medium.length > 0) {
    const base = scope.of(union(medium.map((demand) => demand.facts)));
    return { facts: narrow(index, base, medium, strict), missing, apart: false };
  }
  const weak = demands.filter((demand) => demand.weight === 'weak');
  return {
    facts: weak.length > 0 ? scope.of(intersect(weak.map((demand) => demand.facts))) : NOTHING,
    missing,
    apart: false,
  };
}

const knowsMore = (demands: readonly Demand[]): boolean =>
  demands.some((demand) => demand.weight !== 'weak' && !demand.hint);

/** Keeps the facts that meet most of the demands, weighed by what each tells; all of them where none meets any. */
function narrow(index: FactIndex, base: Uint32Array, demands: readonly Demand[], strict: boolean): Uint32Array {
  if (demands.length === 0 || base.length === 0) return base;
  if (strict) {
    const all = intersect([base, ...demands.map((demand) => demand.facts)]);
    if (all.length > 0) return all;
  }
  return Uint32Array.from(rank(index, base, demands, ENOUGH), ({ number }) => number).sort();
}
