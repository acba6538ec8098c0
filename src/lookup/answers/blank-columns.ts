import { placeInSheet } from '../../records/columns.ts';
import type { PictureSubject } from '../../records/picture-subject.ts';
import type { SurveyAnswerRow } from '../../records/rows.ts';
import type { Facet } from '../../records/vocabulary.ts';
import { facetWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer, type Row } from '../answer.ts';
import { facetOfEntry } from '../dictionary.ts';
import type { Inquiry } from '../inquiry.ts';
import { townPicture } from './town-picture.ts';

interface BlankColumns {
  facets: ReadonlySet<string>;
  areas: Set<string>;
  answer(): Answer;
}

/** 「…の欄が空欄の市町」 and 「「なし」と書いた市町」: answered from the cells themselves. */
export function blankColumns(inquiry: Inquiry): BlankColumns | null {
  const stated = inquiry.has('blank-cell')
    ? 'blank'
    : inquiry.has('stated-none') && (inquiry.u.columns.size > 0 || onlyColumnsAsked(inquiry))
      ? 'none'
      : null;
  if (!stated) return null;
  const facets = new Set<Facet | 'vision'>(inquiry.u.columns);
  const consumed = new Set<string>();
  for (const term of inquiry.u.terms) {
    if (term.concept?.kind !== 'facet') continue;
    facets.add(facetOfEntry(term.concept.id) as Facet | 'vision');
    consumed.add(term.concept.id);
  }
  if (facets.size === 0) return null;
  const sets = [...facets].map((facet) => {
    const cells = inquiry.stated(facet);
    return new Set([...cells].filter(([, value]) => value === stated).map(([area]) => area));
  });
  const [first, ...rest] = sets;
  const scope = inquiry.scopeAreas;
  const areas = new Set(
    [...(first ?? [])]
      .filter((area) => rest.every((set) => set.has(area)))
      .filter((area) => (scope.length === 0 || scope.includes(area)) && !inquiry.excludedAreas.has(area)),
  );
  return {
    facets: consumed,
    areas,
    answer() {
      const label = [...facets].map((facet) => facetWords[facet][inquiry.u.language]).join('・');
      const total = inquiry.denominator.length;
      const ordered = inquiry.denominator.filter((id) => areas.has(id));
      const say = stated === 'blank' ? inquiry.words.blankColumn : inquiry.words.statedNone;
      const answer = emptyAnswer('which-areas', inquiry.u.language, say(label, ordered.length, total));
      answer.areas = ordered;
      if (inquiry.has('count-areas', 'how-many')) answer.number = ordered.length;
      const cells = inquiry.standingAnswers.filter(
        (cell) => facets.has(cell.facet) && cell.stated === stated && cell.areaIds.some((id) => areas.has(id)),
      );
      answer.groups = [{ title: null, rows: cells.map((cell) => cellRow(inquiry, cell)) }];
      const [facet, ...others] = facets;
      // A map shows one column; what several have in common it could not.
      if (facet && others.length === 0) answer.picture = columnPicture(inquiry, facet, answer);
      answer.notes.push(inquiry.words.nothingSaysSo);
      return answer;
    },
  };
}

/** A cell of a sheet that states nothing, with the survey that it stands in. */
export function cellRow(inquiry: Inquiry, cell: SurveyAnswerRow): Row {
  const source = inquiry.source(cell.sourceId);
  const areas = cell.areaIds.map((id) => inquiry.area(id).name);
  return {
    areas,
    text: inquiry.words.cell[cell.stated === 'none' ? 'none' : 'blank'],
    status: null,
    passed: false,
    source: source.title,
    place: inquiry.placeOf(cell, placeInSheet(areas, cell.facet)),
    asOf: cell.asOf ?? source.asOf,
    recordId: cell.id,
  };
}

/** How every town that was asked filled this column in. */
function columnPicture(inquiry: Inquiry, facet: Facet | 'vision', { groups }: Answer): PictureSubject | null {
  const cells = inquiry.stated(facet);
  const towns = inquiry.denominator.filter((id) => cells.has(id));
  const saying = (stated: 'yes' | 'none') => towns.filter((id) => cells.get(id) === stated);
  const states = [
    ['told', saying('yes')],
    ['none', saying('none')],
  ] as const;
  return townPicture(inquiry, towns, groups, states, 'stated', facetWords[facet][inquiry.u.language]);
}

/** Nothing but columns is named: 「地域BCPは特になしと答えたところ」. */
const onlyColumnsAsked = (inquiry: Inquiry): boolean => {
  const strong = inquiry.u.terms.filter((term) => term.weight === 'strong');
  return strong.length > 0 && strong.every((term) => term.concept?.kind === 'facet');
};
