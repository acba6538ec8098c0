import type { Facet } from '../../records/vocabulary.ts';
import { facetWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import { facetOfEntry } from '../dictionary.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { rank } from '../search.ts';
import { placesAsked } from '../understand.ts';

const NEAREST = 3;

/** 「記録がありません」: says what was not found and shows the nearest that is recorded; the set of areas stays empty. */
export function notRecorded(inquiry: Inquiry, what = inquiry.subject): Answer {
  const { words, u } = inquiry;
  const places = placesAsked(u).map((place) => place.area);
  const headline =
    places.length > 0
      ? words.notRecorded(what, places.map((area) => area.name).join('・'))
      : words.notRecordedAnywhere(what);
  const answer = emptyAnswer('not-recorded', u.language, headline);
  answer.found = false;
  for (const term of u.terms) {
    if (term.concept?.kind !== 'facet') continue;
    const facet = facetOfEntry(term.concept.id) as Facet;
    const blank = places.filter((area) => inquiry.stated(facet).get(area.id) === 'blank');
    if (blank.length > 0)
      answer.notes.push(words.blankCell(blank.map((area) => area.name).join('・'), facetWords[facet][u.language]));
  }
  answer.notes.push(words.nothingSaysSo);
  const { index, demands, scope } = inquiry;
  const near = rank(index, scope.candidates(demands, 0.5), demands, 0.5, 12).filter(({ score }) => score > 1.5);
  const facts = distinct(near.map(({ fact }) => fact)).slice(0, NEAREST);
  if (facts.length > 0) answer.groups.push(inquiry.group(words.nearest, facts));
  return answer;
}
