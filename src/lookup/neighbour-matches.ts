import { SurveyYears } from '../records/survey-years.ts';
import type { Concept } from './dictionary.ts';
import type { Fact } from './facts.ts';
import type { Lookup } from './lookup.ts';
import { intersect, union } from './postings.ts';

// A difficulty (困難) of one's own area for which a neighbour has recorded a practice (工夫), found by what the lexicon
// knows of needs and of how others met them: the understanding of 「参加者が集まらないとき、他市町はどうしてる？」.

export interface NeighbourMatch {
  difficulty: Fact;
  practice: Fact;
}

/** Columns of the survey: that both facts stand in one says nothing of what they are about. */
const COLUMNS: ReadonlySet<string> = new Set(['situation', 'initiative', 'practice', 'difficulty', 'cross-department']);
/** Whom something is for: what reaches residents is no answer to a difficulty with professionals. */
const PROFESSIONALS = ['professionals', 'multi-profession', 'medical-staff', 'care-worker', 'care-provider'];
const RESIDENTS = ['residents', 'visiting-lecture', 'public-lecture'];
/** At least so sure: a way that the lexicon knows for the need, and a matter that both speak of. */
const BAR = 1.5;

interface Scored extends NeighbourMatch {
  score: number;
  /** How near its way stands to the front of those that the lexicon knows. */
  order: number;
}

/** The best practice of other towns of the home prefecture for each difficulty of these areas, the surest first. */
export function neighbourMatches(lookup: Lookup, areaIds: readonly string[]): NeighbourMatch[] {
  const { index } = lookup;
  const stands = standing(lookup);
  const own = union(areaIds.map((id) => index.ofArea(id)));
  const difficulties = [...intersect([own, index.inColumn('difficulty')])]
    .map((number) => index.fact(number))
    .filter(({ id }) => stands(id));
  const found = difficulties.flatMap((difficulty) => bestFor(lookup, difficulty, areaIds, stands) ?? []);
  found.sort((one, other) => other.score - one.score || one.order - other.order);
  const shown = new Set<string>();
  return found.flatMap(({ difficulty, practice }) => {
    if (shown.has(practice.text)) return [];
    shown.add(practice.text);
    return [{ difficulty, practice }];
  });
}

/** Whether a record still holds: what a later survey asked anew does not. */
function standing({ records }: Lookup): (id: string) => boolean {
  const ids = new Set(new SurveyYears(records.surveyRounds).standing(records.statements).map(({ id }) => id));
  return (id) => ids.has(id);
}

function bestFor(
  lookup: Lookup,
  difficulty: Fact,
  own: readonly string[],
  stands: (id: string) => boolean,
): Scored | null {
  const { index, dictionary, options } = lookup;
  const concepts = [...dictionary.conceptsIn(difficulty)];
  const needs = concepts.filter(({ remedies }) => remedies.length > 0);
  const ways = union(needs.flatMap(({ remedies }) => remedies.map((id) => index.ofConcept(id))));
  const isNeighbours = ({ areaIds }: Fact) =>
    areaIds.some((id) => dictionary.areas.get(id)?.prefecture === options.homePrefecture) &&
    !areaIds.some((id) => own.includes(id));
  let best: Scored | null = null;
  for (const number of intersect([ways, index.ofFacet('practice')])) {
    const practice = index.fact(number);
    const isOne = practice.kind === 'statement' && practice.status === 'doing' && !practice.facets.has('difficulty');
    if (!isOne || !isNeighbours(practice) || !stands(practice.id)) continue;
    const scored = scoreOf(difficulty, concepts, needs, practice, dictionary.conceptsIn(practice));
    if (scored && (!best || scored.score > best.score || (scored.score === best.score && scored.order < best.order)))
      best = scored;
  }
  return best;
}

/** How sure it is that a practice speaks to a difficulty; null: not sure enough. */
function scoreOf(
  difficulty: Fact,
  concepts: readonly Concept[],
  needs: readonly Concept[],
  practice: Fact,
  found: ReadonlySet<Concept>,
): Scored | null {
  const ids = new Set([...found].map(({ id }) => id));
  const own = new Set(concepts.map(({ id }) => id));
  // What the difficulty itself speaks of was no way out of it.
  const met = needs.flatMap(({ remedies }) =>
    remedies.flatMap((id, order) => (ids.has(id) && !own.has(id) ? [{ id, order }] : [])),
  );
  if (met.length === 0) return null;
  const ways = new Set(met.map(({ id }) => id));
  const isMatter = ({ id, weight, remedies }: Concept) =>
    weight !== 'weak' && remedies.length === 0 && !COLUMNS.has(id) && !ways.has(id);
  const shared = concepts.filter((concept) => isMatter(concept) && ids.has(concept.id)).length;
  const named = needs.some(({ id }) => ids.has(id));
  const mine = audience(own);
  const theirs = audience(ids);
  if (mine !== null && theirs !== null && mine !== theirs) return null;
  if (shared === 0 && !named) return null;
  const score = shared + ways.size / 2 + (named ? 2 : 0);
  const order = Math.min(...met.map((each) => each.order));
  return score >= BAR ? { difficulty, practice, score, order } : null;
}

function audience(ids: ReadonlySet<string>): 'professionals' | 'residents' | null {
  const [professionals, residents] = [PROFESSIONALS, RESIDENTS].map((each) => each.some((id) => ids.has(id)));
  if (professionals === residents) return null;
  return professionals ? 'professionals' : 'residents';
}
