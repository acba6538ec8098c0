import type { FactIndex } from './fact-index.ts';
import type { Fact } from './facts.ts';
import { intersect, subtract, union } from './postings.ts';
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
    const facts = union(group.map((term) => term.facts));
    const weight = group.some((term) => term.weight === 'strong')
      ? 'strong'
      : group.some((term) => term.weight === 'medium')
        ? 'medium'
        : 'weak';
    return {
      label: group.map((term) => term.label).join('・'),
      terms: group,
      weight,
      facts,
      hint: weight === 'medium' && group.every((term) => term.concept === null),
      value: WEIGHT[weight] * Math.log2(1 + size / Math.max(1, facts.length)),
    };
  });
}

export interface Scored {
  number: number;
  fact: Fact;
  score: number;
}

/** Scores facts by the demands they meet, best first; ties in the order of the registry. */
export function rank(index: FactIndex, facts: Uint32Array, demands: readonly Demand[]): Scored[] {
  const scores = new Map<number, number>();
  for (const fact of facts) scores.set(fact, 0);
  for (const demand of demands) {
    for (const fact of intersect([facts, demand.facts])) scores.set(fact, (scores.get(fact) ?? 0) + demand.value);
  }
  return [...scores]
    .map(([number, score]) => ({ number, fact: index.fact(number), score }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

export interface Selection {
  facts: Uint32Array;
  /** Demands that every selected fact meets. */
  met: Demand[];
  /** Strong demands that nothing in the scope meets. */
  missing: Demand[];
  /** The strong demands could not be met by one fact together. */
  apart: boolean;
}

/**
 * The facts of `scope` that meet the demands: all strong ones, and of the medium ones as many as any fact meets.
 * Weak ones never narrow, unless nothing else was asked.
 */
export function select(index: FactIndex, scope: Uint32Array, demands: readonly Demand[]): Selection {
  const strong = demands.filter((demand) => demand.weight === 'strong');
  const medium = demands.filter((demand) => demand.weight === 'medium' && !(demand.hint && knowsMore(demands)));
  const weak = demands.filter((demand) => demand.weight === 'weak');
  const required = strong.length > 0 ? strong : medium.length > 0 ? [] : weak;
  const narrowing = strong.length > 0 || medium.length > 0 ? medium : [];
  const missing = strong.filter((demand) => intersect([scope, demand.facts]).length === 0);
  if (missing.length > 0) return { facts: new Uint32Array(0), met: [], missing, apart: false };
  const base = intersect([scope, ...required.map((demand) => demand.facts)]);
  if (base.length === 0) return { facts: base, met: [], missing: [], apart: required.length > 1 };
  const narrowed = narrow(index, base, narrowing, required.length === 0);
  return { facts: narrowed.facts, met: [...required, ...narrowed.met], missing: [], apart: false };
}

const knowsMore = (demands: readonly Demand[]): boolean =>
  demands.some((demand) => demand.weight !== 'weak' && !demand.hint);

/** Keeps the facts that meet most of the demands, weighed by what each tells. */
function narrow(index: FactIndex, base: Uint32Array, demands: readonly Demand[], must: boolean) {
  if (demands.length === 0) return { facts: base, met: [] as Demand[] };

  const ranked = rank(index, base, demands);
  const best = ranked[0]?.score ?? 0;
  if (best === 0) return { facts: must ? new Uint32Array(0) : base, met: [] as Demand[] };
  const kept = ranked.filter((scored) => scored.score >= best * ENOUGH).map((scored) => scored.number);
  const facts = Uint32Array.from(kept).sort();
  return { facts, met: demands.filter((demand) => subtract(facts, demand.facts).length === 0) };
}
