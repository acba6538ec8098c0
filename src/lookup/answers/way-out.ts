import { type Answer, emptyAnswer } from '../answer.ts';
import type { Concept } from '../dictionary.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { intersect, union } from '../postings.ts';
import { placesAsked } from '../understand.ts';
import { notRecorded } from './not-recorded.ts';

const SHOWN = 12;

/** The needs (困りごと) that the question voices and for which the lexicon knows what others did. */
const needsOf = (inquiry: Inquiry): Concept[] =>
  inquiry.u.terms.flatMap((term) => (term.concept && term.concept.remedies.length > 0 ? [term.concept] : []));

/** 「参加者が集まらないとき、他市町はどうしてる？」: a need, and how others met it. */
export function asksWayOut(inquiry: Inquiry): boolean {
  if (placesAsked(inquiry.u).length > 0 || needsOf(inquiry).length === 0) return false;
  const only = inquiry.u.terms.every((term) => term.weight !== 'strong' || (term.concept?.remedies.length ?? 0) > 0);
  return (
    only &&
    (inquiry.has('solution', 'how') || /どう(して|しと|乗り|対応|すれ|やって)|工夫|対策|ヒント/.test(inquiry.u.text))
  );
}

/** Who found a way, and who describes the same difficulty. The towns that found one are the answer. */
export function wayOut(inquiry: Inquiry): Answer {
  const { index, u, words } = inquiry;
  const excluded = inquiry.excludedAreas;
  const needs = needsOf(inquiry);
  const isHome = (areaIds: readonly string[]) => areaIds.some((id) => inquiry.isHome(id) && !excluded.has(id));
  const same = inquiry
    .facts(union(needs.map((need) => index.ofConcept(need))))
    .filter((fact) => fact.facets.has('difficulty') && isHome(fact.areaIds));
  const met = union(needs.flatMap((need) => need.remedies.map((id) => index.ofConcept(id))));
  const shared = intersect([met, union([...needs.map((need) => index.ofConcept(need)), practices(inquiry)])]);
  const ways = inquiry
    .facts(shared)
    .filter(
      (fact) => fact.status === 'doing' && fact.facet !== 'difficulty' && fact.kind !== 'plan' && isHome(fact.areaIds),
    );
  if (same.length === 0 && ways.length === 0) return notRecorded(inquiry);
  const towns = (facts: typeof ways) => {
    const ids = new Set(facts.flatMap((fact) => fact.areaIds));
    return inquiry.denominator.filter((id) => ids.has(id) && !excluded.has(id));
  };
  const answer = emptyAnswer('which-areas', u.language, words.wayOut(towns(same).length, towns(ways).length));
  answer.areas = towns(ways.length > 0 ? ways : same);
  answer.groups = [
    inquiry.group(words.others, distinct(ways).slice(0, SHOWN)),
    inquiry.group(words.sameNeed, distinct(same).slice(0, SHOWN)),
  ].filter((group) => group.rows.length > 0);
  return answer;
}

/** Records that tell of a contrivance (工夫), in that column or another. */
const practices = (inquiry: Inquiry): Uint32Array => inquiry.index.ofConcept('practice');
