import { sceneWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';
import { scenesNamed } from '../scenes.ts';

type RatingFact = Fact & { kind: 'evaluation' };

const SCALE_MAX = 5;
/** 「4場面の評価」: of each scene a number is told. */
const ALL_SCENES = /[4四](つの)?場面|場面(ごと|別)|(全|各)場面/;

/** The ratings that the question is about; null where it does not ask for any. */
export function ratingsAsked(inquiry: Inquiry): RatingFact[] | null {
  const asked =
    inquiry.has('rating') ||
    inquiry.u.terms.some((term) => term.concept?.id === 'maturity-rating') ||
    (/評価/.test(inquiry.u.text) && ALL_SCENES.test(inquiry.u.text)) ||
    /5段階|何点|点数|成熟度|自己採点|スコア|maturity|\bscored?\b|rating|\brated\b/.test(inquiry.u.text);
  if (!asked) return null;
  const areas = inquiry.scopeAreas;
  const all = inquiry
    .facts(inquiry.index.ofKind('evaluation'))
    .filter((fact): fact is RatingFact => fact.kind === 'evaluation' && fact.part === 'rating')
    .filter((fact) => areas.length === 0 || fact.areaIds.some((id) => areas.includes(id)));
  return all;
}

/** Ratings of scenes: one, all, the highest, the lowest, or how far they lie apart. */
export function rating(inquiry: Inquiry, facts: readonly RatingFact[]): Answer {
  const { u, words } = inquiry;
  const scenes = scenesNamed(u.terms);
  const years = u.dates.flatMap((date) => date.fiscalYears);
  const inYear = facts.filter((fact) => years.length === 0 || years.includes(fact.row.fiscalYear));
  if (inYear.length === 0) {
    const none = emptyAnswer('rating', u.language, words.noFigure(`${years.join('・')} ${inquiry.subject}`));
    none.found = false;
    return none;
  }
  const named = inYear.filter((fact) => scenes.size === 0 || scenes.has(fact.row.scene));
  const chosen = named.length > 0 ? named : inYear;
  const answer = emptyAnswer('rating', u.language, '');
  answer.groups = [inquiry.group(null, chosen)];
  const label = (fact: RatingFact) =>
    words.ratingOf(
      u.language === 'en' ? `${sceneWords[fact.row.scene].en}（${fact.row.scene}）` : fact.row.scene,
      fact.row.fiscalYear,
      fact.row.rating?.toFixed(1) ?? '—',
    );
  const sorted = [...chosen].sort((a, b) => (b.row.rating ?? 0) - (a.row.rating ?? 0));
  const [best] = sorted;
  const worst = sorted.at(-1);
  const wide = sorted.length > 1 && best && worst;
  if (
    wide &&
    /(最大|満点|上限|何点満点|maximum|out of|scale)/.test(u.text) &&
    !/5段階で|\b(best|highest|lowest|worst)\b/.test(u.text)
  ) {
    answer.headline = `${SCALE_MAX}（5段階）`;
    answer.number = SCALE_MAX;
  } else if (wide && /(差|開き|gap|difference|apart)/.test(u.text)) {
    const gap = Number(((best.row.rating ?? 0) - (worst.row.rating ?? 0)).toFixed(1));
    answer.number = gap;
    answer.headline = `${words.derived(`${best.row.scene} ${best.row.rating} − ${worst.row.scene} ${worst.row.rating} = ${gap}`)}`;
  } else if (wide && (inquiry.has('lowest', 'least') || /(低い|伸びしろ|弱い|lowest|weakest|worst)/.test(u.text))) {
    answer.headline = words.lowest(`${worst.row.scene} ${worst.row.rating?.toFixed(1)}`);
    answer.number = worst.row.rating;
  } else if (
    wide &&
    (inquiry.has('highest', 'most', 'more-of-two', 'compare') ||
      /(高い|(が|は)上|上位|良い|いい|best|highest)/.test(u.text))
  ) {
    answer.headline = `${words.highest(`${best.row.scene} ${best.row.rating?.toFixed(1)}`)}\n${sorted.map(label).join('\n')}`;
    answer.number = best.row.rating;
  } else {
    answer.headline = chosen.map(label).join('\n');
    answer.number = chosen.length === 1 ? (chosen[0]?.row.rating ?? null) : null;
  }
  if (inquiry.has('which')) answer.areas = [...new Set(chosen.flatMap((fact) => fact.areaIds))];
  const rated = chosen.filter(({ row }) => row.rating !== null);
  if (rated.length > 0) answer.picture = { kind: 'ratings', areaIds: [...new Set(rated.map(({ row }) => row.areaId))] };
  if (chosen.some((fact) => fact.row.draft)) answer.notes.push(words.draft);
  return answer;
}
