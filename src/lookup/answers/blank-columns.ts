import { placeInSheet } from '../../records/columns.ts';
import type { PictureSubject } from '../../records/picture-subject.ts';
import type { SurveyAnswerRow } from '../../records/rows.ts';
import { type Facet, SURVEY_COLUMNS } from '../../records/vocabulary.ts';
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
  const any = facets.size === 0 && asksAnyColumn(inquiry);
  if (any) for (const column of SURVEY_COLUMNS) facets.add(column);
  if (facets.size === 0) return null;
  const filled = stated === 'blank' ? filledColumns(inquiry, facets) : new Set<Facet | 'vision'>();
  for (const facet of filled) facets.delete(facet);
  const sets = [...facets].map((facet) => {
    const cells = inquiry.stated(facet);
    return new Set([...cells].filter(([, value]) => value === stated).map(([area]) => area));
  });
  const [first, ...rest] = any ? [new Set(sets.flatMap((set) => [...set]))] : sets;
  const isFilled = [...filled].map((facet) => inquiry.stated(facet));
  const scope = inquiry.scopeAreas;
  const areas = new Set(
    [...(first ?? [])]
      .filter((area) => rest.every((set) => set.has(area)))
      .filter((area) => isFilled.every((cells) => cells.get(area) === 'yes'))
      .filter((area) => (scope.length === 0 || scope.includes(area)) && !inquiry.excludedAreas.has(area)),
  );
  return {
    facets: consumed,
    areas,
    answer() {
      const nameOf = (facet: Facet | 'vision') => facetWords[facet][inquiry.u.language];
      const label = [...facets].map(nameOf).join('・');
      const total = inquiry.denominator.length;
      const ordered = inquiry.denominator.filter((id) => areas.has(id));
      const say = stated === 'blank' ? inquiry.words.blankColumn : inquiry.words.statedNone;
      const headline = any ? inquiry.words.blankAnywhere(ordered.length, total) : say(label, ordered.length, total);
      const beside = filled.size > 0 ? inquiry.words.filledBeside([...filled].map(nameOf).join('・')) : '';
      const answer = emptyAnswer('which-areas', inquiry.u.language, `${headline}${beside}`);
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

const ANY_COLUMN =
  /(一つ|ひとつ|1つ|どれか|いずれか|どこか|何か|なにか)[^、。?]{0,6}(空欄|空白|未記入|記入)|(空欄|空白|未記入)(の欄)?が?[^、。?]{0,4}(一つ|ひとつ|1つ|ある)|\b(any|some|at least one) (column|field|cell)s?\b[^.?]*\b(blank|empty)|\b(blank|empty) (column|field|cell)s?\b/;
/** 「空欄がひとつでもある市町」: no column is named. */
export const asksAnyColumn = (inquiry: Inquiry): boolean =>
  inquiry.has('blank-cell') && ANY_COLUMN.test(inquiry.u.text);
const CLAUSES = /けれども?|けど|のに|一方で?|、|(?<=[るたい])が(?=[^、])|\bbut\b|\bwhile\b|\band\b/;
const FILLED =
  /(書い|書かれ|記入し|記入され|記載し|記載され|埋め|埋まっ)(て|ちゃ)(い|お)?(る|ある|ます|あります|とる)|書いた|埋めた|埋まった|記載(が|は)?あ(る|り)|記入(が|は)?あ(る|り)|\bfilled (in|out)\b|\banswered\b|\bwrote (in|something)\b/;

/** 「救急の欄は空欄やけどACPの欄は書いてある」: the columns of a clause that says so. */
function filledColumns({ dictionary, u }: Inquiry, facets: ReadonlySet<Facet | 'vision'>): Set<Facet | 'vision'> {
  const clauses = u.text.split(CLAUSES);
  const said = clauses.filter((clause) => FILLED.test(clause)).join('|');
  if (said === '' || clauses.length < 2) return new Set();
  const meant = dictionary.meanings
    .all(said)
    .flatMap(({ payloads }) => payloads)
    .flatMap((meaning) => (meaning.type === 'concept' && meaning.concept.kind === 'facet' ? [meaning.concept.id] : []))
    .map((id) => facetOfEntry(id) as Facet | 'vision');
  const filled = new Set(meant.filter((facet) => facets.has(facet)));
  return filled.size < facets.size ? filled : new Set();
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
