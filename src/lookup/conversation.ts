import { fiscalYearLabel, parseFiscalYearLabel } from '../calendar/fiscal-year.ts';
import type { Answer } from './answer.ts';
import { OF_ONE_THING, OF_SEVERAL, OF_TIME } from './operators.ts';
import { inYear, type SpokenDate } from './spoken-dates.ts';
import { type PlaceMention, placesAsked, type Term, type Understanding } from './understand.ts';

/** What one question leaves for the next of the same conversation. */
export interface Turn {
  understood: Understanding;
  answer: Answer;
  /** Places that the turns before it were about, the latest first. */
  earlier: PlaceMention[];
}

// What a question asks for; one that has none of these takes over the former question's.
const ASKING = [...OF_ONE_THING, ...OF_SEVERAL, ...OF_TIME, 'terms', 'trend', 'why-not', 'vision-of', 'goal-of'];
const POINTS_BACK = ['others', 'of-those', 'that-one', 'what-about'];

const NAMES_TOWNS = /市町|どの(町|市)|\b(which|what) (towns?|municipalit|cit)/;

/** A question that says all it needs: it asks for towns as such, of something of its own, and points to nothing before. */
function isWhole(u: Understanding): boolean {
  // 「市町は？」 holds the 「は？」 of 「では鈴鹿は？」 and points nowhere.
  const pointing = POINTS_BACK.filter((id) => id !== 'what-about' || !NAMES_TOWNS.test(u.text));
  if (pointing.some((id) => u.operators.has(id)) || u.operators.has('table')) return false;
  const strong = u.terms.filter((term) => term.weight === 'strong').length;
  return strong >= 2 || (strong === 1 && NAMES_TOWNS.test(u.text));
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const GOES_ON_IN_ENGLISH = /^(and|what about|how about|then|also|in|for|only)\b/;

const weaker = (term: Term, weight: Term['weight']): Term => ({ ...term, weight, group: term.group + 10_000 });

const YEAR_BEFORE =
  /前の年|前年|その前(は|$|\?|の年)|\b(the (year before|previous year)|(previous|preceding) (fiscal )?year)\b/;
const YEAR_AFTER = /次の年|翌年|その次(は|$|\?|の年)|\b(the (year after|following year)|following (fiscal )?year)\b/;

/** The year before or after the one that was asked about; empty where that was none, or several. */
function yearsBeside(text: string, [date, ...others]: readonly SpokenDate[]): SpokenDate[] {
  const step = YEAR_BEFORE.test(text) ? -1 : YEAR_AFTER.test(text) ? 1 : 0;
  const [year, ...more] = date?.fiscalYears ?? [];
  const number = year === undefined || more.length > 0 || others.length > 0 ? null : parseFiscalYearLabel(year);
  if (!date || step === 0 || number === null) return [];
  const label = fiscalYearLabel(number + step);
  return [{ ...inYear(date, label), text: label, fiscalYear: number + step }];
}

/** The former question, asked again; what it asked for (人数, 回数) stands in its text. */
const ofAnotherTime = (u: Understanding, before: Understanding): Understanding => ({
  ...before,
  text: `${before.text} ${u.text}`,
  question: u.question,
  language: u.language,
});

/** Takes a question in the light of the one before it: そのうち, では鈴鹿は？, その連絡先は？, and in Mihama? */
export function inContext(
  u: Understanding,
  turn: Turn | null,
  areaOf: (id: string) => Understanding['places'][number],
  speaksOf: (areaIds: readonly string[], facts: Uint32Array) => boolean,
  isTool: (term: Term) => boolean,
): Understanding {
  if (!turn) return u;
  if (isWhole(u) || !SAYS_SOMETHING.test(u.text)) return u;
  const before = turn.understood;
  if (before.language === 'en' && GOES_ON_IN_ENGLISH.test(u.text)) u = { ...u, language: 'en' };
  const content = u.terms.filter((term) => term.weight !== 'weak');
  const has = (...ids: string[]) => ids.some((id) => u.operators.has(id));
  const asks = ASKING.some((id) => u.operators.has(id));
  const pointsBack = has(...POINTS_BACK);
  const places = placesAsked(u);
  // A town that is not clear, or lies elsewhere, is a place all the same: the towns before it are not meant.
  const namesPlace = places.length + u.unclear.length + u.outside.length > 0;
  const saysEnough = content.some((term) => term.weight === 'strong');

  // Nothing is named but a tool, and the former question asked about one as well.
  const isOfAnotherTool = () => content.length > 0 && content.every(isTool) && before.terms.some(isTool);

  // 「じゃあ前の年は？」: the same question of the year before or after.
  const shifted = namesPlace || content.length > 0 ? [] : yearsBeside(u.text, before.dates);
  if (shifted.length > 0) return { ...ofAnotherTime(u, before), dates: shifted };
  // 「じゃあ2月は？」: the same question of another time.
  if (u.dates.length > 0 && !namesPlace && content.length === 0 && before.dates.length > 0) {
    const [year] = before.dates.filter((date) => date.yearGiven).flatMap((date) => date.fiscalYears);
    const dates = u.dates.map((date) => (year && !date.yearGiven ? inYear(date, year) : date));
    return { ...ofAnotherTime(u, before), dates };
  }
  // 「伊勢は？」: the same question of another place.
  if (namesPlace && content.length === 0) {
    return {
      ...u,
      terms: [...before.terms, ...u.terms.map((term) => weaker(term, 'weak'))],
      operators: new Set([...u.operators, ...(asks ? [] : ASKING.filter((id) => before.operators.has(id)))]),
      columns: u.columns.size > 0 ? u.columns : before.columns,
      dates: u.dates.length > 0 ? u.dates : before.dates,
      scenes: u.scenes.length > 0 ? u.scenes : before.scenes,
    };
  }
  // 「そのうち…は？」「町だけに絞って」: of the towns just listed.
  const listed = turn.answer.intent === 'which-areas' && turn.answer.areas.length > 0;
  // 「逆にやってないところは？」: of all that were asked about, not of those who do it.
  if (listed && !namesPlace && content.length === 0 && has('negation', 'lack', 'blank-cell') && !has('of-those')) {
    return { ...u, places: before.places, terms: before.terms, columns: before.columns };
  }
  // 「じゃあすずの輪は？」 after a list of who uses another tool: the same question of this one.
  if (listed && !namesPlace && !asks && has('what-about') && !has('of-those', 'only') && isOfAnotherTool()) {
    const rest = before.terms.filter((term) => !isTool(term));
    return {
      ...u,
      places: before.places,
      terms: [...u.terms, ...rest.map((term) => weaker(term, term.weight))],
      operators: new Set([...u.operators, ...before.operators]),
      columns: before.columns,
    };
  }
  if (listed && !namesPlace) {
    const narrows =
      has('of-those', 'which', 'compare', 'only', 'table', 'count-areas') || pointsBack || content.length === 0;
    if (has('others')) {
      const excluded = turn.answer.areas.map((id) => ({ ...areaOf(id), excluded: true }));
      return { ...u, places: excluded, terms: content.length > 0 ? u.terms : before.terms, columns: before.columns };
    }
    if (narrows || content.length > 0) {
      return {
        ...u,
        places: turn.answer.areas.map(areaOf),
        terms: [
          ...u.terms,
          ...before.terms.map((term) =>
            content.length > 0 ? weaker(term, term.weight === 'weak' || has('of-those') ? 'weak' : 'medium') : term,
          ),
        ],
        operators: new Set([
          ...u.operators,
          ...(has('how-many') && content.length === 0 ? ['count-areas'] : []),
          ...(has('which', 'compare') || (!asks && content.length > 0) ? ['which'] : []),
        ]),
        columns: u.columns.size > 0 ? u.columns : content.length > 0 ? u.columns : before.columns,
      };
    }
  }
  // 「じゃあ多いのどっち？」: of the places that the conversation was about.
  if (places.length === 0 && has('more-of-two', 'compare') && turn.earlier.length > 0) {
    const sides = [...before.places, ...turn.earlier].map((place) => ({ ...place, begin: 0 }));
    return {
      ...u,
      places: sides,
      terms: [...u.terms, ...before.terms],
      operators: new Set([...u.operators, 'more-of-two']),
    };
  }
  // 「くわなの手引きは借りられる？」: a thing of its own, of which the former place has nothing.
  const strong = content.filter((term) => term.weight === 'strong');
  const formerAreas = [
    ...before.places.filter((place) => !place.excluded).map((place) => place.area.id),
    ...turn.answer.areas,
  ];
  if (
    places.length === 0 &&
    !pointsBack &&
    strong.length > 0 &&
    !strong.some((term) => speaksOf(formerAreas, term.facts))
  )
    return u;
  // 「そこの連絡先は？」「何事業所に聞いた？」: of the same place and thing.
  if (!namesPlace) {
    const inherited = before.places.filter((place) => !place.excluded);
    const fromAnswer =
      inherited.length === 0 && turn.answer.areas.length <= 3 ? turn.answer.areas.map(areaOf) : inherited;
    return {
      ...u,
      places: [...fromAnswer, ...u.places],
      terms: [
        ...u.terms,
        ...before.terms.map((term) =>
          weaker(term, content.length === 0 ? term.weight : saysEnough || term.weight === 'weak' ? 'weak' : 'medium'),
        ),
      ],
      operators: new Set([...u.operators, ...(asks ? [] : ASKING.filter((id) => before.operators.has(id)))]),
      dates: u.dates.length > 0 ? u.dates : before.dates,
      columns: u.columns.size > 0 ? u.columns : before.columns,
    };
  }
  // 「鳥羽では何を作ってるの？」: another place, a new question about the same thing.
  return { ...u, terms: [...u.terms, ...before.terms.map((term) => weaker(term, 'weak'))] };
}

const SENTENCE_END =
  /[。!?…]+|\.(?= )|\.{3}|(です|ます|ません)(が|けど)、?|(んやけど|なんやけど|やけど|だけど|のですが|んですが|けど)、|の?ため(に|の)?、|ので、|んで、/g;
const ASKS_FOR_TOWNS =
  /(市町|町|市|(?<!か|箇|ケ)所|とこ|ところ|どこ|近隣|他|ほか|誰)(は|が|に|を|って|で|の|、|も)?.{0,12}[?。]?$|\b(who|which|where|what|whose|any|anyone|anybody|someone|somebody|how)\b/;
const REFERS_BACK = /同じ|そういう|そんな|それ|その|すでに作|\b(such|same|them|these|it|one|ones)\b/;

/** Several sentences: the last one asks; a place named before it is the asker's own, what was said before is background. */
export function focusOnQuestion(u: Understanding): Understanding {
  const question = u.text.replace(/\([^()]*\)$/, '');
  const ends = [...question.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const start = ends.filter((end) => end < question.length - 2).at(-1) ?? 0;
  const last = question.slice(start);
  // 「…はどこ？2つあると聞いたので」: what is asked stands before.
  if (question.slice(0, start).includes('?') && !last.includes('?')) return u;
  if (start === 0 || !ASKS_FOR_TOWNS.test(last)) return u;
  const placesLater = u.places.some((place) => place.begin >= start);
  const places = u.places.map((place) => (place.begin < start && !placesLater ? { ...place, own: true } : place));
  const asked = u.terms.filter((term) => term.last >= start && term.weight !== 'weak' && term.concept !== null);
  // 「同じノートを…」「すでに作ってある市町は」: what was said before is what is asked for.
  const operators = new Set([...u.operators].filter((id) => (u.operatorsAt.get(id) ?? start) >= start));
  if (asked.length === 0 || REFERS_BACK.test(last)) return { ...u, places, operators };
  // 「救急キット、…。配っとる市町は？」: what is asked about was named before; the asker's own need is background all the same.
  const carries = asked.some((term) => term.weight === 'strong');
  const stays = (term: Term) => !carries && term.weight === 'strong' && term.concept?.remedies.length === 0;
  return {
    ...u,
    terms: u.terms.map((term) =>
      term.last >= start || term.begin < 0 || stays(term) ? term : { ...term, weight: 'weak' as const },
    ),
    operators,
    places,
  };
}
