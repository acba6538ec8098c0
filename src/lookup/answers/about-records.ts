import type { SourceRow } from '../../records/rows.ts';
import type { Facet } from '../../records/vocabulary.ts';
import { SURVEY_COLUMNS } from '../../records/vocabulary.ts';
import { facetWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import { surveysIn } from '../compared-years.ts';
import { facetOfEntry } from '../dictionary.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { intersect } from '../postings.ts';
import { rank, select } from '../search.ts';
import { detail } from './detail.ts';

/** 「なぜ鈴鹿は入っていないの？」: what its cell says, or that it says nothing. */
export function whyNot(inquiry: Inquiry): Answer {
  const { u, words } = inquiry;
  const place = u.places.find((mention) => mention.begin >= 0) ?? u.places[0];
  if (!place) return detail(inquiry);
  const { area } = place;
  const scope = inquiry.factsIn(inquiry.coveredBy(area));
  const found = select(inquiry.scopeIn(inquiry.coveredBy(area)), inquiry.demands);
  const positive = inquiry.facts(found.facts).filter((fact) => fact.status === 'doing' && fact.facet !== 'difficulty');
  const facets = facetsOf(inquiry);
  const blank = facets.find((facet) => inquiry.stated(facet).get(area.id) === 'blank');
  const answer = emptyAnswer('about-records', u.language, '');
  if (
    positive.length > 0 &&
    found.missing.length === 0 &&
    inquiry.demands.some((demand) => demand.weight === 'strong')
  ) {
    answer.headline = words.whyInList(area.name);
  } else if (blank) answer.headline = words.whyNotBlank(area.name, facetWords[blank][u.language]);
  else answer.headline = words.whyNotSilent(area.name);
  // What the town does say there: the cells of the same column, and the nearest records.
  const inColumn = inquiry.facts(scope).filter((fact) => facets.some((facet) => fact.facets.has(facet)));
  const near = rank(inquiry.index, scope, inquiry.demands).filter(({ score }) => score > 0);
  const shown = distinct([
    ...positive,
    ...near.slice(0, 3).map(({ fact }) => fact),
    ...inColumn.filter((fact) => fact.kind === 'statement'),
  ]);
  answer.groups = [inquiry.group(words.nearest, shown.slice(0, 8))];
  answer.notes.push(words.nothingSaysSo);
  return answer;
}

/** The columns that the question's subject belongs to: named ones, else those where the records on it stand. */
function facetsOf(inquiry: Inquiry): (Facet | 'vision')[] {
  if (inquiry.u.columns.size > 0) return [...inquiry.u.columns];
  const named = inquiry.u.terms
    .map((term) => facetOfEntry(term.concept?.id ?? '') as Facet)
    .filter((facet) => (SURVEY_COLUMNS as readonly string[]).includes(facet));
  if (named.length > 0) return named;
  const strong = inquiry.demands.filter((demand) => demand.weight === 'strong').map((demand) => demand.facts);
  const counts = new Map<Facet | 'vision', number>();
  for (const fact of inquiry.facts(intersect(strong))) {
    if (fact.facet && fact.facet !== 'vision') counts.set(fact.facet, (counts.get(fact.facet) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 1)
    .map(([facet]) => facet);
}

/** The surveys of the years that are named; else all. */
function surveysMeant({ records, u }: Inquiry): SourceRow[] {
  const surveys = surveysIn(records);
  const years = u.dates.flatMap(({ fiscalYears }) => fiscalYears);
  const meant = surveys.filter(({ fiscalYear }) => years.includes(fiscalYear));
  return meant.length > 0 ? meant : surveys;
}

/** 「いつ時点？」「どの資料？」: the record's own date, its document and the document's as-of date. */
export function provenance(inquiry: Inquiry): Answer {
  const { words, u } = inquiry;
  const general =
    inquiry.demands.every((demand) => demand.weight !== 'strong') &&
    u.places.every((place) => place.area.kind === 'prefecture');
  const answer = general ? emptyAnswer('about-records', u.language, '') : detail(inquiry);
  answer.intent = 'about-records';
  const sourceIds = general
    ? surveysMeant(inquiry).map((source) => source.id)
    : inquiry.records.sources
        .filter((source) => answer.groups.some((group) => group.rows.some((row) => row.source === source.title)))
        .map((source) => source.id);
  const lines = sourceIds.map((id) => words.reportOf(inquiry.source(id).title, inquiry.source(id).asOf));
  answer.headline = [lines.join('\n'), answer.headline].filter(Boolean).join('\n');
  return answer;
}
